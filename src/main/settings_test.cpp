// Goal: the settings of mail hold together, or the program says in plain words why it does not start.
#include "main/settings.hpp"

#include "base/result.hpp"
#include "db/testing/test_databases.hpp"

namespace samvei {
namespace {

class MailSettingsTest : public ::testing::Test {
protected:
    db::testing::TestFolder folder;

    Settings read(const std::string& text)
    {
        folder.write("password", "hemmelig\nmer\n");
        folder.write("samvei.toml", text);
        return read_settings(folder.path() / "samvei.toml");
    }
    std::string password_file() const
    {
        return "password_file = '" + (folder.path() / "password").string() + "'\n";
    }
    std::string refusal(const std::string& text)
    {
        try {
            read(text);
        } catch (const StoreFailure& failure) {
            return failure.what();
        }
        return "";
    }
};

const std::string origin = "public_origin = 'https://samvei.example.no'\n";
const std::string server = "server = 'smtp://post.example.no:587'\n";
const std::string from = "from = 'samvei@example.no'\n";

TEST_F(MailSettingsTest, MailIsOffUnlessAServerIsSet)
{
    EXPECT_FALSE(read("").mail.on());
    EXPECT_FALSE(read("[mail]\n" + from).mail.on());
}

TEST_F(MailSettingsTest, AllOfItIsRead)
{
    const reminders::MailSettings mail =
        read(origin + "[mail]\n" + server + from + "user = 'samvei'\n" + password_file()).mail;
    EXPECT_TRUE(mail.on());
    EXPECT_EQ(mail.server, "smtp://post.example.no:587");
    EXPECT_EQ(mail.from, "samvei@example.no");
    EXPECT_EQ(mail.user, "samvei");
    EXPECT_EQ(mail.password, "hemmelig");
    EXPECT_TRUE(mail.require_tls);
    EXPECT_FALSE(read(origin + "[mail]\n" + server + from + "require_tls = false\n").mail.require_tls);
}

TEST_F(MailSettingsTest, WhatDoesNotHoldIsRefused)
{
    const std::pair<std::string, std::string> cases[] = {
        {"mail = 'smtp://post.example.no'\n", "mail: must be a table"},
        {"[mail]\nhost = 'post.example.no'\n", "mail.host: is no setting"},
        {"[mail]\nserver = 25\n", "mail.server: must be a text"},
        {"[mail]\nrequire_tls = 'yes'\n", "mail.require_tls: must be true or false"},
        {"[mail]\npassword_file = '/nothing/here'\n", "mail.password_file: cannot be read"},
        {origin + "[mail]\nserver = 'post.example.no'\n" + from, "mail.server: must begin with smtp"},
        {origin + "[mail]\n" + server, "mail.from: must be an e-mail address"},
        {origin + "[mail]\n" + server + "from = 'Samvei'\n", "mail.from: must be an e-mail address"},
        {origin + "[mail]\n" + server + from + "user = 'samvei'\n",
         "mail.user: and mail.password_file belong"},
        {origin + "[mail]\n" + server + from + password_file(), "mail.user: and mail.password_file belong"},
        {origin + "[mail]\n" + server + from + "user = 'samvei'\nrequire_tls = false\n" + password_file(),
         "mail.require_tls: must be true"},
        {"[mail]\n" + server + from, "public_origin: must be set when mail is"},
    };
    for (const auto& [text, why] : cases) {
        EXPECT_NE(refusal(text).find(why), std::string::npos) << text << "\n" << refusal(text);
    }
    EXPECT_EQ(refusal(origin + "[mail]\nserver = 'smtps://post.example.no'\n" + from +
                      "user = 'samvei'\nrequire_tls = false\n" + password_file()),
              "")
        << "smtps is encrypted from its first byte";
}

} // namespace
} // namespace samvei
