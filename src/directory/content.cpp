#include "directory/content.hpp"

#include "base/files.hpp"
#include "directory/vocabulary_reader.hpp"

#include <algorithm>
#include <set>

namespace samvei::directory {

namespace {

namespace files = std::filesystem;

class Reading {
public:
    explicit Reading(files::path folder) : folder_{std::move(folder)} {}

    ServiceReport run()
    {
        read_words();
        if (const auto text = text_in("places/municipalities.json")) {
            take("places/municipalities.json", read_places(*text),
                 [&](finder::Places places) { report_.content.places = std::move(places); });
        }
        report_.content.map_json = text_in("places/map.json").value_or("");
        read_collections();
        look_at_references();
        return std::move(report_);
    }

private:
    void find(const std::string& where, const std::string& why) { report_.findings.push_back({where, why}); }

    std::optional<std::string> text_in(const std::string& file)
    {
        if (!files::is_regular_file(folder_ / file)) {
            find(file, "the file is not there");
            return std::nullopt;
        }
        return text_of_file(folder_ / file);
    }

    template <class T, class Use>
    void take(const std::string& file, Result<T> result, Use&& use)
    {
        if (result) { return use(std::move(result).value()); }
        const Error& error = result.error();
        if (error.fields.empty()) { find(file, error.why.text); }
        for (const FieldFault& fault : error.fields) {
            find(file + ": " + fault.path, std::string{row_of(fault.code).name});
        }
    }

    void read_words()
    {
        const auto themes = text_in("services/themes.json");
        const auto kinds = text_in("services/kinds.json");
        if (!themes || !kinds) { return; }
        take("services/themes.json, kinds.json", read_vocabulary(*themes, *kinds),
             [&](finder::Vocabulary vocabulary) {
                 report_.content.known = known_words_of(vocabulary);
                 report_.content.vocabulary = std::move(vocabulary);
             });
    }

    void read_collections()
    {
        if (!files::is_directory(folder_ / "services")) { return; }
        std::set<files::path> collections;
        for (const auto& entry : files::directory_iterator{folder_ / "services"}) {
            if (entry.is_directory()) { collections.insert(entry.path()); }
        }
        for (const files::path& collection : collections) { read_collection(collection); }
    }

    void read_collection(const files::path& collection)
    {
        const std::string name = collection.filename().string();
        std::set<files::path> paths;
        for (const auto& entry : files::directory_iterator{collection}) { paths.insert(entry.path()); }
        for (const files::path& path : paths) {
            const std::string file = "services/" + name + "/" + path.filename().string();
            take(file, read_offer(text_of_file(path), report_.content.known), [&](finder::Offer offer) {
                if (offer.id != path.stem().string()) { find(file, "the file is not called as its offer"); }
                for (const FieldFault& fault : faults_of_publishing(offer)) {
                    find(file + ": " + fault.path, std::string{row_of(fault.code).name});
                }
                if (!ids_.insert(offer.id).second) { find(file, "another offer has this id"); }
                report_.content.collections[name].push_back(std::move(offer));
            });
        }
    }

    /// Who they say they work with is somebody.
    void look_at_references()
    {
        for (const auto& [collection, offers] : report_.content.collections) {
            for (const finder::Offer& offer : offers) {
                for (const std::string& other : offer.cooperates_with) {
                    if (!ids_.contains(other)) {
                        find("services/" + collection + "/" + offer.id + ".json: cooperates_with",
                             "there is no offer " + other);
                    }
                }
            }
        }
    }

    files::path folder_;
    ServiceReport report_;
    std::set<std::string> ids_;
};

} // namespace

ServiceReport read_services(const files::path& content_folder)
{
    return Reading{content_folder}.run();
}

KnownWords known_words_of(const finder::Vocabulary& vocabulary)
{
    KnownWords known;
    for (const finder::Kind& kind : vocabulary.kinds) { known.kinds.insert(kind.id); }
    for (const finder::Theme& theme : vocabulary.themes) { known.themes.insert(theme.id); }
    return known;
}

} // namespace samvei::directory
