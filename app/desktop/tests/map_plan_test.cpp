// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/home/map_plan.h"

#include <QTest>

#include <algorithm>
#include <optional>
#include <random>
#include <set>

using namespace freehold;
using desktop::placeOnMap;
using desktop::Slot;

namespace {

constexpr int columns = 3;

std::vector<std::string> someIds(std::mt19937 &random, std::size_t count)
{
    std::vector<std::string> ids;
    for (std::size_t number = 0; number < count; ++number)
        ids.push_back(std::to_string(random()) + "-" + std::to_string(number));
    return ids;
}

/// Where those are now who had these places, in the same order; the first who is elsewhere, or nothing.
std::optional<std::string> firstMoved(const std::vector<Slot> &before, const std::vector<Slot> &after)
{
    const auto moved = std::ranges::find_if(
        before, [&](const Slot &slot) { return std::ranges::find(after, slot) == after.end(); });
    return moved == before.end() ? std::nullopt : std::optional(moved->id);
}

} // namespace

class MapPlanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachHasAPlaceOfItsOwn();
    void aPlaceIsTheSameOnEveryMachine();
    void whoeverComesMovesNobody();
    void whoIsForgottenMovesNobodyWhoWasThereBefore();
    void theMapIsNoLargerThanTwiceItsHouse();
};

void MapPlanTest::eachHasAPlaceOfItsOwn()
{
    std::mt19937 random(7);
    const auto slots = placeOnMap(someIds(random, 100), columns);
    std::set<std::pair<int, int>> taken;
    for (const auto &slot : slots)
        taken.emplace(slot.row, slot.column);
    QCOMPARE(taken.size(), std::size_t(100));
}

void MapPlanTest::aPlaceIsTheSameOnEveryMachine()
{
    const auto slots = placeOnMap({"hall-box", "nas", "ana-laptop", "printer", "pixel"}, columns);
    QCOMPARE(slots,
        (std::vector<Slot>{
            {"hall-box", 0, 0}, {"nas", 0, 1}, {"ana-laptop", 0, 2}, {"printer", 1, 0}, {"pixel", 2, 1}}));
}

void MapPlanTest::whoeverComesMovesNobody()
{
    const auto seed = std::random_device()();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    for (int house = 0; house < 100; ++house) {
        const auto ids = someIds(random, 1 + random() % 60);
        std::vector<Slot> before;
        for (std::size_t count = 1; count <= ids.size(); ++count) {
            const auto after = placeOnMap({ids.begin(), ids.begin() + static_cast<int>(count)}, columns);
            const auto moved = firstMoved(before, after);
            QVERIFY2(!moved, moved ? moved->c_str() : "");
            before = after;
        }
    }
}

void MapPlanTest::whoIsForgottenMovesNobodyWhoWasThereBefore()
{
    const auto seed = std::random_device()();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    for (int house = 0; house < 100; ++house) {
        auto ids = someIds(random, 2 + random() % 60);
        auto before = placeOnMap(ids, columns);
        const auto forgotten = static_cast<int>(random() % ids.size());
        ids.erase(ids.begin() + forgotten);
        before.erase(before.begin() + forgotten, before.end());
        const auto moved = firstMoved(before, placeOnMap(ids, columns));
        QVERIFY2(!moved, moved ? moved->c_str() : "");
    }
}

void MapPlanTest::theMapIsNoLargerThanTwiceItsHouse()
{
    std::mt19937 random(11);
    for (std::size_t count = 1; count <= 64; ++count) {
        for (const auto &slot : placeOnMap(someIds(random, count), columns))
            QVERIFY(static_cast<std::size_t>(slot.row * columns + slot.column) < 2 * count);
    }
}

QTEST_GUILESS_MAIN(MapPlanTest)
#include "map_plan_test.moc"
