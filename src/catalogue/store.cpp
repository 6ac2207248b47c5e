#include "catalogue/store.hpp"

#include "catalogue/definitions.hpp"
#include "catalogue/queries.hpp"

namespace samvei::catalogue {

namespace {

int number_in(const db::Rows& rows, std::string_view column)
{
    return static_cast<int>(rows.integer(column));
}

Instant instant_in(const db::Rows& rows, std::string_view column)
{
    const std::optional<Instant> instant = find_instant(rows.text(column));
    check(instant.has_value(), "a stored time is a time");
    return *instant;
}

std::optional<Texts> texts_from(db::Rows rows)
{
    if (!rows.next()) { return std::nullopt; }
    return Texts{rows.string("definition"), rows.string("scenarios")};
}

DraftMark mark_from(const db::Rows& rows, const std::string& pathway)
{
    return {.pathway = pathway,
            .version = rows.integer("version"),
            .based_on = number_in(rows, "based_on_version"),
            .changed_at = instant_in(rows, "changed_at"),
            .changed_by = rows.string("changed_by")};
}

void write_national(db::Writer& hub, const db::Query& query, const std::string& pathway, int version,
                    const Texts& texts)
{
    hub.execute(query, {{"pathway", std::string_view{pathway}},
                        {"version", std::int64_t{version}},
                        {"definition", std::string_view{texts.definition}},
                        {"scenarios", std::string_view{texts.scenarios}}});
}

void write_draft(db::Writer& db, const db::Query& query, const Draft& draft)
{
    const std::string changed_at = text_of(draft.mark.changed_at);
    db.execute(query, {{"pathway", std::string_view{draft.mark.pathway}},
                       {"based_on_version", std::int64_t{draft.mark.based_on}},
                       {"definition", std::string_view{draft.texts.definition}},
                       {"scenarios", std::string_view{draft.texts.scenarios}},
                       {"version", draft.mark.version},
                       {"changed_at", std::string_view{changed_at}},
                       {"changed_by", std::string_view{draft.mark.changed_by}}});
}

} // namespace

std::optional<Texts> find_national(db::Reader& hub, const std::string& pathway, int version)
{
    return texts_from(hub.run(queries::national_pathway,
                              {{"pathway", std::string_view{pathway}}, {"version", std::int64_t{version}}}));
}

std::vector<int> national_versions_of(db::Reader& hub, const std::string& pathway)
{
    std::vector<int> versions;
    db::Rows rows = hub.run(queries::national_versions, {{"pathway", std::string_view{pathway}}});
    while (rows.next()) { versions.push_back(number_in(rows, "version")); }
    return versions;
}

void insert_national(db::Writer& hub, const std::string& pathway, int version, const Texts& texts)
{
    write_national(hub, queries::insert_national_pathway, pathway, version, texts);
}

void update_national(db::Writer& hub, const std::string& pathway, int version, const Texts& texts)
{
    write_national(hub, queries::update_national_pathway, pathway, version, texts);
}

std::optional<Texts> find_own(db::Reader& db, const std::string& pathway, int version)
{
    return texts_from(db.run(queries::own_pathway,
                             {{"pathway", std::string_view{pathway}}, {"version", std::int64_t{version}}}));
}

std::vector<OwnVersion> own_versions_of(db::Reader& db, const std::string& pathway)
{
    std::vector<OwnVersion> versions;
    db::Rows rows = db.run(queries::own_versions, {{"pathway", std::string_view{pathway}}});
    while (rows.next()) {
        versions.push_back({.pathway = pathway,
                            .version = number_in(rows, "version"),
                            .based_on = number_in(rows, "based_on_version"),
                            .note = rows.string("note"),
                            .published_at = instant_in(rows, "published_at"),
                            .published_by = rows.string("published_by"),
                            .retired = !rows.is_null("retired_at")});
    }
    return versions;
}

std::optional<int> find_own_version_in_use(db::Reader& db, const std::string& pathway)
{
    db::Rows rows = db.run(queries::own_version_in_use, {{"pathway", std::string_view{pathway}}});
    if (!rows.next()) { return std::nullopt; }
    return number_in(rows, "version");
}

std::map<std::string, int> own_versions_in_use(db::Reader& db)
{
    std::map<std::string, int> versions;
    db::Rows rows = db.run(queries::own_versions_in_use, {});
    while (rows.next()) { versions.emplace(rows.string("pathway_id"), number_in(rows, "version")); }
    return versions;
}

void insert_own(db::Writer& db, const OwnVersion& version, const Texts& texts)
{
    const std::string national = national_id_of(version.pathway);
    const std::string published_at = text_of(version.published_at);
    db.execute(queries::insert_own_pathway, {{"pathway", std::string_view{version.pathway}},
                                             {"version", std::int64_t{version.version}},
                                             {"based_on", std::string_view{national}},
                                             {"based_on_version", std::int64_t{version.based_on}},
                                             {"definition", std::string_view{texts.definition}},
                                             {"scenarios", std::string_view{texts.scenarios}},
                                             {"note", std::string_view{version.note}},
                                             {"published_at", std::string_view{published_at}},
                                             {"published_by", std::string_view{version.published_by}}});
}

std::int64_t retire_own(db::Writer& db, const std::string& pathway, Instant now)
{
    const std::string text = text_of(now);
    return db.execute(queries::retire_own_pathway,
                      {{"now", std::string_view{text}}, {"pathway", std::string_view{pathway}}});
}

std::optional<Draft> find_draft(db::Reader& db, const std::string& pathway)
{
    db::Rows rows = db.run(queries::draft, {{"pathway", std::string_view{pathway}}});
    if (!rows.next()) { return std::nullopt; }
    return Draft{mark_from(rows, pathway), {rows.string("definition"), rows.string("scenarios")}};
}

std::optional<DraftMark> find_draft_mark(db::Reader& db, const std::string& pathway)
{
    db::Rows rows = db.run(queries::draft_without_texts, {{"pathway", std::string_view{pathway}}});
    if (!rows.next()) { return std::nullopt; }
    return mark_from(rows, pathway);
}

void insert_draft(db::Writer& db, const Draft& draft)
{
    write_draft(db, queries::insert_draft, draft);
}

void update_draft(db::Writer& db, const Draft& draft)
{
    write_draft(db, queries::update_draft, draft);
}

void delete_draft(db::Writer& db, const std::string& pathway)
{
    db.execute(queries::delete_draft, {{"pathway", std::string_view{pathway}}});
}

} // namespace samvei::catalogue
