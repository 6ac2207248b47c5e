#include "http/request_reader.hpp"

#include "base/text.hpp"
#include "http/target.hpp"

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

#include <algorithm>
#include <optional>

namespace samvei::http {

namespace beast = boost::beast;

namespace {

/// Beast's chunk parser wants at least "0\r\n\r\n" in one piece; no shorter rest of a body is valid anyway.
constexpr std::size_t chunk_bytes_min = 5;
/// A body is given room for at most this much on the client's word alone.
constexpr std::size_t reserved_bytes_max = 64 * 1024;

std::string_view view_of(beast::string_view text)
{
    return {text.data(), text.size()};
}

std::string lower_case(std::string_view text)
{
    std::string lower{text};
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') { c = static_cast<char>(c - 'A' + 'a'); }
    }
    return lower;
}

/// Without parameters, in lower case.
std::string media_type_in(std::string_view content_type)
{
    std::string type = lower_case(content_type.substr(0, content_type.find(';')));
    while (!type.empty() && (type.back() == ' ' || type.back() == '\t')) { type.pop_back(); }
    return type;
}

bool is_form_type(std::string_view content_type)
{
    return media_type_in(content_type) == "application/x-www-form-urlencoded";
}

/// "application/json" and "application/...+json", with or without parameters.
bool is_json_type(std::string_view content_type)
{
    const std::string type = media_type_in(content_type);
    return type == "application/json" || (type.starts_with("application/") && type.ends_with("+json"));
}

/// Beast's parser, writing straight into our Request.
class Parser final : public beast::http::basic_parser<true> {
public:
    Parser(Request& request, SizeLimits limits) : request_{request}, body_max_{limits.body_bytes}
    {
        header_limit(static_cast<std::uint32_t>(limits.header_bytes));
        body_limit(boost::none); // Counted here: Beast's own limit ends the message without a word.
    }

    std::string target;
    std::optional<Method> method;
    bool head = false;
    int http_minor = 1;
    bool too_large = false;

private:
    using error_code = beast::error_code;
    using string_view = beast::string_view;

    void on_request_impl(beast::http::verb given, string_view, string_view target_text, int version,
                         error_code&) override
    {
        using beast::http::verb;
        if (given == verb::get || given == verb::head) { method = Method::get; }
        if (given == verb::post) { method = Method::post; }
        if (given == verb::put) { method = Method::put; }
        if (given == verb::delete_) { method = Method::delete_; }
        head = given == verb::head;
        target.assign(target_text.data(), target_text.size());
        http_minor = version - 10;
    }

    void on_response_impl(int, string_view, int, error_code&) override {}

    void on_field_impl(beast::http::field, string_view name, string_view value, error_code&) override
    {
        // Trailers come through here too; a header after the body would slip past every check made before it.
        if (header_read_) { return; }
        request_.headers.emplace_back(lower_case(view_of(name)), view_of(value));
    }

    void on_header_impl(error_code&) override { header_read_ = true; }

    void on_body_init_impl(const boost::optional<std::uint64_t>& length, error_code&) override
    {
        if (length) { request_.body.reserve(std::min<std::uint64_t>(*length, reserved_bytes_max)); }
    }

    std::size_t on_body_impl(string_view bytes, error_code& error) override { return take(bytes, error); }
    void on_chunk_header_impl(std::uint64_t size, string_view, error_code& error) override
    {
        if (size > body_max_ - request_.body.size()) { refuse_size(error); }
    }
    std::size_t on_chunk_body_impl(std::uint64_t, string_view bytes, error_code& error) override
    {
        return take(bytes, error);
    }
    void on_finish_impl(error_code&) override {}

    std::size_t take(string_view bytes, error_code& error)
    {
        if (bytes.size() > body_max_ - request_.body.size()) {
            refuse_size(error);
            return 0;
        }
        request_.body.append(bytes.data(), bytes.size());
        return bytes.size();
    }

    void refuse_size(error_code& error)
    {
        too_large = true;
        error = beast::http::error::body_limit;
    }

    Request& request_;
    std::size_t body_max_;
    bool header_read_ = false;
};

} // namespace

struct RequestReader::Inside {
    explicit Inside(SizeLimits size_limits) : limits{size_limits} {}

    SizeLimits limits;
    Request request;
    std::optional<Parser> parser;
    Reading reading = Reading::header;
    std::optional<Error> refusal;

    void refuse(ErrorCode code, const char* why)
    {
        reading = Reading::refused;
        refusal.emplace(code, why);
    }

    std::size_t count_of(std::string_view name) const
    {
        return static_cast<std::size_t>(
            std::count_if(request.headers.begin(), request.headers.end(),
                          [&](const auto& header) { return header.first == name; }));
    }

    /// What can be said against a request before its body is there.
    void check_header()
    {
        request.language = preferred_language(request.header("accept-language"));
        auto target = find_target(parser->target);
        if (!target) { return refuse(ErrorCode::bad_request, "the target of the request cannot be read"); }
        request.path = std::move(target->path);
        request.query = std::move(target->query);

        // A second Host, or none, or framing in two ways: then a proxy may see another request than we do.
        const std::size_t hosts = count_of("host");
        if (hosts > 1 || (hosts == 0 && parser->http_minor >= 1)) {
            return refuse(ErrorCode::bad_request, "not exactly one Host");
        }
        const std::size_t codings = count_of("transfer-encoding");
        if (codings > 0 && (codings > 1 || lower_case(request.header("transfer-encoding")) != "chunked" ||
                            count_of("content-length") > 0 || parser->http_minor == 0)) {
            return refuse(ErrorCode::bad_request, "an unknown Transfer-Encoding");
        }
        if (!parser->method) { return refuse(ErrorCode::method_not_allowed, "an unknown method"); }
        request.method = *parser->method;

        const auto length = parser->content_length();
        if (length && *length > limits.body_bytes) {
            return refuse(ErrorCode::body_too_large, "Content-Length over the limit");
        }
        if (parser->is_done()) { return; }
        const std::string_view type = request.header("content-type");
        if ((!is_json_type(type) && !is_form_type(type)) || !request.header("content-encoding").empty()) {
            return refuse(ErrorCode::unsupported_media, "the body is neither plain JSON nor a form");
        }
    }

    void note_error(const beast::error_code& error)
    {
        if (parser->too_large) { return refuse(ErrorCode::body_too_large, "the body is over the limit"); }
        if (error == beast::http::error::header_limit) {
            return refuse(ErrorCode::header_too_large, "the header is over the limit");
        }
        refuse(ErrorCode::bad_request, "not HTTP");
    }

    /// One step of the parser: up to the end of the header, or of a piece of the body.
    std::size_t step(std::string_view bytes)
    {
        beast::error_code error;
        const bool header_was_read = parser->is_header_done();
        const std::size_t eaten = parser->put(boost::asio::const_buffer{bytes.data(), bytes.size()}, error);
        if (error && error != beast::http::error::need_more) {
            note_error(error);
            return eaten;
        }
        if (!header_was_read && parser->is_header_done()) {
            reading = Reading::body;
            check_header();
        }
        if (reading == Reading::body && parser->is_done()) { finish(); }
        return eaten;
    }

    void finish()
    {
        reading = Reading::done;
        if (!is_utf8(request.body)) {
            return refuse(ErrorCode::bad_json, "the body is not UTF-8 without NUL");
        }
        if (!is_form_type(request.header("content-type"))) { return; }
        auto form = find_pairs(request.body);
        if (!form) { return refuse(ErrorCode::bad_request, "the form cannot be read"); }
        request.form = *std::move(form);
        request.body.clear();
    }
};

RequestReader::RequestReader(SizeLimits limits) : inside_{std::make_unique<Inside>(limits)}
{
    start();
}

RequestReader::~RequestReader() = default;
RequestReader::RequestReader(RequestReader&&) noexcept = default;

void RequestReader::start()
{
    inside_->request = Request{};
    inside_->parser.emplace(inside_->request, inside_->limits);
    inside_->reading = Reading::header;
    inside_->refusal.reset();
}

std::size_t RequestReader::eat(std::string_view bytes)
{
    Inside& in = *inside_;
    std::size_t eaten = 0;
    if (in.reading == Reading::header && !in.parser->got_some()) {
        // Empty lines before a request are skipped (RFC 9112 §2.2).
        while (bytes.substr(eaten).starts_with("\r\n")) { eaten += 2; }
        if (bytes.substr(eaten) == "\r") { return eaten; }
    }
    while (in.reading == Reading::header || in.reading == Reading::body) {
        const std::string_view rest = bytes.substr(eaten);
        const bool in_chunks = in.reading == Reading::body && in.parser->chunked();
        if (rest.empty() || (in_chunks && rest.size() < chunk_bytes_min)) { break; }

        const Reading before = in.reading;
        const std::size_t more = in.step(rest);
        eaten += more;
        if (before == Reading::header && in.reading == Reading::body) { break; }
        if (more > 0) { continue; }
        // Nothing eaten: more must come. The line of a chunk or a trailer may be no longer than a header.
        if (in.reading == Reading::body && rest.size() > in.limits.header_bytes) {
            in.refuse(ErrorCode::bad_request, "a chunk's line without an end");
        }
        break;
    }
    return eaten;
}

Reading RequestReader::reading() const
{
    return inside_->reading;
}

const Error& RequestReader::refusal() const
{
    check(inside_->refusal.has_value(), "a refusal is asked for only once refused");
    return *inside_->refusal;
}

bool RequestReader::expects_continue() const
{
    return inside_->parser->http_minor >= 1 &&
           lower_case(inside_->request.header("expect")) == "100-continue";
}

bool RequestReader::is_head() const
{
    return inside_->parser->head;
}

bool RequestReader::keeps_connection() const
{
    return inside_->reading == Reading::done && inside_->parser->keep_alive();
}

int RequestReader::http_minor() const
{
    return inside_->parser->http_minor;
}

Request& RequestReader::request()
{
    return inside_->request;
}
const Request& RequestReader::request() const
{
    return inside_->request;
}

} // namespace samvei::http
