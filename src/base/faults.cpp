// What can be wrong with one field, as a sentence beside that field. The other table is in errors.cpp.
#include "base/errors.hpp"

#include <array>

namespace samvei {

namespace {

constexpr std::array faults = std::to_array<FaultRow>({
    {FaultCode::required, "required", "Dette må fylles ut.", "Dette må fyllast ut.",
     "This must be filled in."},
    {FaultCode::unknown_field, "unknown_field", "Dette feltet kjenner vi ikke.",
     "Dette feltet kjenner vi ikkje.", "We do not know this field."},
    {FaultCode::wrong_type, "wrong_type", "Verdien er av feil slag.", "Verdien er av feil slag.",
     "The value is of the wrong kind."},
    {FaultCode::too_short, "too_short", "Skriv minst {} tegn.", "Skriv minst {} teikn.",
     "Write at least {} characters."},
    {FaultCode::too_long, "too_long", "Skriv høyst {} tegn.", "Skriv høgst {} teikn.",
     "Write at most {} characters."},
    {FaultCode::too_small, "too_small", "Verdien må være minst {}.", "Verdien må vere minst {}.",
     "The value must be at least {}."},
    {FaultCode::too_large, "too_large", "Verdien kan ikke være over {}.", "Verdien kan ikkje vere over {}.",
     "The value cannot be over {}."},
    {FaultCode::not_a_date, "not_a_date", "Skriv en dato som finnes, som 2026-11-22.",
     "Skriv ein dato som finst, som 2026-11-22.", "Write a date that exists, like 2026-11-22."},
    {FaultCode::not_a_time, "not_a_time", "Skriv et tidspunkt som finnes, som 2026-11-22T08:30:00Z.",
     "Skriv eit tidspunkt som finst, som 2026-11-22T08:30:00Z.",
     "Write a time that exists, like 2026-11-22T08:30:00Z."},
    {FaultCode::not_one_of, "not_one_of", "Velg en av verdiene som er tillatt her.",
     "Vel ein av verdiane som er tillatne her.", "Choose one of the values allowed here."},
    {FaultCode::not_an_id, "not_an_id", "Dette er ikke en gyldig nøkkel.",
     "Dette er ikkje ein gyldig nøkkel.", "This is not a valid identifier."},
    {FaultCode::bad_identity_number, "bad_identity_number",
     "Dette er ikke et gyldig fødselsnummer. Se om et siffer er feil.",
     "Dette er ikkje eit gyldig fødselsnummer. Sjå om eit siffer er feil.",
     "This is not a valid identity number. Check whether a digit is wrong."},
    {FaultCode::identity_number_not_matching_birth_date, "identity_number_not_matching_birth_date",
     "Fødselsnummeret og fødselsdatoen stemmer ikke med hverandre.",
     "Fødselsnummeret og fødselsdatoen stemmer ikkje med kvarandre.",
     "The identity number and the date of birth do not agree."},
    {FaultCode::in_the_future, "in_the_future", "Dette kan ikke ligge fram i tid.",
     "Dette kan ikkje liggje fram i tid.", "This cannot be in the future."},
    {FaultCode::in_the_past, "in_the_past", "Dette kan ikke ligge bak i tid.",
     "Dette kan ikkje liggje bak i tid.", "This cannot be in the past."},
    {FaultCode::ends_before_start, "ends_before_start", "Slutten kan ikke komme før starten.",
     "Slutten kan ikkje kome før starten.", "The end cannot come before the start."},
    {FaultCode::too_many, "too_many", "Det kan høyst være {} her.", "Det kan høgst vere {} her.",
     "There can be at most {} here."},
    {FaultCode::bad_text, "bad_text", "Teksten inneholder tegn vi ikke kan lagre.",
     "Teksten inneheld teikn vi ikkje kan lagre.", "The text holds characters that we cannot store."},
    {FaultCode::not_known, "not_known", "Vi kjenner ikke denne verdien.", "Vi kjenner ikkje denne verdien.",
     "We do not know this value."},
    {FaultCode::bad_username, "bad_username", "Dette brukernavnet kan ikke brukes. Velg et annet.",
     "Dette brukarnamnet kan ikkje brukast. Vel eit anna.",
     "This username cannot be used. Choose another one."},
    {FaultCode::bad_password, "bad_password", "Dette passordet er for lett å gjette. Velg et lengre.",
     "Dette passordet er for lett å gjette. Vel eit lengre.",
     "This password is too easy to guess. Choose a longer one."},
    {FaultCode::not_an_email, "not_an_email", "Dette er ikke en e-postadresse. Se om noe mangler.",
     "Dette er ikkje ei e-postadresse. Sjå om noko manglar.",
     "This is not an e-mail address. Check whether something is missing."},
});

constexpr bool is_in_order()
{
    for (std::size_t place = 0; place < faults.size(); ++place) {
        if (static_cast<std::size_t>(faults[place].code) != place) { return false; }
    }
    return true;
}
static_assert(is_in_order());
static_assert(faults.back().code == FaultCode::not_an_email);

} // namespace

std::span<const FaultRow> fault_table()
{
    return faults;
}

const FaultRow& row_of(FaultCode code)
{
    return faults.at(static_cast<std::size_t>(code));
}

} // namespace samvei
