#include "followup/queries.hpp"
#include "followup/rows.hpp"
#include "followup/store.hpp"

namespace samvei::followup {

namespace {

/// What is stored of an identity number: encrypted for showing, hashed for finding.
struct StoredIdentity {
    std::optional<std::string> encrypted;
    std::optional<std::string> hash;
};

StoredIdentity stored_identity_of(const access::Keys& keys, const std::string& number)
{
    if (number.empty()) { return {}; }
    const std::optional<IdentityNumber> identity = find_identity_number(number);
    check(identity.has_value(), "an identity number is checked where it comes in");
    return {keys.encrypt(identity->reveal()), keys.lookup_hash(*identity)};
}

} // namespace

void insert_person(db::Writer& db, const access::Keys& keys, const Person& person, Instant now)
{
    const StoredIdentity identity = stored_identity_of(keys, person.identity_number);
    std::optional<AccountId> account = person.account;
    if (identity.hash && !account) {
        db::Rows rows = db.run(queries::account_of_identity, {{"identity_hash", *identity.hash}});
        if (rows.next()) { account = id_in<AccountId>(rows, "account_id"); }
    }
    const DateText born_on{person.born_on};
    const std::string created_at = text_of(now);
    db.execute(queries::insert_person, {{"id", person.id.text()},
                                        {"given_name", person.given_name.reveal()},
                                        {"family_name", person.family_name.reveal()},
                                        {"birth_date", born_on.value()},
                                        {"phone", text_or_null(person.phone.reveal())},
                                        {"identity_encrypted", db::or_null(identity.encrypted)},
                                        {"identity_hash", db::or_null(identity.hash)},
                                        {"account", id_or_null(account)},
                                        {"created_at", created_at}});
}

void insert_guardianship(db::Writer& db, const Permit& permit, const Guardian& guardian)
{
    db.execute(queries::insert_guardianship,
               {{"follow_up", permit.follow_up().text()},
                {"guardian", guardian.person.id.text()},
                {"relation", guardian.relation},
                {"parental_responsibility", number_of(guardian.parental_responsibility)}});
}

std::int64_t link_account(db::Writer& db, const access::Keys& keys, const IdentityNumber& number,
                          const AccountId& account)
{
    const std::string hash = keys.lookup_hash(number);
    return db.execute(queries::link_account,
                      {{"identity_hash", std::string_view{hash}}, {"account", account.text()}});
}

} // namespace samvei::followup
