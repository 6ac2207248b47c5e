#pragma once
// content/services and content/places: what the finder knows from the start, checked as a whole. The only
// part of this room that reads files.

#include "directory/offer_reader.hpp"
#include "finder/places.hpp"
#include "finder/vocabulary.hpp"

#include <filesystem>
#include <map>
#include <vector>

namespace samvei::directory {

/// Something wrong in a content file.
struct ServiceFinding {
    std::string where; ///< "services/national/mental_helse.json: contacts[0].value"
    std::string why;   ///< English, for whoever edits content.
};

struct ServiceContent {
    finder::Vocabulary vocabulary;
    KnownWords known;
    finder::Places places;
    std::string map_json; ///< content/places/map.json, as in the file.
    std::map<std::string, std::vector<finder::Offer>> collections; ///< By folder: "national", "solvik".
};

struct ServiceReport {
    ServiceContent content; ///< Complete when there are no findings.
    std::vector<ServiceFinding> findings;
};

/// Reads all of it. A folder or file that is not there is a finding, never an exception.
ServiceReport read_services(const std::filesystem::path& content_folder);

/// Words that an offer may use.
KnownWords known_words_of(const finder::Vocabulary& vocabulary);

} // namespace samvei::directory
