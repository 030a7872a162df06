// SPDX-License-Identifier: GPL-3.0-or-later
#include "house_fixture.h"

#include <QTest>

#include <fstream>

using namespace freehold::change::testing;

namespace {

std::string person(const std::string &name)
{
    return "name = \"" + name + "\"\nrole = \"member\"\n";
}

std::string path(const std::string &name)
{
    return "people/" + name + ".toml";
}

} // namespace

/// What git's own programs read in the index that we write.
class IndexFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pathsOfEveryLengthAreRead()
    {
        HouseFixture house;
        constexpr std::size_t twiceTheAlignment = 16;
        std::string name;
        while (name.size() < twiceTheAlignment) {
            name += 'a';
            QVERIFY(house.write(path(name), person(name)));
            QCOMPARE(house.soundness(), std::string());
            QCOMPARE(house.gitSays(("ls-files " + path(name)).c_str()), path(name));
        }
    }

    void whatGitStagedStays_data()
    {
        QTest::addColumn<QByteArray>("staging");
        QTest::addColumn<std::string>("status");
        QTest::newRow("a file") << QByteArray("add people/tom.toml") << std::string("A  people/tom.toml");
        QTest::newRow("a promise to add one")
            << QByteArray("add --intent-to-add people/tom.toml") << std::string(" A people/tom.toml");
    }
    void whatGitStagedStays()
    {
        QFETCH(QByteArray, staging);
        QFETCH(std::string, status);
        HouseFixture house;
        house.writeFile(path("tom"), person("Tom"));
        house.gitSays(staging);
        QVERIFY(house.write(path("ana"), person("Ana")));
        QCOMPARE(house.gitSays("status --short"), status);
    }

    void anIndexOfAnotherVersionIsReadAndWritten()
    {
        HouseFixture house;
        QVERIFY(house.write(path("ana"), person("Ana")));
        house.gitSays("update-index --index-version 4");
        QVERIFY(house.write(path("ana"), person("Anna")));
        QCOMPARE(house.soundness(), std::string());
    }

    void whatGitWroteMeanwhileIsReadAgain()
    {
        HouseFixture house;
        QVERIFY(house.write(path("ana"), person("Ana")));
        house.writeFile(path("tom"), person("Tom"));
        house.gitSays("add people/tom.toml");
        QVERIFY(house.write(path("ana"), person("Anna")));
        house.gitSays("reset -q people/tom.toml");
        std::filesystem::remove(house.workTree() / path("tom"));
        QVERIFY(house.write(path("ana"), person("Ann")));
        QCOMPARE(house.soundness(), std::string());
    }

    void anIndexThatCanNotBeReadIsNoFailureOfTheChange()
    {
        HouseFixture house;
        const auto index = house.workTree() / ".git/index";
        std::filesystem::remove(index);
        std::filesystem::create_directories(index / "somebody's");
        const auto change = house.write(path("ana"), person("Ana"));
        QCOMPARE(change->state, freehold::contract::ChangeState::kept);
        QVERIFY(house.pipeline->workTree().isIndexStale());
    }

    void aDamagedIndexIsMadeAgain()
    {
        HouseFixture house;
        QVERIFY(house.write(path("ana"), person("Ana")));
        std::ofstream(house.workTree() / ".git/index") << "no index";
        QVERIFY(house.write(path("ana"), person("Anna")));
        QCOMPARE(house.soundness(), std::string());
    }
};

QTEST_GUILESS_MAIN(IndexFileTest)
#include "index_file_test.moc"
