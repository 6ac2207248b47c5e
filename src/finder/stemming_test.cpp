// Goal: forms of one word meet, in bokmål, nynorsk and English, and different words stay apart.

#include "finder/small_words.hpp"
#include "finder/stemming.hpp"

#include "base/text.hpp"

#include <gtest/gtest.h>

namespace samvei::finder {
namespace {

std::string stem(std::string_view word, Endings endings = Endings::norwegian)
{
    return stem_of(folded(word), endings);
}

TEST(Stemming, FormsOfAWordMeet)
{
    const std::vector<std::vector<const char*>> families{
        {"bruker", "brukeren", "brukere", "brukerne", "brukernes", "brukerens", "brukar", "brukaren",
         "brukarar", "brukarane"},
        {"venn", "venner", "vennene", "vennen", "vennens"},
        {"lærer", "læreren", "lærere", "lærerne", "lærar", "lærarane"},
        {"jente", "jenta", "jenter", "jentene", "jentenes"},
        {"tanke", "tanken", "tanker", "tankane", "tankar"},
        {"utredning", "utredningen", "utredninga", "utredningar", "utredningane", "utredninger"},
        {"mobber", "mobbes", "mobbet", "mobbing", "mobbinga", "mobbingen"},
        {"utreder", "utredning", "utredningen", "utredningane"},
        {"henvise", "henvisning", "henvisninger"},
        {"utdanne", "utdanning"},
        {"utlåne", "utlåner", "utlåning"},
        {"kjensle", "kjensler", "kjenslene", "kjensla"},
        {"problem", "problemer", "problema", "problemene"},
        {"ensom", "ensomhet", "ensomheten"},
        {"foreldre", "foreldrene", "foreldra"},
        {"SØVN", "søvnen", "søvnens"},
    };
    for (const auto& family : families) {
        for (const char* const form : family) { EXPECT_EQ(stem(form), stem(family.front())) << form; }
    }
    for (const char* const form : {"parents", "parent", "Parent's"}) {
        EXPECT_EQ(stem_of(words_in(form).front().folded, Endings::english), "parent~");
    }
}

TEST(Stemming, DifferentWordsStayApart)
{
    const std::vector<std::pair<const char*, const char*>> pairs{
        {"hjerne", "hjerte"}, {"flere", "fly"}, {"mening", "men"}, {"ting", "te"}, {"rus", "reise"}};
    for (const auto& [one, other] : pairs) { EXPECT_NE(stem(one), stem(other)) << one; }
}

TEST(Stemming, AnyTextHasAStem)
{
    EXPECT_EQ(stem("7"), "7");
    EXPECT_EQ(stem("مدرسة"), "مدرسة");
    EXPECT_EQ(stem(std::string(500, 'a')), std::string(500, 'a'));
    EXPECT_EQ(stem("oađđit", Endings::none), "~oaddit");
    EXPECT_EQ(endings_of("en"), Endings::english);
    EXPECT_EQ(endings_of("se"), Endings::none);
}

TEST(SmallWords, SayNothingAloneAndHaveOneForm)
{
    for (const char* const word : {"jeg", "ikke", "ikkje", "på", "the", "cant", "æ"}) {
        EXPECT_TRUE(is_small_word(word)) << word;
    }
    for (const char* const word : {"redd", "sove", "skole", "hjelp"}) {
        EXPECT_FALSE(is_small_word(word)) << word;
    }
    EXPECT_EQ(usual_form_of("ikkje"), "ikke");
    EXPECT_EQ(usual_form_of("itj"), "ikke");
    EXPECT_EQ(usual_form_of("eg"), "jeg");
    EXPECT_EQ(usual_form_of("redd"), "redd");
}

} // namespace
} // namespace samvei::finder
