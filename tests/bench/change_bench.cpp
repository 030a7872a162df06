// SPDX-License-Identifier: GPL-3.0-or-later
// Changes, undos and pages of the history in the grown house, in this process.
#include "bench/git_peer.h"
#include "bench/workbench.h"
#include "house_maker/grown_house.h"

#include <algorithm>
#include <fcntl.h>
#include <format>
#include <unistd.h>

namespace freehold::bench {

namespace {

constexpr int rounds = 101;
/// As often as the engine would find a pause in between.
constexpr int roundsBetweenPauses = 25;

/// Milliseconds of the fsync of a small new file.
Result<double> fsyncOnce(const std::filesystem::path &folder)
{
    const auto place = folder / "fsync-probe";
    const int descriptor = ::open(place.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    constexpr char content[1024]{};
    const bool written = ::write(descriptor, content, sizeof content) == sizeof content;
    int synced = -1;
    const double took = timed([&] { synced = ::fsync(descriptor); });
    ::close(descriptor);
    ::unlink(place.c_str());
    if (!written || synced != 0)
        return because("no fsync in " + folder.string());
    return took;
}

struct Rounds {
    std::vector<double> fsync;
    std::vector<double> apply;
    std::vector<double> undo;
    std::vector<double> gitCommit;
    std::vector<double> gitRevert;
};

/// One change and its undo by us and by git, with an fsync between them.
Result<void> round(testing::OpenHouse &house, const GitPeer &git, int number, Rounds &all)
{
    const std::string path = testing::devicePath(number * 7 % 900);
    const std::string text = testing::deviceText(number * 7 % 900, 1'000'000 + number);
    Result<contract::Change> change = failure(ErrorCode::internal);
    all.apply.push_back(timed([&] { change = house.write(path, text); }));
    if (!change || change->state != contract::ChangeState::kept)
        return because("a change was not kept");
    all.gitCommit.push_back(TRY(git.commit(path, text)));
    all.fsync.push_back(TRY(fsyncOnce(house.pipeline().repository().folder().parent_path())));
    const change::ObjectId id = change->id;
    all.undo.push_back(timed([&] { change = house.undo(id); }));
    if (!change || change->state != contract::ChangeState::kept)
        return because("an undo was not kept");
    all.gitRevert.push_back(TRY(git.revert()));
    return {};
}

} // namespace

Result<Measurements> benchChanges(Workbench &bench)
{
    const auto folder = TRY(bench.grownHouse());
    const auto house = TRY(testing::OpenHouse::open(folder));
    const GitPeer git = TRY(GitPeer::clone(folder / "config", bench.folder() / "git"));
    say("Changing and undoing, ours and git's in turn");
    Rounds all;
    for (int number = 0; number < rounds; ++number) {
        if (auto done = round(*house, git, number, all); !done)
            return std::unexpected(std::move(done).error());
        if (number % roundsBetweenPauses == roundsBetweenPauses - 1) {
            if (auto packed = house->pipeline().repository().packIfDue(); !packed)
                return std::unexpected(std::move(packed).error());
        }
    }
    const double fsync = median(all.fsync);
    const double commit = median(all.gitCommit);
    const double revert = median(all.gitRevert);
    // As the issue that set these numbers has it: the disk's share, and a multiple of git's own.
    const double applyReach = std::min(2 + 12 * fsync, commit / 5);
    const double undoReach = std::min(4 + 12 * fsync, revert / 4);
    const std::string house1000 = "in a house of 1,000 documents and 10,000 changes";
    return Measurements{
        {"apply",
            std::format("one document until kept, on disk, {}: within 2 ms + 12 fsyncs of {:.2f} ms, "
                        "and 5 times as fast as git",
                house1000, fsync),
            "ms", median(all.apply), Peer{"git add, git commit -S", commit}, applyReach, rounds},
        {"undo",
            std::format(
                "{}: within 4 ms + 12 fsyncs of {:.2f} ms, and 4 times as fast as git", house1000, fsync),
            "ms", median(all.undo), Peer{"git revert -S", revert}, undoReach, rounds},
    };
}

Result<Measurements> benchHistory(Workbench &bench)
{
    constexpr int page = 50;
    constexpr int openings = 9;
    constexpr double reach = 100;
    const auto folder = TRY(bench.grownHouse());
    say("Opening and scrolling the history");
    std::vector<double> first;
    std::vector<double> next;
    for (int opening = 0; opening < openings; ++opening) {
        const auto house = TRY(testing::OpenHouse::open(folder));
        Result<QJsonArray> rows = failure(ErrorCode::internal);
        first.push_back(timed([&] { rows = house->history(page); }));
        if (!rows || rows->size() != page)
            return because("the history's first page is not full");
        const auto last = rows->last().toObject().value(QStringLiteral("id")).toString().toStdString();
        next.push_back(timed([&] { rows = house->history(page, last); }));
        if (!rows || rows->size() != page)
            return because("the history's second page is not full");
    }
    return Measurements{
        {"history-open", "the newest 50 of 10,000 changes, in a house just opened", "ms", median(first),
            std::nullopt, reach, openings},
        {"history-scroll", "the next 50", "ms", median(next), std::nullopt, reach, openings},
    };
}

} // namespace freehold::bench
