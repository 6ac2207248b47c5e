#include "http/problem.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace samvei::http {

namespace {

/// How long a client should wait before it asks again when the store cannot answer.
constexpr const char* retry_after_seconds = "5";

template <class Row>
std::string_view sentence_in(const Row& row, Language language)
{
    switch (language) {
    case Language::nb: return row.nb;
    case Language::nn: return row.nn;
    case Language::en: return row.en;
    }
    return row.nb;
}

std::string message_of(const FieldFault& fault, Language language)
{
    std::string message{sentence_in(row_of(fault.code), language)};
    if (const std::size_t place = message.find("{}"); fault.limit && place != std::string::npos) {
        message.replace(place, 2, std::to_string(*fault.limit));
    }
    return message;
}

boost::json::array fields_of(const std::vector<FieldFault>& faults, Language language)
{
    boost::json::array fields;
    fields.reserve(faults.size());
    for (const FieldFault& fault : faults) {
        boost::json::object field{{"path", fault.path},
                                  {"code", row_of(fault.code).name},
                                  {"message", message_of(fault, language)}};
        if (fault.limit) { field["limit"] = *fault.limit; }
        fields.push_back(std::move(field));
    }
    return fields;
}

} // namespace

Response problem(const Error& error, const Request& request, std::string_view current_json)
{
    const ErrorRow& row = row_of(error.code);
    boost::json::object body{{"type", "/problems/" + std::string{row.name}},
                             {"title", sentence_in(row, request.language)},
                             {"status", row.status},
                             {"code", row.name},
                             {"reference", request.reference}};
    if (!error.fields.empty()) { body["fields"] = fields_of(error.fields, request.language); }
    if (!current_json.empty()) {
        body["current"] = boost::json::parse({current_json.data(), current_json.size()});
    }

    Response response{.status = row.status,
                      .content_type = "application/problem+json",
                      .body = boost::json::serialize(body)};
    response.headers.emplace_back("Content-Language", code_of(request.language));
    if (error.code == ErrorCode::service_unavailable) {
        response.headers.emplace_back("Retry-After", retry_after_seconds);
    }
    response.log_why = std::string{row.name};
    if (!error.why.text.empty()) { response.log_why += ": " + error.why.text; }
    return response;
}

} // namespace samvei::http
