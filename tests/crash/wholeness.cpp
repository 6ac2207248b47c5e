#include "crash/wholeness.hpp"

#include "access/testing/raw_sql.hpp"

#include <array>

namespace samvei::crash {

namespace {

using access::testing::number_by_raw_sql;

constexpr std::string_view municipality = "9901";

/// A sentence about the data, and the statement that counts the rows breaking it.
struct Sentence {
    const char* must_hold;
    const char* sql;
};

// Entities against the journal, both ways: what is in one table without the other was half done. The demo's
// own words that were said at an opening have no entry of their own, so only marked ones are compared.
constexpr std::array sentences{
    Sentence{"an open follow-up has a holder, a next step and a date",
             "SELECT count(*) AS found FROM follow_up WHERE state = 'open' AND (holder_member IS NULL OR "
             "next_step IS NULL OR next_step = '' OR next_due_on IS NULL)"},
    Sentence{"its holder is a member who opened it or accepted the baton",
             "SELECT count(*) AS found FROM follow_up f WHERE NOT EXISTS (SELECT 1 FROM team_member m WHERE "
             "m.id = f.holder_member AND m.follow_up_id = f.id AND m.left_on IS NULL AND (m.id = (SELECT "
             "MIN(x.id) "
             "FROM team_member x WHERE x.follow_up_id = f.id) OR EXISTS (SELECT 1 FROM baton_offer o WHERE "
             "o.to_member = m.id AND o.state = 'accepted')))"},
    Sentence{
        "a follow-up has its child, and a consent that names units",
        "SELECT count(*) AS found FROM follow_up f WHERE NOT EXISTS (SELECT 1 FROM person p WHERE p.id = "
        "f.child_id) OR NOT EXISTS (SELECT 1 FROM consent c JOIN consent_unit u ON u.consent_id = c.id WHERE "
        "c.follow_up_id = f.id)"},
    Sentence{"a person belongs to a follow-up",
             "SELECT count(*) AS found FROM person p WHERE NOT EXISTS (SELECT 1 FROM follow_up f WHERE "
             "f.child_id = "
             "p.id) AND NOT EXISTS (SELECT 1 FROM guardianship g WHERE g.guardian_id = p.id)"},
    Sentence{"a follow-up was opened once, says the journal",
             "SELECT count(*) AS found FROM follow_up f WHERE (SELECT count(*) FROM journal_entry j WHERE "
             "j.subject = "
             "'follow_up:' || f.id AND j.act = 'opened') <> 1"},
    Sentence{
        "what the journal says was opened is there",
        "SELECT count(*) AS found FROM journal_entry j WHERE j.act = 'opened' AND NOT EXISTS (SELECT 1 FROM "
        "follow_up f WHERE j.subject = 'follow_up:' || f.id)"},
    Sentence{"a follow-up's version counts the changes of its row",
             "SELECT count(*) AS found FROM follow_up f WHERE f.version <> 1 + (SELECT count(*) FROM "
             "journal_entry j "
             "WHERE j.subject = 'follow_up:' || f.id AND j.act IN ('step_done', 'date_set', 'level_moved', "
             "'step_undone', 'closed', 'reopened', 'baton_accepted'))"},
    Sentence{"every step done is a fact of the pathway, and every fact a step done",
             "SELECT count(*) AS found FROM follow_up f WHERE (SELECT count(*) FROM pathway_fact p WHERE "
             "p.subject_id "
             "= f.id AND p.kind = 'step_done') <> (SELECT count(*) FROM journal_entry j WHERE j.subject = "
             "'follow_up:' || f.id AND j.act = 'step_done')"},
    Sentence{"the pathway's facts are numbered without a gap",
             "SELECT count(*) AS found FROM (SELECT subject_id FROM pathway_fact GROUP BY subject_id HAVING "
             "count(*) <> MAX(sequence)) AS gaps"},
    Sentence{"a goal is in the journal",
             "SELECT count(*) AS found FROM goal g WHERE NOT EXISTS (SELECT 1 FROM journal_entry j WHERE "
             "j.subject = "
             "'follow_up:' || g.follow_up_id AND j.act = 'goal_set' AND j.content LIKE '%' || g.id || '%')"},
    Sentence{"a goal's version counts its changes", "SELECT count(*) AS found FROM goal g WHERE g.version <> "
                                                    "1 + (SELECT count(*) FROM journal_entry j WHERE "
                                                    "j.subject = 'follow_up:' || g.follow_up_id AND j.act = "
                                                    "'goal_changed' AND j.content LIKE '%' || g.id || "
                                                    "'%')"},
    Sentence{"there are as many goals as the journal says",
             "SELECT abs((SELECT count(*) FROM goal) - (SELECT count(*) FROM journal_entry WHERE act = "
             "'goal_set')) "
             "AS found"},
    Sentence{"a measure is in the journal", "SELECT count(*) AS found FROM measure m WHERE NOT EXISTS "
                                            "(SELECT 1 FROM journal_entry j WHERE j.subject "
                                            "= 'follow_up:' || m.follow_up_id AND j.act IN ('measure_set', "
                                            "'decided') AND j.content LIKE '%' || m.id "
                                            "|| '%')"},
    Sentence{"there are as many measures as the journal says",
             "SELECT abs((SELECT count(*) FROM measure) + (SELECT count(*) FROM own_measure) - (SELECT "
             "count(*) FROM "
             "journal_entry WHERE act IN ('measure_set', 'decided'))) AS found"},
    Sentence{"a meeting is in the journal", "SELECT count(*) AS found FROM meeting m WHERE NOT EXISTS "
                                            "(SELECT 1 FROM journal_entry j WHERE j.subject "
                                            "= 'follow_up:' || m.follow_up_id AND j.act = 'meeting_called' "
                                            "AND j.content LIKE '%' || m.id || '%')"},
    Sentence{"there are as many meetings as the journal says",
             "SELECT abs((SELECT count(*) FROM meeting) - (SELECT count(*) FROM journal_entry WHERE act = "
             "'meeting_called')) AS found"},
    Sentence{"own words are in the journal", "SELECT count(*) AS found FROM own_words w WHERE w.words LIKE "
                                             "'crash-%' AND NOT EXISTS (SELECT 1 FROM "
                                             "journal_entry j WHERE j.subject = 'follow_up:' || "
                                             "w.follow_up_id AND j.act = 'said' AND j.content LIKE "
                                             "'%' || w.id || '%')"},
    Sentence{"there are as many own words as the journal says",
             "SELECT abs((SELECT count(*) FROM own_words WHERE words LIKE 'crash-%') - (SELECT count(*) FROM "
             "journal_entry WHERE act = 'said' AND content LIKE '%crash-%')) AS found"},
    Sentence{"the team is as large as the journal says",
             "SELECT count(*) AS found FROM follow_up f WHERE (SELECT count(*) FROM team_member m WHERE "
             "m.follow_up_id = f.id) <> 1 + (SELECT count(*) FROM journal_entry j WHERE j.subject = "
             "'follow_up:' || "
             "f.id AND j.act = 'member_added')"},
    Sentence{
        "offers of the baton, and those accepted, are as many as the journal says",
        "SELECT count(*) AS found FROM follow_up f WHERE (SELECT count(*) FROM baton_offer o WHERE "
        "o.follow_up_id = f.id) <> (SELECT count(*) FROM journal_entry j WHERE j.subject = 'follow_up:' || "
        "f.id "
        "AND j.act = 'baton_offered') OR (SELECT count(*) FROM baton_offer o WHERE o.follow_up_id = f.id AND "
        "o.state = 'accepted') <> (SELECT count(*) FROM journal_entry j WHERE j.subject = 'follow_up:' || "
        "f.id "
        "AND j.act = 'baton_accepted')"},
    Sentence{
        "an early concern was begun once, and its version counts its changes",
        "SELECT count(*) AS found FROM early_concern c WHERE (SELECT count(*) FROM journal_entry j WHERE "
        "j.subject = 'early_concern:' || c.id AND j.act = 'concern_begun') <> 1 OR c.version <> 1 + (SELECT "
        "count(*) FROM journal_entry j WHERE j.subject = 'early_concern:' || c.id AND j.act IN "
        "('concern_saved', "
        "'step_done', 'step_undone', 'concern_shared'))"},
    Sentence{
        "what the journal says was begun is there",
        "SELECT abs((SELECT count(*) FROM early_concern) - (SELECT count(*) FROM journal_entry WHERE act = "
        "'concern_begun')) AS found"},
    Sentence{"discussions and own measures are as many as the journal says",
             "SELECT count(*) AS found FROM early_concern c WHERE (SELECT count(*) FROM discussion d WHERE "
             "d.early_concern_id = c.id) <> (SELECT count(*) FROM journal_entry j WHERE j.subject = "
             "'early_concern:' "
             "|| c.id AND j.act = 'discussed_anonymously') OR (SELECT count(*) FROM own_measure m WHERE "
             "m.early_concern_id = c.id) <> (SELECT count(*) FROM journal_entry j WHERE j.subject = "
             "'early_concern:' "
             "|| c.id AND j.act = 'measure_set')"},
};

constexpr std::array sentences_of_sqlite{
    Sentence{"PRAGMA integrity_check finds nothing",
             "SELECT count(*) AS found FROM pragma_integrity_check WHERE integrity_check <> 'ok'"},
    Sentence{"PRAGMA foreign_key_check finds nothing",
             "SELECT count(*) AS found FROM pragma_foreign_key_check"},
};

void look_at(db::Database& database, std::span<const Sentence> all, std::vector<std::string>& broken)
{
    for (const Sentence& sentence : all) {
        const std::int64_t rows = number_by_raw_sql(database, sentence.sql);
        if (rows != 0) {
            broken.push_back(std::string{sentence.must_hold} + ": " + std::to_string(rows) + " do not");
        }
    }
}

} // namespace

std::vector<std::string> broken_sentences(const Installation& installation)
{
    const auto databases = installation.open();
    std::vector<std::string> broken;
    look_at(databases->municipality(municipality), sentences, broken);
    if (!installation.on_sqlite_files()) { return broken; }
    look_at(databases->municipality(municipality), sentences_of_sqlite, broken);
    look_at(databases->hub(), sentences_of_sqlite, broken);
    return broken;
}

std::uint64_t looks_in(const Installation& installation)
{
    const auto databases = installation.open();
    return static_cast<std::uint64_t>(
        number_by_raw_sql(databases->municipality(municipality), "SELECT count(*) AS found FROM access_log"));
}

} // namespace samvei::crash
