#pragma once
// Views as JSON text, after the shapes of shapes.hpp.

#include "catalogue/checks.hpp"
#include "catalogue/drafts.hpp"
#include "catalogue/trial.hpp"
#include "catalogue/views.hpp"

namespace samvei::catalogue {

std::string json_of(const Line& line, Language language, Date today);
std::string json_of(const std::vector<Line>& lines, Language language, Date today);
std::string json_of(const std::vector<VersionLine>& versions);
std::string json_of(const std::string& id, int version, const Texts& texts);
std::string vocabulary_json(const access::Content& content, Language language);
/// `base`: the national definition that the draft is based on.
std::string json_of(const Draft& draft, const std::string& base);
std::string json_of(const Update& update);
std::string json_of(const Check& result, const std::vector<pathway::Difference>& differences);
std::string json_of(const Trial& trial, Language language, Date today);

} // namespace samvei::catalogue
