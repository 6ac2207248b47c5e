// Reading and writing: values, names, savepoints, refusals, exceptions, snapshots, tickets.
#include "db/db_fixture.hpp"

#include <array>
#include <limits>

namespace samvei::db {
namespace {

using namespace std::string_literals;

class Values : public DatabaseTest {};
INSTANTIATE_TEST_SUITE_P(Engines, Values, testing::both_engines(), testing::EngineName{});

TEST_P(Values, RoundTrip)
{
    const std::array texts{""s,
                           "'; DROP TABLE note; --"s,
                           "\"quoted\" \\ back"s,
                           "æøå ÆØÅ ŋđ"s,
                           "👩‍👧‍👦 🇳🇴"s,
                           "line\nline\ttab"s,
                           "%s {} ?1 $1 :x"s,
                           std::string(200'000, 'x')};
    const std::array numbers{std::int64_t{0}, std::int64_t{-1}, std::numeric_limits<std::int64_t>::min(),
                             std::numeric_limits<std::int64_t>::max(), std::int64_t{4'294'967'296}};
    for (std::size_t place = 0; place < texts.size(); ++place) {
        const std::string id = "id" + std::to_string(place);
        const std::int64_t number = numbers[place % numbers.size()];
        const auto written = hub.write([&](Writer& db) -> Result<Done> {
            insert_note(db, id, std::string_view{texts[place]}, number);
            return Done{};
        });
        ASSERT_TRUE(written);
        hub.read([&](Reader& db) {
            Rows rows = db.run(queries::note_by_id, {{"id", id}});
            EXPECT_TRUE(rows.next());
            EXPECT_EQ(rows.text("body"), texts[place]);
            EXPECT_EQ(rows.string("id"), id);
            EXPECT_EQ(rows.integer("number"), number);
            EXPECT_EQ(rows.find_string("body"), texts[place]);
            EXPECT_EQ(rows.find_integer("number"), number);
            EXPECT_FALSE(rows.is_null("body"));
            EXPECT_FALSE(rows.next());
            EXPECT_FALSE(rows.next());
            return Done{};
        });
    }
}

TEST_P(Values, Nulls)
{
    hub.write([](Writer& db) -> Result<Done> {
           insert_note(db, "a", or_null(std::nullopt));
           return Done{};
       })
        .value();
    hub.read([](Reader& db) {
        Rows rows = db.run(queries::note_by_id, {{"id", "a"}});
        EXPECT_TRUE(rows.next());
        EXPECT_TRUE(rows.is_null("body"));
        EXPECT_FALSE(rows.find_string("body"));
        EXPECT_FALSE(rows.find_integer("number"));
        EXPECT_THROW(rows.text("body"), BrokenInvariant);
        EXPECT_THROW(rows.integer("number"), BrokenInvariant);
        return Done{};
    });
}

TEST_P(Values, SumsAndComparisonsAreIntegers)
{
    hub.write([](Writer& db) -> Result<Done> {
           insert_note(db, "a", {}, std::int64_t{40});
           insert_note(db, "b", {}, std::int64_t{2});
           return Done{};
       })
        .value();
    hub.read([](Reader& db) {
        Rows rows = db.run(queries::sum_of_numbers, {});
        EXPECT_TRUE(rows.next());
        EXPECT_EQ(rows.integer("total"), 42);
        EXPECT_EQ(rows.integer("same"), 0);
        return Done{};
    });
}

TEST_P(Values, WrongNamesAndTypesAreBugs)
{
    hub.write([](Writer& db) -> Result<Done> {
           insert_note(db, "a", std::string_view{"12"}, std::int64_t{12});
           return Done{};
       })
        .value();
    hub.read([](Reader& db) {
        EXPECT_THROW(db.run(queries::note_by_id, {}), BrokenInvariant);
        EXPECT_THROW(db.run(queries::note_by_id, {{"ID", "a"}}), BrokenInvariant);
        EXPECT_THROW(db.run(queries::note_by_id, {{"id", "a"}, {"body", "b"}}), BrokenInvariant);
        EXPECT_THROW(db.run(queries::note_by_id, {{"id", "a"}, {"id", "a"}}), BrokenInvariant);
        Rows rows = db.run(queries::note_by_id, {{"id", "a"}});
        EXPECT_THROW(rows.text("id"), BrokenInvariant); // not on a row yet
        EXPECT_TRUE(rows.next());
        EXPECT_THROW(rows.text("nothing"), BrokenInvariant);
        EXPECT_THROW(rows.integer("body"), BrokenInvariant);
        EXPECT_THROW(rows.text("number"), BrokenInvariant);
        EXPECT_FALSE(rows.next());
        EXPECT_THROW(rows.text("id"), BrokenInvariant); // no more
        return Done{};
    });
    EXPECT_THROW(hub.read([](Reader& db) { return db.run(queries::no_such_table, {}).next(); }),
                 BrokenInvariant);
    EXPECT_EQ(note_count(hub), 1);
}

TEST_P(Values, QueriesAskedTogetherAreAnsweredInTheirOrder)
{
    hub.write([](Writer& db) -> Result<Done> {
           insert_note(db, "a", std::string_view{"first"});
           return Done{};
       })
        .value();
    hub.read([](Reader& db) {
        for (int time = 0; time < 2; ++time) { // prepared on the way, then known
            std::vector<Rows> answers =
                db.run_all({{queries::note_by_id, {{"id", "a"}}}, {queries::note_count, {}}});
            EXPECT_EQ(answers.size(), 2U);
            EXPECT_TRUE(answers[0].next() && answers[1].next());
            EXPECT_EQ(answers[0].text("body"), "first");
            EXPECT_FALSE(answers[0].next() || answers[1].next());
        }
        EXPECT_THROW(db.run_all({{queries::note_count, {}}, {queries::note_by_id, {}}}), BrokenInvariant);
        EXPECT_TRUE(db.run(queries::note_by_id, {{"id", "a"}}).next()) << "and goes on";
        return Done{};
    });
    EXPECT_THROW(hub.read([](Reader& db) {
        return db.run_all({{queries::note_count, {}}, {queries::no_such_table, {}}}).size();
    }),
                 BrokenInvariant);
    EXPECT_EQ(note_count(hub), 1);
}

TEST_P(Values, ParametersInAnyOrderAndTextsThatOnlyLookLikeThem)
{
    hub.write([](Writer& db) -> Result<Done> {
           db.execute(queries::insert_note, {{"number", std::int64_t{7}}, {"id", "a"}, {"body", "b"}});
           return Done{};
       })
        .value();
    hub.read([](Reader& db) {
        Rows rows = db.run(queries::odd_notes, {{"body", "x"}, {"number", std::int64_t{7}}, {"id", "z"}});
        EXPECT_TRUE(rows.next());
        EXPECT_EQ(rows.text("odd"), "08:00 :id ?1 $1 'quoted'");
        EXPECT_EQ(rows.text("id"), "a");
        return Done{};
    });
}

TEST_P(Values, EveryQueryIsPreparedButTheWrongOne)
{
    const auto right = std::span{queries::all}.first(queries::all.size() - 1);
    hub.prepare_all(right);
    databases.municipality().prepare_all(right);
    EXPECT_THROW(hub.prepare_all(queries::all), BrokenInvariant);
}

class Writing : public DatabaseTest {};
INSTANTIATE_TEST_SUITE_P(Engines, Writing, testing::both_engines(), testing::EngineName{});

TEST_P(Writing, CountsChangedRows)
{
    const auto changed = hub.write([](Writer& db) -> Result<std::int64_t> {
        for (const std::int64_t number : {1, 2, 3}) { insert_note(db, std::to_string(number), {}, number); }
        EXPECT_EQ(db.execute(queries::change_notes, {{"body", "x"}, {"from_number", std::int64_t{9}}}), 0);
        return db.execute(queries::change_notes, {{"body", "x"}, {"from_number", std::int64_t{2}}});
    });
    EXPECT_EQ(changed.value(), 2);
}

TEST_P(Writing, AnAnswerThatNobodyWalksIsStillWritten)
{
    hub.write([](Writer& db) -> Result<Done> {
           (void)db.run(queries::insert_returning, {{"id", "a"}});
           return Done{};
       })
        .value();
    EXPECT_EQ(note_count(hub), 1);
}

TEST_P(Writing, RefusalRollsBackItsOwnWorkOnly)
{
    hub.write([](Writer& db) -> Result<Done> {
           insert_note(db, "kept");
           return Done{};
       })
        .value();
    const auto refused = hub.write([](Writer& db) -> Result<Done> {
        insert_note(db, "refused");
        EXPECT_EQ(note_count(db), 2);
        return Error{ErrorCode::edit_conflict, "somebody was first"};
    });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::edit_conflict);
    EXPECT_EQ(note_count(hub), 1);
}

TEST_P(Writing, ExceptionReachesTheCallerAndRollsBack)
{
    struct Odd {
        int number;
    };
    try {
        (void)hub.write([](Writer& db) -> Result<Done> {
            insert_note(db, "lost");
            throw Odd{42};
        });
        FAIL() << "nothing was thrown";
    } catch (const Odd& odd) {
        EXPECT_EQ(odd.number, 42);
    }
    EXPECT_EQ(note_count(hub), 0);
}

TEST_P(Writing, BrokenConstraintsAreBugsAndChangeNothing)
{
    const auto attempts = {
        +[](Writer& db) {
            insert_note(db, "a");
            insert_note(db, "a");
        }, // unique
        +[](Writer& db) {
            db.execute(queries::set_counter, {{"name", "visits"}, {"value", std::int64_t{-1}}});
        },
        +[](Writer& db) {
            db.execute(queries::insert_child_note, {{"id", "c"}, {"note", "absent"}});
        },
        +[](Writer& db) {
            db.execute(queries::insert_child_note, {{"id", "c"}, {"note", Value{}}});
        },
    };
    for (const auto& attempt : attempts) {
        EXPECT_THROW((void)hub.write([&](Writer& db) -> Result<Done> {
            insert_note(db, "before");
            attempt(db);
            return Done{};
        }),
                     BrokenInvariant);
        EXPECT_EQ(note_count(hub), 0);
    }
}

// Goal: an exception that the work swallows cannot be committed over.
TEST_P(Writing, ASwallowedErrorIsStillAnError)
{
    EXPECT_THROW((void)hub.write([](Writer& db) -> Result<Done> {
        insert_note(db, "before");
        EXPECT_THROW(db.execute(queries::insert_child_note, {{"id", "c"}, {"note", "absent"}}),
                     BrokenInvariant);
        return Done{};
    }),
                 BrokenInvariant);
    EXPECT_EQ(note_count(hub), 0);
    hub.write([](Writer& db) -> Result<Done> {
           insert_note(db, "after");
           return Done{};
       })
        .value();
    EXPECT_EQ(note_count(hub), 1);
}

TEST_P(Writing, WorkThatWaitsForItselfIsABug)
{
    EXPECT_THROW((void)hub.write([&](Writer&) -> Result<Done> {
        return hub.write([](Writer&) -> Result<Done> { return Done{}; });
    }),
                 BrokenInvariant);
    Pending inner;
    hub.write([&](Writer& db) -> Result<Done> {
           insert_note(db, "outer");
           inner = hub.write_later([](Writer& later) { insert_note(later, "inner"); });
           return Done{};
       })
        .value();
    EXPECT_EQ(inner.wait(), Outcome::durable);
    EXPECT_EQ(note_count(hub), 2);
}

TEST_P(Writing, LaterWorkRunsInOrderAndSettlesItsTicket)
{
    std::string order;
    std::vector<Pending> tickets;
    for (char letter = 'a'; letter <= 'z'; ++letter) {
        tickets.push_back(hub.write_later([&order, letter](Writer& db) {
            order += letter;
            insert_note(db, std::string(1, letter));
        }));
    }
    for (const Pending& ticket : tickets) { EXPECT_EQ(ticket.wait(), Outcome::durable); }
    EXPECT_EQ(order, "abcdefghijklmnopqrstuvwxyz");
    EXPECT_EQ(note_count(hub), 26);

    const Pending failed = hub.write_later([](Writer& db) {
        insert_note(db, "half");
        throw BrokenInvariant{"a bug in later work"};
    });
    EXPECT_EQ(failed.wait(), Outcome::failed);
    EXPECT_EQ(note_count(hub), 26);
}

TEST_P(Writing, WhatWasHandedInIsWrittenBeforeTheDatabaseCloses)
{
    auto server = databases.open_again();
    std::vector<Pending> tickets;
    for (int count = 0; count < 200; ++count) {
        tickets.push_back(
            server->hub().write_later([id = std::to_string(count)](Writer& db) { insert_note(db, id); }));
    }
    server.reset();
    for (const Pending& ticket : tickets) { EXPECT_TRUE(ticket.settled()); }
    EXPECT_EQ(note_count(hub), 200);
}

class Reading : public DatabaseTest {};
INSTANTIATE_TEST_SUITE_P(Engines, Reading, testing::both_engines(), testing::EngineName{});

TEST_P(Reading, SeesOneSnapshotWhileOthersWrite)
{
    hub.read([&](Reader& db) {
        EXPECT_EQ(note_count(db), 0);
        for (const std::string_view id : {"a", "b"}) {
            hub.write([&](Writer& other) -> Result<Done> {
                   insert_note(other, id);
                   return Done{};
               })
                .value();
            EXPECT_EQ(note_count(db), 0);
        }
        return Done{};
    });
    EXPECT_EQ(note_count(hub), 2);
}

TEST_P(Reading, RefusesToWrite)
{
    EXPECT_ANY_THROW(hub.read([](Reader& db) {
        return db.run(queries::insert_returning, {{"id", "a"}}).next();
    }));
    EXPECT_ANY_THROW(hub.read([](Reader& db) { return db.run(queries::delete_notes, {}).next(); }));
    EXPECT_EQ(note_count(hub), 0);
}

TEST_P(Reading, ManyReadsInsideEachOtherUseSeveralConnections)
{
    const std::function<std::int64_t(int)> nested = [&](int depth) {
        return hub.read([&](Reader& db) { return depth == 0 ? note_count(db) : nested(depth - 1); });
    };
    EXPECT_EQ(nested(7), 0); // eight connections at once, as many as there are
    for (int count = 0; count < 50; ++count) { EXPECT_EQ(note_count(hub), 0); }
}

TEST_P(Reading, ExceptionsReachTheCallerAndTheConnectionLivesOn)
{
    for (int count = 0; count < 20; ++count) {
        EXPECT_THROW(hub.read([](Reader& db) -> int {
            note_count(db);
            throw std::out_of_range{"odd"};
        }),
                     std::out_of_range);
    }
    EXPECT_EQ(note_count(hub), 0);
}

TEST_P(Reading, MunicipalitiesAreApart)
{
    databases->add_municipality("4998");
    databases->municipality("4998")
        .write([](Writer& db) -> Result<Done> {
            insert_note(db, "theirs");
            return Done{};
        })
        .value();
    EXPECT_EQ(note_count(hub), 0);
    EXPECT_EQ(note_count(databases.municipality()), 0);
    EXPECT_EQ(note_count(databases->municipality("4998")), 1);
}

} // namespace
} // namespace samvei::db
