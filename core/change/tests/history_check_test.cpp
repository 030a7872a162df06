// SPDX-License-Identifier: GPL-3.0-or-later
#include "signed_house.h"

#include <QProcess>
#include <QTest>

using namespace freehold;
using namespace freehold::change;
using namespace freehold::change::testing;
using contract::Role;

/// What is looked at before it counts.
class HistoryCheckTest : public QObject {
    Q_OBJECT

    std::unique_ptr<SignedHouse> house_;

private Q_SLOTS:
    void init() { house_ = std::make_unique<SignedHouse>(); }
    void cleanup() { house_.reset(); }

    void whatMembersMayChangeCounts()
    {
        house_->commit(&house_->laptop, "devices/tv.toml", "name = \"television\"\n");
        house_->commit(&house_->nas, "house.toml", house_->house("Jones"));
        QCOMPARE(house_->verdict(house_->head), SignedHouse::counts);
        QCOMPARE(house_->verdict(house_->head, house_->founded), SignedHouse::counts);
        QCOMPARE(house_->verdict(house_->head, house_->head), SignedHouse::counts);
    }

    void historiesThatPartedAreLookedAtTogether()
    {
        auto &house = *house_;
        const ObjectId both = house.head;
        const ObjectId one = house.commit(&house.nas, {{"devices/tv.toml", "name = \"one\"\n"}}, both);
        const ObjectId other
            = house.commit(&house.laptop, {{"devices/lamp.toml", "name = \"other\"\n"}}, both);
        const ObjectId wrong = house.commit(&house.tablet, {{"devices/tv.toml", "name = \"no\"\n"}}, both);
        const auto look = [&](const std::vector<ObjectId> &heads) {
            return HistoryCheck(house.repository, houseId(house.root.publicKey()), accept).run(heads, both);
        };
        auto counted = look({one, other});
        QVERIFY(counted && counted->isWhole);
        std::vector<ObjectId> wanted{one, other};
        std::ranges::sort(wanted);
        QCOMPARE(counted->heads, wanted);
        // One that is wrong is the verdict on all.
        QCOMPARE(look({one, wrong, other}).error().code, ErrorCode::not_permitted);
    }

    void whatARoleMayNotDoDoesNot()
    {
        house_->commit(&house_->laptop, "house.toml", house_->house("Jones"));
        QCOMPARE(house_->verdict(house_->head), ErrorCode::not_permitted);
    }

    void aGuestsMachineChangesNothing()
    {
        house_->commit(&house_->tablet, "devices/tv.toml", "name = \"television\"\n");
        QCOMPARE(house_->verdict(house_->head), ErrorCode::not_permitted);
    }

    void nobodyAdmitsItself()
    {
        const Key stranger = Key::generate();
        house_->commit(&stranger, memberPath(stranger), memberText(stranger, Role::owner));
        QCOMPARE(house_->verdict(house_->head), ErrorCode::signature_invalid);
    }

    void nobodyRaisesItself()
    {
        house_->commit(&house_->laptop, memberPath(house_->laptop), memberText(house_->laptop, Role::owner));
        QCOMPARE(house_->verdict(house_->head), ErrorCode::not_permitted);
    }

    /// The tree that counts is the one that a commit builds on, not its own.
    void aRoleCountsFromTheNextChangeOn()
    {
        house_->commit(&house_->nas, memberPath(house_->laptop), memberText(house_->laptop, Role::owner));
        house_->commit(&house_->laptop, "house.toml", house_->house("Jones"));
        QCOMPARE(house_->verdict(house_->head), SignedHouse::counts);
    }

    void aMachineMayNoMoreThanThePersonWhoseItIs()
    {
        house_->commit(&house_->nas, "people/emma.toml", "name = \"Emma\"\nrole = \"guest\"\n");
        house_->commit(&house_->nas, contract::pathOf("device", memberId(house_->laptop.publicKey())),
            "name = \"laptop\"\nowner = \"emma\"\n");
        QCOMPARE(house_->verdict(house_->head), SignedHouse::counts);
        house_->commit(&house_->laptop, "devices/tv.toml", "name = \"television\"\n");
        QCOMPARE(house_->verdict(house_->head), ErrorCode::not_permitted);
    }

    void whatConcernsOneMachineIsThatOnesOrAnOwners()
    {
        const std::string access = contract::pathOf("access", memberId(house_->laptop.publicKey()));
        house_->commit(&house_->nas, access, "[users.ana]\nrole = \"owner\"\n");
        QCOMPARE(house_->verdict(house_->head), SignedHouse::counts);
    }

    void aCommitWithoutASignatureDoesNotCount()
    {
        house_->commit(nullptr, "devices/tv.toml", "name = \"television\"\n");
        QCOMPARE(house_->verdict(house_->head), ErrorCode::signature_invalid);
    }

    void whatLiesOnACommitThatDoesNotCountDoesNotEither()
    {
        house_->commit(&house_->tablet, "devices/tv.toml", "name = \"television\"\n");
        house_->commit(&house_->nas, "house.toml", house_->house("Jones"));
        QCOMPARE(house_->verdict(house_->head), ErrorCode::not_permitted);
    }

    void anotherHouseIsNotTakenForThisOne()
    {
        const auto other = HistoryCheck(house_->repository, "another", accept).run({house_->head}, {});
        QCOMPARE(other.error().code, ErrorCode::house_identity_changed);
    }

    void aFounderNeedsTheRootsWord()
    {
        const ObjectId first = house_->commit(&house_->laptop,
            {{"house.toml", house_->house()},
                {memberPath(house_->laptop),
                    memberText(house_->laptop, Role::owner,
                        admit(Key::generate(), house_->laptop.publicKey(), Role::owner))}},
            {});
        QCOMPARE(house_->verdict(first), ErrorCode::signature_invalid);
    }

    void aMergeCountsWhereThisMachineWouldHaveMadeTheSame()
    {
        const ObjectId one
            = house_->commit(&house_->nas, {{"devices/tv.toml", "name = \"television\"\n"}}, house_->head);
        const ObjectId other
            = house_->commit(&house_->laptop, {{"devices/lamp.toml", "name = \"lamp\"\n"}}, house_->head);
        const auto merge = mergeHeads(house_->repository, {one, other}, accept);
        QVERIFY(merge);
        const auto made = writeMerge(house_->repository, *merge);
        QVERIFY(made);
        QCOMPARE(house_->verdict(*made), SignedHouse::counts);
        const ObjectId onTop
            = house_->commit(&house_->laptop, {{"devices/tv.toml", "name = \"TV\"\n"}}, *made);
        QCOMPARE(house_->verdict(onTop), SignedHouse::counts);

        HouseMerge otherwise = *merge;
        otherwise.edits.push_back({"house.toml", house_->house("Jones")});
        const auto forged = writeMerge(house_->repository, otherwise);
        QVERIFY(forged);
        QCOMPARE(house_->verdict(*forged), ErrorCode::signature_invalid);
    }

    void aMergeOfWhatNeedsNoneDoesNotCount()
    {
        const ObjectId one
            = house_->commit(&house_->nas, {{"devices/tv.toml", "name = \"television\"\n"}}, house_->head);
        const HouseMerge needless{{std::min(house_->head, one), std::max(house_->head, one)},
            house_->repository.commit(one)->tree, {}, Time(), {}};
        const auto made = writeMerge(house_->repository, needless);
        QVERIFY(made);
        QCOMPARE(house_->verdict(*made), ErrorCode::signature_invalid);
    }

    void aChangeIsLaterThanWhatItBuildsOn()
    {
        house_->time -= 2;
        house_->commit(&house_->nas, "devices/tv.toml", "name = \"television\"\n");
        QCOMPARE(house_->verdict(house_->head), ErrorCode::message_malformed);
    }

    void whoSignsIsWhoMadeIt()
    {
        Record record;
        record.author.deviceId = memberId(house_->nas.publicKey());
        record.stamp = {Time(std::chrono::seconds(++house_->time)), 0};
        const auto made = house_->repository.writeCommit({house_->head},
            house_->repository.commit(house_->head)->tree, {{"devices/tv.toml", "name = \"television\"\n"}},
            {"a", "b"}, Time(), toMessage(record), &house_->laptop);
        QVERIFY(made);
        QCOMPARE(house_->verdict(*made), ErrorCode::message_malformed);
    }

    void aTimeThatNoClockGoesOnFromDoesNotCount()
    {
        Record record;
        record.author.deviceId = memberId(house_->laptop.publicKey());
        record.stamp = {*fromRfc3339("9999-12-31T23:59:59Z"), 0};
        const auto made = house_->repository.writeCommit({house_->head},
            house_->repository.commit(house_->head)->tree, {{"devices/tv.toml", "name = \"television\"\n"}},
            {"a", "b"}, Time(), toMessage(record), &house_->laptop);
        QVERIFY(made);
        QCOMPARE(house_->verdict(*made), ErrorCode::message_malformed);
    }

    void whatChangesNothingDoesNotCount()
    {
        QCOMPARE(house_->verdict(house_->commit(&house_->nas, std::vector<Edit>(), house_->head)),
            ErrorCode::nothing_to_change);
    }

    void aDocumentThatIsTooLargeDoesNotCount()
    {
        house_->commit(&house_->laptop, "devices/tv.toml",
            "name = \"television\" # " + std::string(maximumDocumentBytes, 'x') + "\n");
        QCOMPARE(house_->verdict(house_->head), ErrorCode::document_too_large);
    }

    void aPathThatIsNoDocumentsDoesNotCount_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path :
            {"devices/TV.toml", "devices/tv.txt", ".gitattributes", "rules/.hidden.toml", "a/b/c/d/e/f.toml"})
            QTest::newRow(path) << QString::fromLatin1(path);
    }
    void aPathThatIsNoDocumentsDoesNotCount()
    {
        QFETCH(QString, path);
        house_->commit(&house_->nas, path.toStdString(), "name = \"x\"\n");
        QCOMPARE(house_->verdict(house_->head), ErrorCode::document_path_invalid);
    }

    void whoseAMachineIsOnlyAnOwnerSays()
    {
        const std::string own = contract::pathOf("device", memberId(house_->laptop.publicKey()));
        house_->commit(&house_->nas, "people/emma.toml", "name = \"Emma\"\nrole = \"owner\"\n");
        house_->commit(&house_->laptop, own, "name = \"laptop\"\n");
        QCOMPARE(house_->verdict(house_->head), SignedHouse::counts);
        house_->commit(&house_->laptop, own, "name = \"laptop\"\nowner = \"emma\"\n");
        QCOMPARE(house_->verdict(house_->head), ErrorCode::not_permitted);
    }

    void whoAMemberIsNeverChanges()
    {
        house_->commit(&house_->nas, memberPath(house_->tablet), std::nullopt);
        QCOMPARE(house_->verdict(house_->head), ErrorCode::forward_only);
    }

    void anotherRootIsAnotherHouse()
    {
        const Key root = Key::generate();
        house_->commit(&house_->nas, "house.toml",
            withValue(withValue(house_->house(), "id", houseId(root.publicKey())), "root",
                ssh::publicKeyText(root.publicKey())));
        QCOMPARE(house_->verdict(house_->head), ErrorCode::house_identity_changed);
    }

    /// As no git program writes it: ".." as the name of a folder.
    void aTreeThatLeadsElsewhereDoesNotCount()
    {
        const std::string script = "cd '" + house_->repository.folder().string()
            + "' && b=$(printf 'name = \"x\"\\n' | git hash-object -w --stdin)"
              " && t=$(printf '100644 blob %s\\tx.toml\\n' $b | git mktree)"
              " && (git ls-tree "
            + house_->head + "; printf '040000 tree %s\\t..\\n' $t) | git mktree";
        QProcess git;
        git.start(QStringLiteral("sh"), {QStringLiteral("-c"), QString::fromStdString(script)});
        QVERIFY(git.waitForFinished());
        const std::string tree = git.readAllStandardOutput().trimmed().toStdString();
        QCOMPARE(tree.size(), 40U);
        const auto made = house_->repository.writeCommit(
            {house_->head}, tree, {}, {"a", "b"}, Time(), house_->message(&house_->nas), &house_->nas);
        QVERIFY(made);
        QCOMPARE(house_->verdict(*made), ErrorCode::document_path_invalid);
    }

    void aLinkInATreeDoesNotCount()
    {
        // The way of plain git, whose commit the nas then signs.
        const std::string script = "cd '" + house_->repository.folder().string() + "' && git read-tree "
            + house_->head
            + " && git update-index --add --cacheinfo 120000,$(printf /etc/passwd | git hash-object -w "
              "--stdin)"
              ",devices/tv.toml && git write-tree";
        QProcess git;
        git.start(QStringLiteral("sh"), {QStringLiteral("-c"), QString::fromStdString(script)});
        QVERIFY(git.waitForFinished());
        const std::string tree = git.readAllStandardOutput().trimmed().toStdString();
        const auto made = house_->repository.writeCommit(
            {house_->head}, tree, {}, {"a", "b"}, Time(), house_->message(&house_->nas), &house_->nas);
        QVERIFY(made);
        QCOMPARE(house_->verdict(*made), ErrorCode::link_in_tree);
    }
};

QTEST_GUILESS_MAIN(HistoryCheckTest)
#include "history_check_test.moc"
