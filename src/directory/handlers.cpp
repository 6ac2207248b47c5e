#include "directory/handlers.hpp"

#include "directory/api_shapes.hpp"
#include "directory/content.hpp"
#include "directory/offer_answers.hpp"
#include "directory/shapes.hpp"
#include "finder/words.hpp"
#include "http/problem.hpp"

#include <charconv>

namespace samvei::directory::handlers {

namespace {

using Body = boost::json::object;

std::optional<int> find_number(const std::string& text)
{
    int number = 0;
    const char* const end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || at != end) { return std::nullopt; }
    return number;
}

/// The offer as it is now, or why not; who saved too late gets what is stored.
Response answer(App& app, const Caller& caller, const Result<OfferRecord>& done, const Request& request,
                int status = 200)
{
    if (done) {
        const Result<OfferPage> page = offer_page(app, caller, done.value().offer.id);
        if (!page) { return http::problem(page.error(), request); }
        return http::json_response(status, record_json(page.value(), caller));
    }
    std::string current;
    if (done.error().code == ErrorCode::edit_conflict) {
        const Result<OfferPage> page = offer_page(app, caller, request.path_parameter("offer"));
        if (page) { current = record_json(page.value(), caller); }
    }
    return http::problem(done.error(), request, current);
}

/// Decodes the body and does something with it, or refuses.
template <class Act>
Response act_on(App& app, const Caller& caller, const Request& request, const http::Shape& shape,
                const Act& act)
{
    const Result<Body> body = http::decode(shape, request.body);
    if (!body) { return http::problem(body.error(), request); }
    return answer(app, caller, act(request.path_parameter("offer"), body.value()), request);
}

/// The faults of an offer that stands under `name` in the body.
Error under(std::string_view name, Error error)
{
    for (FieldFault& fault : error.fields) { fault.path = std::string{name} + "." + fault.path; }
    return error;
}

/// Nothing when the body says no capacity: then nothing is said of it.
Result<std::optional<finder::Waiting>> waiting_in(const Body& body, Date today)
{
    const auto capacity = http::find_text_in(body, "capacity");
    const auto days = http::find_integer_in(body, "days");
    const Date measured_on = http::find_date_in(body, "measured_on").value_or(today);
    if (measured_on > today) { return Error{{{"measured_on", FaultCode::in_the_future}}}; }
    if (!capacity) {
        if (days) { return Error{{{"capacity", FaultCode::required}}}; }
        return std::optional<finder::Waiting>{};
    }
    finder::Waiting waiting{.days = {}, .measured_on = measured_on};
    if (days) { waiting.days = static_cast<int>(*days); }
    waiting.capacity = *find_word<finder::Capacity>(*capacity);
    return std::optional{waiting};
}

} // namespace

Response get_offers(App& app, const Caller& caller, const Request& request)
{
    return http::json_response(
        200, rows_json(offers_kept_here(app, caller), caller, request.language, app.clock.today()));
}

Response get_offer(App& app, const Caller& caller, const Request& request)
{
    const Result<OfferPage> page = offer_page(app, caller, request.path_parameter("offer"));
    if (!page) { return http::problem(page.error(), request); }
    return http::json_response(200, record_json(page.value(), caller));
}

Response get_version(App& app, const Caller& caller, const Request& request)
{
    const int number = find_number(request.path_parameter("number")).value_or(0);
    const Result<finder::Offer> offer = offer_version(app, caller, request.path_parameter("offer"), number);
    if (!offer) { return http::problem(offer.error(), request); }
    return http::json_response(200, version_json(number, offer.value()));
}

Response get_words(App& app, const Caller&, const Request& request)
{
    return http::json_response(200, words_json(app.shelf.vocabulary(), app.shelf.places(), request.language));
}

Response post_offer(App& app, const Caller& caller, const Request& request)
{
    const Result<Body> body = http::decode(shapes::offer, request.body);
    if (!body) { return http::problem(body.error(), request); }
    const Result<finder::Offer> offer = offer_from(body.value(), known_words_of(app.shelf.vocabulary()));
    if (!offer) { return http::problem(offer.error(), request); }
    return answer(app, caller, create_offer(app, caller, offer.value()), request, 201);
}

Response put_offer(App& app, const Caller& caller, const Request& request)
{
    const auto save = [&](const std::string& id, const Body& body) -> Result<OfferRecord> {
        Result<finder::Offer> read =
            offer_from(http::object_in(body, "offer"), known_words_of(app.shelf.vocabulary()));
        if (!read) { return under("offer", read.error()); }
        finder::Offer offer = std::move(read).value();
        offer.id = id;
        return save_offer(app, caller, http::integer_in(body, "version"), std::move(offer));
    };
    return act_on(app, caller, request, shapes::offer_edit, save);
}

Response post_publish(App& app, const Caller& caller, const Request& request)
{
    return act_on(app, caller, request, shapes::publish_offer_input,
                  [&](const std::string& id, const Body& body) {
                      return publish_offer(app, caller, id, http::integer_in(body, "version"),
                                           http::text_in(body, "note"));
                  });
}

Response post_retire(App& app, const Caller& caller, const Request& request)
{
    return act_on(app, caller, request, shapes::retire_offer_input,
                  [&](const std::string& id, const Body& body) {
                      return retire_offer(app, caller, id, http::integer_in(body, "version"),
                                          http::text_in(body, "reason"));
                  });
}

Response post_restore(App& app, const Caller& caller, const Request& request)
{
    return act_on(app, caller, request, shapes::restore_offer_input,
                  [&](const std::string& id, const Body& body) {
                      return restore_version(app, caller, id, http::integer_in(body, "version"),
                                             static_cast<int>(http::integer_in(body, "from")));
                  });
}

Response post_waiting(App& app, const Caller& caller, const Request& request)
{
    return act_on(app, caller, request, shapes::waiting_input,
                  [&](const std::string& id, const Body& body) -> Result<OfferRecord> {
                      TRY_LET(waiting, waiting_in(body, app.clock.today()));
                      return set_waiting(app, caller, id, waiting);
                  });
}

Response post_confirm(App& app, const Caller& caller, const Request& request)
{
    return act_on(app, caller, request, shapes::confirm_offer_input,
                  [&](const std::string& id, const Body&) { return confirm_offer(app, caller, id); });
}

} // namespace samvei::directory::handlers
