#include "finder/small_words.hpp"

#include <string>
#include <unordered_map>
#include <unordered_set>

namespace samvei::finder {

namespace {

constexpr std::string_view small_words =
    // bokmål and nynorsk
    "jeg meg min mitt mine du deg din ditt dine han ham hans hun henne hennes den det de dem dens dets deres "
    "vi oss vår "
    "vårt våre dere man en ei et ett seg sin sitt sine selv sjøl sjølv eg me vi dykk dykkar ho hennar honom "
    "dei deira "
    "ein eit eitt noko nokon nokre kva kven kvar korleis kvifor når noe noen ingen ingenting alt alle alt "
    "all mye meget "
    "mykje litt veldig ganske så sånn slik som at om og eller men for fordi hvis dersom når da da enn både "
    "verken "
    "i på til fra frå med uten utan av ved hos hjå mellom mot etter før under over gjennom rundt innen inn "
    "ut opp ned "
    "er var vært være vere vera blir ble blitt bli vart vorte verte har hadde hatt ha hav får fikk fått få "
    "kan kunne "
    "kunnet kan skal skulle må måtte vil ville ikke jo ja nei nå no her der dit hit da også òg og bare berre "
    "kun igjen "
    "att aldri alltid ofte hele heile tiden tida hva hvem hvor hvordan hvorfor hvilken hvilke denne dette "
    "disse desse "
    "slutt gjør gjer gjøre gjere gjort går gå gikk gjekk kommer kjem komme kom sier seier si sa synes syns "
    "tror trur "
    "vet veit vite trenger treng ønsker ønskjer lenger lengre mer meir mest fordi siden sidan hei heisann "
    "takk "
    "gjerne kanskje virkelig helt heilt nok vel altså liksom egentlig eigentleg år årig åring åringen "
    "åringar åringer å o "
    // English
    "i me my mine you your he him his she her hers it its we us our they them their a an the this that these "
    "those "
    "and or but if because as of at by for with about to from in on off out up down over under again then "
    "once here "
    "there when where why how what which who whom am is are was were be been being have has had having do "
    "does did doing "
    "dont doesnt didnt im ive id ill hes shes theyre cant cannot wont isnt arent wasnt can could will would "
    "shall "
    "should may might must not no nor so than too very just all any both each few more most other some such "
    "only own "
    "same last year years old want need get got getting feel really much many im youre "
    // as people type
    "ej itj itte ikkje ikj ikk e æ mæ dæ sæ va ka kem korsn hu hain dokker";

struct SameWord {
    std::string_view form;
    std::string_view usual;
};
constexpr SameWord same_words[]{
    {"ikkje", "ikke"},    {"ikkj", "ikke"},      {"ikj", "ikke"},      {"ikk", "ikke"},
    {"itj", "ikke"},      {"itte", "ikke"},      {"ittj", "ikke"},     {"eg", "jeg"},
    {"æ", "jeg"},         {"je", "jeg"},         {"jæ", "jeg"},        {"mæ", "meg"},
    {"dæ", "deg"},        {"sæ", "seg"},         {"ka", "hva"},        {"kva", "hva"},
    {"kem", "hvem"},      {"kven", "hvem"},      {"kor", "hvor"},      {"korleis", "hvordan"},
    {"korsn", "hvordan"}, {"kvifor", "hvorfor"}, {"ho", "hun"},        {"hu", "hun"},
    {"dei", "de"},        {"ein", "en"},         {"eit", "et"},        {"noko", "noe"},
    {"nokon", "noen"},    {"mykje", "mye"},      {"meir", "mer"},      {"frå", "fra"},
    {"utan", "uten"},     {"berre", "bare"},     {"sjølv", "selv"},    {"sjøl", "selv"},
    {"heile", "hele"},    {"tida", "tiden"},     {"gjer", "gjør"},     {"gjere", "gjøre"},
    {"veit", "vet"},      {"trur", "tror"},      {"seier", "sier"},    {"heime", "hjemme"},
    {"lenger", "lengre"}, {"orkar", "orker"},    {"klarar", "klarer"}, {"toler", "tåler"},
    {"cannot", "cant"},
};

} // namespace

bool is_small_word(std::string_view folded_word)
{
    static const std::unordered_set<std::string_view> all = [] {
        std::unordered_set<std::string_view> words;
        for (std::size_t begin = 0; begin < small_words.size();) {
            const std::size_t end = std::min(small_words.find(' ', begin), small_words.size());
            words.insert(small_words.substr(begin, end - begin));
            begin = end + 1;
        }
        return words;
    }();
    return all.contains(folded_word);
}

std::string_view usual_form_of(std::string_view folded_word)
{
    static const std::unordered_map<std::string_view, std::string_view> all = [] {
        std::unordered_map<std::string_view, std::string_view> forms;
        for (const SameWord& same : same_words) { forms.emplace(same.form, same.usual); }
        return forms;
    }();
    const auto found = all.find(folded_word);
    return found == all.end() ? folded_word : found->second;
}

} // namespace samvei::finder
