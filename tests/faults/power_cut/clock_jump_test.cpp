// SPDX-License-Identifier: GPL-3.0-or-later
#include "small_house.h"

#include <QTemporaryDir>
#include <QTest>

using namespace freehold;
using namespace freehold::change;
using namespace freehold::testing;

namespace {

constexpr std::chrono::days year{365};

} // namespace

/// A wall clock that jumps by a year, forth and back.
class ClockJumpTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void laterChangesStayLaterAndATrialStaysAsLong()
    {
        QTemporaryDir folder;
        SmallHouse house;
        ObjectId tried;
        {
            Pipeline pipeline(
                Repository::create(folder.path().toStdString() + "/config").value(), house.context());
            QVERIFY(pipeline.found(SmallHouse::foundingDocuments(), SmallHouse::owner()));
            Time last{};
            for (const auto jump : {year, -2 * year, year}) {
                house.clock.jump(jump);
                const auto change = pipeline.submit(draftOf("devices/box.toml",
                    "name = \"box " + std::to_string(jump.count()) + toRfc3339(last).substr(0, 4) + "\"\n"));
                QVERIFY(change && change->state == contract::ChangeState::kept);
                QVERIFY(change->time >= last);
                last = change->time;
            }
            Draft draft = draftOf("devices/lamp.toml", "name = \"lamp\"\n");
            draft.trial = std::chrono::seconds(3'600);
            const auto change = pipeline.submit(draft);
            QVERIFY(change && change->state == contract::ChangeState::trial);
            tried = change->id;
            house.clock.jump(year);
            QCoreApplication::processEvents();
            QVERIFY2(pipeline.trials().find(tried) != nullptr, "a jump of the clock ended a trial");
        }
        house.clock.jump(-3 * year);
        Pipeline pipeline(Repository::open(folder.path().toStdString() + "/config").value(), house.context());
        QVERIFY(pipeline.start());
        const auto *trial = pipeline.trials().find(tried);
        QVERIFY(trial != nullptr);
        QVERIFY(trial->ends - house.clock.now() <= std::chrono::seconds(3'600));
    }
};

QTEST_GUILESS_MAIN(ClockJumpTest)
#include "clock_jump_test.moc"
