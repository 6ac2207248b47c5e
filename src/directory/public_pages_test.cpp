// Goal: the public pages say everything in every language, and keep nothing of what somebody types.

#include "access/testing/test_app.hpp"
#include "base/text.hpp"
#include "directory/content.hpp"
#include "directory/offers.hpp"
#include "directory/public_pages.hpp"
#include "directory/store.hpp"

#include <gtest/gtest.h>

#include <array>

namespace samvei::directory {
namespace {

namespace files = std::filesystem;
using db::testing::Engine;

const files::path root{SAMVEI_SOURCE_DIR};

const ServiceContent& content()
{
    static const ServiceContent read = [] {
        ServiceReport report = read_services(root / "content");
        for (const ServiceFinding& finding : report.findings) {
            ADD_FAILURE() << finding.where << ": " << finding.why;
        }
        return std::move(report.content);
    }();
    return read;
}

/// A town with all offers of the content, and its public pages.
class Pages {
public:
    Pages() : shelf_{content().vocabulary, places()}, app_{app_of(base_, shelf_)}
    {
        for (const auto& [collection, offers] : content().collections) {
            keep_content_offers(app_, offers, "");
        }
    }

    http::Response get(const std::string& path, http::Pairs query = {})
    {
        http::Request request;
        request.path = path;
        request.query = std::move(query);
        return router_.answer(request);
    }
    http::Response post(http::Pairs form)
    {
        http::Request request;
        request.method = http::Method::post;
        request.path = "/find";
        request.form = std::move(form);
        return router_.answer(request);
    }
    access::App& app() { return app_; }
    StoppedClock& clock() { return base_.clock; }
    Reading reading(Language language) const
    {
        return {.language = language,
                .large = false,
                .now = access::testing::test_start,
                .sentences = sentences_,
                .vocabulary = shelf_.vocabulary(),
                .places = shelf_.places()};
    }

private:
    static finder::Places places()
    {
        finder::Places all = content().places;
        all.municipalities.push_back({"9901", "Solvik", {}, ""});
        return all;
    }
    static access::App app_of(access::testing::TestApp& base, finder::Shelf& shelf)
    {
        return {.databases = *base.databases,
                .clock = base.clock,
                .ids = base.ids,
                .keys = base.keys,
                .content = base->content,
                .definitions = base.definitions,
                .access_log = base.access_log,
                .shelf = shelf,
                .login = base->login};
    }
    access::testing::TestApp base_{Engine::sqlite};
    finder::Shelf shelf_;
    access::App app_;
    PublicPages pages_{app_, place_map_from(content().map_json), root / "web/public_pages",
                       root / "content/words"};
    Sentences sentences_{root / "content/words"};
    http::Router router_{pages_.routes()};
};

bool has(const http::Response& response, std::string_view text)
{
    return response.body.find(text) != std::string::npos;
}

TEST(PublicPages, EveryPageAndEveryOfferIsThereInEveryLanguage)
{
    Pages pages;
    std::vector<std::string> paths{"/",      "/find",           "/crisis",
                                   "/embed", "/municipalities", "/municipalities/9901"};
    for (const finder::Offer& offer : current_index(pages.app())->offers()) {
        paths.push_back("/offers/" + offer.id);
    }
    EXPECT_GT(paths.size(), 70U);
    for (const std::string& path : paths) {
        for (const std::string language : {"nb", "nn", "en"}) {
            const http::Response page = pages.get(path, {{"lang", language}, {"text", "large"}});
            EXPECT_EQ(page.status, 200) << path;
            EXPECT_TRUE(has(page, "<html lang=\"" + language + "\"")) << path;
            EXPECT_TRUE(has(page, "tel:116111")) << path << " has a crisis box";
            EXPECT_FALSE(has(page, "{{")) << path;
        }
    }
}

TEST(PublicPages, WhatDoesNotExistIsAPageTooWithTheCrisisBox)
{
    Pages pages;
    for (const std::string path : {"/offers/nothing", "/municipalities/0000"}) {
        const http::Response page = pages.get(path);
        EXPECT_EQ(page.status, 404) << path;
        EXPECT_TRUE(has(page, "tel:113")) << path;
    }
}

TEST(PublicPages, AnOfferThatWasMergedLeadsToTheOneInItsPlace)
{
    Pages pages;
    ASSERT_TRUE(pages.app().hub().write([](db::Writer& hub) -> Result<Done> {
        OfferRecord record = *find_record(hub, "kirkens_sos");
        record.state = OfferState::merged;
        record.merged_into = "ung_no";
        next_revision(hub);
        return update_record(hub, record);
    }));
    const http::Response page = pages.get("/offers/kirkens_sos", {{"lang", "nn"}});
    EXPECT_EQ(page.status, 303);
    EXPECT_EQ(page.headers.front(),
              (std::pair<std::string, std::string>{"Location", "/offers/ung_no?lang=nn"}));
    EXPECT_FALSE(has(pages.get("/crisis"), "/offers/kirkens_sos"));
}

TEST(PublicPages, WhatIsTypedStandsInNoLinkAndIsReadFromNoLink)
{
    Pages pages;
    const http::Response found = pages.post({{"text", "jeg får ikke sove hemmeligord"}, {"age", "15"}});
    ASSERT_EQ(found.status, 200);
    for (std::size_t at = found.body.find("href="); at != std::string::npos;
         at = found.body.find("href=", at + 1)) {
        const std::string link = found.body.substr(at, found.body.find('"', at + 6) - at);
        EXPECT_EQ(link.find("hemmeligord"), std::string::npos) << link;
    }
    EXPECT_FALSE(has(pages.get("/find", {{"text", "hemmeligord"}}), "hemmeligord"));
}

TEST(PublicPages, WhatIsTypedIsCutBetweenLettersOnly)
{
    Pages pages;
    std::string letters;
    for (int i = 0; i < 299; ++i) { letters += "å"; }
    const http::Response whole = pages.post({{"text", letters + "ø"}, {"municipality", letters}});
    EXPECT_TRUE(is_utf8(whole.body));
    EXPECT_TRUE(has(whole, letters + "ø"));
    const http::Response cut = pages.post({{"text", "a" + letters + "øæ"}});
    EXPECT_TRUE(is_utf8(cut.body));
    EXPECT_TRUE(has(cut, "a" + letters));
    EXPECT_FALSE(has(cut, letters + "ø"));
}

TEST(PublicPages, WhatIsTypedIsEscaped)
{
    Pages pages;
    const http::Response page = pages.post(
        {{"text", "<script>alert(1)</script>"}, {"municipality", "\"><img src=x>"}, {"age", "<b>"}});
    EXPECT_EQ(page.status, 200);
    EXPECT_FALSE(has(page, "<script>alert"));
    EXPECT_FALSE(has(page, "<img src=x>"));
    EXPECT_FALSE(has(page, "<b>"));
}

TEST(PublicPages, SomebodyInDangerMeetsTheNumbersFirst)
{
    Pages pages;
    const http::Response page = pages.post({{"text", "jeg vil ikke leve mer"}, {"lang", "nb"}});
    const std::size_t numbers = page.body.find("sv-urgent");
    EXPECT_NE(numbers, std::string::npos);
    EXPECT_LT(numbers, page.body.find("<h1"));
    EXPECT_FALSE(has(pages.post({{"text", "jeg får ikke sove"}}), "sv-urgent__inner"));
}

TEST(PublicPages, AMunicipalityIsMeantByNumberNameOrSamiNameAndAsksWhenItIsUnclear)
{
    Pages pages;
    const auto found_in = [&](const std::string& typed) {
        return pages.post({{"text", "søvn"}, {"municipality", typed}, {"lang", "nb"}});
    };
    EXPECT_TRUE(has(found_in("solvik"), " i Solvik."));
    EXPECT_TRUE(has(found_in("9901"), " i Solvik."));
    EXPECT_TRUE(has(found_in("Guovdageaidnu"), " i Kautokeino."));
    EXPECT_TRUE(has(found_in("guovdageaidnu"), " i Kautokeino."));
    EXPECT_TRUE(has(found_in("Våler"), "municipality_number")) << "two have that name";
    EXPECT_TRUE(has(found_in("Lillehavn"), "Vi fant ingen kommune"));
}

TEST(PublicPages, ANoSaysWhyAndWhereToBeginInstead)
{
    Pages pages;
    const http::Response page = pages.post(
        {{"text", "helsestasjon for ungdom"}, {"age", "7"}, {"municipality", "9901"}, {"lang", "nb"}});
    EXPECT_TRUE(has(page, "sv-refused"));
    EXPECT_TRUE(has(page, "Dette er for dem som er 13 år eller eldre."));
    const std::string no = page.body.substr(page.body.find("<section class=\"sv-refused\""));
    EXPECT_NE(no.substr(0, no.find("</section>")).find("/offers/solvik_school_health_primary?"),
              std::string::npos)
        << no.substr(0, no.find("</section>"));
}

TEST(PublicPages, WhoIsInDangerAtNightIsSentToNobodyWhoIsClosed)
{
    Pages pages;
    pages.clock().move_to(Instant{1'789'351'200}); // 2026-09-14T02:00:00Z, four in the morning.
    const std::string closed = pages.reading(Language::nb).say("closed_now");
    EXPECT_TRUE(has(pages.post({{"text", "jeg er redd"}, {"municipality", "9901"}, {"lang", "nb"}}), closed));
    const http::Response page =
        pages.post({{"text", "jeg vil ikke leve mer"}, {"municipality", "9901"}, {"lang", "nb"}});
    EXPECT_FALSE(has(page, closed));
    EXPECT_TRUE(has(page, "Åpent hele døgnet"));
}

TEST(PublicPages, WhatTheTextSaysOfAgeAndAskerGoesAlongToOtherLanguages)
{
    Pages pages;
    const http::Response page =
        pages.post({{"text", "sønnen min på 8 år vil ikke på skolen"}, {"lang", "nb"}});
    EXPECT_TRUE(has(page, "theme=school_absence&amp;who=parent&amp;age=8&amp;lang=nn")) << page.body;
    EXPECT_FALSE(has(page, "value=\"parent\" checked")) << "only what was chosen is chosen in the form";
}

TEST(PublicPages, APlaceThatIsUnclearGetsNothingFromElsewhere)
{
    Pages pages;
    const auto found_in = [&](const std::string& typed) {
        return pages.post({{"text", "søvn"}, {"municipality", typed}, {"lang", "nb"}});
    };
    EXPECT_TRUE(has(found_in("Solvik"), "/offers/solvik_"));
    EXPECT_FALSE(has(found_in("Våler"), "/offers/solvik_"));
    EXPECT_FALSE(has(found_in("Lillehavn"), "/offers/solvik_"));
    EXPECT_TRUE(
        has(pages.get("/municipalities", {{"name", "Våler"}, {"lang", "nb"}}), ">Våler (Innlandet)<"));
}

TEST(PublicPages, OnlyTheAnswerToWhatSomebodyWritesMayBeReadAgainByItsBrowser)
{
    Pages pages;
    const auto cache_of = [](const http::Response& response) {
        std::string value;
        for (const auto& [name, text] : response.headers) {
            if (name == "Cache-Control") { value += text; }
        }
        return value;
    };
    EXPECT_EQ(cache_of(pages.post({{"text", "søvn"}})), "private, no-cache")
        << "else Back from an offer is an error";
    EXPECT_EQ(cache_of(pages.get("/find")), "") << "then the server says no-store";
}

TEST(PublicPages, ANameInASentenceBeginsSmallUnlessItIsLetters)
{
    EXPECT_EQ(in_a_sentence("Søvn"), "søvn");
    EXPECT_EQ(in_a_sentence("Å ikke klare å gå på skolen"), "å ikke klare å gå på skolen");
    EXPECT_EQ(in_a_sentence("Ærlighet"), "ærlighet");
    EXPECT_EQ(in_a_sentence("ADHD"), "ADHD");
    EXPECT_EQ(in_a_sentence(""), "");
}

TEST(PublicPages, OnlyTheBoxForOthersPagesMayBeFramed)
{
    Pages pages;
    EXPECT_EQ(pages.get("/embed").framing, http::Framing::anybody);
    EXPECT_EQ(pages.get("/").framing, http::Framing::nobody);
    EXPECT_EQ(pages.get("/find").framing, http::Framing::nobody);
}

TEST(PublicPages, EveryReasonHasItsSentenceInEveryLanguage)
{
    Pages pages;
    const auto index = current_index(pages.app());
    const std::array askers{finder::Asker::self, finder::Asker::parent, finder::Asker::relative,
                            finder::Asker::professional, finder::Asker::a_friend};
    for (const Language language : all_languages) {
        const Reading reading = pages.reading(language);
        for (const finder::Offer& offer : index->offers()) {
            for (const finder::Asker asker : askers) {
                for (const std::optional<int> age :
                     {std::optional<int>{}, std::optional{4}, std::optional{14}, std::optional{17},
                      std::optional{40}}) {
                    const finder::Eligibility eligibility =
                        decide_eligibility(offer, {age, "9901", asker, ""}, reading.today());
                    const finder::Hit hit{&offer, 1, offer.themes, {}, false, eligibility};
                    EXPECT_FALSE(card_of(hit, reading, voice_of(asker), "Solvik").empty());
                    if (eligibility.verdict == finder::Verdict::no) {
                        EXPECT_FALSE(refusal_of(hit, reading, voice_of(asker)).empty()) << offer.id;
                    }
                }
            }
        }
    }
}

} // namespace
} // namespace samvei::directory
