// SPDX-License-Identifier: GPL-3.0-or-later
#include "house_fixture.h"

#include <QTest>

using namespace freehold;
using namespace freehold::change;
using namespace freehold::change::testing;

namespace {

constexpr const char *ana = "name = \"Ana\"\nrole = \"member\"\n";
constexpr const char *anna = "name = \"Anna\"\nrole = \"member\"\n";

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(QLatin1Char(' '));
}

} // namespace

class ByHandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSettledEditBecomesASignedChangeWithTheSameTree()
    {
        HouseFixture house;
        house.writeFile("people/ana.toml", ana);
        QTRY_VERIFY_WITH_TIMEOUT(house.pipeline->configuration().find("people/ana.toml") != nullptr, 10'000);
        const auto change = house.pipeline->describe(house.pipeline->head());
        QCOMPARE(change->cause, contract::Cause::by_hand);
        QCOMPARE(house.soundness(), std::string());
    }

    void aCommitByPlainGitIsKeptAndTakenIn()
    {
        HouseFixture house;
        house.writeFile("people/ana.toml", ana);
        QCOMPARE(house.git(words("add -A")).status, 0);
        QCOMPARE(house.git(words("commit -qm mine --no-gpg-sign")).status, 0);
        const auto theirs = house.git(words("rev-parse HEAD")).text.substr(0, 40);
        QTRY_VERIFY_WITH_TIMEOUT(house.pipeline->configuration().find("people/ana.toml") != nullptr, 10'000);
        QCOMPARE(*house.pipeline->repository().resolve("refs/freehold/by-hand/" + theirs), theirs);
        QTRY_COMPARE(house.soundness(), std::string());
    }

    void aCommitMadeWhileTheEngineWasStoppedIsTakenInAtStart()
    {
        HouseFixture house;
        house.byHand.reset();
        house.pipeline.reset();
        house.writeFile("people/ana.toml", ana);
        QCOMPARE(house.git(words("add -A")).status, 0);
        QCOMPARE(house.git(words("commit -qm mine --no-gpg-sign")).status, 0);
        house.restart();
        QVERIFY(house.pipeline->configuration().find("people/ana.toml") != nullptr);
        QCOMPARE(house.soundness(), std::string());
    }

    void anInvalidCommitIsRefusedKeptAndNotApplied()
    {
        HouseFixture house;
        house.writeFile("people/ana.toml", "name = 7\n");
        QCOMPARE(house.git(words("add -A")).status, 0);
        QCOMPARE(house.git(words("commit -qm mine --no-gpg-sign")).status, 0);
        const auto theirs = house.git(words("rev-parse HEAD")).text.substr(0, 40);
        const int applies = house.domain.applies;
        QTRY_VERIFY_WITH_TIMEOUT(!house.byHand->findings().empty(), 10'000);
        const auto finding = house.byHand->findings().front();
        QCOMPARE(finding.args.at("document"), std::string("people/ana.toml"));
        QCOMPARE(*house.pipeline->repository().resolve("refs/freehold/refused/" + theirs), theirs);
        QCOMPARE(house.domain.applies, applies);
        QCOMPARE(house.soundness(), std::string());
    }

    void aHalfWrittenFileIsNeitherAppliedNorOverwritten()
    {
        HouseFixture house;
        QVERIFY(house.write("people/ana.toml", ana));
        house.writeFile("people/ana.toml", "name = \"An");
        QTRY_VERIFY_WITH_TIMEOUT(!house.byHand->findings().empty(), 10'000);
        QCOMPARE(house.fileText("people/ana.toml"), std::string("name = \"An"));
        QCOMPARE(house.write("people/ana.toml", anna).error().code, ErrorCode::edited_by_hand);
        QVERIFY(house.write("people/tom.toml", "name = \"Tom\"\nrole = \"guest\"\n"));
        QCOMPARE(house.fileText("people/ana.toml"), std::string("name = \"An"));
        house.writeFile("people/ana.toml", anna);
        QTRY_COMPARE_WITH_TIMEOUT(house.pipeline->configuration().find("people/ana.toml")->textAt("name"),
            std::string("Anna"), 10'000);
        QVERIFY(house.byHand->findings().empty());
        QCOMPARE(house.soundness(), std::string());
    }

    void aRefusedEditIsListedOnceHoweverOftenItIsSaved()
    {
        HouseFixture house;
        const auto waitingEdit = [&] {
            const auto refused = house.byHand->refused();
            return refused->size() == 1 ? refused->front() : ObjectId();
        };
        house.writeFile("people/ana.toml", "name = \"An");
        QTRY_VERIFY_WITH_TIMEOUT(!waitingEdit().empty(), 10'000);
        const ObjectId first = waitingEdit();
        house.writeFile("people/ana.toml", "name = \"Ana");
        QTRY_VERIFY_WITH_TIMEOUT(!waitingEdit().empty() && waitingEdit() != first, 10'000);
        QCOMPARE(*house.pipeline->repository().resolve("refs/freehold/by-hand/" + first), first);
        std::filesystem::remove(house.workTree() / "people/ana.toml");
        QTRY_VERIFY_WITH_TIMEOUT(house.byHand->refused()->empty(), 10'000);
    }

    void swapFilesOfEditorsAreNoDocuments()
    {
        HouseFixture house;
        const auto head = house.pipeline->head();
        for (const char *name :
            {"people/.ana.toml.swp", "people/ana.toml~", "people/#ana.toml#", "people/4913"})
            house.writeFile(name, "half");
        house.byHand->lookAgain();
        house.byHand->lookAgain();
        QCOMPARE(house.pipeline->head(), head);
        QVERIFY(house.byHand->findings().empty());
    }

    void aLinkIsRefused()
    {
        HouseFixture house;
        std::filesystem::create_directories(house.workTree() / "people");
        std::filesystem::create_symlink("/etc/passwd", house.workTree() / "people/ana.toml");
        QTRY_VERIFY_WITH_TIMEOUT(!house.byHand->findings().empty(), 10'000);
        QCOMPARE(house.byHand->findings().front().args.at("code"), std::string("link-in-tree"));
        QVERIFY(house.pipeline->configuration().find("people/ana.toml") == nullptr);
    }

    void aRewrittenMainLosesNothing()
    {
        HouseFixture house;
        QVERIFY(house.write("people/ana.toml", ana));
        const auto kept = house.write("people/ana.toml", anna)->id;
        QCOMPARE(house.git(words("reset -q --hard HEAD~1")).status, 0);
        QTRY_COMPARE_WITH_TIMEOUT(house.pipeline->configuration().find("people/ana.toml")->textAt("name"),
            std::string("Ana"), 10'000);
        QVERIFY(*house.pipeline->repository().isAncestor(kept, house.pipeline->head()));
        QTRY_COMPARE(house.soundness(), std::string());
    }

    void aMainRewrittenWhileTheEngineWasStoppedLosesNothing()
    {
        HouseFixture house;
        QVERIFY(house.write("people/ana.toml", ana));
        const auto kept = house.write("people/ana.toml", anna)->id;
        house.byHand.reset();
        house.pipeline.reset();
        QCOMPARE(house.git(words("checkout -q --orphan other")).status, 0);
        QCOMPARE(house.git(words("commit -qm rewritten --no-gpg-sign")).status, 0);
        QCOMPARE(house.git(words("branch -qM main")).status, 0);
        house.restart();
        QVERIFY(*house.pipeline->repository().isAncestor(kept, house.pipeline->head()));
        QCOMPARE(
            house.pipeline->configuration().find("people/ana.toml")->textAt("name"), std::string("Anna"));
        QCOMPARE(house.soundness(), std::string());
    }

    void anotherBranchInTheWorkTreeIsLeftAlone()
    {
        HouseFixture house;
        QCOMPARE(house.git(words("checkout -q -b mine")).status, 0);
        house.writeFile("people/ana.toml", ana);
        house.byHand->lookAgain();
        house.byHand->lookAgain();
        QVERIFY(house.pipeline->configuration().find("people/ana.toml") == nullptr);
        QCOMPARE(house.byHand->findings().front().code, contract::FindingCode::work_tree_elsewhere);
        QVERIFY(house.write("people/tom.toml", "name = \"Tom\"\nrole = \"guest\"\n"));
        QCOMPARE(house.fileText("people/ana.toml"), std::string(ana));
    }

    void aRefusedCommitCanBeChosenOnceItFits()
    {
        HouseFixture house;
        QVERIFY(house.write("people/ana.toml", ana));
        house.writeFile("devices/tv.toml", "owner = \"tom\"\n");
        QCOMPARE(house.git(words("add -A")).status, 0);
        QCOMPARE(house.git(words("commit -qm mine --no-gpg-sign")).status, 0);
        QTRY_VERIFY_WITH_TIMEOUT(!house.byHand->findings().empty(), 10'000);
        QCOMPARE(house.byHand->refused()->size(), std::size_t(1));
        const auto refused = house.byHand->refused()->front();
        QVERIFY(!house.byHand->choose(refused, house.owner));
        QVERIFY(house.write("people/tom.toml", "name = \"Tom\"\nrole = \"guest\"\n"));
        QVERIFY(house.byHand->choose(refused, house.owner));
        QVERIFY(house.byHand->refused()->empty());
        QCOMPARE(house.soundness(), std::string());
    }

    void choosingACommitCarriesAllThatItChangedOverToWhatHoldsNow()
    {
        HouseFixture house;
        QVERIFY(house.write("people/ana.toml", ana));
        house.writeFile("people/ana.toml", "name = \"Anna\"\nrole = \"member\"\n");
        QCOMPARE(house.git(words("commit -qam first --no-gpg-sign")).status, 0);
        house.writeFile("devices/tv.toml", "owner = \"tom\"\n");
        QCOMPARE(house.git(words("add -A")).status, 0);
        QCOMPARE(house.git(words("commit -qm second --no-gpg-sign")).status, 0);
        const auto theirs = house.git(words("rev-parse HEAD")).text.substr(0, 40);
        QTRY_VERIFY_WITH_TIMEOUT(
            *house.pipeline->repository().resolve("refs/freehold/refused/" + theirs) == theirs, 10'000);
        QVERIFY(house.write("people/tom.toml", "name = \"Tom\"\nrole = \"guest\"\n"));
        QVERIFY(house.write("people/ana.toml", "name = \"Ana\"\nrole = \"member\"\nbirth_year = 1980\n"));
        QVERIFY(house.byHand->choose(theirs, house.owner));
        const auto person = house.pipeline->configuration().find("people/ana.toml");
        QCOMPARE(person->textAt("name"), std::string("Anna"));
        QCOMPARE(person->integerAt("birth_year"), std::optional<std::int64_t>(1980));
        QCOMPARE(
            house.pipeline->configuration().find("devices/tv.toml")->textAt("owner"), std::string("tom"));
        QCOMPARE(house.soundness(), std::string());
    }

    void aCommitWithALinkCanNotBeChosen()
    {
        HouseFixture house;
        std::filesystem::create_directories(house.workTree() / "people");
        std::filesystem::create_symlink("/etc/passwd", house.workTree() / "people/ana.toml");
        QCOMPARE(house.git(words("add -A")).status, 0);
        QCOMPARE(house.git(words("commit -qm mine --no-gpg-sign")).status, 0);
        const auto theirs = house.git(words("rev-parse HEAD")).text.substr(0, 40);
        QTRY_VERIFY_WITH_TIMEOUT(
            *house.pipeline->repository().resolve("refs/freehold/refused/" + theirs) == theirs, 10'000);
        const auto chosen = house.byHand->choose(theirs, house.owner);
        QCOMPARE(chosen.error().problems.front().code, ErrorCode::link_in_tree);
    }
};

QTEST_GUILESS_MAIN(ByHandTest)
#include "by_hand_test.moc"
