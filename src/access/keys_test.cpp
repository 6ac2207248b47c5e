// Keys: what is encrypted comes back, what was changed does not; files that others may read are refused.
#include "access/keys.hpp"
#include "db/testing/test_databases.hpp"

#include <gtest/gtest.h>
#include <set>
#include <sys/stat.h>

namespace samvei::access {
namespace {

std::string why_read_fails(const std::filesystem::path& file)
{
    try {
        static_cast<void>(Keys::read(file));
    } catch (const StoreFailure& failure) {
        return failure.what();
    }
    return "";
}

/// Writes a key file by hand, readable by its owner alone.
void write_private(const db::testing::TestFolder& folder, const std::filesystem::path& file,
                   const std::string& text)
{
    folder.write(file, text);
    ASSERT_EQ(::chmod((folder.path() / file).c_str(), 0600), 0);
}

TEST(Keys, EncryptedTextComesBackAndIsNeverTheSameTwice)
{
    const Keys keys = Keys::fixed();
    for (const std::string text : {"", "x", "01019912345", "æøå 👩‍👧"}) {
        EXPECT_EQ(keys.decrypt(keys.encrypt(text)), text);
    }
    EXPECT_NE(keys.encrypt("same"), keys.encrypt("same"));
    EXPECT_TRUE(keys.encrypt("x").starts_with("1:"));
}

TEST(Keys, ChangedTextIsRefused)
{
    const Keys keys = Keys::fixed();
    const std::string sealed = keys.encrypt("01019912345");
    for (std::size_t place = 0; place < sealed.size(); ++place) {
        std::string changed = sealed;
        changed[place] = changed[place] == 'A' ? 'B' : 'A';
        EXPECT_THROW(static_cast<void>(keys.decrypt(changed)), StoreFailure) << place;
    }
    for (const char* text : {"", "1:", "1:AAAA", "2:AAAA", "nothing", "1:***"}) {
        EXPECT_THROW(static_cast<void>(keys.decrypt(text)), StoreFailure) << text;
    }
}

TEST(Keys, HashesOfDifferentUsesDiffer)
{
    const Keys keys = Keys::fixed();
    EXPECT_EQ(keys.keyed_hash("csrf", "token"), keys.keyed_hash("csrf", "token"));
    EXPECT_EQ(keys.keyed_hash("csrf", "token").size(), 64u);
    EXPECT_NE(keys.keyed_hash("csrf", "token"), keys.keyed_hash("throttle", "token"));
    EXPECT_NE(keys.keyed_hash("a", "bc"), keys.keyed_hash("ab", "c"));
    EXPECT_NE(keys.keyed_hash("a", ""), keys.keyed_hash("a", "b"));
}

TEST(Keys, AFileIsMadeOnceReadableByItsOwnerAlone)
{
    const db::testing::TestFolder folder;
    const auto file = folder.path() / "samvei.keys";
    Keys::make(file);
    struct stat found {};
    ASSERT_EQ(::stat(file.c_str(), &found), 0);
    EXPECT_EQ(found.st_mode & 0777, 0600u);
    EXPECT_THROW(Keys::make(file), StoreFailure);

    const Keys keys = Keys::read(file);
    EXPECT_EQ(Keys::read(file).decrypt(keys.encrypt("x")), "x");
    EXPECT_EQ(Keys::read(file).keyed_hash("a", "b"), keys.keyed_hash("a", "b"));

    const auto other = folder.path() / "other.keys";
    Keys::make(other);
    EXPECT_NE(Keys::read(other).keyed_hash("a", "b"), keys.keyed_hash("a", "b"));
    EXPECT_THROW(static_cast<void>(Keys::read(other).decrypt(keys.encrypt("x"))), StoreFailure);
}

TEST(Keys, OthersMayNotReadTheFile)
{
    const db::testing::TestFolder folder;
    const auto file = folder.path() / "samvei.keys";
    Keys::make(file);
    for (const mode_t mode : {0640u, 0604u, 0620u, 0601u}) {
        ASSERT_EQ(::chmod(file.c_str(), mode), 0);
        EXPECT_NE(why_read_fails(file).find("chmod 600"), std::string::npos) << mode;
    }
    ASSERT_EQ(::chmod(file.c_str(), 0400), 0);
    EXPECT_EQ(why_read_fails(file), "");
}

TEST(Keys, DamagedFilesAreNamed)
{
    const db::testing::TestFolder folder;
    const std::string key(43, 'A');
    const std::vector<std::pair<std::string, std::string>> files{
        {"empty", ""},
        {"other", "something else\n"},
        {"newer", "samvei-keys 2\nencryption 1 " + key + "\nlookup 1 " + key + "\n"},
        {"cut", "samvei-keys 1\nencryption 1 " + key + "\n"},
        {"short", "samvei-keys 1\nencryption 1 AAAA\nlookup 1 " + key + "\n"},
        {"long", "samvei-keys 1\nencryption 1 " + key + "AAAA\nlookup 1 " + key + "\n"},
        {"not_base64", "samvei-keys 1\nencryption 1 " + std::string(43, '*') + "\nlookup 1 " + key + "\n"},
        {"swapped", "samvei-keys 1\nlookup 1 " + key + "\nencryption 1 " + key + "\n"},
    };
    for (const auto& [name, text] : files) {
        write_private(folder, name, text);
        EXPECT_NE(why_read_fails(folder.path() / name).find(name), std::string::npos) << name;
    }
    write_private(folder, "whole", "samvei-keys 1\nencryption 1 " + key + "\nlookup 1 " + key + "\n");
    EXPECT_EQ(why_read_fails(folder.path() / "whole"), "");
    EXPECT_NE(why_read_fails(folder.path() / "nowhere"), "");
}

TEST(Keys, Tokens)
{
    std::set<std::string> tokens;
    for (int i = 0; i < 100; ++i) { tokens.insert(random_token()); }
    EXPECT_EQ(tokens.size(), 100u);
    EXPECT_EQ(tokens.begin()->size(), 43u);
    EXPECT_TRUE(same_secret("abc", "abc"));
    EXPECT_FALSE(same_secret("abc", "abd"));
    EXPECT_FALSE(same_secret("abc", "ab"));
    EXPECT_TRUE(same_secret("", ""));
}

TEST(Passwords, MatchOnlyThemselves)
{
    for (const Cost cost : {Cost::tests, Cost::interactive}) {
        const std::string hash = password_hash_of("lang nok setning", cost);
        EXPECT_TRUE(hash.starts_with("$argon2id$"));
        EXPECT_TRUE(password_matches("lang nok setning", hash));
        EXPECT_FALSE(password_matches("lang nok setnin", hash));
        EXPECT_FALSE(password_matches("Lang nok setning", hash));
        EXPECT_FALSE(password_matches("", hash));
    }
    EXPECT_NE(password_hash_of("lang nok setning", Cost::tests),
              password_hash_of("lang nok setning", Cost::tests));
    EXPECT_FALSE(password_matches("x", "not a hash"));
}

} // namespace
} // namespace samvei::access
