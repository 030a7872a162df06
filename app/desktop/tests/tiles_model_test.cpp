// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/home/tiles_model.h"

#include <QSignalSpy>
#include <QTest>

using freehold::desktop::MapTile;
using freehold::desktop::TilesModel;

namespace {

std::vector<MapTile> tiles(int count)
{
    std::vector<MapTile> made;
    for (int number = 0; number < count; ++number)
        made.push_back({.id = QString::number(number), .name = {}, .line = {}, .icon = {}});
    return made;
}

} // namespace

class TilesModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRoomOfAThousandShowsSomeAndCountsAll()
    {
        TilesModel room(12);
        const QSignalSpy counted(&room, &TilesModel::countChanged);
        room.show(tiles(1'000));
        QCOMPARE(room.rowCount(), 12);
        QCOMPARE(room.count(), 1'000);
        QCOMPARE(room.hidden(), 988);
        QCOMPARE(counted.count(), 1);
        // One that nobody sees has gone: the rows stay, the count doesn't.
        room.show(tiles(999));
        QCOMPARE(room.rowCount(), 12);
        QCOMPARE(room.count(), 999);
        QCOMPARE(counted.count(), 2);
    }

    void aRoomWithFewShowsAll()
    {
        TilesModel room(12);
        room.show(tiles(12));
        QCOMPARE(room.rowCount(), 12);
        QCOMPARE(room.hidden(), 0);
    }
};

QTEST_GUILESS_MAIN(TilesModelTest)
#include "tiles_model_test.moc"
