#include "followup/input.hpp"

#include "http/shape.hpp"

namespace samvei::followup::input {

using namespace http;

namespace {

PersonalText personal(const json::object& body, std::string_view name)
{
    return PersonalText{find_text_in(body, name).value_or("")};
}

std::map<std::string, std::string> texts_by_key(const json::object& body, std::string_view name)
{
    std::map<std::string, std::string> texts;
    if (const json::object* object = find_object_in(body, name)) {
        for (const auto& [key, value] : *object) { texts.emplace(key, std::string{value.as_string()}); }
    }
    return texts;
}

template <class SomeId>
std::vector<SomeId> ids(const json::object& body, std::string_view name)
{
    std::vector<SomeId> all;
    for (std::string& text : texts_in(body, name)) { all.emplace_back(std::move(text)); }
    return all;
}

template <class Enum>
Enum word_or(const json::object& body, std::string_view name, Enum otherwise)
{
    const std::optional<std::string> word = find_text_in(body, name);
    return word ? find_word<Enum>(*word).value_or(otherwise) : otherwise;
}

Person person_from(const json::object& body)
{
    Person person;
    person.given_name = personal(body, "given_name");
    person.family_name = personal(body, "family_name");
    person.born_on = find_date_in(body, "birth_date");
    person.phone = personal(body, "phone");
    person.identity_number = find_text_in(body, "identity_number").value_or("");
    return person;
}

GiverDraft giver_from(const json::object& body)
{
    GiverDraft giver;
    giver.who = word_or(body, "who", GiverKind::guardian);
    if (const auto place = find_integer_in(body, "guardian")) {
        giver.guardian = static_cast<std::size_t>(*place);
    }
    giver.person = find_id_in<PersonId>(body, "person");
    giver.given_on = date_in(body, "given_on");
    giver.how = text_in(body, "how");
    giver.language = text_in(body, "language");
    giver.interpreter = boolean_in(body, "interpreter");
    return giver;
}

} // namespace

ConcernDraft concern_from(const json::object& body)
{
    ConcernDraft draft;
    draft.label = personal(body, "label");
    draft.facts = personal(body, "facts");
    draft.answers = texts_by_key(body, "answers");
    draft.suspicion_of_violence = find_boolean_in(body, "suspicion_of_violence").value_or(false);
    draft.next_due_on = find_date_in(body, "next_due_on");
    return draft;
}

StepDraft step_from(const json::object& body)
{
    return {integer_in(body, "version"),
            text_in(body, "step"),
            find_text_in(body, "answer").value_or(""),
            personal(body, "note"),
            find_date_in(body, "next_due_on"),
            find_id_in<RunId>(body, "run")};
}

RunPlace place_from(const json::object& body)
{
    return {integer_in(body, "version"), find_id_in<RunId>(body, "run")};
}

StartDraft start_from(const json::object& body)
{
    return {integer_in(body, "version"), text_in(body, "pathway"), texts_in(body, "criteria"),
            personal(body, "reason"), find_date_in(body, "next_due_on")};
}

MoveDraft move_from(const json::object& body)
{
    return {place_from(body),
            text_in(body, "pathway"),
            static_cast<int>(integer_in(body, "to_version")),
            text_in(body, "stage"),
            find_text_in(body, "step").value_or(""),
            personal(body, "reason"),
            find_date_in(body, "next_due_on")};
}

Discussion discussion_from(const json::object& body)
{
    return {{}, personal(body, "with_service"), date_in(body, "held_on"), personal(body, "advice")};
}

OwnMeasure own_measure_from(const json::object& body)
{
    OwnMeasure measure;
    measure.id = find_id_in<OwnMeasureId>(body, "id").value_or(OwnMeasureId{});
    measure.version = find_integer_in(body, "version").value_or(1);
    measure.what = personal(body, "what");
    measure.who = personal(body, "who");
    measure.due_on = date_in(body, "due_on");
    measure.evaluate_on = date_in(body, "evaluate_on");
    measure.state = word_or(body, "state", MeasureState::planned);
    measure.effect = word_or(body, "effect", Effect::not_evaluated);
    measure.evaluation = personal(body, "evaluation");
    return measure;
}

DutyAssessment duty_assessment_from(const json::object& body)
{
    DutyAssessment assessment;
    assessment.grounds = texts_in(body, "grounds");
    assessment.conclusion = text_in(body, "conclusion");
    assessment.note = personal(body, "note");
    assessment.early_concern = find_id_in<EarlyConcernId>(body, "early_concern");
    assessment.follow_up = find_id_in<FollowUpId>(body, "follow_up");
    return assessment;
}

ConsentDraft consent_from(const json::object& body)
{
    ConsentDraft draft;
    for (const json::object* giver : objects_in(body, "givers")) {
        draft.givers.push_back(giver_from(*giver));
    }
    draft.units = ids<UnitId>(body, "units");
    draft.purposes = texts_in(body, "purposes");
    draft.topics = texts_in(body, "topics");
    draft.valid_until = date_in(body, "valid_until");
    draft.guardians_may_see = find_boolean_in(body, "guardians_may_see").value_or(false);
    draft.child_view = personal(body, "child_view");
    return draft;
}

OpeningDraft opening_from(const json::object& body)
{
    OpeningDraft draft;
    draft.early_concern = find_id_in<EarlyConcernId>(body, "early_concern");
    draft.child = person_from(object_in(body, "child"));
    for (const json::object* guardian : objects_in(body, "guardians")) {
        draft.guardians.push_back({person_from(*guardian), text_in(*guardian, "relation"),
                                   boolean_in(*guardian, "parental_responsibility")});
    }
    draft.consent = consent_from(object_in(body, "consent"));
    draft.level = static_cast<int>(integer_in(body, "level"));
    draft.reason = personal(body, "reason");
    draft.next_due_on = find_date_in(body, "next_due_on");
    return draft;
}

Goal goal_from(const json::object& body)
{
    Goal goal;
    goal.version = find_integer_in(body, "version").value_or(1);
    goal.title = personal(body, "title");
    goal.why = personal(body, "why");
    goal.childs_own = boolean_in(body, "childs_own");
    goal.state = word_or(body, "state", GoalState::active);
    return goal;
}

Measure measure_from(const json::object& body)
{
    Measure measure;
    measure.version = find_integer_in(body, "version").value_or(1);
    measure.goal = find_id_in<GoalId>(body, "goal");
    measure.what = personal(body, "what");
    measure.responsible = id_in<MemberId>(body, "responsible");
    measure.due_on = date_in(body, "due_on");
    measure.evaluate_on = date_in(body, "evaluate_on");
    measure.state = word_or(body, "state", MeasureState::planned);
    measure.effect = word_or(body, "effect", Effect::not_evaluated);
    measure.evaluation = personal(body, "evaluation");
    return measure;
}

Meeting meeting_from(const json::object& body)
{
    Meeting meeting;
    meeting.version = find_integer_in(body, "version").value_or(1);
    meeting.starts_at = instant_in(body, "starts_at");
    meeting.place = personal(body, "place");
    meeting.agenda = texts_in(body, "agenda");
    meeting.invited = ids<MemberId>(body, "invited");
    meeting.attended = ids<MemberId>(body, "attended");
    meeting.minutes = personal(body, "minutes");
    meeting.state = word_or(body, "state", MeetingState::called);
    return meeting;
}

} // namespace samvei::followup::input
