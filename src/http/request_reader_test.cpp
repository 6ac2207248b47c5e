#include "http/request_reader.hpp"

#include <gtest/gtest.h>

#include <random>

namespace samvei::http {

namespace {

constexpr SizeLimits limits{.header_bytes = 512, .body_bytes = 20};

/// Feeds the bytes in pieces of this size, as a connection would, and says what came of it:
/// "GET /path body" for each request, and the code of a refusal.
std::string read_in_pieces(std::string_view bytes, std::size_t piece)
{
    RequestReader reader{limits};
    std::string buffer;
    std::string seen;
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
        buffer += bytes.substr(at, piece);
        for (;;) {
            const Reading before = reader.reading();
            buffer.erase(0, reader.eat(buffer));
            if (reader.reading() == Reading::refused) {
                return seen.append("! ").append(row_of(reader.refusal().code).name);
            }
            if (reader.reading() == Reading::done) {
                const Request& request = reader.request();
                seen.append(reader.is_head() ? "HEAD" : name_of(request.method));
                seen.append(" ").append(request.path).append(" ").append(request.body);
                for (const auto& [name, value] : request.form) { seen += name + "=" + value + "|"; }
                seen += reader.keeps_connection() ? "; " : ". ";
                reader.start();
                continue;
            }
            if (reader.reading() == before) { break; }
        }
    }
    return seen;
}

struct Case {
    std::string bytes;
    std::string seen;
};

const std::string host = "Host: x\r\n";
const std::string form = "Content-Type: application/x-www-form-urlencoded\r\n";
const std::string json = "Content-Type: application/json\r\n";
const std::string chunked = "Transfer-Encoding: chunked\r\n";

std::vector<Case> good_and_large_requests()
{
    return {
        {"GET /a HTTP/1.1\r\n" + host + "\r\n", "GET /a ; "},
        {"\r\n\r\nGET /a HTTP/1.1\r\n" + host + "\r\n\r\nHEAD /b HTTP/1.1\r\n" + host + "\r\n",
         "GET /a ; HEAD /b ; "},
        {"GET /a HTTP/1.0\r\n\r\n", "GET /a . "},
        {"GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", "GET /a ; "},
        {"GET /a HTTP/1.1\r\nConnection: close\r\n" + host + "\r\n", "GET /a . "},
        {"PUT /a HTTP/1.1\r\n" + host + json + "Content-Length: 2\r\n\r\n{}GET /b HTTP/1.1\r\n" + host +
             "\r\n",
         "PUT /a {}; GET /b ; "},
        {"POST /a HTTP/1.1\r\n" + host + "Content-Length: 0\r\n\r\n", "POST /a ; "},
        {"POST /a HTTP/1.1\r\n" + host + json + chunked + "\r\n1\r\n{\r\n1;x=y\r\n}\r\n0\r\n\r\n",
         "POST /a {}; "},
        {"POST /a HTTP/1.1\r\n" + host + json + chunked + "\r\n0\r\n\r\n", "POST /a ; "},
        {"POST /a HTTP/1.1\r\n" + host + json + chunked +
             "\r\n2\r\n{}\r\n0\r\nCookie: x\r\n\r\nDELETE /b HTTP/1.1\r\n" + host + "\r\n",
         "POST /a {}; DELETE /b ; "},
        // Bodies at and over the limit.
        {"POST /a HTTP/1.1\r\n" + host + json + "Content-Length: 20\r\n\r\n01234567890123456789",
         "POST /a 01234567890123456789; "},
        {"POST /a HTTP/1.1\r\n" + host + json + "Content-Length: 21\r\n\r\n", "! body_too_large"},
        {"POST /a HTTP/1.1\r\n" + host + json + "Content-Length: 99999999999999999999\r\n\r\n",
         "! bad_request"},
        {"POST /a HTTP/1.1\r\n" + host + json + chunked + "\r\n14\r\n01234567890123456789\r\n0\r\n\r\n",
         "POST /a 01234567890123456789; "},
        {"POST /a HTTP/1.1\r\n" + host + json + chunked + "\r\n14\r\n01234567890123456789\r\n1\r\nx\r\n",
         "! body_too_large"},
        {"POST /a HTTP/1.1\r\n" + host + json + chunked + "\r\nFFFFFFFFFFFFFFFF\r\n" + std::string(30, 'x'),
         "! body_too_large"},
    };
}

std::vector<Case> refused_requests()
{
    return {
        // What is not ours.
        {"POST /a HTTP/1.1\r\n" + host + "Content-Length: 2\r\n\r\n{}", "! unsupported_media"},
        {"POST /a HTTP/1.1\r\n" + host + "Content-Type: text/json\r\nContent-Length: 2\r\n\r\n",
         "! unsupported_media"},
        {"POST /a HTTP/1.1\r\n" + host + json + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n",
         "! unsupported_media"},
        {"POST /a HTTP/1.1\r\n" + host +
             "content-type: Application/JSON ; charset=utf-8\r\nContent-Length: 2\r\n\r\n{}",
         "POST /a {}; "},
        {"POST /a HTTP/1.1\r\n" + host + json + "Content-Length: 2\r\n\r\n\xC3\x28", "! bad_json"},
        {"POST /a HTTP/1.1\r\n" + host + json + "Content-Length: 1\r\n\r\n" + std::string(1, '\0'),
         "! bad_json"},
        // A form is read as a form and is no body, so that no handler of JSON takes it.
        {"POST /a HTTP/1.1\r\n" + host + form + "Content-Length: 14\r\n\r\na=1+2&b=%C3%A5",
         "POST /a a=1 2|b=å|; "},
        {"POST /a HTTP/1.1\r\n" + host + form + "Content-Length: 4\r\n\r\na=%C", "! bad_request"},
        {"POST /a HTTP/1.1\r\n" + host + form + "Content-Length: 8\r\n\r\na=%C3%28", "! bad_request"},
        {"POST /a HTTP/1.1\r\n" + host +
             "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 2\r\n\r\n--",
         "! unsupported_media"},
        {"PATCH /a HTTP/1.1\r\n" + host + "\r\n", "! method_not_allowed"},
        {"BREW /a HTTP/1.1\r\n" + host + "\r\n", "! method_not_allowed"},
        // What could mean two things.
        {"GET /a HTTP/1.1\r\n\r\n", "! bad_request"},
        {"GET /a HTTP/1.1\r\n" + host + host + "\r\n", "! bad_request"},
        {"POST /a HTTP/1.1\r\n" + host + json + "Content-Length: 2\r\n" + chunked + "\r\n", "! bad_request"},
        {"POST /a HTTP/1.1\r\n" + host + json + chunked + "Content-Length: 2\r\n\r\n", "! bad_request"},
        {"POST /a HTTP/1.1\r\n" + host + json + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n",
         "! bad_request"},
        {"POST /a HTTP/1.1\r\n" + host + json + "Content-Length: +2\r\n\r\n", "! bad_request"},
        {"POST /a HTTP/1.1\r\n" + host + json + "Transfer-Encoding: gzip, chunked\r\n\r\n", "! bad_request"},
        {"POST /a HTTP/1.1\r\n" + host + json + "Transfer-Encoding: xchunked\r\n\r\n", "! bad_request"},
        {"POST /a HTTP/1.0\r\n" + host + json + chunked + "\r\n", "! bad_request"},
        {"POST /a HTTP/1.1\r\n" + host + json + chunked + "\r\nzz\r\n{}\r\n0\r\n\r\n", "! bad_request"},
        // What is no HTTP.
        {"GET /a HTTP/2.0\r\n" + host + "\r\n", "! bad_request"},
        {"GET /a\r\n\r\n", "! bad_request"},
        {"GET  /a HTTP/1.1\r\n" + host + "\r\n", "! bad_request"},
        {"GET /a HTTP/1.1\r\nHost : x\r\n\r\n", "! bad_request"},
        {"GET /a HTTP/1.1\r\n" + host + "Bad\r\n\r\n", "! bad_request"},
        {"GET /a HTTP/1.1\r\n" + host + "X: a\nY: b\r\n\r\n", "! bad_request"},
        {"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", "! bad_request"},
        {"GET http://x/a HTTP/1.1\r\n" + host + "\r\n", "! bad_request"},
        {"GET /../a HTTP/1.1\r\n" + host + "\r\n", "! bad_request"},
        {"GET /%00 HTTP/1.1\r\n" + host + "\r\n", "! bad_request"},
        {"GET /" + std::string(600, 'a') + " HTTP/1.1\r\n" + host + "\r\n", "! header_too_large"},
        {"GET /a HTTP/1.1\r\n" + host + "X: " + std::string(600, 'a'), "! header_too_large"},
    };
}

} // namespace

// Goal: what a request is does not depend on how its bytes arrive.
TEST(RequestReader, ReadsTheSameInPiecesOfAnySize)
{
    std::vector<Case> cases = good_and_large_requests();
    for (Case& one : refused_requests()) { cases.push_back(std::move(one)); }
    for (const Case& one : cases) {
        for (const std::size_t piece : {std::size_t{1}, std::size_t{2}, std::size_t{7}, one.bytes.size()}) {
            EXPECT_EQ(read_in_pieces(one.bytes, piece), one.seen) << one.bytes << "in pieces of " << piece;
        }
    }
}

// Goal: spoiled requests too give the same requests however they arrive, in a fixed random order. (When a bad
// header is refused may differ: as soon as it is seen, or once its end has come.)
TEST(RequestReader, FindsTheSameRequestsInSpoiledBytes)
{
    std::mt19937 random{2'026};
    std::vector<Case> cases = good_and_large_requests();
    for (Case& one : refused_requests()) { cases.push_back(std::move(one)); }
    const auto up_to = [&](std::size_t end) {
        return std::uniform_int_distribution<std::size_t>{0, end}(random);
    };
    for (int i = 0; i < 5'000; ++i) {
        std::string bytes = cases.at(up_to(cases.size() - 1)).bytes + cases.at(up_to(cases.size() - 1)).bytes;
        for (std::size_t spoiled = up_to(3) + 1; spoiled > 0; --spoiled) {
            const std::size_t at = up_to(bytes.size() - 1);
            if (up_to(1) == 0) {
                bytes.erase(at, up_to(5));
            } else {
                bytes.insert(at, 1, "\r\n :;,0%/\t\x80x"[up_to(11)]);
            }
        }
        const auto requests_in = [&](std::size_t piece) {
            const std::string seen = read_in_pieces(bytes, piece);
            return seen.substr(0, seen.find("! "));
        };
        EXPECT_EQ(requests_in(1), requests_in(bytes.size())) << bytes;
        EXPECT_EQ(requests_in(up_to(40) + 2), requests_in(bytes.size())) << bytes;
    }
}

TEST(RequestReader, ABodysTrailersAreNoHeaders)
{
    RequestReader reader{limits};
    std::string bytes = "POST / HTTP/1.1\r\n" + host + json + chunked +
                        "\r\n2\r\n{}\r\n0\r\nCookie: x=1\r\n\r\n";
    while (reader.reading() != Reading::done) { bytes.erase(0, reader.eat(bytes)); }
    EXPECT_EQ(reader.request().header("cookie"), "");
}

TEST(RequestReader, AChunkLineWithoutEndIsRefused)
{
    RequestReader reader{limits};
    std::string bytes = "POST / HTTP/1.1\r\n" + host + json + chunked + "\r\n2;" + std::string(2'000, 'x');
    for (int i = 0; i < 3 && reader.reading() != Reading::refused; ++i) { bytes.erase(0, reader.eat(bytes)); }
    EXPECT_EQ(reader.reading(), Reading::refused);
}

TEST(RequestReader, KnowsWhoWaitsForContinue)
{
    RequestReader reader{limits};
    std::string bytes = "POST / HTTP/1.1\r\n" + host + json +
                        "Expect: 100-Continue\r\nContent-Length: 2\r\n\r\n";
    bytes.erase(0, reader.eat(bytes));
    EXPECT_EQ(reader.reading(), Reading::body);
    EXPECT_TRUE(reader.expects_continue());
}

} // namespace samvei::http
