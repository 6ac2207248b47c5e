// Goal: what may be the same offer is suspected with its reasons, and two that only share a house are not.
#include "finder/duplicates.hpp"

#include <gtest/gtest.h>

namespace samvei::finder {
namespace {

/// An offer in a line: what makes it like another.
struct Line {
    std::string name;
    std::string phone = "";
    std::string address = "";
    std::string web = "";
    std::string organization = "Solvik kommune";
    std::string number = "";
    std::string municipality = "9901";
    std::string source = "here";
};

Offer offer_in(const Line& line)
{
    Offer offer;
    offer.name = {{"nb", line.name}};
    offer.organization = line.organization;
    offer.organization_number = line.number;
    if (line.municipality.empty()) { offer.areas.country = true; }
    if (!line.municipality.empty()) { offer.areas.municipalities = {line.municipality}; }
    if (!line.phone.empty()) { offer.contacts.push_back({ContactKind::phone, line.phone, {}, {}}); }
    if (!line.web.empty()) { offer.contacts.push_back({ContactKind::web, line.web, {}, {}}); }
    if (!line.address.empty()) { offer.places.push_back({"", line.address, "0001", "Solvik", {}, {}}); }
    return offer;
}

std::vector<Likeness> because(const Line& left, const Line& right)
{
    const Offer one = offer_in(left);
    const Offer other = offer_in(right);
    const std::vector<Candidate> candidates{{&one, left.source}, {&other, right.source}};
    const auto found = suspected_duplicates(candidates);
    return found.empty() ? std::vector<Likeness>{} : found.front().because;
}

TEST(Duplicates, AreSuspectedByWhatTheyShare)
{
    struct Case {
        Line left;
        Line right;
        std::vector<Likeness> because;
    };
    using enum Likeness;
    const Line home{.name = "Psykisk helseteam"};
    const auto other = [](Line line) {
        line.source = "a file";
        return line;
    };
    const std::vector<Case> cases{
        // The same name and owner, in one place; in two places; of one source.
        {home, other({.name = "PSYKISK helseteam"}), {same_name, same_organization}},
        {home, other({.name = "Psykisk helseteam", .municipality = "4204"}), {}},
        {home, {.name = "Psykisk helseteam"}, {}},
        // A whole country's offer meets every municipality's.
        {home, other({.name = "Psykisk helseteam", .municipality = ""}), {same_name, same_organization}},
        // The name alone is not enough.
        {home, other({.name = "Psykisk helseteam", .organization = "En annen"}), {}},
        {{.name = "Psykisk helseteam", .number = "999999999"},
         other({.name = "Psykisk helseteam", .organization = "En annen", .number = "999999999"}),
         {same_name, same_organization}},
        // Numbers, however they are written.
        {{.name = "Kirkens SOS", .phone = "+47 22 40 00 40"},
         other({.name = "Kirkens SOS i Norge", .phone = "22400040", .organization = "Kirkens SOS"}),
         {like_name, same_phone}},
        {{.name = "Kirkens SOS", .phone = "0047 22400040"},
         other({.name = "Kirkens SOS", .phone = "22 40 00 40", .organization = "X"}),
         {same_name, same_phone}},
        // A switchboard and a house are shared by what is not the same.
        {{.name = "Barneverntjenesten", .phone = "99 99 99 99", .address = "Storgata 1"},
         other({.name = "Helsestasjonen", .phone = "99 99 99 99", .address = "Storgata 1"}),
         {}},
        {{.name = "Åpen barnehage", .phone = "99 99 99 99", .address = "Storgata 1"},
         other({.name = "Åpen dør for ungdom", .phone = "99 99 99 99", .address = "Storgata 1"}),
         {same_phone, same_address, same_organization}},
        // A page, with and without what does not matter.
        {{.name = "Ung arena", .web = "https://www.ungarena.no/"},
         other({.name = "Ung arena Solvik", .web = "http://ungarena.no?from=x", .organization = "X"}),
         {like_name, same_web}},
        {{.name = "Ung arena", .web = "https://www.ungarena.no/a"},
         other({.name = "Ung arena Solvik", .web = "https://www.ungarena.no/b", .organization = "X"}),
         {}},
    };
    for (const Case& one : cases) {
        EXPECT_EQ(because(one.left, one.right), one.because) << one.left.name << " / " << one.right.name;
        EXPECT_EQ(because(one.right, one.left), one.because) << one.right.name << " / " << one.left.name;
    }
}

TEST(Duplicates, TheMostSuspectedComeFirst)
{
    const Offer one = offer_in({.name = "Familiesenteret", .phone = "99999999"});
    const Offer like = offer_in({.name = "Familiesenteret"});
    const Offer same = offer_in({.name = "Familiesenteret", .phone = "99999999"});
    const std::vector<Candidate> candidates{{&one, "a"}, {&like, "b"}, {&same, "c"}};
    const auto found = suspected_duplicates(candidates);
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].right, &same);
    EXPECT_EQ(found[0].points, 6);
    EXPECT_EQ(found[1].points, 4);
}

TEST(Duplicates, NothingIsSuspectedOfNothing)
{
    EXPECT_TRUE(suspected_duplicates({}).empty());
    const Offer empty;
    const std::vector<Candidate> candidates{{&empty, "a"}, {&empty, "b"}};
    EXPECT_TRUE(suspected_duplicates(candidates).empty());
}

} // namespace
} // namespace samvei::finder
