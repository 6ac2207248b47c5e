#include "http/shape.hpp"

#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

namespace samvei::http {

namespace {

const Shape measure_shape{
    "TestMeasure",
    "A measure.",
    {text("what", 2, 5, "What."), date("due_on", "By when."), optional(integer("effect", -2, 3, "Effect."))}};

const Shape everything_shape{
    "TestEverything",
    "One of each kind.",
    {text("title", 1, 5, "Title."), optional(integer("count", -3, 10, "Count.")),
     optional(decimal("latitude", -90, 90, "Degrees.")), optional(boolean("open", "Open.")),
     optional(date("born_on", "Born on.")), optional(instant("seen_at", "Seen at.")),
     optional(id("unit", "Unit.")), optional(identity_number("number", "Identity number.")),
     optional(choice("level", {"low", "high"}, "Level.")), optional(object("first", measure_shape, "First.")),
     optional(objects("measures", measure_shape, 1, 3, "Measures.")),
     optional(texts("words", 1, 2, "Words.")), optional(ids("units", 0, 2, "Units.")),
     optional(choices("days", {"mon", "tue"}, 2, 3, "Days.")), optional(text_map("answers", 4, "Answers.")),
     optional(verbatim("source", 9, "Source."))}};

constexpr const char* an_id = "01hzzzzzzzzzzzzzzzzzzzzzzz";

/// "path code limit; path code" for all faults; "" when it decodes, "bad_json" when it is no JSON.
std::string faults_in(const std::string& body, const Shape& shape = everything_shape)
{
    const auto decoded = decode(shape, body);
    if (decoded) { return ""; }
    if (decoded.error().code != ErrorCode::invalid_fields) {
        return std::string{row_of(decoded.error().code).name};
    }
    std::string faults;
    for (const FieldFault& fault : decoded.error().fields) {
        if (!faults.empty()) { faults += "; "; }
        faults.append(fault.path).append(" ").append(row_of(fault.code).name);
        if (fault.limit) { faults += " " + std::to_string(*fault.limit); }
    }
    return faults;
}

/// A body with a title, which is required, and one more member.
std::string with(const std::string& member)
{
    return R"({"title":"t",)" + member + "}";
}

struct Case {
    std::string member;
    std::string faults;
};

} // namespace

// Goal: every kind on both sides of each of its boundaries.
TEST(Decode, SaysWhatIsWrongWithEachKind)
{
    const std::string id_text = an_id;
    const std::vector<Case> cases{
        {R"("latitude":59.25)", ""},
        {R"("latitude":-90)", ""},
        {R"("latitude":90.5)", "latitude too_large 90"},
        {R"("latitude":-90.01)", "latitude too_small -90"},
        {R"("latitude":"59")", "latitude wrong_type"},
        {R"("count":-3)", ""},
        {R"("count":-4)", "count too_small -3"},
        {R"("count":10)", ""},
        {R"("count":11)", "count too_large 10"},
        {R"("count":9223372036854775808)", "count too_large 10"},
        {R"("count":1.0)", "count wrong_type"},
        {R"("count":"1")", "count wrong_type"},
        {R"("count":true)", "count wrong_type"},
        {R"("count":null)", ""},
        {R"("open":true)", ""},
        {R"("open":false)", ""},
        {R"("open":1)", "open wrong_type"},
        {R"("open":"true")", "open wrong_type"},
        {R"("born_on":"2024-02-29")", ""},
        {R"("born_on":"2023-02-29")", "born_on not_a_date"},
        {R"("born_on":"2023-04-31")", "born_on not_a_date"},
        {R"("born_on":"2023-4-3")", "born_on not_a_date"},
        {R"("born_on":" 2023-04-03")", "born_on not_a_date"},
        {R"("born_on":"")", "born_on not_a_date"},
        {R"("born_on":20230403)", "born_on wrong_type"},
        {R"("seen_at":"2026-11-22T23:59:59Z")", ""},
        {R"("seen_at":"2026-11-22T24:00:00Z")", "seen_at not_a_time"},
        {R"("seen_at":"2026-11-22T23:59:59+01:00")", "seen_at not_a_time"},
        {R"("seen_at":"2026-02-30T00:00:00Z")", "seen_at not_a_time"},
        {R"("unit":")" + id_text + "\"", ""},
        {R"("unit":")" + id_text.substr(1) + "\"", "unit not_an_id"},
        {R"("unit":")" + id_text + "0\"", "unit not_an_id"},
        {R"("unit":"01HZZZZZZZZZZZZZZZZZZZZZZZ")", "unit not_an_id"},
        {R"("unit":7)", "unit wrong_type"},
        {R"("level":"low")", ""},
        {R"("level":"Low")", "level not_one_of"},
        {R"("level":"")", "level not_one_of"},
        {R"("level":["low"])", "level wrong_type"},
    };
    for (const Case& one : cases) { EXPECT_EQ(faults_in(with(one.member)), one.faults) << one.member; }
}

TEST(Decode, SaysWhatIsWrongWithObjectsListsAndMaps)
{
    const std::vector<Case> cases{
        {R"("first":{"what":"ab","due_on":"2026-01-01"})", ""},
        {R"("first":[])", "first wrong_type"},
        {R"("first":{})", "first.what required; first.due_on required"},
        {R"("first":{"what":"a","due_on":"2026-01-32","effect":4})",
         "first.what too_short 2; first.due_on not_a_date; first.effect too_large 3"},
        {R"("measures":{})", "measures wrong_type"},
        {R"("measures":[])", "measures required"},
        {R"("measures":[1])", "measures[0] wrong_type"},
        {R"("measures":[null])", "measures[0] wrong_type"},
        {R"("words":["a","b"])", ""},
        {R"("words":["a","b","c"])", "words too_many 2"},
        {R"("words":["a",""])", "words[1] too_short 1"},
        {R"("words":["a",2])", "words[1] wrong_type"},
        {R"("words":[")" + std::string(400, 'x') + "\"]", ""},
        {R"("words":[")" + std::string(401, 'x') + "\"]", "words[0] too_long 400"},
        {R"("units":[])", ""},
        {R"("units":["x"])", "units[0] not_an_id"},
        {R"("days":["mon"])", "days too_small 2"},
        {R"("days":["mon","wed"])", "days[1] not_one_of"},
        {R"("days":["mon","tue"])", ""},
        {R"("answers":{"q1":"","q_2":"four","q.3":"x"})", ""},
        {R"("answers":{"stages/level_1/title":"x"})", ""},
        {R"("answers":{")" + std::string(400, 'a') + R"(":"x"})", ""},
        {R"("answers":{")" + std::string(401, 'a') + R"(":"x"})",
         "answers." + std::string(80, 'a') + " unknown_field"},
        {R"("answers":{"q1":"fiver"})", "answers.q1 too_long 4"},
        {R"("answers":{"q1":1})", "answers.q1 wrong_type"},
        {R"("answers":{"Q":"a"})", "answers.Q unknown_field"},
        {R"("answers":{"":"a"})", "answers. unknown_field"},
        {R"("answers":[])", "answers wrong_type"},
        {R"("source":"")", ""},
        {R"("source":"123456789")", ""},
        {R"("source":"1234567890")", "source too_long 9"},
        {R"("source":"\u0001")", ""},
        {R"("source":"\u0000")", "source bad_text"},
        {R"("source":1)", "source wrong_type"},
        {R"("colour":"red")", "colour unknown_field"},
        {R"("colour":null)", "colour unknown_field"},
    };
    for (const Case& one : cases) { EXPECT_EQ(faults_in(with(one.member)), one.faults) << one.member; }
}

// Goal: lengths count code points after trimming; white space alone is nothing.
TEST(Decode, MeasuresTexts)
{
    const std::vector<Case> cases{
        {R"("a")", ""},
        {R"("  a \n")", ""},
        {R"("åæøåæ")", ""},
        {R"("åæøåæø")", "title too_long 5"},
        {R"("😀😀😀😀😀")", ""},
        {R"("      ")", "title too_short 1"},
        {R"("")", "title too_short 1"},
        {R"("a\nb\tc")", ""},
        {R"("a\r\nb")", ""},
        {R"("a\u0000b")", "title bad_text"},
        {R"("a\u001bb")", "title bad_text"},
        {R"("a\u007fb")", "title bad_text"},
        {R"("a\u0085b")", "title bad_text"},
        {R"("a\u00a0b")", ""},
        {R"(5)", "title wrong_type"},
        {R"(null)", "title required"},
    };
    for (const Case& one : cases) {
        EXPECT_EQ(faults_in(R"({"title":)" + one.member + "}"), one.faults) << one.member;
    }
    EXPECT_EQ(faults_in("{}"), "title required");
}

// Goal: identity numbers must have right check digits, and come out as eleven digits.
TEST(Decode, ReadsIdentityNumbers)
{
    // Synthetic (month + 80), so nobody's.
    for (const char* number : {"018901 10009", "01890110009"}) {
        const auto decoded = decode(everything_shape, with(std::string{R"("number":")"} + number + "\""));
        ASSERT_TRUE(decoded);
        EXPECT_EQ(text_in(decoded.value(), "number"), "01890110009");
    }
    EXPECT_EQ(faults_in(with(R"("number":"01890110000")")), "number bad_identity_number");
    EXPECT_EQ(faults_in(with(R"("number":"0189011000")")), "number bad_identity_number");
    EXPECT_EQ(faults_in(with(R"("number":1890110009)")), "number wrong_type");
}

// Goal: a fault deep inside says exactly where it is, and all faults are named at once.
TEST(Decode, NamesPathsOfFaultsInside)
{
    const std::string good = R"({"what":"ab","due_on":"2026-01-01"})";
    EXPECT_EQ(
        faults_in(with(R"("measures":[)" + good + "," + good + R"(,{"what":"ab","due_on":"2026-13-01"}])")),
        "measures[2].due_on not_a_date");
    EXPECT_EQ(faults_in(with(R"("measures":[)" + good + "," + good + "," + good + "," + good + "]")),
              "measures too_many 3");
    EXPECT_EQ(faults_in(R"({"count":"x","measures":[{"what":"toolong","due_on":"2026-01-01","x":1}]})"),
              "title required; count wrong_type; measures[0].what too_long 5; measures[0].x unknown_field");
}

// Goal: what is no JSON object, or could be read in two ways, is refused whole.
TEST(Decode, RefusesWhatIsNoJsonObject)
{
    const std::vector<std::string> bodies{
        "",
        " ",
        "null",
        "[]",
        "1",
        "\"title\"",
        "{",
        "{}x",
        "{}{}",
        R"({"title":"t",})",
        R"({'title':'t'})",
        R"({"title":"t"} // comment)",
        "\xEF\xBB\xBF{}",
        R"({"title":"t","title":"u"})",
        R"({"title":"t","first":{"what":"ab","what":"cd","due_on":"2026-01-01"}})",
        R"({"title":"\ud800"})",
        "{\"title\":\"\xC3\x28\"}",
        "{\"title\":\"\xED\xA0\x80\"}",
        "{\"title\":\"\xC0\xAF\"}",
        std::string{"{\"title\":\"a\0\"}", 13},
        R"({"title":NaN})",
    };
    for (const std::string& body : bodies) { EXPECT_EQ(faults_in(body), "bad_json") << body; }
}

TEST(Decode, ReadsAtMostThirtyTwoLevels)
{
    const auto nested = [](std::size_t levels) {
        return R"({"title":"t","x":)" + std::string(levels, '[') + std::string(levels, ']') + "}";
    };
    EXPECT_EQ(faults_in(nested(31)), "x unknown_field");
    EXPECT_EQ(faults_in(nested(32)), "bad_json");
    EXPECT_EQ(faults_in(nested(100'000)), "bad_json");
}

// Goal: rubbish does not come back at length.
TEST(Decode, LimitsWhatItRepeats)
{
    const std::string long_name(5'000, 'n');
    EXPECT_EQ(faults_in(with("\"" + long_name + "\":1")), std::string(80, 'n') + " unknown_field");
    std::string cut_inside_a_letter(79, 'n');
    EXPECT_EQ(faults_in(with("\"" + cut_inside_a_letter + "åå\":1")), cut_inside_a_letter + " unknown_field");

    std::string many = R"("a0":1)";
    for (int i = 1; i < 500; ++i) { many += ",\"a" + std::to_string(i) + "\":1"; }
    const auto decoded = decode(everything_shape, with(many));
    ASSERT_FALSE(decoded);
    EXPECT_EQ(decoded.error().fields.size(), 100U);
}

// Goal: what was decoded reads back: texts trimmed, nulls gone, the rest as it was.
TEST(Decode, GivesValuesBack)
{
    const auto decoded =
        decode(everything_shape, R"({"title":"  Åse\r\n","count":7,"open":false,"born_on":null,
        "seen_at":"2026-11-22T08:30:00Z","unit":"01hzzzzzzzzzzzzzzzzzzzzzzz","words":[" a "],
        "first":{"what":" ab ","due_on":"2026-12-24","effect":null},
        "measures":[{"what":"cd ","due_on":"2026-12-25"}],"answers":{"q":" y "},
        "source":"\n {} \r\n"})");
    ASSERT_TRUE(decoded);
    const boost::json::object& object = decoded.value();
    EXPECT_EQ(text_in(object, "title"), "Åse");
    EXPECT_EQ(integer_in(object, "count"), 7);
    EXPECT_FALSE(boolean_in(object, "open"));
    EXPECT_FALSE(find_date_in(object, "born_on"));
    EXPECT_FALSE(object.contains("born_on"));
    EXPECT_EQ(text_of(instant_in(object, "seen_at")), "2026-11-22T08:30:00Z");
    EXPECT_EQ(id_in<Id<struct AnyKind>>(object, "unit").text(), an_id);
    EXPECT_EQ(texts_in(object, "words"), std::vector<std::string>{"a"});
    EXPECT_EQ(text_in(object_in(object, "first"), "what"), "ab");
    EXPECT_EQ(text_of(date_in(object_in(object, "first"), "due_on")), "2026-12-24");
    EXPECT_FALSE(find_integer_in(object_in(object, "first"), "effect"));
    ASSERT_EQ(objects_in(object, "measures").size(), 1U);
    EXPECT_EQ(text_in(*objects_in(object, "measures")[0], "what"), "cd");
    EXPECT_EQ(text_map_in(object, "answers"), (std::vector<std::pair<std::string, std::string>>{{"q", "y"}}));
    EXPECT_EQ(text_in(object, "source"), "\n {} \r\n");
    EXPECT_TRUE(texts_in(object, "units").empty());
    EXPECT_EQ(find_object_in(object, "nothing"), nullptr);
}

TEST(Reading, WhatTheShapeLacksIsABug)
{
    const auto decoded = decode(everything_shape, R"({"title":"t"})");
    ASSERT_TRUE(decoded);
    EXPECT_THROW(static_cast<void>(text_in(decoded.value(), "titel")), BrokenInvariant);
    EXPECT_THROW(static_cast<void>(integer_in(decoded.value(), "title")), BrokenInvariant);
}

} // namespace samvei::http
