// SPDX-License-Identifier: GPL-3.0-or-later
#include "house_fixture.h"

#include <QTest>

#include <linux/capability.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <fstream>

using namespace freehold;
using namespace freehold::change;
using namespace freehold::change::testing;

namespace {

constexpr const char *ana = "name = \"Ana\"\nrole = \"member\"\n";
constexpr const char *anna = "name = \"Anna\"\nrole = \"member\"\n";
constexpr const char *tom = "name = \"Tom\"\nrole = \"guest\"\n";

bool has(const HouseFixture &house, const char *path)
{
    return house.pipeline->configuration().find(path) != nullptr;
}

std::string nameOfAna(const HouseFixture &house)
{
    return house.pipeline->configuration().find("people/ana.toml")->textAt("name");
}

std::string codeOfFinding(const HouseFixture &house)
{
    const auto findings = house.byHand->findings();
    return findings.empty() ? std::string() : findings.front().args.at("code");
}

/// What git says when it goes by the files' times: one as new as the index it would read in any case.
std::string statusByTimes(const HouseFixture &house)
{
    const auto index = house.workTree() / ".git/index";
    std::filesystem::last_write_time(
        index, std::filesystem::last_write_time(index) + std::chrono::minutes(1));
    return house.gitSays("status --short");
}

/// Takes from this thread what lets root read every file, for as long as it lives (capabilities(7)).
class OrdinaryReader {
public:
    OrdinaryReader()
    {
        ::syscall(SYS_capget, &header_, former_.data());
        auto less = former_;
        less[0].effective &= ~((1U << CAP_DAC_OVERRIDE) | (1U << CAP_DAC_READ_SEARCH));
        ::syscall(SYS_capset, &header_, less.data());
    }
    OrdinaryReader(const OrdinaryReader &) = delete;
    OrdinaryReader &operator=(const OrdinaryReader &) = delete;
    ~OrdinaryReader() { ::syscall(SYS_capset, &header_, former_.data()); }

private:
    __user_cap_header_struct header_{_LINUX_CAPABILITY_VERSION_3, 0};
    std::array<__user_cap_data_struct, 2> former_{};
};

} // namespace

/// What people do with git's own programs.
class ByHandGitTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPushIntoTheHouseIsTakenIn()
    {
        HouseFixture house;
        house.gitSays("config receive.denyCurrentBranch ignore");
        house.gitSays("clone -q . ../clone");
        std::filesystem::create_directories(house.root() / "clone/people");
        std::ofstream(house.root() / "clone/people/ana.toml") << ana;
        house.gitSays("-C ../clone add -A");
        house.gitSays("-C ../clone -c user.name=x -c user.email=x@x commit -qm pushed --no-gpg-sign");
        house.gitSays("-C ../clone push -q origin HEAD:main");
        QTRY_VERIFY_WITH_TIMEOUT(has(house, "people/ana.toml"), 10'000);
        QTRY_COMPARE(house.soundness(), std::string());
    }

    void aForcePushLosesNothing()
    {
        HouseFixture house;
        QVERIFY(house.write("people/ana.toml", ana));
        const auto kept = house.write("people/ana.toml", anna)->id;
        house.gitSays("config receive.denyCurrentBranch ignore");
        house.gitSays("clone -q . ../clone");
        house.gitSays("-C ../clone push -q --force origin HEAD~1:main");
        QTRY_COMPARE_WITH_TIMEOUT(nameOfAna(house), std::string("Ana"), 10'000);
        QVERIFY(*house.pipeline->repository().isAncestor(kept, house.pipeline->head()));
        QTRY_COMPARE(house.soundness(), std::string());
    }

    void anAmendedChangeStaysAndWhatWasAmendedIsAChangeOfItsOwn()
    {
        HouseFixture house;
        const auto kept = house.write("people/ana.toml", ana)->id;
        house.writeFile("people/ana.toml", anna);
        house.gitSays("commit -qa --amend --no-edit --no-gpg-sign");
        QTRY_COMPARE_WITH_TIMEOUT(nameOfAna(house), std::string("Anna"), 10'000);
        QVERIFY(*house.pipeline->repository().isAncestor(kept, house.pipeline->head()));
        QTRY_COMPARE(house.soundness(), std::string());
    }

    void aRebasedBranchIsTakenInWhereItLands()
    {
        HouseFixture house;
        QVERIFY(house.write("people/ana.toml", ana));
        house.gitSays("checkout -q -b mine HEAD~1");
        house.writeFile("people/tom.toml", tom);
        house.commitByHand();
        house.gitSays("-c commit.gpgSign=false rebase -q main");
        house.gitSays("checkout -q main");
        house.gitSays("merge -q --ff-only mine");
        QTRY_VERIFY_WITH_TIMEOUT(has(house, "people/tom.toml"), 10'000);
        QVERIFY(has(house, "people/ana.toml"));
        QTRY_COMPARE(house.soundness(), std::string());
    }

    void aMergeCommitIsTakenInAsOneChange()
    {
        HouseFixture house;
        house.gitSays("checkout -q -b mine");
        house.writeFile("people/tom.toml", tom);
        house.commitByHand();
        house.gitSays("checkout -q main");
        const auto kept = house.write("people/ana.toml", ana);
        QVERIFY(kept);
        house.gitSays("merge -q --no-ff -m merged mine");
        QTRY_VERIFY_WITH_TIMEOUT(has(house, "people/tom.toml"), 10'000);
        const auto head = house.pipeline->repository().commit(house.pipeline->head());
        QCOMPARE(head->parents, std::vector<ObjectId>{kept->id});
        QTRY_COMPARE(house.soundness(), std::string());
    }

    void aSubmoduleIsRefused()
    {
        HouseFixture house;
        house.gitSays(
            ("update-index --add --cacheinfo 160000," + house.pipeline->head() + ",devices/sub").c_str());
        house.gitSays("commit -qm submodule --no-gpg-sign");
        QTRY_COMPARE_WITH_TIMEOUT(codeOfFinding(house), std::string("link-in-tree"), 10'000);
        QCOMPARE(house.soundness(), std::string());
    }

    void committedAttributesAreRefused()
    {
        HouseFixture house;
        house.writeFile(".gitattributes", "*.toml filter=mine\n");
        house.commitByHand();
        QTRY_COMPARE_WITH_TIMEOUT(codeOfFinding(house), std::string("document-kind-unknown"), 10'000);
        QVERIFY(!std::filesystem::exists(house.workTree() / ".gitattributes"));
        QCOMPARE(house.soundness(), std::string());
    }

    void aRefusedCommitsLinkGoesFromTheWorkTree()
    {
        HouseFixture house;
        QVERIFY(house.write("people/tom.toml", tom));
        std::filesystem::remove(house.workTree() / "people/tom.toml");
        for (const char *name : {"people/tom.toml", "people/ana.toml"})
            std::filesystem::create_symlink("/etc/passwd", house.workTree() / name);
        house.commitByHand();
        QTRY_COMPARE_WITH_TIMEOUT(codeOfFinding(house), std::string("link-in-tree"), 10'000);
        QVERIFY(!std::filesystem::is_symlink(house.workTree() / "people/ana.toml"));
        QCOMPARE(house.fileText("people/tom.toml"), std::string(tom));
        QCOMPARE(house.soundness(), std::string());
    }

    void whatIsCommittedOnADetachedHeadIsNotTakenIn()
    {
        HouseFixture house;
        house.gitSays("checkout -q --detach");
        house.writeFile("people/tom.toml", tom);
        house.commitByHand();
        QTRY_VERIFY_WITH_TIMEOUT(!house.byHand->findings().empty(), 10'000);
        QCOMPARE(house.byHand->findings().front().code, contract::FindingCode::work_tree_elsewhere);
        QVERIFY(house.write("people/ana.toml", ana));
        QVERIFY(!has(house, "people/tom.toml"));
        house.gitSays("checkout -q main");
        QTRY_VERIFY_WITH_TIMEOUT(house.byHand->findings().empty(), 10'000);
        QCOMPARE(house.fileText("people/ana.toml"), std::string(ana));
        QTRY_COMPARE(house.soundness(), std::string());
    }

    void aRenamedMainComesBack()
    {
        HouseFixture house;
        house.gitSays("branch -m main old");
        QTRY_COMPARE_WITH_TIMEOUT(
            *house.pipeline->repository().resolve(mainReference), house.pipeline->head(), 10'000);
        QTRY_VERIFY(!house.byHand->findings().empty());
        QCOMPARE(house.byHand->findings().front().code, contract::FindingCode::work_tree_elsewhere);
        QVERIFY(house.write("people/ana.toml", ana));
        house.gitSays("checkout -q main");
        QTRY_VERIFY_WITH_TIMEOUT(house.byHand->findings().empty(), 10'000);
        QTRY_COMPARE(house.soundness(), std::string());
    }

    void whetherADocumentMayBeExecutedIsNoPartOfIt()
    {
        HouseFixture house;
        QVERIFY(house.write("people/ana.toml", ana));
        const ObjectId head = house.pipeline->head();
        std::filesystem::permissions(house.workTree() / "people/ana.toml", std::filesystem::perms::owner_exec,
            std::filesystem::perm_options::add);
        QCOMPARE(house.soundness(), std::string());
        house.gitSays("update-index --chmod=+x people/ana.toml");
        house.gitSays("commit -qm executable --no-gpg-sign");
        QTRY_COMPARE_WITH_TIMEOUT(*house.pipeline->repository().resolve(mainReference), head, 10'000);
        QTRY_COMPARE(house.soundness(), std::string());
        QVERIFY(house.byHand->findings().empty());
    }

    void anOlderRepositoryIsToldToo()
    {
        HouseFixture house;
        house.gitSays("config core.fileMode true");
        house.restart();
        QCOMPARE(house.gitSays("config core.fileMode"), std::string("false"));
    }

    void whatIsLeftBecauseSomebodyEditsItIsModifiedForGitToo()
    {
        HouseFixture house;
        QVERIFY(house.write("people/ana.toml", ana));
        QVERIFY(house.write("people/tom.toml", tom));
        const ObjectId head = *house.pipeline->repository().resolve(mainReference);
        house.writeFile("people/ana.toml", "name = \"Ana\"\nrole = \"stranger\"\n");
        house.commitByHand("refused");
        // As long as the one that is put back, so that git has nothing but times to go by.
        const std::string edited = "name = \"Ann\"\nrole = \"member\"\n";
        house.writeFile("people/ana.toml", edited);
        QTRY_COMPARE_WITH_TIMEOUT(*house.pipeline->repository().resolve(mainReference), head, 10'000);
        QTRY_COMPARE(house.fileText("people/ana.toml"), edited);
        QCOMPARE(statusByTimes(house), std::string(" M people/ana.toml"));
        QVERIFY(house.write("people/tom.toml", anna));
        QCOMPARE(statusByTimes(house), std::string(" M people/ana.toml"));
    }

    void whatIsEditedWithinTheTickOfOurWriteIsModifiedForGitToo()
    {
        HouseFixture house;
        QVERIFY(house.write("people/ana.toml", ana));
        QVERIFY(house.write("people/ana.toml", anna));
        const auto file = house.workTree() / "people/ana.toml";
        const auto written = std::filesystem::last_write_time(file);
        // In place, as long as before and at the same time: nothing but the content tells them apart.
        std::ofstream(file) << "name = \"Hana\"\nrole = \"member\"\n";
        QCOMPARE(std::filesystem::file_size(file), std::string(anna).size());
        std::filesystem::last_write_time(file, written);
        house.gitSays("config core.trustctime false");
        QVERIFY(house.write("people/tom.toml", tom));
        QCOMPARE(statusByTimes(house), std::string(" M people/ana.toml"));
    }

    void ourFolderInGitsMayBeLost()
    {
        HouseFixture house;
        QVERIFY(house.write("people/ana.toml", ana));
        std::filesystem::remove_all(house.workTree() / ".git/freehold");
        const auto change = house.write("people/ana.toml", anna);
        QCOMPARE(change->state, contract::ChangeState::kept);
        QCOMPARE(house.soundness(), std::string());
    }

    void theIndexIsMendedAsSoonAsItsLockIsGone()
    {
        HouseFixture house;
        QVERIFY(house.write("people/ana.toml", ana));
        std::ofstream(house.workTree() / ".git/index.lock").put('x');
        QVERIFY(house.write("people/ana.toml", anna));
        QVERIFY(house.pipeline->workTree().isIndexStale());
        std::filesystem::remove(house.workTree() / ".git/index.lock");
        QTRY_VERIFY_WITH_TIMEOUT(!house.pipeline->workTree().isIndexStale(), 10'000);
        QCOMPARE(house.soundness(), std::string());
    }

    void aCommitInTheMakingKeepsItsLockAndALeftOverGoes()
    {
        HouseFixture house;
        const auto git = house.workTree() / ".git";
        const auto lockAsOf = [&](std::chrono::hours age) {
            std::filesystem::copy_file(git / "index", git / "index.lock");
            std::filesystem::last_write_time(
                git / "index.lock", std::filesystem::file_time_type::clock::now() - age);
        };
        lockAsOf(std::chrono::hours(1)); // It says what HEAD says.
        house.restart();
        QVERIFY(!std::filesystem::exists(git / "index.lock"));

        house.writeFile("people/tom.toml", tom);
        house.gitSays("add people/tom.toml");
        lockAsOf(std::chrono::hours(1));
        house.restart();
        QVERIFY(std::filesystem::exists(git / "index.lock"));
        std::filesystem::last_write_time(
            git / "index.lock", std::filesystem::file_time_type::clock::now() - std::chrono::hours(13));
        house.restart();
        QVERIFY(!std::filesystem::exists(git / "index.lock"));
    }

    void ofAFileThatIsTooLargeNothingIsInvented()
    {
        HouseFixture house;
        house.writeFile("people/ana.toml", std::string(maximumDocumentBytes + 1, '#'));
        QTRY_COMPARE_WITH_TIMEOUT(codeOfFinding(house), std::string("document-too-large"), 10'000);
        const ObjectId kept = house.byHand->findings().front().args.at("by_hand");
        QCOMPARE(house.gitSays(("ls-tree -r --name-only " + kept).c_str()), std::string("house.toml"));
    }

    void aCommittedFileThatIsTooLargeIsNamed()
    {
        HouseFixture house;
        house.writeFile("people/ana.toml", std::string(maximumDocumentBytes + 1, '#'));
        house.gitSays("add people/ana.toml");
        house.gitSays("commit -qm large --no-gpg-sign");
        QTRY_COMPARE_WITH_TIMEOUT(codeOfFinding(house), std::string("document-too-large"), 10'000);
        QCOMPARE(house.byHand->findings().front().args.at("document"), std::string("people/ana.toml"));
    }

    void aFileThatCanNotBeReadIsCalledThat()
    {
        HouseFixture house;
        const OrdinaryReader reader;
        house.writeFile("people/ana.toml", ana);
        std::filesystem::permissions(house.workTree() / "people/ana.toml", std::filesystem::perms::none);
        QTRY_COMPARE_WITH_TIMEOUT(codeOfFinding(house), std::string("file-unreadable"), 10'000);
        const ObjectId kept = house.byHand->findings().front().args.at("by_hand");
        QCOMPARE(house.gitSays(("ls-tree -r --name-only " + kept).c_str()), std::string("house.toml"));
    }
};

QTEST_GUILESS_MAIN(ByHandGitTest)
#include "by_hand_git_test.moc"
