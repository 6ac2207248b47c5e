#pragma once
// What the handlers of a follow-up share: decode, act, answer with the follow-up as it is then. Not for other
// files.

#include "followup/handlers.hpp"
#include "followup/json.hpp"
#include "http/problem.hpp"
#include "http/shape.hpp"

#include <functional>

namespace samvei::followup::handlers {

namespace json = boost::json;

template <class SomeId>
SomeId asked(const Request& request, std::string_view name)
{
    return find_id<SomeId>(request.path_parameter(name)).value_or(SomeId{});
}

inline FollowUpId asked_follow_up(const Request& request)
{
    return asked<FollowUpId>(request, "follow_up");
}

inline PersonalText personal(const json::object& body, std::string_view name)
{
    return PersonalText{http::find_text_in(body, name).value_or("")};
}

/// The follow-up as it is now; the family asks at its own route and gets no body here.
Response answer_follow_up(App& app, const Caller& caller, const Request& request, const FollowUpId& id,
                          int status);

/// What an edit conflict shows as stored now: the whole follow-up, or one entry of it.
using Current = std::function<json::object(const Shown&, const FollowUpView&)>;
using Change = std::function<Result<Done>(const FollowUpId&, const json::object&)>;

/// Decode, act, answer with the follow-up as it is then.
Response change(App& app, const Caller& caller, const Request& request, const http::Shape& shape,
                const Change& act, const Current& current = {});

} // namespace samvei::followup::handlers
