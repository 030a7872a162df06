// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorded_disk.h"
#include "restart.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cstdio>
#include <regex>

using namespace freehold::testing;

namespace {

using Kind = Operation::Kind;

bool runsLong()
{
    return qEnvironmentVariableIntValue("FREEHOLD_LONG_TESTS") == 1;
}

/// Where in the program a sync is: what is synced, and what was done just before, without ids.
std::string placeOf(const std::vector<Operation> &operations, std::size_t at)
{
    std::size_t before = at - 1;
    while (operations[before].kind == Kind::report)
        --before;
    static const std::regex id("pack_git2_[0-9a-f]+(idx)?|pack-[0-9a-f]{40}|[0-9a-f]{40}");
    return std::regex_replace(describe(operations, at) + " after " + describe(operations, before), id, "*");
}

/// Syncs of libgit2 that nothing needs, each with its reason.
constexpr std::array<const char *, 1> redundant{
    // The folder is synced again a moment later, when the pack itself has its name; an index without its
    // pack is no harm.
    "sync config/.git/objects/pack after rename config/.git/objects/pack/*.idx",
};

/// A program's operations, played into a disk; at each moment that can be seen after a cut, a look.
class Cuts {
public:
    Cuts(const std::vector<Operation> &operations, Loss loss)
        : operations_(operations)
        , loss_(loss)
    {
    }

    /// Cuts after each operation of [from, to), with `ignored` left out of all; calls `look` with what is
    /// left and what was reported, once for all cuts that leave the same. Ends when `look` says so.
    template <class Look>
    void play(std::size_t from, std::size_t to, std::size_t ignored, const Look &look)
    {
        Disk disk;
        std::vector<std::string> reports;
        std::optional<Tree> last;
        for (std::size_t at = 0; at < to; ++at) {
            const Operation &operation = operations_[at];
            if (operation.kind == Kind::report) {
                reports.push_back(operation.name);
            } else if (at != ignored) {
                disk.apply(operation);
            }
            if (at < from)
                continue;
            const bool isSame = at + 1 < to && operations_[at + 1].kind == Kind::report;
            if (isSame)
                continue; // The report that follows asks more of the same.
            Tree left = disk.survivors(loss_);
            if (operation.kind != Kind::report && left == last)
                continue;
            last = std::move(left);
            if (!look(at, *last, reports))
                return;
        }
    }

private:
    const std::vector<Operation> &operations_;
    Loss loss_;
};

} // namespace

class PowerCutTest : public QObject {
    Q_OBJECT

private:
    std::vector<Operation> operations_;
    std::size_t made_ = 0; ///< where the house is there
    std::size_t steady_ = 0; ///< where it is changed in every way

    std::map<std::pair<std::size_t, std::size_t>, std::string>
        known_; ///< by what is left, and how much was reported

    /// What is wrong after a restart. The same disk and the same reports are looked at once.
    const std::string &restarted(const Tree &left, const std::vector<std::string> &reports)
    {
        std::string all;
        for (const auto &[path, content] : left)
            all += path + '\0' + (content ? 'f' + *content : "d") + '\0';
        const std::pair key{std::hash<std::string>()(all), reports.size()};
        const auto found = known_.find(key);
        return found != known_.end() ? found->second
                                     : known_.emplace(key, restart(left, reports)).first->second;
    }

    /// The first cut that shows that a sync was left out; nothing where none does.
    std::optional<std::string> cutThatShows(std::size_t ignored, std::size_t until)
    {
        std::optional<std::string> shown;
        for (const Loss loss : {Loss::everything, Loss::content}) {
            Cuts(operations_, loss)
                .play(ignored, until, ignored,
                    [&](std::size_t, const Tree &left, const std::vector<std::string> &reports) {
                        if (const std::string &wrong = restarted(left, reports); !wrong.empty())
                            shown = wrong;
                        return !shown;
                    });
            if (shown)
                return shown;
        }
        return shown;
    }

    /// The end of the third report after an operation.
    std::size_t shortly(std::size_t at) const
    {
        int reports = 0;
        while (at < operations_.size() && reports < 3) {
            if (operations_[at].kind == Kind::report)
                ++reports;
            ++at;
        }
        return at;
    }

    /// Every cut in the long run, else every so many; cuts right after a report always.
    void cutEverywhere(Loss loss, std::size_t from, std::size_t to, int stride)
    {
        int count = 0;
        int bad = 0;
        Cuts(operations_, loss)
            .play(from, to, operations_.size(),
                [&](std::size_t at, const Tree &left, const std::vector<std::string> &reports) {
                    const bool isReported = operations_[at].kind == Kind::report;
                    if (++count % stride != 0 && !isReported && !runsLong())
                        return true;
                    const std::string &wrong = restarted(left, reports);
                    if (!wrong.empty()) {
                        ++bad;
                        std::printf("  cut after %zu, %s: %s\n", at, describe(operations_, at).c_str(),
                            wrong.c_str());
                    }
                    return true;
                });
        std::printf("  %d different cuts\n", count);
        QCOMPARE(bad, 0);
        QVERIFY(count > 0);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QTemporaryDir place;
        auto disk = RecordedDisk::mount(place.path().toStdString());
        QVERIFY2(disk != nullptr, "FUSE is needed: /dev/fuse, and the right to mount");
        QProcess keeper;
        keeper.start(QStringLiteral(HOUSE_KEEPER), {place.path()});
        while (keeper.waitForReadyRead()) {
            while (keeper.canReadLine()) {
                disk->report(keeper.readLine().trimmed().toStdString());
                keeper.write("go on\n");
            }
        }
        keeper.waitForFinished();
        QVERIFY2(keeper.exitCode() == 0, keeper.readAllStandardError().constData());
        operations_ = disk->operations();
        for (std::size_t at = 0; at < operations_.size(); ++at) {
            const Operation &operation = operations_[at];
            if (operation.kind != Kind::report)
                continue;
            if (made_ == 0)
                made_ = at;
            if (operation.name == "steady")
                steady_ = at;
        }
        QVERIFY(made_ > 0 && steady_ > made_);
        std::printf("%zu operations, %zu of them in the steady part\n", operations_.size(),
            operations_.size() - steady_);
    }

    void aHouseIsThereOrNotAfterACutWhileItIsMade_data()
    {
        QTest::addColumn<int>("loss");
        QTest::newRow("all that was not synced is lost") << static_cast<int>(Loss::everything);
        QTest::newRow("content that was not synced is lost") << static_cast<int>(Loss::content);
        QTest::newRow("nothing is lost") << static_cast<int>(Loss::nothing);
    }
    void aHouseIsThereOrNotAfterACutWhileItIsMade()
    {
        QFETCH(int, loss);
        cutEverywhere(static_cast<Loss>(loss), 0, made_ + 1, 5);
    }

    void nothingReportedIsLostByACut_data() { aHouseIsThereOrNotAfterACutWhileItIsMade_data(); }
    void nothingReportedIsLostByACut()
    {
        QFETCH(int, loss);
        cutEverywhere(static_cast<Loss>(loss), steady_, operations_.size(), 7);
    }

    void noSyncCanBeLeftOut()
    {
        std::map<std::string, std::vector<std::size_t>> places;
        for (std::size_t at = steady_; at < operations_.size(); ++at) {
            if (operations_[at].kind == Kind::sync)
                places[placeOf(operations_, at)].push_back(at);
        }
        QStringList notMissed;
        for (const auto &[place, syncs] : places) {
            std::optional<std::string> shown;
            for (auto at = syncs.begin(); at != syncs.end() && !shown; ++at)
                shown = cutThatShows(*at, runsLong() ? operations_.size() : shortly(*at));
            std::printf("  %s (%zu): %s\n", place.c_str(), syncs.size(),
                shown ? shown->substr(0, shown->find('\n')).c_str() : "not missed");
            if (!shown)
                notMissed << QString::fromStdString(place);
        }
        QStringList expected;
        for (const char *place : redundant)
            expected << QString::fromUtf8(place);
        QCOMPARE(notMissed, expected);
    }
};

QTEST_GUILESS_MAIN(PowerCutTest)
#include "power_cut_test.moc"
