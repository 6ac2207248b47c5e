#pragma once
// A small town and a small vocabulary for the tests of this room.

#include "finder/search_index.hpp"

#include <functional>
#include <string>
#include <vector>

namespace samvei::finder::testing {

inline const Date test_day = *find_date("2026-11-22");

inline Offer offer(std::string id, std::string name, std::vector<std::string> themes,
                   const std::function<void(Offer&)>& change = {})
{
    Offer made;
    made.id = std::move(id);
    made.kind = "help_line";
    made.name = {{"nb", std::move(name)}};
    made.themes = std::move(themes);
    made.areas.country = true;
    made.audience = {Audience::child, Audience::parent};
    if (change) { change(made); }
    return made;
}

inline Vocabulary vocabulary()
{
    Vocabulary words;
    words.themes = {
        {"sleep",
         {{"nb", "Søvn"}},
         {},
         "body",
         {{"nb", {"søvn", "våken"}}, {"en", {"sleep", "insomnia"}}, {"se", {"oađđit"}}},
         {{"nb", {"får ikke sove"}}, {"nn", {"får ikkje sove"}}, {"en", {"can't sleep"}}}},
        {"anxiety",
         {{"nb", "Angst"}},
         {},
         "feelings",
         {{"nb", {"angst", "redd", "uro"}}, {"en", {"anxiety", "scared"}}},
         {{"nb", {"redd for alt"}}}},
        {"bullying",
         {{"nb", "Mobbing"}},
         {},
         "school",
         {{"nb", {"mobbing", "mobber", "utestengt"}}, {"en", {"bullying", "bullied"}}},
         {}},
        {"depression",
         {{"nb", "Depresjon"}},
         {},
         "feelings",
         {{"nb", {"depresjon", "trist"}}},
         {{"nb", {"lei meg"}}}},
        {"school", {{"nb", "Skole"}}, {}, "school", {{"nb", {"skole", "lekser"}}, {"nn", {"skule"}}}, {}},
        {"suicidal_thoughts", {{"nb", "Tanker om å dø"}}, {}, "safety", {{"nb", {"selvmord"}}}, {}},
    };
    words.kinds = {{"help_line", {{"nb", "Hjelpetelefon"}, {"en", "Help line"}}, 1, ""},
                   {"school_health", {{"nb", "Skolehelsetjeneste"}, {"en", "School health service"}}, 3, ""},
                   {"youth_health_centre", {{"nb", "Helsestasjon for ungdom"}}, 2, ""},
                   {"specialist_mental_health", {{"nb", "Psykisk helsevern for barn og unge"}}, 9, ""}};
    words.synonyms = {{"hfu", "helsestasjon for ungdom", "ungdomshelsestasjon"},
                      {"bup", "psykisk helsevern for barn og unge"}};
    words.askers = {{Asker::self, {{"nb", {"jeg er", "jeg får ikke"}}, {"en", {"i am", "i feel"}}}},
                    {Asker::parent, {{"nb", {"datteren min", "sønnen min"}}, {"en", {"my son"}}}},
                    {Asker::professional, {{"nb", {"en elev"}}}}};
    words.urgent = {{"nb", {"vil ikke leve", "selvmord"}}, {"en", {"kill myself"}}};
    return words;
}

inline void in_solvik(Offer& made)
{
    made.areas = {false, {}, {"9901"}};
}

inline std::vector<Offer> offers()
{
    return {
        offer("alarm", "Alarmtelefonen", {"anxiety", "bullying"},
              [](Offer& made) {
                  made.urgent = true;
                  made.hours.always = true;
              }),
        offer("mental_line", "Hjelpetelefonen", {"anxiety", "sleep", "suicidal_thoughts"},
              [](Offer& made) {
                  made.urgent = true;
                  made.age_min = 18;
              }),
        offer("school_health", "Skolehelsetjenesten i Solvik", {"sleep", "anxiety", "bullying"},
              [](Offer& made) {
                  in_solvik(made);
                  made.kind = "school_health";
                  made.age_min = 6;
                  made.age_max = 19;
                  made.summary = {{"nb", "Snakk med helsesykepleier på skolen."},
                                  {"en", "Talk to the school nurse."}};
              }),
        offer("school_health_fjelldal", "Skolehelsetjenesten i Fjelldal", {"sleep", "anxiety", "bullying"},
              [](Offer& made) {
                  made.areas = {false, {}, {"9902"}};
                  made.kind = "school_health";
                  made.age_min = 6;
                  made.age_max = 19;
              }),
        offer("specialist", "BUP Solvik", {"sleep", "anxiety", "depression"},
              [](Offer& made) {
                  in_solvik(made);
                  made.kind = "specialist_mental_health";
                  made.age_max = 17;
                  made.way_in.referral = Referral::required;
                  made.way_in.referrers = {"gp"};
              }),
        offer("youth_clinic", "Helsestasjon for ungdom", {"sleep", "depression"},
              [](Offer& made) {
                  in_solvik(made);
                  made.kind = "youth_health_centre";
                  made.age_min = 13;
                  made.age_max = 25;
                  made.audience = {Audience::child};
              }),
        offer("parent_line", "Foreldretelefonen", {"sleep", "anxiety"},
              [](Offer& made) { made.audience = {Audience::parent}; }),
    };
}

} // namespace samvei::finder::testing
