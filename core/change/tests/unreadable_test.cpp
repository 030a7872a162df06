// SPDX-License-Identifier: GPL-3.0-or-later
#include "house_fixture.h"

#include <QTest>

using namespace freehold;
using namespace freehold::change;
using namespace freehold::change::testing;

namespace {

constexpr const char *ana = "name = \"Ana\"\nrole = \"member\"\n";
constexpr const char *anaOfTomorrow = "name = \"Ana\"\nrole = \"member\"\nshoe_size = 38\n";

} // namespace

/// Documents that this version can't read: kept, told, and not overwritten unseen.
class UnreadableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aHouseOfANewerFormatIsKeptReadAndNotChanged()
    {
        HouseFixture house;
        const std::string newer = withValue(houseText, "format", std::int64_t(2)) + "garden = \"large\"\n";
        house.plant("house.toml", newer);
        QVERIFY(house.pipeline->configuration().isOfNewerFormat());
        QCOMPARE(house.pipeline->configuration().find("house.toml")->textAt("name"), std::string("Smith"));
        QCOMPARE(house.write("people/ana.toml", ana).error().code, ErrorCode::format_newer);
        QCOMPARE(house.fileText("house.toml"), newer);
        QCOMPARE(house.soundness(), std::string());
    }

    void whatIsUnknownInTheFormatThatIsKnownIsAnError()
    {
        HouseFixture house;
        QCOMPARE(house.write("people/ana.toml", anaOfTomorrow).error().problems.front().code,
            ErrorCode::key_unknown);
        house.plant("people/ana.toml", anaOfTomorrow);
        QVERIFY(!house.pipeline->configuration().isOfNewerFormat());
        QCOMPARE(house.pipeline->unreadable().front().document, std::string("people/ana.toml"));
        QCOMPARE(house.pipeline->unreadable().front().line, 3);
    }

    void aDocumentThatCanNotBeReadIsNotOverwrittenUnseen()
    {
        HouseFixture house;
        house.plant("people/ana.toml", anaOfTomorrow);
        const auto refused = house.write("people/ana.toml", ana);
        QCOMPARE(refused.error().problems.front().code, ErrorCode::key_unknown);
        QVERIFY(!house.write("people/ana.toml", std::nullopt));
        QCOMPARE(house.fileText("people/ana.toml"), std::string(anaOfTomorrow));
        QVERIFY(house.write("people/tom.toml", "name = \"Tom\"\nrole = \"guest\"\n"));
    }

    void aDocumentThatIsTooLargeKeepsNoHouseShut()
    {
        HouseFixture house;
        house.plant("people/ana.toml", ana + std::string(maximumDocumentBytes, '#'));
        const Problem &unreadable = house.pipeline->unreadable().front();
        QCOMPARE(unreadable.document, std::string("people/ana.toml"));
        QCOMPARE(unreadable.code, ErrorCode::document_too_large);
        QVERIFY(house.pipeline->deltaOf(house.pipeline->head()));
        QVERIFY(house.write("people/tom.toml", "name = \"Tom\"\nrole = \"guest\"\n"));
    }

    void aPersonMendsADocumentThatCanNotBeRead()
    {
        HouseFixture house;
        house.plant("people/ana.toml", anaOfTomorrow);
        house.writeFile("people/ana.toml", ana);
        QTRY_VERIFY_WITH_TIMEOUT(house.pipeline->configuration().find("people/ana.toml") != nullptr, 10'000);
        QVERIFY(house.pipeline->unreadable().empty());
        QVERIFY(house.write("people/ana.toml", "name = \"Anna\"\nrole = \"member\"\n"));
        QCOMPARE(house.soundness(), std::string());
    }
};

QTEST_GUILESS_MAIN(UnreadableTest)
#include "unreadable_test.moc"
