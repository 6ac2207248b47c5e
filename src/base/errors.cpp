#include "base/errors.hpp"

#include <array>

namespace samvei {

namespace {

// Each sentence is read by somebody who did nothing wrong on purpose: it says what is so and what can be
// done, blames nobody, and never hints at whether a child is known to the service.
constexpr std::array errors = std::to_array<ErrorRow>({
    // The request itself
    {ErrorCode::bad_json, "bad_json", 400, "structure",
     "Vi klarte ikke å lese det som ble sendt. Last siden på nytt og prøv igjen.",
     "Vi klarte ikkje å lese det som vart sendt. Last sida på nytt og prøv igjen.",
     "We could not read what was sent. Reload the page and try again."},
    {ErrorCode::invalid_fields, "invalid_fields", 422, "invalid",
     "Noe må rettes før vi kan gå videre. Se på feltene som er merket.",
     "Noko må rettast før vi kan gå vidare. Sjå på felta som er merkte.",
     "Something needs to be corrected before we can go on. Look at the marked fields."},
    {ErrorCode::unsupported_media, "unsupported_media", 415, "not-supported",
     "Innholdet kom i et format vi ikke kan lese. Send det som JSON.",
     "Innhaldet kom i eit format vi ikkje kan lese. Send det som JSON.",
     "The content came in a format we cannot read. Send it as JSON."},
    {ErrorCode::body_too_large, "body_too_large", 413, "too-long",
     "Det du sendte, er for stort. Gjør det kortere eller del det opp.",
     "Det du sende, er for stort. Gjer det kortare eller del det opp.",
     "What you sent is too large. Make it shorter or split it up."},
    {ErrorCode::not_found, "not_found", 404, "not-found",
     "Vi finner ikke dette, eller du har ikke tilgang til det.",
     "Vi finn ikkje dette, eller du har ikkje tilgang til det.",
     "We cannot find this, or you do not have access to it."},
    {ErrorCode::method_not_allowed, "method_not_allowed", 405, "not-supported", "Dette kan ikke gjøres her.",
     "Dette kan ikkje gjerast her.", "This cannot be done here."},
    {ErrorCode::bad_request, "bad_request", 400, "structure",
     "Vi klarte ikke å lese forespørselen. Se om adressen er riktig.",
     "Vi klarte ikkje å lese førespurnaden. Sjå om adressa er rett.",
     "We could not read the request. See whether the address is right."},
    {ErrorCode::header_too_large, "header_too_large", 431, "too-long",
     "Nettleseren sendte mer enn vi kan ta imot. Slett informasjonskapslene for siden og prøv igjen.",
     "Nettlesaren sende meir enn vi kan ta imot. Slett informasjonskapslane for sida og prøv igjen.",
     "The browser sent more than we can take. Delete the cookies of this site and try again."},
    {ErrorCode::too_many_requests, "too_many_requests", 429, "throttled",
     "Det kom mange forespørsler på kort tid. Vent litt og prøv igjen.",
     "Det kom mange førespurnader på kort tid. Vent litt og prøv igjen.",
     "Many requests came in a short time. Wait a little and try again."},
    // Who asks
    {ErrorCode::login_required, "login_required", 401, "login", "Logg inn for å gå videre.",
     "Logg inn for å gå vidare.", "Log in to go on."},
    {ErrorCode::wrong_login, "wrong_login", 401, "login",
     "Brukernavnet eller passordet stemmer ikke. Prøv igjen.",
     "Brukarnamnet eller passordet stemmer ikkje. Prøv igjen.",
     "The username or the password is not right. Try again."},
    {ErrorCode::login_throttled, "login_throttled", 429, "throttled",
     "Det har vært mange forsøk på å logge inn. Vent noen minutter og prøv igjen.",
     "Det har vore mange forsøk på å logge inn. Vent nokre minutt og prøv igjen.",
     "There have been many attempts to log in. Wait a few minutes and try again."},
    {ErrorCode::csrf_failed, "csrf_failed", 403, "security",
     "Siden er ikke lenger gyldig. Last den på nytt og prøv igjen.",
     "Sida er ikkje gyldig lenger. Last ho på nytt og prøv igjen.",
     "This page is no longer valid. Reload it and try again."},
    {ErrorCode::not_allowed, "not_allowed", 403, "forbidden", "Du kan ikke gjøre dette med rollen du har nå.",
     "Du kan ikkje gjere dette med rolla du har no.", "You cannot do this with the role you have now."},
    {ErrorCode::unit_not_yours, "unit_not_yours", 403, "forbidden",
     "Du hører ikke til den enheten. Velg en av enhetene dine.",
     "Du høyrer ikkje til den eininga. Vel ei av einingane dine.",
     "You do not belong to that unit. Choose one of your own units."},
    // Consent
    {ErrorCode::consent_missing, "consent_missing", 422, "business-rule",
     "Dette kan ikke åpnes før de som skal samtykke, har sagt ja.",
     "Dette kan ikkje opnast før dei som skal samtykkje, har sagt ja.",
     "This cannot be opened until those who must consent have said yes."},
    {ErrorCode::consent_incomplete, "consent_incomplete", 422, "business-rule",
     "Noen som må samtykke, har ikke svart ennå. Ingenting åpnes før alle har sagt ja.",
     "Nokon som må samtykkje, har ikkje svart enno. Ingenting blir opna før alle har sagt ja.",
     "Somebody who must consent has not answered yet. Nothing opens until everyone has said yes."},
    {ErrorCode::consent_not_in_force, "consent_not_in_force", 422, "business-rule",
     "Samtykket gjelder ikke nå. Det kan være trukket tilbake, ha gått ut eller ikke ha begynt.",
     "Samtykket gjeld ikkje no. Det kan vere trekt tilbake, ha gått ut eller ikkje ha byrja.",
     "The consent does not apply now. It may be withdrawn, have ended or not have begun."},
    // The shared log
    {ErrorCode::edit_conflict, "edit_conflict", 409, "conflict",
     "Noen andre lagret før deg. Ingenting er mistet: du får se begge versjonene.",
     "Nokon andre lagra før deg. Ingenting er mista: du får sjå begge versjonane.",
     "Somebody else saved before you. Nothing is lost: you will see both versions."},
    {ErrorCode::follow_up_closed, "follow_up_closed", 409, "business-rule",
     "Oppfølgingen er avsluttet. Den må åpnes igjen før noe kan endres.",
     "Oppfølginga er avslutta. Ho må opnast igjen før noko kan endrast.",
     "The follow-up is closed. It must be reopened before anything can change."},
    {ErrorCode::follow_up_open, "follow_up_open", 409, "business-rule", "Oppfølgingen er allerede åpen.",
     "Oppfølginga er allereie open.", "The follow-up is already open."},
    {ErrorCode::not_the_holder, "not_the_holder", 403, "forbidden",
     "Bare den som har stafettpinnen, kan gjøre dette.", "Berre den som har stafettpinnen, kan gjere dette.",
     "Only the one who holds the baton can do this."},
    {ErrorCode::next_step_needs_date, "next_step_needs_date", 422, "business-rule",
     "En åpen oppfølging skal alltid ha et neste steg med dato. Velg en dato.",
     "Ei open oppfølging skal alltid ha eit neste steg med dato. Vel ein dato.",
     "An open follow-up always has a next step with a date. Choose a date."},
    {ErrorCode::date_in_past, "date_in_past", 422, "business-rule",
     "Datoen har allerede vært. Velg i dag eller en senere dag.",
     "Datoen har allereie vore. Vel i dag eller ein seinare dag.",
     "That date has passed. Choose today or a later day."},
    {ErrorCode::step_not_next, "step_not_next", 409, "business-rule",
     "Dette steget er ikke åpent nå. Se hva som er neste steg.",
     "Dette steget er ikkje ope no. Sjå kva som er neste steg.",
     "This step is not open now. See what the next step is."},
    {ErrorCode::step_not_skippable, "step_not_skippable", 409, "business-rule",
     "Dette steget skal ikke hoppes over.", "Dette steget skal ikkje hoppast over.",
     "This step is not to be skipped."},
    {ErrorCode::step_not_done_before, "step_not_done_before", 409, "business-rule",
     "Det er ikke noe å gå tilbake til der.", "Det er ikkje noko å gå tilbake til der.",
     "There is nothing to go back to there."},
    {ErrorCode::version_not_known, "version_not_known", 409, "business-rule",
     "Kommunen har ikke denne utgaven av forløpet.", "Kommunen har ikkje denne utgåva av forløpet.",
     "The municipality does not have this version of the pathway."},
    {ErrorCode::pathway_already_runs, "pathway_already_runs", 409, "business-rule",
     "Barnet er allerede i dette forløpet.", "Barnet er allereie i dette forløpet.",
     "The child is on this pathway already."},
    {ErrorCode::pathway_still_runs, "pathway_still_runs", 409, "business-rule",
     "Et annet forløp er fortsatt åpent. Avslutt det først.",
     "Eit anna forløp er framleis ope. Avslutt det først.",
     "Another pathway is still open. End that one first."},
    {ErrorCode::pathway_not_sound, "pathway_not_sound", 409, "business-rule",
     "Forløpet har feil som må rettes før det kan tas i bruk.",
     "Forløpet har feil som må rettast før det kan takast i bruk.",
     "The pathway has faults that must be mended before it can be used."},
    {ErrorCode::answer_not_known, "answer_not_known", 422, "code-invalid",
     "Steget har ikke det svaret. Velg et av svarene som er der.",
     "Steget har ikkje det svaret. Vel eitt av svara som er der.",
     "The step has no such answer. Choose one of the answers that are there."},
    {ErrorCode::baton_already_offered, "baton_already_offered", 409, "business-rule",
     "Stafettpinnen er allerede tilbudt til noen. Vent på svar, eller trekk tilbudet tilbake.",
     "Stafettpinnen er allereie tilboden til nokon. Vent på svar, eller trekk tilbodet tilbake.",
     "The baton has already been offered to somebody. Wait for an answer, or withdraw the offer."},
    {ErrorCode::baton_offer_not_open, "baton_offer_not_open", 409, "business-rule",
     "Dette tilbudet om stafettpinnen er besvart eller trukket tilbake.",
     "Dette tilbodet om stafettpinnen er svart på eller trekt tilbake.",
     "This offer of the baton has been answered or withdrawn."},
    {ErrorCode::reason_needed, "reason_needed", 422, "required", "Skriv noen ord om hvorfor.",
     "Skriv nokre ord om kvifor.", "Write a few words about why."},
    {ErrorCode::member_not_in_team, "member_not_in_team", 422, "business-rule",
     "Denne personen er ikke med i laget rundt barnet.", "Denne personen er ikkje med i laget rundt barnet.",
     "This person is not in the team around the child."},
    {ErrorCode::member_already_in_team, "member_already_in_team", 409, "duplicate",
     "Denne personen er allerede med i laget.", "Denne personen er allereie med i laget.",
     "This person is already in the team."},
    {ErrorCode::holder_cannot_leave, "holder_cannot_leave", 409, "business-rule",
     "Den som har stafettpinnen, må gi den videre før hun eller han går ut av laget.",
     "Den som har stafettpinnen, må gi han vidare før ho eller han går ut av laget.",
     "The one who holds the baton must hand it over before leaving the team."},
    {ErrorCode::member_has_measures, "member_has_measures", 409, "business-rule",
     "Denne personen har tiltak som ikke er ferdige. Gi dem til en annen eller avslutt dem først.",
     "Denne personen har tiltak som ikkje er ferdige. Gi dei til ein annan eller avslutt dei først.",
     "This person has unfinished measures. Give them to somebody else or end them first."},
    {ErrorCode::holder_works_here, "holder_works_here", 409, "business-rule",
     "Den som har stafettpinnen, arbeider her fremdeles og gir den videre selv.",
     "Den som har stafettpinnen, arbeider her framleis og gir han vidare sjølv.",
     "The one who holds the baton still works here and hands it over themselves."},
    {ErrorCode::level_not_moved, "level_not_moved", 409, "business-rule",
     "Nivået ble ikke endret. Velg et annet nivå enn det som gjelder nå.",
     "Nivået vart ikkje endra. Vel eit anna nivå enn det som gjeld no.",
     "The level was not changed. Choose another level than the present one."},
    {ErrorCode::log_opens_later, "log_opens_later", 409, "business-rule",
     "I denne kommunen åpnes stafettloggen på et høyere nivå.",
     "I denne kommunen blir stafettloggen opna på eit høgare nivå.",
     "In this municipality the shared log opens at a higher level."},
    {ErrorCode::concern_ended, "concern_ended", 409, "business-rule", "Denne undringen er avsluttet.",
     "Denne undringa er avslutta.", "This early concern has ended."},
    {ErrorCode::concern_already_shared, "concern_already_shared", 409, "business-rule",
     "Denne undringen har allerede ført til en stafettlogg.",
     "Denne undringa har allereie ført til ein stafettlogg.",
     "This early concern has already led to a shared log."},
    {ErrorCode::suspicion_stands, "suspicion_stands", 409, "business-rule",
     "Ved mistanke om vold eller overgrep: kontakt barnevern eller politi før noen spør foreldrene.",
     "Ved mistanke om vald eller overgrep: kontakt barnevern eller politi før nokon spør foreldra.",
     "On suspicion of violence or abuse: contact child welfare or the police before anyone asks the "
     "parents."},
    // Failures
    {ErrorCode::service_unavailable, "service_unavailable", 503, "transient",
     "Tjenesten svarer ikke akkurat nå. Ingenting er lagret halvveis. Prøv igjen om litt.",
     "Tenesta svarer ikkje akkurat no. Ingenting er lagra halvvegs. Prøv igjen om litt.",
     "The service cannot answer right now. Nothing was saved halfway. Try again soon."},
    {ErrorCode::internal, "internal", 500, "exception",
     "Noe gikk galt hos oss. Prøv igjen, og si fra om referansen hvis det skjer på nytt.",
     "Noko gjekk gale hos oss. Prøv igjen, og sei frå om referansen om det skjer på nytt.",
     "Something went wrong on our side. Try again, and report the reference if it happens again."},
});

/// Looking a row up is an index, so the table must be in the order of the enum.
template <class Table>
constexpr bool is_in_order(const Table& table)
{
    for (std::size_t place = 0; place < table.size(); ++place) {
        if (static_cast<std::size_t>(table[place].code) != place) { return false; }
    }
    return true;
}
static_assert(is_in_order(errors));
static_assert(errors.back().code == ErrorCode::internal);

} // namespace

std::span<const ErrorRow> error_table()
{
    return errors;
}

const ErrorRow& row_of(ErrorCode code)
{
    return errors.at(static_cast<std::size_t>(code));
}

} // namespace samvei
