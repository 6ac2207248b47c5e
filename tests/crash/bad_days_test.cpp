// Goal: a full disk and a database that is gone: 503 to whoever asks, no half state, and service as before
// when the cause is gone, without a restart.
#include "crash/wholeness.hpp"
#include "crash/writer.hpp"
#include "program/people.hpp"

#include "db/testing/postgres_cluster.hpp"

#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

#include <fstream>
#include <sys/mount.h>

namespace samvei::crash {
namespace {

/// What anybody may do: a change, and a look, which must be written down before it is answered.
Reply write_concern(std::uint16_t port, const Town& town, const std::string& mark)
{
    // Long enough that a few of them need room.
    const json::object concern{{"label", "crash-" + mark},
                               {"facts", "crash-" + mark + std::string(6000, 'x')},
                               {"next_due_on", day_in(3)}};
    return Line{port}.ask(town.kari, "POST", "/v1/early-concerns", concern);
}

Reply look(std::uint16_t port, const Town& town)
{
    return Line{port}.get(town.kari, town.shared);
}

void expect_refused_kindly(const Reply& reply)
{
    EXPECT_EQ(reply.status, 503);
    ASSERT_TRUE(reply.body.contains("code")) << json::serialize(reply.body);
    EXPECT_EQ(text_at(reply.body, "code"), "service_unavailable");
}

/// Writes until it is refused; what was acknowledged before that.
std::vector<std::string> write_until_refused(std::uint16_t port, const Town& town)
{
    std::vector<std::string> acknowledged;
    for (int i = 0; i < 20'000; ++i) {
        const Reply reply = write_concern(port, town, std::to_string(i));
        if (reply.status != 201) {
            expect_refused_kindly(reply);
            return acknowledged;
        }
        acknowledged.push_back("/v1/early-concerns/" + text_at(reply.body, "id"));
    }
    ADD_FAILURE() << "never refused";
    return acknowledged;
}

/// A look is shown only when it has been written down. It is small, so a few may still fit.
void look_until_refused(std::uint16_t port, const Town& town)
{
    for (int i = 0; i < 1'000; ++i) {
        const Reply reply = look(port, town);
        if (reply.status != 200) { return expect_refused_kindly(reply); }
    }
    ADD_FAILURE() << "shown without being written down";
}

void expect_all_there(std::uint16_t port, const Town& town, const std::vector<std::string>& paths)
{
    Line line{port};
    for (const std::string& path : paths) { EXPECT_EQ(line.get(town.kari, path).status, 200) << path; }
}

/// Nothing half done, and the chains hold.
void expect_whole(const Installation& installation)
{
    EXPECT_EQ(broken_sentences(installation), std::vector<std::string>{});
    EXPECT_EQ(installation.run({"verify"}), 0) << installation.output();
}

/// The same story for every way in which a disk can be full.
template <class Fill, class MakeRoom>
void tell_of_full_disk(const Installation& installation, Server& server, Fill&& fill, MakeRoom&& make_room)
{
    const Town town = find_town(server.port());
    ASSERT_EQ(write_concern(server.port(), town, "before").status, 201);

    fill();
    const std::vector<std::string> acknowledged = write_until_refused(server.port(), town);
    expect_refused_kindly(write_concern(server.port(), town, "full"));
    look_until_refused(server.port(), town);

    make_room();
    EXPECT_EQ(write_concern(server.port(), town, "after").status, 201);
    EXPECT_EQ(look(server.port(), town).status, 200);
    expect_all_there(server.port(), town, acknowledged);
    expect_whole(installation);
    EXPECT_EQ(server.stop(), 0) << server.output();
    expect_whole(installation);
}

TEST(FullDisk, NoFileMayGrow)
{
    const Installation installation = Installation::on_sqlite();
    Server server{installation};
    server.wait_until_ready();
    tell_of_full_disk(
        installation, server, [&] { server.limit_file_size(1'500'000); },
        [&] { server.limit_file_size(std::nullopt); });
}

/// A small disk in memory, gone at the end. Only root may have one.
class SmallDisk {
public:
    SmallDisk() : mounted_{mount("tmpfs", folder_.path().c_str(), "tmpfs", 0, "size=16m") == 0} {}
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk()
    {
        if (mounted_) { umount(folder_.path().c_str()); }
    }
    bool there() const { return mounted_; }
    std::filesystem::path folder() const { return folder_.path(); }
    void fill() const
    {
        std::ofstream file{ballast(), std::ios::binary};
        const std::string block(16'384, '\0');
        while (file << block << std::flush) {}
    }
    void make_room() const { std::filesystem::remove(ballast()); }

private:
    std::filesystem::path ballast() const { return folder_.path() / "ballast"; }
    db::testing::TestFolder folder_;
    bool mounted_;
};

TEST(FullDisk, NothingFitsAnyMore)
{
    const SmallDisk disk;
    if (!disk.there()) {
        GTEST_SKIP() << "only root may mount a small disk; NoFileMayGrow tells the same story";
    }
    const Installation installation = Installation::on_sqlite_in(disk.folder() / "data");
    Server server{installation};
    server.wait_until_ready();
    tell_of_full_disk(
        installation, server, [&] { disk.fill(); }, [&] { disk.make_room(); });
}

TEST(DatabaseGone, ServiceReturnsWithIt)
{
    db::testing::PostgresCluster cluster;
    const Installation installation = Installation::on_postgres(cluster.location());
    Server server{installation};
    server.wait_until_ready();
    const Town town = find_town(server.port());
    const Reply before = write_concern(server.port(), town, "before");
    ASSERT_EQ(before.status, 201);

    cluster.stop();
    for (int attempt = 0; attempt < 2; ++attempt) {
        expect_refused_kindly(write_concern(server.port(), town, "gone"));
        expect_refused_kindly(look(server.port(), town));
        expect_refused_kindly(Line{server.port()}.get(town.kari, "/health"));
    }

    cluster.start();
    EXPECT_EQ(Line{server.port()}.get(town.kari, "/health").status, 200);
    EXPECT_EQ(write_concern(server.port(), town, "after").status, 201);
    EXPECT_EQ(look(server.port(), town).status, 200);
    expect_all_there(server.port(), town, {"/v1/early-concerns/" + text_at(before.body, "id")});
    expect_whole(installation);
    EXPECT_EQ(server.stop(), 0) << server.output();
}

} // namespace
} // namespace samvei::crash
