// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuts.h"
#include "recorded_disk.h"
#include "restart.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QtCrypto>

#include <array>
#include <cstdio>
#include <regex>
#include <set>

using namespace freehold::testing;

namespace {

using Kind = Operation::Kind;

/// What is done beside something else, and so may come before or after it.
bool isAside(const std::string &done)
{
    return done.contains("/.git/freehold/") || done.contains("/.git/index")
        || done.contains("/.git/refs/heads/main.lock");
}

/// Where in the program a sync is: what is synced, and what was done just before, without ids.
std::string placeOf(const std::vector<Operation> &operations, std::size_t at)
{
    if (const std::string done = describe(operations, at); isAside(done))
        return done;
    std::size_t before = at - 1;
    while (operations[before].kind == Kind::report || isAside(describe(operations, before)))
        --before;
    static const std::regex id("pack_git2_[0-9a-f]+(idx)?|pack-[0-9a-f]{40}|[0-9a-f]{40}");
    return std::regex_replace(describe(operations, at) + " after " + describe(operations, before), id, "*");
}

/// Syncs that nothing needs, each with its reason.
constexpr std::array redundant{
    // git's decoration of a new repository, which libgit2 doesn't wait for and nobody needs.
    R"(sync config\.new/\.git/(description|hooks|hooks/README\.sample|info|info/exclude|objects/info|refs/tags) .*)",
    // Folders that are synced again with what comes into them, before the house takes its place.
    R"(sync config\.new/\.git/(objects/pack|refs|refs/heads) after sync .*)",
    R"(sync config\.new after (make folder config\.new/(devices|members)|rename config\.new/.*\.toml|sync .*))",
    // Where there is one commit, `main` and `applied` are each made again from the other.
    R"(sync config\.new/\.git/refs after make folder config\.new/\.git/refs/freehold)",
    R"(sync config\.new/\.git/refs/(freehold|heads) after (rename|remove) .*)",
    // libgit2's own when packs are joined. Those that go are gone for good only with the folder's next sync,
    // which keeps the new one too.
    R"(sync config/\.git/objects/pack after remove config/\.git/objects/pack/\*(\.lock)?)",
    // The data folder is synced again when the house takes its place; nothing was reported before.
    R"(sync  after rename (vault|vault\.key|device\.pub))",
    // Synced again with the reference that waits, before `main` goes back.
    R"(sync config/\.git/refs/freehold after make folder config/\.git/refs/freehold/by-hand(-waiting)?)",
    // A commit whose waiting was lost is still kept as one by hand, which is all that is looked at here; one
    // that
    // waits again is found to be taken in already.
    R"(sync config/\.git/refs/freehold/by-hand-waiting(/.*)? after .*)",
    // Made again from the vault and from the configuration whenever an engine starts.
    R"(sync device\.pub\.new .*)",
    R"(sync (allowed_signers\.new| after rename allowed_signers).*)",
};

/// SQLite's own, for observations: no wish of the owner's is in it, and all of it may be lost.
bool isOfObservations(const std::string &place)
{
    return place.contains("observations.sqlite");
}

} // namespace

class PowerCutTest : public QObject {
    Q_OBJECT

private:
    const QCA::Initializer cryptography_;
    std::vector<Operation> operations_;
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
        operations_ = withoutSharedMemory(disk->operations());
        std::printf("%zu operations\n", operations_.size());
    }

    void nothingReportedIsLostByACut_data()
    {
        QTest::addColumn<int>("loss");
        QTest::newRow("all that was not synced is lost") << static_cast<int>(Loss::everything);
        QTest::newRow("content that was not synced is lost") << static_cast<int>(Loss::content);
        QTest::newRow("nothing is lost") << static_cast<int>(Loss::nothing);
    }
    void nothingReportedIsLostByACut()
    {
        QFETCH(int, loss);
        int count = 0;
        int bad = 0;
        Cuts(operations_, static_cast<Loss>(loss))
            .play(0, operations_.size(), operations_.size(),
                [&](std::size_t at, const Tree &left, const std::vector<std::string> &reports) {
                    ++count;
                    if (const std::string &wrong = restarted(left, reports); !wrong.empty()) {
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

    void noSyncCanBeLeftOut()
    {
        std::map<std::string, std::vector<std::size_t>> places;
        bool ours = true;
        for (std::size_t at = 0; at < operations_.size(); ++at) {
            const Operation &operation = operations_[at];
            if (operation.kind == Kind::report)
                ours = operation.name == "resume" || (ours && operation.name != "pause");
            if (operation.kind != Kind::sync || !ours)
                continue;
            const std::string place = placeOf(operations_, at);
            if (!isOfObservations(place))
                places[place].push_back(at);
        }
        std::set<std::string> reasons;
        for (const auto &[place, syncs] : places) {
            std::optional<std::string> shown;
            for (auto at = syncs.begin(); at != syncs.end() && !shown; ++at)
                shown = cutThatShows(*at, shortly(*at));
            std::printf("  %s (%zu): %s\n", place.c_str(), syncs.size(),
                shown ? shown->substr(0, shown->find('\n')).c_str() : "not missed");
            const auto reason = std::ranges::find_if(
                redundant, [&](const char *known) { return std::regex_match(place, std::regex(known)); });
            QVERIFY2(shown || reason != redundant.end(), place.c_str());
            if (!shown)
                reasons.insert(*reason);
        }
        QCOMPARE(reasons.size(), redundant.size());
    }
};

QTEST_GUILESS_MAIN(PowerCutTest)
#include "power_cut_test.moc"
