#include "access/accounts.hpp"

#include "access/journal.hpp"
#include "access/queries.hpp"
#include "access/shapes.hpp"
#include "base/text.hpp"
#include "db/databases.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

namespace samvei::access {

namespace {

constexpr std::size_t name_length_max = 200;

bool is_username(std::string_view text)
{
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-' ||
               c == '@';
    };
    return text.size() >= 2 && text.size() <= 80 && std::ranges::all_of(text, fits);
}

template <class Words>
bool is_word_of(const Words& words, std::string_view word)
{
    return std::ranges::find(words, word) != words.end();
}

/// Adds what is wrong with a name that people read.
void look_at_name(std::string_view name, std::vector<FieldFault>& faults)
{
    if (!is_utf8(name)) {
        faults.push_back({.path = "name", .code = FaultCode::bad_text});
    } else if (trimmed(name).empty()) {
        faults.push_back({.path = "name", .code = FaultCode::too_short, .limit = 1});
    } else if (length_of(name) > name_length_max) {
        faults.push_back({.path = "name", .code = FaultCode::too_long, .limit = name_length_max});
    }
}

Error fault(std::string path, FaultCode code)
{
    return Error{std::vector<FieldFault>{{.path = std::move(path), .code = code}}};
}

bool is_there(db::Rows rows)
{
    return rows.next();
}

bool has_municipality(db::Reader& db, std::string_view number)
{
    return is_there(db.run(queries::municipality_by_number, {{"number", number}}));
}

/// One journal entry of the hub; `facts` hold what was changed, never a password.
void note(db::Writer& db, const AccountOffice& office, std::string subject, std::string act,
          const boost::json::object& facts)
{
    append_journal_by_system(db, office.by, office.clock.now(),
                             {.subject = std::move(subject),
                              .act = std::move(act),
                              .purpose = "administration",
                              .audience = {},
                              .content = boost::json::serialize(facts)});
}

std::vector<FieldFault> faults_of(const NewAccount& account)
{
    std::vector<FieldFault> faults;
    const std::string username = username_of(account.username);
    if (!is_username(username)) { faults.push_back({.path = "username", .code = FaultCode::bad_username}); }
    look_at_name(account.name, faults);
    if (!is_password_for(username, account.password)) {
        faults.push_back({.path = "password", .code = FaultCode::bad_password});
    }
    return faults;
}

std::vector<FieldFault> faults_of(db::Reader& db, const NewMembership& membership)
{
    std::vector<FieldFault> faults;
    if (!is_there(db.run(queries::account_by_id, {{"id", std::string_view{membership.account.text()}}}))) {
        faults.push_back({.path = "account", .code = FaultCode::not_known});
    }
    if (!has_municipality(db, membership.municipality)) {
        faults.push_back({.path = "municipality", .code = FaultCode::not_known});
    }
    if (!is_word_of(shapes::professions, membership.profession)) {
        faults.push_back({.path = "profession", .code = FaultCode::not_one_of});
    }
    const bool needs_unit = membership.role != Role::family;
    if (needs_unit && !membership.unit) { faults.push_back({.path = "unit", .code = FaultCode::required}); }
    if (!needs_unit && membership.unit) {
        faults.push_back({.path = "unit", .code = FaultCode::unknown_field});
    }
    if (needs_unit && membership.unit &&
        !is_there(db.run(queries::unit_by_id, {{"municipality", std::string_view{membership.municipality}},
                                               {"id", std::string_view{membership.unit->text()}}}))) {
        faults.push_back({.path = "unit", .code = FaultCode::not_known});
    }
    return faults;
}

std::optional<std::string> username_of_account(db::Reader& db, const AccountId& account)
{
    db::Rows rows = db.run(queries::account_by_id, {{"id", std::string_view{account.text()}}});
    if (!rows.next()) { return std::nullopt; }
    return rows.string("username");
}

} // namespace

std::string username_of(std::string_view text)
{
    std::string username = trimmed(text);
    for (char& letter : username) {
        if (letter >= 'A' && letter <= 'Z') { letter = static_cast<char>(letter - 'A' + 'a'); }
    }
    return username;
}

bool is_password_for(std::string_view username, std::string_view password)
{
    if (!is_utf8(password)) { return false; }
    const std::size_t length = length_of(password);
    return length >= 10 && length <= 200 && username_of(password) != username_of(username);
}

Result<Done> look_at(const NewMunicipality& municipality)
{
    std::vector<FieldFault> faults;
    if (!db::is_municipality_number(municipality.number)) {
        faults.push_back({.path = "number", .code = FaultCode::not_known});
    }
    look_at_name(municipality.name, faults);
    if (!faults.empty()) { return Error{std::move(faults)}; }
    return Done{};
}

Result<Done> add_municipality(const AccountOffice& office, const NewMunicipality& municipality)
{
    TRY(look_at(municipality));
    return office.hub.write([&](db::Writer& db) -> Result<Done> {
        if (has_municipality(db, municipality.number)) { return fault("number", FaultCode::not_one_of); }
        const std::string now = text_of(office.clock.now());
        db.execute(queries::insert_municipality, {{"number", std::string_view{municipality.number}},
                                                  {"name", std::string_view{municipality.name}},
                                                  {"added_at", std::string_view{now}}});
        note(db, office, "municipality:" + municipality.number, "municipality_added",
             {{"name", municipality.name}});
        return Done{};
    });
}

Result<UnitId> add_unit(const AccountOffice& office, const NewUnit& unit)
{
    std::vector<FieldFault> faults;
    look_at_name(unit.name, faults);
    if (!is_word_of(shapes::unit_kinds, unit.kind)) {
        faults.push_back({.path = "kind", .code = FaultCode::not_one_of});
    }
    if (!faults.empty()) { return Error{std::move(faults)}; }

    const auto id = next_id<UnitId>(office.ids);
    return office.hub.write([&](db::Writer& db) -> Result<UnitId> {
        if (!has_municipality(db, unit.municipality)) { return fault("municipality", FaultCode::not_known); }
        if (find_unit(db, unit.municipality, unit.name)) { return fault("name", FaultCode::not_one_of); }
        const std::string now = text_of(office.clock.now());
        db.execute(queries::insert_unit, {{"id", std::string_view{id.text()}},
                                          {"municipality", std::string_view{unit.municipality}},
                                          {"name", std::string_view{unit.name}},
                                          {"kind", std::string_view{unit.kind}},
                                          {"added_at", std::string_view{now}}});
        note(db, office, "municipality:" + unit.municipality, "unit_added",
             {{"unit", id.text()}, {"name", unit.name}, {"kind", unit.kind}});
        return id;
    });
}

Result<AccountId> add_account(const AccountOffice& office, const NewAccount& account)
{
    if (auto faults = faults_of(account); !faults.empty()) { return Error{std::move(faults)}; }

    const auto id = next_id<AccountId>(office.ids);
    const std::string username = username_of(account.username);
    const std::string name = trimmed(account.name);
    const std::string hash = password_hash_of(account.password, office.cost); // Slow: never inside a write.
    return office.hub.write([&](db::Writer& db) -> Result<AccountId> {
        if (find_account(db, username)) { return fault("username", FaultCode::bad_username); }
        const std::string now = text_of(office.clock.now());
        db.execute(queries::insert_account, {{"id", std::string_view{id.text()}},
                                             {"username", std::string_view{username}},
                                             {"name", std::string_view{name}},
                                             {"language", code_of(account.language)},
                                             {"password_hash", std::string_view{hash}},
                                             {"created_at", std::string_view{now}}});
        note(db, office, "account:" + id.text(), "account_added", {{"username", username}, {"name", name}});
        return id;
    });
}

Result<MembershipId> add_membership(const AccountOffice& office, const NewMembership& membership)
{
    const auto id = next_id<MembershipId>(office.ids);
    return office.hub.write([&](db::Writer& db) -> Result<MembershipId> {
        if (auto faults = faults_of(db, membership); !faults.empty()) { return Error{std::move(faults)}; }
        const std::string now = text_of(office.clock.now());
        const auto unit = membership.unit ? std::optional{membership.unit->text()} : std::nullopt;
        db.execute(queries::insert_membership, {{"id", std::string_view{id.text()}},
                                                {"account", std::string_view{membership.account.text()}},
                                                {"municipality", std::string_view{membership.municipality}},
                                                {"unit", db::or_null(unit)},
                                                {"role", name_of(membership.role)},
                                                {"profession", std::string_view{membership.profession}},
                                                {"begun_at", std::string_view{now}}});
        note(db, office, "account:" + membership.account.text(), "membership_added",
             {{"membership", id.text()},
              {"municipality", membership.municipality},
              {"unit", unit.value_or("")},
              {"role", name_of(membership.role)},
              {"profession", membership.profession}});
        return id;
    });
}

Result<Done> end_membership(const AccountOffice& office, const MembershipId& membership)
{
    return office.hub.write([&](db::Writer& db) -> Result<Done> {
        db::Rows found = db.run(queries::membership_by_id, {{"id", std::string_view{membership.text()}}});
        if (!found.next()) { return Error{ErrorCode::not_found, "no such membership that has not ended"}; }
        const std::string subject = "account:" + found.string("account_id");
        const std::string now = text_of(office.clock.now());
        db.execute(queries::end_membership,
                   {{"id", std::string_view{membership.text()}}, {"ended_at", std::string_view{now}}});
        note(db, office, subject, "membership_ended", {{"membership", membership.text()}});
        return Done{};
    });
}

Result<Done> deactivate_account(const AccountOffice& office, const AccountId& account)
{
    const std::string_view id = account.text();
    return office.hub.write([&](db::Writer& db) -> Result<Done> {
        if (db.execute(queries::change_active, {{"id", id}, {"active", std::int64_t{0}}}) == 0) {
            return Error{ErrorCode::not_found, "no such account"};
        }
        db.execute(queries::delete_sessions_of_account, {{"account", id}});
        note(db, office, "account:" + account.text(), "account_deactivated", {});
        return Done{};
    });
}

Result<Done> set_password(const AccountOffice& office, const AccountId& account, std::string_view password)
{
    const auto username = office.hub.read([&](db::Reader& db) { return username_of_account(db, account); });
    if (!username) { return Error{ErrorCode::not_found, "no such account"}; }
    if (!is_password_for(*username, password)) { return fault("password", FaultCode::bad_password); }

    const std::string hash = password_hash_of(password, office.cost);
    const std::string_view id = account.text();
    return office.hub.write([&](db::Writer& db) -> Result<Done> {
        db.execute(queries::change_password_hash, {{"id", id}, {"password_hash", std::string_view{hash}}});
        db.execute(queries::delete_sessions_of_account, {{"account", id}});
        note(db, office, "account:" + account.text(), "password_set", {});
        return Done{};
    });
}

std::optional<AccountId> find_account(db::Reader& hub, std::string_view username)
{
    const std::string small = username_of(username);
    db::Rows rows = hub.run(queries::account_by_username, {{"username", std::string_view{small}}});
    if (!rows.next()) { return std::nullopt; }
    return AccountId{rows.string("id")};
}

std::optional<UnitId> find_unit(db::Reader& hub, std::string_view municipality, std::string_view name)
{
    db::Rows rows = hub.run(queries::unit_by_name, {{"municipality", municipality}, {"name", name}});
    if (!rows.next()) { return std::nullopt; }
    return UnitId{rows.string("id")};
}

std::vector<AccountRow> accounts_in(db::Reader& hub)
{
    db::Rows rows = hub.run(queries::accounts_with_memberships, {});
    std::vector<AccountRow> accounts;
    while (rows.next()) {
        accounts.push_back({.username = rows.string("username"),
                            .name = rows.string("account_name"),
                            .active = rows.integer("active") == 1,
                            .membership = MembershipId{rows.find_string("membership_id").value_or("")},
                            .municipality = rows.find_string("municipality_number").value_or(""),
                            .unit_name = rows.find_string("unit_name").value_or(""),
                            .role = rows.find_string("role").value_or(""),
                            .profession = rows.find_string("profession").value_or("")});
    }
    return accounts;
}

} // namespace samvei::access
