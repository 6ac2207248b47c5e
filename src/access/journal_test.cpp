// The journal: what is appended, and that no change to it stays hidden.
#include "access/journal.hpp"
#include "access/testing/raw_sql.hpp"
#include "access/testing/test_app.hpp"

namespace samvei::access {
namespace {

constexpr std::string_view subject = "concern:one";

class Journal : public ::testing::TestWithParam<db::testing::Engine> {
protected:
    db::testing::TestDatabases databases{GetParam()};
    db::Database& db = databases.municipality();
    Caller caller = a_caller();
    Instant now = testing::test_start;

    static Caller a_caller()
    {
        Caller caller;
        caller.account = AccountId{"account-1"};
        caller.name = "Prøve Person";
        caller.unit = UnitId{"unit-1"};
        caller.unit_name = "Prøveskolen";
        return caller;
    }

    void append(std::string_view to, std::string_view content)
    {
        ASSERT_TRUE(db.write([&](db::Writer& writer) -> Result<Done> {
            append_journal(writer, caller, now,
                           {.subject = std::string{to},
                            .act = "goal_set",
                            .purpose = "contribute",
                            .audience = "unit-1 unit-2",
                            .content = std::string{content}});
            return Done{};
        }));
    }

    void seal()
    {
        ASSERT_TRUE(db.write([&](db::Writer& writer) -> Result<Done> {
            seal_chains(writer, now);
            return Done{};
        }));
    }

    ChainReport verify()
    {
        return db.read([](db::Reader& reader) { return verify_chains(reader, {}); });
    }

    /// Three entries of one subject and two of another, sealed, and one more of each, not sealed.
    void fill()
    {
        for (const char* content : {R"({"n":1})", R"({"n":2})", R"({"n":3})"}) { append(subject, content); }
        append("concern:two", "{}");
        append("concern:two", "{}");
        seal();
        append(subject, R"({"n":4})");
        append("concern:two", "{}");
    }

    /// Does something to the tables behind the journal's back.
    void tamper(const std::string& sql) { testing::run_raw_sql(db, sql); }
};

INSTANTIATE_TEST_SUITE_P(Engines, Journal, db::testing::both_engines(), db::testing::EngineName{});

TEST_P(Journal, ReadsBackNewestFirst)
{
    append(subject, R"({"n":1})");
    now.seconds += 60;
    append(subject, R"({"n":2})");
    append("concern:two", "{}");
    ASSERT_TRUE(db.write([&](db::Writer& writer) -> Result<Done> {
        append_journal_by_system(
            writer, "samvei demo", now,
            {.subject = std::string{subject}, .act = "made", .purpose = {}, .audience = {}, .content = "{}"});
        return Done{};
    }));

    const auto rows = db.read([](db::Reader& reader) { return journal_of_subject(reader, subject, 2); });
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].sequence, 3);
    EXPECT_EQ(rows[0].actor_name, "samvei demo");
    EXPECT_TRUE(rows[0].account.empty());
    EXPECT_EQ(rows[1].sequence, 2);
    EXPECT_EQ(rows[1].at, now);
    EXPECT_EQ(rows[1].act, "goal_set");
    EXPECT_EQ(rows[1].account, caller.account);
    EXPECT_EQ(rows[1].actor_name, "Prøve Person");
    EXPECT_EQ(rows[1].unit_name, "Prøveskolen");
    EXPECT_EQ(rows[1].content, R"({"n":2})");
}

TEST_P(Journal, ARefusedChangeLeavesNoEntry)
{
    const auto refused = db.write([&](db::Writer& writer) -> Result<Done> {
        append_journal(writer, caller, now,
                       {.subject = std::string{subject},
                        .act = "goal_set",
                        .purpose = {},
                        .audience = {},
                        .content = "{}"});
        return Error{ErrorCode::edit_conflict};
    });
    EXPECT_FALSE(refused);
    EXPECT_EQ(verify().journal_entries, 0u);
}

TEST_P(Journal, UntouchedChainsHold)
{
    fill();
    std::uint64_t last_progress = 0;
    const auto report = db.read([&](db::Reader& reader) {
        return verify_chains(reader, [&](std::uint64_t rows) { last_progress = rows; });
    });
    EXPECT_FALSE(report.first_broken);
    EXPECT_EQ(report.journal_entries, 7u);
    EXPECT_EQ(report.seals, 1u);
    EXPECT_EQ(last_progress, 8u);

    seal();
    seal(); // Nothing has moved since: no new seal.
    EXPECT_EQ(verify().seals, 2u);
    EXPECT_FALSE(verify().first_broken);
}

TEST_P(Journal, ManyPagesHold)
{
    ASSERT_TRUE(db.write([&](db::Writer& writer) -> Result<Done> {
        for (int i = 0; i < 2500; ++i) {
            append_journal(writer, caller, now,
                           {.subject = "concern:" + std::to_string(i % 3),
                            .act = "a",
                            .purpose = {},
                            .audience = {},
                            .content = "{}"});
        }
        return Done{};
    }));
    seal();
    EXPECT_FALSE(verify().first_broken);
    EXPECT_EQ(verify().journal_entries, 2500u);
    tamper("UPDATE journal_entry SET act = 'b' WHERE subject = 'concern:2' AND sequence = 777");
    const auto broken = verify().first_broken;
    ASSERT_TRUE(broken);
    EXPECT_EQ(broken->chain, "journal concern:2");
    EXPECT_EQ(broken->sequence, 777);
}

TEST_P(Journal, ErasedContentStillHolds)
{
    fill();
    tamper("UPDATE journal_entry SET content = NULL WHERE subject = 'concern:one' AND sequence <= 2");
    EXPECT_FALSE(verify().first_broken);
    const auto rows = db.read([](db::Reader& reader) { return journal_of_subject(reader, subject, 10); });
    EXPECT_EQ(rows.back().content, "");
}

struct Tampering {
    const char* sql;
    const char* chain;
    std::int64_t sequence;
};

TEST_P(Journal, EveryTamperingIsFoundAndNamed)
{
    const std::string entry = "WHERE subject = 'concern:one' AND sequence = 2";
    std::vector<std::pair<std::string, Tampering>> cases;
    for (const char* column : {"at", "act", "purpose", "audience", "account_id", "actor_name", "unit_id",
                               "unit_name", "content_digest", "hash", "previous_hash", "content"}) {
        cases.push_back({std::string{"UPDATE journal_entry SET "} + column + " = 'x' " + entry,
                         {"", "journal concern:one", 2}});
    }
    const std::vector<Tampering> more{
        {"UPDATE journal_entry SET subject = 'concern:x' WHERE subject = 'concern:one' AND "
         "sequence = 2",
         "journal concern:one", 2},
        {"UPDATE journal_entry SET sequence = 9 WHERE subject = 'concern:one' AND sequence = 2",
         "journal concern:one", 2},
        {"DELETE FROM journal_entry WHERE subject = 'concern:one' AND sequence = 2", "journal concern:one",
         2},
        {"DELETE FROM journal_entry WHERE subject = 'concern:one' AND sequence = 1", "journal concern:one",
         1},
        // The end: sealed entries are missed by the seal, later ones by the head.
        {"DELETE FROM journal_entry WHERE subject = 'concern:one' AND sequence >= 3", "journal concern:one",
         3},
        {"DELETE FROM journal_entry WHERE subject = 'concern:one' AND sequence = 4", "journal concern:one",
         4},
        {"DELETE FROM journal_entry WHERE subject = 'concern:two'", "journal concern:two", 2},
        {"DELETE FROM chain_head WHERE subject = 'concern:one'", "journal concern:one", 1},
        {"UPDATE chain_head SET hash = 'x' WHERE subject = 'concern:one'", "journal concern:one", 4},
        {"UPDATE chain_head SET sequence = 3 WHERE subject = 'concern:one'", "journal concern:one", 3},
        {"UPDATE chain_head SET sealed_sequence = 0 WHERE subject = 'concern:one'", "journal concern:one", 0},
        {"UPDATE journal_seal SET at = 'x'", "seal", 1},
        {"UPDATE journal_seal SET heads_digest = 'x'", "seal", 1},
        {"UPDATE journal_seal SET previous_hash = 'x'", "seal", 1},
        {"UPDATE journal_seal SET hash = 'x'", "seal", 1},
        {"UPDATE sealed_head SET subject = 'x' WHERE subject = 'concern:one'", "seal", 1},
        {"UPDATE sealed_head SET kind = 'x' WHERE subject = 'concern:one'", "seal", 1},
        {"UPDATE sealed_head SET sequence = 2 WHERE subject = 'concern:one'", "seal", 1},
        {"UPDATE sealed_head SET hash = 'x' WHERE subject = 'concern:one'", "seal", 1},
        {"DELETE FROM sealed_head WHERE subject = 'concern:one'", "seal", 1},
    };
    for (const Tampering& tampering : more) { cases.push_back({tampering.sql, tampering}); }

    fill();
    for (const auto& [sql, expected] : cases) {
        SCOPED_TRACE(sql);
        // Each tampering is looked at in the transaction that makes it, and then taken back.
        std::optional<BrokenChain> broken;
        const auto taken_back = db.write([&](db::Writer& writer) -> Result<Done> {
            testing::execute_raw_sql(writer, sql);
            broken = verify_chains(writer, {}).first_broken;
            return Error{ErrorCode::internal, "take it back"};
        });
        EXPECT_FALSE(taken_back);
        ASSERT_TRUE(broken);
        EXPECT_EQ(broken->chain, expected.chain);
        EXPECT_EQ(broken->sequence, expected.sequence);
        EXPECT_FALSE(broken->what.empty());
    }
    EXPECT_FALSE(verify().first_broken);
}

TEST_P(Journal, AChainCutOffWithItsHeadIsMissedByTheSeal)
{
    fill();
    tamper("DELETE FROM journal_entry WHERE subject = 'concern:two' AND sequence >= 2");
    tamper("UPDATE chain_head SET sequence = 1, sealed_sequence = 1, hash = "
           "(SELECT hash FROM journal_entry WHERE subject = 'concern:two' AND sequence = 1) "
           "WHERE subject = 'concern:two'");
    const auto broken = verify().first_broken;
    ASSERT_TRUE(broken);
    EXPECT_EQ(broken->chain, "journal concern:two");
    EXPECT_EQ(broken->sequence, 2);
    EXPECT_EQ(broken->what, "this entry was sealed and is gone or changed");
}

TEST_P(Journal, SealsCannotBeCutOutOfTheMiddle)
{
    fill();
    seal();
    append(subject, "{}");
    seal();
    tamper("DELETE FROM sealed_head WHERE seal_number = 2");
    tamper("DELETE FROM journal_seal WHERE number = 2");
    const auto broken = verify().first_broken;
    ASSERT_TRUE(broken);
    EXPECT_EQ(broken->chain, "seal");
    EXPECT_EQ(broken->sequence, 2);
}

} // namespace
} // namespace samvei::access
