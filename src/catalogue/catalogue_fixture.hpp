#pragma once
// A municipality that adapts one small pathway, "little", for the tests of this room; on either engine.

#include "access/testing/raw_sql.hpp"
#include "access/testing/test_app.hpp"
#include "catalogue/definitions.hpp"
#include "catalogue/drafts.hpp"
#include "catalogue/national.hpp"
#include "catalogue/store.hpp"
#include "pathway/reader.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <memory>

namespace samvei::catalogue::testing {

using access::Caller;
using db::testing::Engine;

inline const std::string little = "little";
inline const std::string little_own = "little.own";

/// One stage: look, talk, decide (again or end). Sound, as `version`.
inline std::string little_definition(int version)
{
    const std::string sentence = R"({ "nb": "a", "nn": "b", "en": "c" })";
    const auto step = [&](const std::string& id, const std::string& rest) {
        return R"({ "id": ")" + id + R"(", "kind": "task", "title": )" + sentence + R"(, "plain_title": )" +
               sentence + R"(, "what": )" + sentence + R"(, "how": )" + sentence + R"(, "why": )" + sentence +
               R"(, "who": "holder", "source": "a page", "evidence": "verified", )" + rest + " }";
    };
    return R"({ "$schema": "../schema.json", "id": "little", "version": )" + std::to_string(version) +
           R"(, "title": )" + sentence +
           R"(, "used_as": "beside", "source": "a law", "evidence": "stated", "owner": "me",
  "review_by": "2027-01-31", "flags": [ { "id": "danger", "question": )" +
           sentence + R"( } ],
  "stages": [ { "id": "only", "level": 1, "title": )" +
           sentence + R"(, "plain_title": )" + sentence + R"(, "meaning": )" + sentence + R"(, "steps": [
)" + step("look", R"("due": { "unit": "calendar_days", "from": "step_open", "count": 7 })") +
           ",\n" + step("talk", R"("dated_by": "person", "unless_flag": "danger",
  "due": { "unit": "weeks", "from": "step_open", "setting": "deadline.level_1.evaluate" })") +
           ",\n" +
           step("decide", R"("due": { "unit": "calendar_days", "from": "step_open", "count": 7 },
  "answers": [ { "answer": "again", "label": )" +
                              sentence + R"(, "leads": "step", "to": "look" },
               { "answer": "end", "label": )" +
                              sentence + R"(, "leads": "end" } ])") +
           " ] } ] }\n";
}

inline const std::string little_scenarios = R"({ "pathway": "little", "scenarios": [
  { "situation": "It begins", "start": { "stage": "only", "on": "2026-09-01" }, "events": [],
    "expect": { "stage": "only", "next": "look", "due": "2026-09-08" } } ] })";

/// `text` with the first `before` in it as `after`; it must be there.
inline std::string with(std::string text, const std::string& before, const std::string& after)
{
    const std::size_t at = text.find(before);
    EXPECT_NE(at, std::string::npos) << before;
    return at == std::string::npos ? text : text.replace(at, before.size(), after);
}

inline pathway::Definition definition_in(const std::string& text)
{
    auto read = pathway::read_definition(text);
    EXPECT_TRUE(std::holds_alternative<pathway::Definition>(read)) << text;
    return std::get<pathway::Definition>(std::move(read));
}

class Municipality {
public:
    explicit Municipality(Engine engine) : base_{engine}
    {
        comes_with(little_definition(1));
        base_.databases->add_municipality("4998");
        const access::UnitId office = base_.unit("Kontoret", "coordinating_unit");
        coordinator = base_.caller("koordinator", office, access::Role::bti_coordinator, "bti_coordinator");
        leader = base_.caller("leder", office, access::Role::leader, "leader");
        neighbour = leader;
        neighbour.municipality = "4998";
    }

    App& app() { return process_->app; }
    StoppedClock& clock() { return base_.clock; }
    db::Database& database() { return base_.databases.municipality(); }
    db::Database& hub() { return base_.databases.hub(); }

    /// The server begins anew, with a program whose newest version of "little" is this.
    void comes_with(const std::string& definition)
    {
        content_.pathways.insert_or_assign(little, definition_in(definition));
        content_.pathway_json[little] = definition;
        content_.scenarios_json[little] = little_scenarios;
        process_ = std::make_unique<Process>(base_, content_);
        keep_national_versions(process_->app);
    }

    /// The same with a program that has no "little".
    void comes_without_it()
    {
        content_.pathways.erase(little);
        content_.pathway_json.erase(little);
        content_.scenarios_json.erase(little);
        process_ = std::make_unique<Process>(base_, content_);
        keep_national_versions(process_->app);
    }

    const pathway::Definition* in_use()
    {
        return database().read([&](db::Reader& db) { return find_in_use(app(), db, "4999", little); });
    }
    const pathway::Definition* find(const std::string& id, int version, const std::string& number = "4999")
    {
        return base_.databases->municipality(number).read(
            [&](db::Reader& db) { return find_definition(app(), db, number, id, version); });
    }
    std::optional<Texts> own(int version)
    {
        return database().read([&](db::Reader& db) { return find_own(db, little_own, version); });
    }

    Caller coordinator;
    Caller leader;
    Caller neighbour; ///< A leader of another municipality.

private:
    struct Process {
        Process(access::testing::TestApp& base, const access::Content& content)
            : app{.databases = base->databases,
                  .clock = base->clock,
                  .ids = base->ids,
                  .keys = base->keys,
                  .content = content,
                  .definitions = definitions,
                  .access_log = base->access_log,
                  .shelf = base->shelf,
                  .login = base->login}
        {}
        pathway::Definitions definitions;
        App app;
    };

    access::testing::TestApp base_;
    access::Content content_ = access::testing::program_content();
    std::unique_ptr<Process> process_;
};

/// The value, or the test ends with what was refused.
template <class T>
T must(Result<T> result)
{
    if (!result) { throw std::runtime_error{"refused: " + result.error().why.text}; }
    return std::move(result).value();
}

class InMunicipality : public ::testing::TestWithParam<Engine> {
protected:
    Municipality town{GetParam()};

    Draft open() { return must(open_draft(town.app(), town.coordinator, little)).draft; }
    Draft save(const Draft& draft, const std::string& definition)
    {
        return must(save_draft(town.app(), town.coordinator, little, draft.mark.version,
                               {definition, draft.texts.scenarios}));
    }
    void publish(const Draft& draft, const std::string& note = "Nytt.")
    {
        must(publish_draft(town.app(), town.coordinator, little, draft.mark.version, note));
    }
    void retire() { must(retire_own_versions(town.app(), town.leader, little, "Vi tar den nasjonale.")); }
};

/// Expects a refusal with this code.
template <class T>
void expect_refused(ErrorCode code, const Result<T>& result)
{
    ASSERT_FALSE(result) << "not refused; " << row_of(code).name << " was expected";
    EXPECT_EQ(row_of(result.error().code).name, row_of(code).name) << result.error().why.text;
}

} // namespace samvei::catalogue::testing
