// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/house.h"
#include "support/log.h"
#include "testing/run.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace freehold;
using namespace freehold::simulation;

namespace {

void edit(House &house, Member &member)
{
    auto &chance = house.chance();
    const std::string path = "devices/" + std::string(chance.oneIn(2) ? "tv" : "lamp") + ".toml";
    const auto is = member.pipeline().configuration().find(path);
    const std::string key = chance.oneIn(2) ? "name" : "seen_as";
    change::Draft draft;
    draft.caller = member.caller();
    draft.edits = {{path,
        change::withValue(
            is ? is->text() : std::string(), key, "value " + std::to_string(chance.below(1'000)))}};
    (void)member.pipeline().submit(draft);
}

} // namespace

class MembersSimulationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void membersThatMeetHoldTheSameCommit()
    {
        log::setLevel(log::Level::error);
        const std::uint32_t seed = freehold::testing::seed();
        const int histories = qEnvironmentVariableIntValue("FREEHOLD_HISTORIES");
        QElapsedTimer timer;
        timer.start();
        for (int at = 0; at < std::max(histories, 1); ++at) {
            QTemporaryDir folder(QStringLiteral("/dev/shm/freehold-XXXXXX"));
            House house(folder.path().toStdString(), seed + static_cast<std::uint32_t>(at));
            auto &chance = house.chance();
            const std::size_t size = 2 + chance.below(6);
            while (house.size() < size)
                QVERIFY(house.admit(house.at(0), contract::Role::owner));
            for (int step = 0; step < 40; ++step) {
                house.clock().advance(std::chrono::milliseconds(chance.below(60'000)));
                if (chance.oneIn(10)) {
                    std::vector<std::size_t> parts(house.size());
                    for (std::size_t &part : parts)
                        part = chance.below(3);
                    house.network().divide(parts);
                } else if (chance.oneIn(3)) {
                    edit(house, house.anyMember());
                } else {
                    (void)house.network().goOn();
                }
            }
            house.network().heal();
            int rounds = 0;
            do {
                while (house.network().goOn())
                    QVERIFY(++rounds < 5'000);
            } while (house.network().tryAgain());
            for (std::size_t number = 1; number < house.size(); ++number)
                QCOMPARE(house.at(number).head(), house.at(0).head());
        }
        qInfo("%d histories in %lld ms", histories, static_cast<long long>(timer.elapsed()));
    }
};

QTEST_GUILESS_MAIN(MembersSimulationTest)
#include "members_simulation_test.moc"
