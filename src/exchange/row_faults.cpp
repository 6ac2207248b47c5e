#include "exchange/row_faults.hpp"

#include "base/result.hpp"

#include <array>

namespace samvei::exchange {

namespace {

using enum Weight;

constexpr std::array rows = std::to_array<WhyRow>({
    {Why::not_json, "not_json", fault, "Dette er ikke JSON som kan leses.",
     "Dette er ikkje JSON som kan lesast.", "This is not JSON that can be read."},
    {Why::not_a_package, "not_a_package", fault,
     "Dette er verken tabeller, tjenester eller CSV-filer etter HSDS 3.",
     "Dette er verken tabellar, tenester eller CSV-filer etter HSDS 3.",
     "This is neither tables, services nor CSV files of HSDS 3."},
    {Why::unknown_table, "unknown_table", fault, "HSDS 3 har ingen tabell som heter {}.",
     "HSDS 3 har ingen tabell som heiter {}.", "HSDS 3 has no table called {}."},
    {Why::unknown_file, "unknown_file", fault, "HSDS 3 har ingen fil som heter {}.",
     "HSDS 3 har inga fil som heiter {}.", "HSDS 3 has no file called {}."},
    {Why::not_a_list, "not_a_list", fault, "Her skal det stå en liste.", "Her skal det stå ei liste.",
     "This should be a list."},
    {Why::not_an_object, "not_an_object", fault, "Raden er ikke et objekt med felt.",
     "Rada er ikkje eit objekt med felt.", "The row is not an object with fields."},
    {Why::too_many_rows, "too_many_rows", fault, "Det kan høyst være {} rader. Del filen opp.",
     "Det kan høgst vere {} rader. Del opp fila.", "There can be at most {} rows. Split the file up."},
    {Why::no_services, "no_services", fault, "Det er ingen tjenester i filen.",
     "Det er ingen tenester i fila.", "There are no services in the file."},
    {Why::csv_no_header, "csv_no_header", fault, "Filen mangler en første linje med navn på kolonnene.",
     "Fila manglar ei første linje med namn på kolonnane.", "The file lacks a first line with column names."},
    {Why::csv_column_twice, "csv_column_twice", fault, "Kolonnen {} står to ganger.",
     "Kolonnen {} står to gonger.", "The column {} is there twice."},
    {Why::csv_cells, "csv_cells", fault, "Linjen har et annet antall celler enn den første ({}).",
     "Linja har eit anna tal celler enn den første ({}).",
     "The line has another number of cells than the first one ({})."},
    {Why::csv_quote_open, "csv_quote_open", fault, "Et anførselstegn blir aldri avsluttet.",
     "Eit hermeteikn blir aldri avslutta.", "A quotation mark is never closed."},
    {Why::csv_quote_astray, "csv_quote_astray", fault,
     "Det står et anførselstegn midt i en celle. Skriv det dobbelt, og sett cellen i anførselstegn.",
     "Det står eit hermeteikn midt i ei celle. Skriv det dobbelt, og set cella i hermeteikn.",
     "There is a quotation mark inside a cell. Write it twice, and put the cell in quotation marks."},
    {Why::no_id, "no_id", fault, "Raden mangler en id.", "Rada manglar ein id.", "The row has no id."},
    {Why::id_twice, "id_twice", fault, "To rader i tabellen har id {}.", "To rader i tabellen har id {}.",
     "Two rows of the table have the id {}."},
    {Why::contradicts, "contradicts", fault, "Det samme feltet har en annen verdi et annet sted (id {}).",
     "Det same feltet har ein annan verdi ein annan stad (id {}).",
     "The same field has another value elsewhere (id {})."},
    {Why::required, "required", fault, "Dette må fylles ut.", "Dette må fyllast ut.",
     "This must be filled in."},
    {Why::not_a_text, "not_a_text", fault, "Verdien skal være en tekst.", "Verdien skal vere ein tekst.",
     "The value should be a text."},
    {Why::not_a_number, "not_a_number", fault, "Verdien skal være et tall.", "Verdien skal vere eit tal.",
     "The value should be a number."},
    {Why::not_a_date, "not_a_date", fault, "Skriv en dato som finnes, som 2026-11-22.",
     "Skriv ein dato som finst, som 2026-11-22.", "Write a date that exists, like 2026-11-22."},
    {Why::not_a_moment, "not_a_moment", fault, "Skriv dag og klokkeslett, som 2026-11-22T08:30:00Z.",
     "Skriv dag og klokkeslett, som 2026-11-22T08:30:00Z.",
     "Write a day and a time, like 2026-11-22T08:30:00Z."},
    {Why::not_a_time, "not_a_time", fault, "Skriv et klokkeslett, som 08:30.",
     "Skriv eit klokkeslett, som 08:30.", "Write a time of day, like 08:30."},
    {Why::not_an_email, "not_an_email", fault, "Dette er ikke en e-postadresse.",
     "Dette er ikkje ei e-postadresse.", "This is not an e-mail address."},
    {Why::not_a_web_address, "not_a_web_address", fault, "Dette er ikke en nettadresse.",
     "Dette er ikkje ei nettadresse.", "This is not a web address."},
    {Why::not_one_of, "not_one_of", fault, "Velg en av verdiene i standarden: {}.",
     "Vel ein av verdiane i standarden: {}.", "Choose one of the standard's values: {}."},
    {Why::too_long, "too_long", fault, "Teksten kan høyst ha {} tegn.", "Teksten kan høgst ha {} teikn.",
     "The text can have at most {} characters."},
    {Why::bad_characters, "bad_characters", fault, "Teksten inneholder tegn vi ikke kan lagre.",
     "Teksten inneheld teikn vi ikkje kan lagre.", "The text holds characters that we cannot store."},
    {Why::ends_before_start, "ends_before_start", fault, "Slutten kommer før starten.",
     "Slutten kjem før starten.", "The end comes before the start."},
    {Why::no_contact, "no_contact", fault,
     "Tjenesten har verken telefon, nettadresse eller e-post, så ingen kan nå den.",
     "Tenesta har verken telefon, nettadresse eller e-post, så ingen kan nå henne.",
     "The service has neither phone, web address nor e-mail, so nobody can reach it."},
    {Why::bad_own_field, "bad_own_field", fault, "Samvei-feltet {} kan ikke leses.",
     "Samvei-feltet {} kan ikkje lesast.", "The Samvei field {} cannot be read."},
    {Why::kept_by_others, "kept_by_others", fault,
     "Tilbudet holdes ved like av andre, så det kan ikke endres her.",
     "Tilbodet blir halde ved like av andre, så det kan ikkje endrast her.",
     "Others keep this offer, so it cannot be changed here."},
    {Why::not_ready, "not_ready", fault, "Kan ikke publiseres ennå: {} mangler.",
     "Kan ikkje publiserast enno: {} manglar.", "Cannot be published yet: {} is missing."},
    {Why::unknown_field, "unknown_field", warning,
     "HSDS 3 har ikke dette feltet. Det blir tatt vare på, men ikke brukt.",
     "HSDS 3 har ikkje dette feltet. Det blir teke vare på, men ikkje brukt.",
     "HSDS 3 does not have this field. It is kept, but not used."},
    {Why::dangling, "dangling", warning, "Viser til {}, som ikke er i filen.",
     "Viser til {}, som ikkje er i fila.", "Refers to {}, which is not in the file."},
    {Why::out_of_range, "out_of_range", warning, "Verdien er utenfor det som er mulig, og blir ikke brukt.",
     "Verdien er utanfor det som er mogleg, og blir ikkje brukt.",
     "The value is outside what is possible, and is not used."},
    {Why::kind_guessed, "kind_guessed", warning, "Filen sier ikke hva slags tilbud dette er. Velg det her.",
     "Fila seier ikkje kva slags tilbod dette er. Vel det her.",
     "The file does not say what kind of offer this is. Choose it here."},
    {Why::area_guessed, "area_guessed", warning,
     "Filen sier ikke hvilke kommuner tilbudet gjelder. Vi har satt din egen.",
     "Fila seier ikkje kva kommunar tilbodet gjeld. Vi har sett din eigen.",
     "The file does not say which municipalities the offer is for. We have set your own."},
    {Why::shortened, "shortened", warning, "Teksten er forkortet til {} tegn her.",
     "Teksten er korta ned til {} teikn her.", "The text is shortened to {} characters here."},
    {Why::changed_here_too, "changed_here_too", warning,
     "Feltet {} er endret her siden sist. Filen vil skrive over det.",
     "Feltet {} er endra her sidan sist. Fila vil skrive over det.",
     "The field {} has been changed here since last time. The file will overwrite it."},
    {Why::merged_here, "merged_here", warning, "Tilbudet er slått sammen med {} her, og blir stående slik.",
     "Tilbodet er slått saman med {} her, og blir ståande slik.",
     "The offer has been merged with {} here, and stays so."},
    {Why::unlike_a_phone, "unlike_a_phone", warning, "Dette er ikke et telefonnummer, og blir ikke brukt.",
     "Dette er ikkje eit telefonnummer, og blir ikkje brukt.",
     "This is not a phone number, and is not used."},
});

constexpr bool is_in_order()
{
    for (std::size_t place = 0; place < rows.size(); ++place) {
        if (static_cast<std::size_t>(rows[place].why) != place) { return false; }
    }
    return true;
}
static_assert(is_in_order());
static_assert(rows.back().why == Why::unlike_a_phone);

} // namespace

std::span<const WhyRow> why_table()
{
    return rows;
}

const WhyRow& row_of(Why why)
{
    return rows.at(static_cast<std::size_t>(why));
}

std::string sentence_of(const RowFault& fault, Language language)
{
    const WhyRow& row = row_of(fault.why);
    std::string sentence{language == Language::nb ? row.nb : language == Language::nn ? row.nn : row.en};
    if (const std::size_t at = sentence.find("{}"); at != std::string::npos) {
        sentence.replace(at, 2, fault.detail);
    }
    return sentence;
}

} // namespace samvei::exchange
