// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/history.h"
#include "simulation/verdict.h"
#include "support/log.h"
#include "testing/run.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace freehold;
using namespace freehold::simulation;
using contract::Role;

namespace {

int wantedHistories()
{
    const bool isSaid = qEnvironmentVariableIsSet("FREEHOLD_HISTORIES");
    return isSaid ? qEnvironmentVariableIntValue("FREEHOLD_HISTORIES") : USUAL_HISTORIES;
}

/// The usual ones are always the same: what is said of a change is then said of that change. Others are
/// looked for where their number is said, as in the long run.
std::uint32_t firstSeed()
{
    const bool areUsual
        = !qEnvironmentVariableIsSet("FREEHOLD_HISTORIES") && !qEnvironmentVariableIsSet("FREEHOLD_SEED");
    return areUsual ? 1 : freehold::testing::seed();
}

/// One alone is run to be looked into: what was done is told, and its folders stay.
bool isWatched()
{
    return wantedHistories() == 1;
}

/// This program, which is one of several that run a part of the histories each, all at once.
constexpr const char *partVariable = "FREEHOLD_SIMULATION_PART";

/// Programs, since one has one disk (disk.h) and one thread. How many of them found something wrong.
int failedParts(std::uint32_t seed, int histories)
{
    const int parts = std::min(QThread::idealThreadCount(), std::max(histories / 8, 1));
    std::vector<std::unique_ptr<QProcess>> running;
    for (int part = 0; part < parts; ++part) {
        const int from = histories * part / parts;
        const int to = histories * (part + 1) / parts;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(partVariable), QString::number(part));
        environment.insert(
            QStringLiteral("FREEHOLD_SEED"), QString::number(seed + static_cast<std::uint32_t>(from)));
        environment.insert(QStringLiteral("FREEHOLD_HISTORIES"), QString::number(to - from));
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(environment);
        process->setProcessChannelMode(QProcess::ForwardedChannels);
        process->start(QCoreApplication::applicationFilePath(), {QStringLiteral("-silent")});
        running.push_back(std::move(process));
    }
    return static_cast<int>(std::ranges::count_if(running, [](const std::unique_ptr<QProcess> &process) {
        process->waitForFinished(-1);
        return process->exitStatus() != QProcess::NormalExit || process->exitCode() != 0;
    }));
}

/// In memory where the system has such a place: what a disk takes its time for is not looked at here.
QString placeForHouses()
{
    const QString memory = QStringLiteral("/dev/shm");
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + QStringLiteral("/freehold-XXXXXX");
}

} // namespace

/// Random histories of houses with two to seven machines. FREEHOLD_HISTORIES says how many.
class MembersSimulationTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_{placeForHouses()};
    std::map<std::vector<Role>, House::New> newHouses_;

    const House::New &newHouse(Chance &chance)
    {
        const std::vector<std::vector<Role>> roles{
            {Role::owner, Role::owner, Role::owner, Role::owner, Role::owner, Role::owner},
            {Role::owner, Role::owner, Role::member, Role::guest, Role::member, Role::owner},
            {Role::owner, Role::member, Role::owner, Role::owner, Role::guest, Role::guest}};
        auto chosen = chance.oneOf(roles);
        chosen.resize(2 + chance.below(1 + chance.below(5)));
        auto known = newHouses_.find(chosen);
        if (known == newHouses_.end()) {
            const auto place = folder_.filePath(QString::number(newHouses_.size())).toStdString();
            known = newHouses_.emplace(chosen, House::found(place, chosen)).first;
        }
        return known->second;
    }
    Verdict run(std::uint32_t seed, bool asksGit)
    {
        Chance chance(seed);
        QTemporaryDir folder(placeForHouses());
        House house(folder.path().toStdString(), newHouse(chance), seed);
        History history(house);
        constexpr int steps = 26;
        std::string went;
        for (int step = 0; step < steps && went.empty(); ++step)
            went = history.goOn();
        if (went.empty())
            went = history.end();
        auto verdict = went.empty() ? judge(house, history.ledger(), history.traitors()) : Verdict{{went}};
        if (asksGit || !verdict.wrong.empty())
            std::ranges::move(wrongByGit(house), std::back_inserter(verdict.wrong));
        if (isWatched()) {
            folder.setAutoRemove(false);
            std::printf("what was done:\n%s", history.ledger().text().c_str());
            for (std::size_t number = 0; number < house.size(); ++number)
                std::printf("%s is %s, in %s\n", house.at(number).name().c_str(),
                    house.at(number).id().c_str(), house.at(number).configuration().c_str());
        }
        return verdict;
    }

    int failedHistories(std::uint32_t first, int histories)
    {
        // The git program takes longer than a history.
        constexpr int gitsTurn = 50;
        int failed = 0;
        int unclear = 0;
        for (int at = 0; at < histories; ++at) {
            const std::uint32_t seed = first + static_cast<std::uint32_t>(at);
            const Verdict verdict = run(seed, at % gitsTurn == 0);
            unclear += verdict.isUnclear ? 1 : 0;
            if (verdict.wrong.empty())
                continue;
            ++failed;
            for (const std::string &one : verdict.wrong)
                std::printf("wrong: %s\n", one.c_str());
            std::printf("again: FREEHOLD_SEED=%u FREEHOLD_HISTORIES=1 members_simulation_test\n", seed);
        }
        std::printf("%d of %d histories were unclear, and not judged (README.md)\n", unclear, histories);
        return failed;
    }

private Q_SLOTS:
    static void initTestCase()
    {
        if (isWatched())
            log::setLevel(log::Level::info);
        else
            log::setLevel(log::Level::error);
    }

    void membersThatMeetHoldTheSameCommit()
    {
        const std::uint32_t seed = firstSeed();
        const int histories = wantedHistories();
        if (isWatched() || qEnvironmentVariableIsSet(partVariable))
            QCOMPARE(failedHistories(seed, histories), 0);
        else
            QCOMPARE(failedParts(seed, histories), 0);
    }
};

QTEST_GUILESS_MAIN(MembersSimulationTest)
#include "members_simulation_test.moc"
