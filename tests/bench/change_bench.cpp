// SPDX-License-Identifier: GPL-3.0-or-later
// Changes and undos in the grown house, asked of a running engine as a person's program asks them.
#include "bench/engine_process.h"
#include "bench/git_peer.h"
#include "house_maker/grown_house.h"

#include <QTest>

#include <algorithm>
#include <fcntl.h>
#include <format>
#include <unistd.h>

namespace freehold::bench {

namespace {

constexpr int rounds = 101;
/// A person pauses too. The engine then looks at the work tree, and packs what lies about.
constexpr int roundsBetweenPauses = 25;
constexpr int pauseMilliseconds = 8'000;

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

/// git leaves its writes to the file system's journal: whoever waits for the disk next would wait for them
/// too.
Result<void> settleDisk(const std::filesystem::path &folder)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool settled = descriptor >= 0 && ::syncfs(descriptor) == 0;
    ::close(descriptor);
    if (!settled)
        return because("no syncfs in " + folder.string());
    return {};
}

struct Rounds {
    std::vector<double> fsync;
    std::vector<double> apply;
    std::vector<double> undo;
    std::vector<double> gitCommit;
    std::vector<double> gitRevert;
};

/// One change and its undo by us and by git, with an fsync between them.
Result<void> round(
    EngineProcess &engine, const std::filesystem::path &data, const GitPeer &git, int number, Rounds &all)
{
    const std::string path = testing::devicePath(number * 7 % 900);
    const std::string text = testing::deviceText(number * 7 % 900, 1'000'000 + number);
    Result<contract::Change> change = failure(ErrorCode::internal);
    contract::ConfigApply apply;
    apply.documents = {{path, text}};
    if (auto settled = settleDisk(data); !settled)
        return settled;
    all.apply.push_back(timed([&] { change = engine.call(apply); }));
    if (!change || change->state != contract::ChangeState::kept)
        return because("a change was not kept");
    all.gitCommit.push_back(TRY(git.commit(path, text)));
    if (auto settled = settleDisk(data); !settled)
        return settled;
    all.fsync.push_back(TRY(fsyncOnce(data)));
    const contract::ChangeUndo undo{change->id};
    all.undo.push_back(timed([&] { change = engine.call(undo); }));
    if (!change || change->state != contract::ChangeState::kept)
        return because("an undo was not kept");
    all.gitRevert.push_back(TRY(git.revert()));
    return {};
}

} // namespace

Result<Measurements> benchChanges(Workbench &bench)
{
    const auto folder = TRY(bench.grownHouse());
    const GitPeer git = TRY(GitPeer::clone(folder / "config", bench.folder() / "git"));
    const auto engine = TRY(EngineProcess::start(folder, bench.folder() / "s"));
    say("Changing and undoing, ours and git's in turn");
    Rounds all;
    for (int number = 0; number < rounds; ++number) {
        if (auto done = round(*engine, folder, git, number, all); !done)
            return std::unexpected(std::move(done).error());
        if (number % roundsBetweenPauses == roundsBetweenPauses - 1)
            QTest::qWait(pauseMilliseconds);
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
            std::format("config.apply of one document over the engine's socket until it is kept, on disk, "
                        "{}: within 2 ms + 12 fsyncs of {:.2f} ms, and 5 times as fast as git, which does "
                        "not wait for the disk",
                house1000, fsync),
            "ms", median(all.apply), Peer{"git add, git commit -S", commit}, applyReach, rounds},
        {"undo",
            std::format("change.undo over the engine's socket until it is kept, on disk, {}: within 4 ms + "
                        "12 fsyncs of {:.2f} ms, and 4 times as fast as git",
                house1000, fsync),
            "ms", median(all.undo), Peer{"git revert -S", revert}, undoReach, rounds},
    };
}

} // namespace freehold::bench
