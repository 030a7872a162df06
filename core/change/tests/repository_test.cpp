// SPDX-License-Identifier: GPL-3.0-or-later
#include "house_fixture.h"
#include "testing/run.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <fstream>
#include <random>
#include <set>

using namespace freehold;
using namespace freehold::change;
using namespace freehold::change::testing;

namespace {

/// How many of a folder's files this process has mapped (proc(5)).
int mappedBelow(const std::filesystem::path &folder)
{
    int count = 0;
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);)
        count += line.contains(folder.string()) ? 1 : 0;
    return count;
}

} // namespace

class RepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void atRestNothingIsMappedAndTheNextChangeIsMadeAsBefore()
    {
        if (!std::filesystem::exists("/proc/self/maps"))
            QSKIP("this system does not say what is mapped");
        HouseFixture house;
        QVERIFY(house.write("people/ana.toml", "name = \"Ana\"\nrole = \"member\"\n"));
        const auto packs = house.workTree() / ".git" / "objects" / "pack";
        QVERIFY(mappedBelow(packs) > 0);
        house.pipeline->repository().rest();
        QCOMPARE(mappedBelow(packs), 0);
        const auto change = house.write("people/ana.toml", "name = \"Anna\"\nrole = \"member\"\n");
        QVERIFY(change);
        QCOMPARE(change->state, contract::ChangeState::kept);
        house.pipeline->repository().rest();
        QCOMPARE(house.soundness(), std::string());
        house.restart();
        QCOMPARE(
            house.pipeline->configuration().find("people/ana.toml")->textAt("name"), std::string("Anna"));
    }

    void treesDifferWhereGitSaysSo()
    {
        QTemporaryDir folder;
        const std::filesystem::path place = folder.path().toStdString();
        Repository repository = *Repository::create(place);
        std::mt19937 random(freehold::testing::seed());
        // "a" and "a-b" as files and as folders: git sorts a folder as if its name ended in a slash.
        constexpr std::array names{"a", "a-b", "a.c", "b"};
        const auto name = [&] { return std::string(names[random() % names.size()]); };
        const auto gitSays = [&](const QStringList &arguments) {
            QProcess process;
            process.setWorkingDirectory(folder.path());
            process.start(QStringLiteral("git"), arguments);
            process.waitForFinished();
            return process.readAllStandardOutput().trimmed();
        };
        ObjectId before;
        for (int step = 0; step < 60; ++step) {
            const auto top = place / name();
            std::filesystem::remove_all(top);
            if (random() % 3 != 0) {
                auto file = top;
                while (random() % 2 == 0)
                    file /= name();
                std::filesystem::create_directories(file.parent_path());
                std::ofstream(file) << random();
            }
            gitSays({QStringLiteral("add"), QStringLiteral("--all")});
            const ObjectId after = gitSays({QStringLiteral("write-tree")}).toStdString();
            const auto paths = repository.changedPaths(before, after);
            QVERIFY(paths);
            const QByteArray known
                = before.empty() ? "4b825dc642cb6eb9a060e54bf8d69288fbee4904" : before.c_str();
            std::vector<std::string> wanted;
            for (const QByteArray &path :
                gitSays({QStringLiteral("diff-tree"), QStringLiteral("-r"), QStringLiteral("--no-renames"),
                            QStringLiteral("--name-only"), QString::fromLatin1(known),
                            QString::fromStdString(after)})
                    .split('\n')) {
                if (!path.isEmpty())
                    wanted.push_back(path.toStdString());
            }
            std::ranges::sort(wanted);
            QVERIFY(*paths == wanted);
            before = after;
        }
    }

    void theNewestCommitsAreFoundByAPartOfTheirId()
    {
        HouseFixture house;
        std::vector<ObjectId> ids;
        for (int at = 0; at < 40; ++at) {
            const auto change = house.write(
                "people/ana.toml", "name = \"Ana " + std::to_string(at) + "\"\nrole = \"member\"\n");
            QVERIFY(change);
            ids.push_back(change->id);
            constexpr std::size_t unambiguous = 12;
            QCOMPARE(house.pipeline->repository().expand(change->id.substr(0, unambiguous)).value_or(""),
                change->id);
            QCOMPARE(house.pipeline->repository().expand(change->id).value_or(""), change->id);
        }
        for (const ObjectId &id : ids)
            QVERIFY(house.pipeline->repository().commit(id));
        QCOMPARE(house.soundness(), std::string());
    }

    void aPartOfAnIdThatANewCommitSharesWithAnOldOneIsAmbiguous()
    {
        HouseFixture house;
        const auto begins = [](const ObjectId &id) { return id.substr(0, 4); };
        int count = 0;
        const auto next = [&] {
            const std::string name = "Ana " + std::to_string(++count);
            return house.write("people/ana.toml", "name = \"" + name + "\"\nrole = \"member\"\n");
        };
        std::set<std::string> old;
        constexpr int oldOnes = 400;
        while (count < oldOnes)
            old.insert(begins(next()->id));
        house.restart();
        // One in 160 begins as one of these does.
        constexpr int farMoreThanNeeded = 5'000;
        ObjectId id;
        do {
            id = next()->id;
        } while (!old.contains(begins(id)) && count < farMoreThanNeeded);
        QVERIFY(old.contains(begins(id)));
        const auto found = house.pipeline->repository().expand(begins(id));
        QVERIFY2(!found, (id + " was taken for " + found.value_or("")).c_str());
        QCOMPARE(found.error().code, ErrorCode::change_id_ambiguous);
    }
};

QTEST_GUILESS_MAIN(RepositoryTest)
#include "repository_test.moc"
