// The municipality's settings: values, defaults, versions, and who may change them.
#include "access/answers.hpp"
#include "access/journal.hpp"
#include "access/settings.hpp"
#include "access/testing/test_app.hpp"
#include "http/json_reader.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

namespace samvei::access {
namespace {

class Settings : public ::testing::TestWithParam<db::testing::Engine> {
protected:
    testing::TestApp app{GetParam()};
    Caller coordinator = app.caller("koordinator", app.unit("Prøvekontoret", "coordinating_unit"),
                                    Role::bti_coordinator, "bti_coordinator");
    std::span<const pathway::SettingRule> rules = app->content.settings;

    SettingsOfMunicipality now()
    {
        return app.databases.municipality().read([](db::Reader& db) { return settings_in(db); });
    }
    Result<Done> change(std::int64_t version, const std::map<std::string, std::string>& values)
    {
        return change_settings(*app, coordinator, version, values);
    }
};

INSTANTIATE_TEST_SUITE_P(Engines, Settings, db::testing::both_engines(), db::testing::EngineName{});

TEST_P(Settings, BeginWithDefaultsAndNoDeadlines)
{
    const SettingsOfMunicipality settings = now();
    EXPECT_EQ(settings.version, 0);
    EXPECT_TRUE(settings.values.empty());
    EXPECT_EQ(settings.find_number(rules, "consent_age"), 16);
    EXPECT_EQ(settings.find(rules, "consent_age"), "16");
    EXPECT_EQ(settings.find(rules, "level_name.1"), std::nullopt);
    EXPECT_EQ(consent_settings_of(settings, rules).guardians_needed, GuardiansNeeded::all);
    EXPECT_EQ(consent_settings_of(settings, rules).consent_age, 16);
    EXPECT_TRUE(deadlines_of(settings, rules).empty()) << "no deadline is verified nationally";
    EXPECT_THROW(static_cast<void>(settings.find(rules, "no_such_setting")), BrokenInvariant);
    EXPECT_THROW(static_cast<void>(settings.find_number(rules, "level_name.1")), BrokenInvariant);
}

TEST_P(Settings, AreSetAndUnset)
{
    ASSERT_TRUE(change(0, {{"consent_age", "15"},
                           {"guardians_must_consent", "one"},
                           {"deadline.level_1.evaluate", "6"},
                           {"level_name.1", "Egen tjeneste"}}));
    SettingsOfMunicipality settings = now();
    EXPECT_EQ(settings.version, 1);
    EXPECT_EQ(consent_settings_of(settings, rules).consent_age, 15);
    EXPECT_EQ(consent_settings_of(settings, rules).guardians_needed, GuardiansNeeded::one);
    EXPECT_EQ(settings.find(rules, "level_name.1"), "Egen tjeneste");
    EXPECT_EQ(deadlines_of(settings, rules), (std::map<std::string, int>{{"deadline.level_1.evaluate", 6}}));

    ASSERT_TRUE(change(1, {{"consent_age", ""}, {"level_name.2", "Lag"}}));
    settings = now();
    EXPECT_EQ(settings.version, 2);
    EXPECT_EQ(settings.find_number(rules, "consent_age"), 16);
    EXPECT_EQ(settings.find(rules, "level_name.1"), "Egen tjeneste") << "a setting not named keeps its value";

    const auto journal = app.databases.municipality().read(
        [](db::Reader& db) { return journal_of_subject(db, "settings", 9); });
    ASSERT_EQ(journal.size(), 2u);
    EXPECT_EQ(journal[0].content, R"({"consent_age":"","level_name.2":"Lag"})");
    EXPECT_EQ(journal[0].account, coordinator.account);
}

TEST_P(Settings, AStaleVersionChangesNothing)
{
    ASSERT_TRUE(change(0, {{"consent_age", "15"}}));
    for (const std::int64_t stale : {std::int64_t{0}, std::int64_t{2}}) {
        const auto refused = change(stale, {{"consent_age", "17"}});
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, ErrorCode::edit_conflict);
    }
    EXPECT_EQ(now().find_number(rules, "consent_age"), 15);
    EXPECT_EQ(now().version, 1);
}

TEST_P(Settings, WrongValuesAreNamedAndNothingIsStored)
{
    const auto refused = change(0, {{"consent_age", "14"},
                                    {"guardians_must_consent", "none"},
                                    {"log_opens_at_level", "x"},
                                    {"nothing", "1"},
                                    {"level_name.1", "Fin"}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::invalid_fields);
    std::vector<std::string> faults;
    for (const FieldFault& fault : refused.error().fields) {
        faults.push_back(fault.path + ":" + std::string{row_of(fault.code).name});
    }
    EXPECT_EQ(faults, (std::vector<std::string>{
                          "values.consent_age:too_small", "values.guardians_must_consent:not_one_of",
                          "values.log_opens_at_level:wrong_type", "values.nothing:not_known"}));
    EXPECT_TRUE(now().values.empty());
    EXPECT_EQ(now().version, 0);
}

TEST_P(Settings, AreShownWithWhatTheyMean)
{
    ASSERT_TRUE(change(0, {{"consent_age", "15"}}));
    const auto value = http::read_json(settings_json(now(), rules, Language::nn, MayEdit::yes));
    ASSERT_TRUE(value);
    EXPECT_EQ(value->at("version").as_int64(), 1);
    EXPECT_TRUE(value->at("may_edit").as_bool());
    ASSERT_EQ(value->at("settings").as_array().size(), rules.size());
    for (const auto& setting : value->at("settings").as_array()) {
        const auto& object = setting.as_object();
        if (object.at("key").as_string() == "consent_age") {
            EXPECT_EQ(object.at("value").as_string(), "15");
            EXPECT_EQ(object.at("default").as_string(), "16");
        }
        if (object.at("key").as_string() == "guardians_must_consent") {
            EXPECT_FALSE(object.contains("value"));
            EXPECT_EQ(object.at("choices").as_array().size(), object.at("choice_labels").as_object().size());
        }
        if (object.at("key").as_string() == "deadline.level_1.evaluate") {
            EXPECT_FALSE(object.contains("default"));
            EXPECT_TRUE(object.contains("example"));
            EXPECT_FALSE(object.at("verified").as_bool());
            EXPECT_EQ(object.at("unit").as_string(), "weeks");
        }
    }
}

} // namespace
} // namespace samvei::access
