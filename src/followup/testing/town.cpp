#include "followup/testing/town.hpp"

#include "access/settings.hpp"
#include "followup/testing/queries.hpp"

#include <cstdlib>
#include <filesystem>
#include <stdexcept>

namespace samvei::followup::testing {

namespace {

using access::Role;

constexpr int days_a_year = 365;

/// These tests make thousands of small durable changes, each of which waits for the disk. Where there is a
/// folder in memory they wait for nothing; what a disk may do is tested in db/.
Engine with_files_in_memory(Engine engine)
{
    static const bool chosen = [] { // once, before any thread asks for a temporary folder
        const std::filesystem::path memory = "/dev/shm";
        constexpr std::uintmax_t enough_bytes = 512U * 1024 * 1024;
        std::error_code error;
        const std::filesystem::space_info space = std::filesystem::space(memory, error);
        const bool roomy = !error && space.available >= enough_bytes;
        return roomy && setenv("TMPDIR", memory.c_str(), /*replace=*/0) == 0;
    }();
    static_cast<void>(chosen);
    return engine;
}

/// A column as text, "" for null; numbers as digits.
StoredRow row_from(const db::Rows& rows, std::initializer_list<std::string_view> texts)
{
    StoredRow row;
    for (const std::string_view column : texts) {
        row.emplace(column, rows.find_string(column).value_or(""));
    }
    return row;
}

} // namespace

Town::Town(Engine engine)
    : base_{with_files_in_memory(engine)}, app_{*base_.databases, base_.clock,    ids_,
                                                base_.keys,       base_->content, base_->definitions,
                                                base_.access_log, base_.shelf,    base_->login}
{
    school = base_.unit("Solvik skole");
    school_health = base_.unit("Skolehelsetjenesten", "school_health");
    ppt = base_.unit("PPT", "ppt");
    other_school = base_.unit("Nabo skole");
    office = base_.unit("Koordinerende enhet", "coordinating_unit");
    kari = base_.caller("kari", school);
    kim = base_.caller("kim", school);
    nils = base_.caller("nils", school_health, Role::professional, "school_nurse");
    pia = base_.caller("pia", ppt, Role::professional, "ppt_adviser");
    leader = base_.caller("leder", school, Role::leader, "leader");
    other_leader = base_.caller("nabolederen", other_school, Role::leader, "leader");
    coordinator = base_.caller("bti", office, Role::bti_coordinator, "bti_coordinator");
    stranger = base_.caller("fremmed", other_school);
    mother = base_.family_caller("mor");
    father = base_.family_caller("far");
    young = base_.family_caller("ung", "young_person");
    other_parent = base_.family_caller("annen");
}

void Town::set(const std::map<std::string, std::string>& values)
{
    const auto stored = database().read([](db::Reader& db) { return access::settings_in(db); });
    must(access::change_settings(app_, coordinator, stored.version, values));
}

Caller Town::hires(std::string_view username, const UnitId& unit)
{
    return base_.caller(username, unit);
}

void Town::stops_working(const Caller& caller)
{
    must(access::end_membership(base_.office(), caller.membership));
}

std::vector<std::pair<std::string, const Caller*>> Town::everybody() const
{
    return {{"kari", &kari},
            {"kim", &kim},
            {"nils", &nils},
            {"pia", &pia},
            {"leader", &leader},
            {"other_leader", &other_leader},
            {"coordinator", &coordinator},
            {"stranger", &stranger},
            {"mother", &mother},
            {"father", &father},
            {"young", &young},
            {"other_parent", &other_parent}};
}

namespace {

/// Each a static of its own: what it is made of (the cluster) is then there before it and still there after
/// it.
Town& kept_town(Engine engine)
{
    if (engine == Engine::sqlite) {
        static Town town{Engine::sqlite};
        return town;
    }
    static Town town{Engine::postgres};
    return town;
}

} // namespace

Town& shared_town(Engine engine)
{
    Town& town = kept_town(engine);
    town.clock().move_to(test_start);
    std::map<std::string, std::string> unset;
    const auto stored = town.database().read([](db::Reader& db) { return access::settings_in(db); });
    for (const auto& [key, value] : stored.values) { unset.emplace(key, ""); }
    if (!unset.empty()) { town.set(unset); }
    return town;
}

PersonalText words(std::string_view text)
{
    return PersonalText{std::string{text}};
}

Person person_of(const Town& town, std::string_view given_name, std::string_view family_name, int years)
{
    Person person;
    person.given_name = words(given_name);
    person.family_name = words(family_name);
    person.born_on = town.in_days(-years * days_a_year - days_a_year / 2);
    return person;
}

Guardian guardian_of(std::string_view given_name, const std::optional<AccountId>& account,
                     std::string_view relation, bool parental_responsibility)
{
    Guardian guardian;
    guardian.person.given_name = words(given_name);
    guardian.person.family_name = words("Solbakken");
    guardian.person.account = account;
    guardian.relation = relation;
    guardian.parental_responsibility = parental_responsibility;
    return guardian;
}

GiverDraft guardian_says_yes(const Town& town, std::size_t place)
{
    return {GiverKind::guardian, place, std::nullopt, town.today(), "in_person", "nb", false};
}

GiverDraft child_says_yes(const Town& town)
{
    return {GiverKind::child, std::nullopt, std::nullopt, town.today(), "in_person", "nb", false};
}

OpeningDraft child_of_two(const Town& town)
{
    OpeningDraft draft;
    draft.child = person_of(town, "Emma", "Solbakken", 10);
    draft.guardians = {guardian_of("Mona", town.mother.account),
                       guardian_of("Frode", town.father.account, "father")};
    draft.consent.givers = {guardian_says_yes(town, 0), guardian_says_yes(town, 1)};
    draft.consent.units = {town.school, town.school_health};
    draft.consent.purposes = {"cooperation", "information_sharing"};
    draft.consent.topics = {"wellbeing", "school"};
    draft.consent.valid_until = town.in_days(180);
    draft.reason = words("Emma har ofte vondt i magen om morgenen.");
    draft.next_due_on = town.in_days(7);
    return draft;
}

OpeningDraft young_person(const Town& town)
{
    OpeningDraft draft = child_of_two(town);
    draft.child = person_of(town, "Sara", "Nilsen", 17);
    draft.child.account = town.young.account;
    draft.guardians = {guardian_of("Siri", town.mother.account)};
    draft.consent.givers = {child_says_yes(town)};
    draft.reason = words("Sara sover lite.");
    return draft;
}

FollowUpId open_log(Town& town, const OpeningDraft& draft)
{
    return must(open_follow_up(town.app(), town.kari, draft));
}

FollowUpId open_log(Town& town)
{
    return open_log(town, child_of_two(town));
}

MemberId join(Town& town, const FollowUpId& id, const Caller& colleague)
{
    must(add_member(town.app(), town.kari, id, colleague.account, *colleague.unit));
    return place_of(town, id, colleague);
}

MemberId place_of(Town& town, const FollowUpId& id, const Caller& member)
{
    return town.database().read([&](db::Reader& db) -> MemberId {
        db::Rows rows = db.run(queries::members, {{"follow_up", id.text()}});
        while (rows.next()) {
            const bool is_it = rows.text("account_id") == member.account.text() &&
                               rows.text("unit_id") == member.unit->text() && rows.is_null("left_on");
            if (is_it) { return MemberId{rows.string("id")}; }
        }
        throw std::runtime_error{member.name + " is not in the team"};
    });
}

OfferId open_offer(Town& town, const FollowUpId& id)
{
    return town.database().read([&](db::Reader& db) -> OfferId {
        db::Rows rows = db.run(queries::offers, {{"follow_up", id.text()}});
        while (rows.next()) {
            if (rows.text("state") == "offered") { return OfferId{rows.string("id")}; }
        }
        throw std::runtime_error{"no open offer"};
    });
}

void hand_over(Town& town, const FollowUpId& id, const Caller& from, const Caller& to)
{
    must(offer_baton(town.app(), from, id, place_of(town, id, to), words("Tar du over?")));
    must(answer_baton(town.app(), to, open_offer(town, id), OfferState::accepted, {}));
}

void take_next_step(Town& town, const FollowUpId& id, const Caller& holder, const std::string& answer)
{
    const std::string step = stored_row(town, id).at("next_step");
    must(take_step(town.app(), holder, id,
                   {version_of(town, id), step, answer, words("Gjort."), town.in_days(7)}));
}

StoredRow stored_row(Town& town, const FollowUpId& id)
{
    return town.database().read([&](db::Reader& db) -> StoredRow {
        db::Rows rows = db.run(queries::follow_up_row, {{"id", id.text()}});
        if (!rows.next()) { throw std::runtime_error{"no such follow-up"}; }
        StoredRow row =
            row_from(rows, {"id", "reference", "child_id", "state", "stage", "pathway_id", "on_pathway",
                            "main_step", "next_run", "started_in", "opened_on", "holder_member", "next_step",
                            "next_due_on", "next_note", "closed_on", "closed_reason", "agreed_with_family"});
        row.emplace("level", std::to_string(rows.integer("level")));
        row.emplace("version", std::to_string(rows.integer("version")));
        return row;
    });
}

std::int64_t version_of(Town& town, const FollowUpId& id)
{
    return std::stoll(stored_row(town, id).at("version"));
}

std::vector<std::string> acts_of(Town& town, const std::string& subject)
{
    return town.database().read([&](db::Reader& db) {
        db::Rows rows = db.run(queries::journal, {{"subject", subject}});
        std::vector<std::string> acts;
        while (rows.next()) { acts.push_back(rows.string("act")); }
        return acts;
    });
}

std::vector<std::string> acts_of(Town& town, const FollowUpId& id)
{
    return acts_of(town, "follow_up:" + id.text());
}

std::set<std::string>& provoked()
{
    static std::set<std::string> names;
    return names;
}

std::vector<std::string> everything(Town& town)
{
    return town.database().read([](db::Reader& db) {
        db::Rows rows = db.run(queries::everything, {});
        std::vector<std::string> lines;
        while (rows.next()) { lines.push_back(rows.string("line")); }
        return lines;
    });
}

} // namespace samvei::followup::testing
