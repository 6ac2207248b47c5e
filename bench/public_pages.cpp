// What a public page costs: CPU of the server's process for each page, beside fixed answers of the same size,
// in one run. Templates are read anew for every page, so this is where a slow one shows.
#include "fixed_answers.hpp"
#include "load.hpp"

#include "program/program.hpp"

#include <fmt/format.h>

#include <array>
#include <vector>

namespace samvei::bench {
namespace {

constexpr std::size_t clients = 32;
constexpr int rounds = 3;
constexpr std::chrono::milliseconds round_time{1'500};

struct Page {
    std::string name;
    std::string request;
};

std::string get(const std::string& path)
{
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
}

std::string post(const std::string& form)
{
    return "POST /find HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
           "Content-Length: " +
           std::to_string(form.size()) + "\r\n\r\n" + form;
}

std::vector<Page> pages()
{
    return {
        {"start", get("/?lang=nb")},
        {"found, from a sentence", post("text=jeg+f%C3%A5r+ikke+sove&age=15&municipality=Solvik&lang=nb")},
        {"found, from a theme", get("/find?theme=sleep&municipality=9901&lang=nb")},
        {"an offer", get("/offers/solvik_school_health_lower?lang=nb")},
        {"help lines", get("/crisis?lang=nb")},
        {"a municipality", get("/municipalities/9901?lang=nb")},
        {"all municipalities", get("/municipalities?lang=nb")}};
}

void run()
{
    const FixedAnswers fixed;
    const program::Installation installation = program::Installation::on_sqlite();
    program::Server server{installation};
    server.wait_until_ready();
    fmt::print("\n{:<26} {:>9} {:>10} {:>9} {:>22}\n", "a page, 32 clients", "µs CPU", "a second", "bytes",
               "CPU to a fixed answer");
    for (const Page& page : pages()) {
        const NextRequest ask = [&](std::size_t, std::string_view) { return page.request; };
        const Figures first = drive(server.port(), server.process(), clients, round_time / 10, ask);
        const std::string same_size = get("/fixed/" + std::to_string(first.answer_bytes));
        const NextRequest ask_fixed = [&](std::size_t, std::string_view) { return same_size; };
        std::array subjects{
            Subject{"fixed",
                    [&] { return drive(fixed.port(), fixed.process(), clients, round_time, ask_fixed); }},
            Subject{page.name,
                    [&] { return drive(server.port(), server.process(), clients, round_time, ask); }}};
        run_in_turn(subjects, rounds);
        const Figures& ours = subjects[1].median;
        fmt::print("{:<26} {:>9.0f} {:>10.0f} {:>9} {:>22.1f}\n", page.name, ours.cpu_us_per_request,
                   ours.requests_per_second, ours.answer_bytes,
                   ours.cpu_us_per_request / subjects[0].median.cpu_us_per_request);
    }
}

} // namespace
} // namespace samvei::bench

int main()
{
    return samvei::bench::ends_with(samvei::bench::run);
}
