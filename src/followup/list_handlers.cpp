#include "followup/handlers.hpp"
#include "followup/json.hpp"
#include "followup/shapes.hpp"

#include "http/problem.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

namespace samvei::followup::handlers {

namespace {

namespace json = boost::json;

FollowUpId asked_follow_up(const Request& request)
{
    return find_id<FollowUpId>(request.path_parameter("follow_up")).value_or(FollowUpId{});
}

/// The answer, held until the looks are durable.
Response answer_looked(App& app, const Caller& caller, const json::object& object,
                       std::vector<access::Look> looks)
{
    Response response = http::json_response(200, json::serialize(object));
    if (!looks.empty()) { response.durable = app.access_log.record(caller.municipality, std::move(looks)); }
    return response;
}

std::string_view party_word(const access::ConsentRule& rule, access::GuardiansNeeded needed)
{
    if (rule.who == access::ConsentParty::child) { return "child"; }
    return needed == access::GuardiansNeeded::all ? "every_guardian" : "one_guardian";
}

json::object need_json(const access::ConsentRule& rule, access::GuardiansNeeded needed, Language language)
{
    json::object need;
    need["who"] = party_word(rule, needed);
    need["need"] = rule.need == access::ConsentNeedKind::consent ? "consent" : "heard";
    need["reason"] = rule.reason.in(language);
    need["legal_basis"] = rule.legal_basis;
    need["evidence"] = rule.evidence;
    return need;
}

/// What of the board is asked for; nothing asked is all of it.
Result<BoardFilter> board_filter_from(const Request& request)
{
    BoardFilter filter;
    if (const auto show = request.find_query("show")) {
        const std::optional<BoardShow> word = find_word<BoardShow>(*show);
        if (!word) { return Error{std::vector<FieldFault>{{"show", FaultCode::not_one_of}}}; }
        filter.show = *word;
    }
    filter.pathway = std::string{request.find_query("pathway").value_or("")};
    if (const auto unit = request.find_query("unit")) {
        filter.unit = find_id<UnitId>(*unit);
        if (!filter.unit) { return Error{std::vector<FieldFault>{{"unit", FaultCode::not_an_id}}}; }
    }
    return filter;
}

} // namespace

Response get_workbench(App& app, const Caller& caller, const Request& request)
{
    const WorkbenchView view = view_workbench(app, caller);
    const Shown shown{app, caller, request.language};
    return answer_looked(app, caller, json_of(shown, view), looks_for(caller, view.follow_ups, "workbench"));
}

Response get_breaks(App& app, const Caller& caller, const Request& request)
{
    const Result<BoardFilter> filter = board_filter_from(request);
    if (!filter) { return http::problem(filter.error(), request); }
    const BreaksView view = view_breaks(app, caller, filter.value());
    const Shown shown{app, caller, request.language};
    return answer_looked(app, caller, json_of(shown, view), looks_for(caller, view.lines, "breaks"));
}

Response post_new_holder(App& app, const Caller& caller, const Request& request)
{
    const Result<json::object> body = http::decode(shapes::new_holder_input, request.body);
    if (!body) { return http::problem(body.error(), request); }
    const Result<Done> done =
        appoint_holder(app, caller, asked_follow_up(request), http::id_in<AccountId>(body.value(), "account"),
                       http::id_in<UnitId>(body.value(), "unit"),
                       PersonalText{http::find_text_in(body.value(), "message").value_or("")});
    if (!done) { return http::problem(done.error(), request); }
    return get_breaks(app, caller, request);
}

Response get_family_list(App& app, const Caller& caller, const Request& request)
{
    const std::vector<FollowUpLine> lines = view_family_list(app, caller);
    const Shown shown{app, caller, request.language};
    return answer_looked(app, caller, family_list_json_of(shown, lines, app.clock.today()),
                         looks_for(caller, lines, "family_list"));
}

Response get_family_follow_up(App& app, const Caller& caller, const Request& request)
{
    const Result<FollowUpView> view = view_follow_up(app, caller, asked_follow_up(request));
    if (!view) { return http::problem(view.error(), request); }
    const Shown shown{app, caller, request.language};
    return answer_looked(app, caller, family_json_of(shown, view.value()),
                         {access::make_look(caller, view.value().work.permit, "follow_up")});
}

Response get_access_log(App& app, const Caller& caller, const Request& request)
{
    const std::optional<std::string_view> before = request.find_query("before");
    const std::optional<access::LookPlace> place = before ? access::find_look_place(*before) : std::nullopt;
    if (before && !place) {
        return http::problem(Error{std::vector<FieldFault>{{"before", FaultCode::not_known}}}, request);
    }
    const Result<LooksView> view = view_looks(app, caller, asked_follow_up(request), place);
    if (!view) { return http::problem(view.error(), request); }
    return answer_looked(app, caller, json_of(view.value()), {view.value().own_look});
}

Response post_consent_needs(App& app, const Caller& caller, const Request& request)
{
    const Result<json::object> body = http::decode(shapes::consent_needs_input, request.body);
    if (!body) { return http::problem(body.error(), request); }
    const Date born_on = http::date_in(body.value(), "birth_date");
    const Date today = app.clock.today();
    if (born_on > today) {
        return http::problem(Error{std::vector<FieldFault>{{"birth_date", FaultCode::in_the_future}}},
                             request);
    }
    const access::SettingsOfMunicipality settings =
        app.of(caller).read([](db::Reader& db) { return access::settings_in(db); });
    const access::AccessRules rules = access_rules_of(app, settings);

    json::array needs;
    for (const access::ConsentRule* rule :
         access::consent_needs_of(rules.consent_rules, rules.settings, born_on, today)) {
        needs.push_back(need_json(*rule, rules.settings.guardians_needed, request.language));
    }
    json::object object;
    object["age"] = age_in_years(born_on, today);
    object["needs"] = std::move(needs);
    object["log_opens_at_level"] = log_opens_at_level(app, settings);
    return http::json_response(200, json::serialize(object));
}

} // namespace samvei::followup::handlers
