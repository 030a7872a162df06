// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/replication/history_check.h"

#include "change/admission.h"
#include "change/configuration.h"
#include "change/record.h"
#include "support/ssh.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace freehold;
using namespace freehold::change;
using contract::Role;

namespace {

using Key = crypto::SigningKey;

std::vector<Problem> accept(const Delta &)
{
    return {};
}

std::string memberPath(const Key &key)
{
    return contract::pathOf("member", memberId(key.publicKey()));
}

std::string memberText(const Key &key, Role role, const std::string &admission = {})
{
    return memberDocument(key.publicKey(), role, *fromRfc3339("2026-11-23T16:40:00Z"), admission);
}

} // namespace

/// Commits of a house with an owner's machine, a member's and a guest's, by whoever a test says.
class HistoryCheckTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;
    std::optional<Repository> repository_;
    Key root_ = Key::generate();
    Key nas_ = Key::generate();
    Key laptop_ = Key::generate();
    Key tablet_ = Key::generate();
    int time_ = 0;
    ObjectId founded_;
    ObjectId head_;

    [[nodiscard]] std::string house(const std::string &name = "Smith") const
    {
        std::string text = "format = 1\nname = \"" + name + "\"\n";
        text = withValue(text, "id", houseId(root_.publicKey()));
        return withValue(text, "root", ssh::publicKeyText(root_.publicKey()));
    }
    ObjectId commit(const Key *by, const std::vector<Edit> &edits, const ObjectId &parent)
    {
        const auto made
            = repository_->writeCommit(parent.empty() ? std::vector<ObjectId>() : std::vector{parent},
                parent.empty() ? ObjectId() : repository_->commit(parent)->tree, edits, {"a", "b"}, Time(),
                message(by), by);
        if (!made)
            qFatal("no commit: %s", std::string(name(made.error().code)).c_str());
        return *made;
    }
    ObjectId commit(const Key *by, const std::string &path, const std::optional<std::string> &text)
    {
        return head_ = commit(by, {{path, text}}, head_);
    }
    /// Each later than the one before.
    std::string message(const Key *by)
    {
        Record record;
        if (by != nullptr)
            record.author.deviceId = memberId(by->publicKey());
        record.stamp = {Time(std::chrono::seconds(++time_)), 0};
        return toMessage(record);
    }
    ErrorCode verdict(const ObjectId &head, const std::vector<ObjectId> &known = {}) const
    {
        const auto checked = HistoryCheck(*repository_, houseId(root_.publicKey()), accept).run(head, known);
        return checked ? counts : checked.error().code;
    }
    static constexpr ErrorCode counts = ErrorCode::internal;

private Q_SLOTS:
    void init()
    {
        folder_ = std::make_unique<QTemporaryDir>();
        repository_.emplace(
            std::move(*Repository::create(folder_->filePath(QStringLiteral("c")).toStdString())));
        founded_ = commit(&nas_,
            {{"house.toml", house()},
                {memberPath(nas_),
                    memberText(nas_, Role::owner, admit(root_, nas_.publicKey(), Role::owner))}},
            {});
        head_ = founded_;
        commit(&nas_, memberPath(laptop_), memberText(laptop_, Role::member));
        commit(&nas_, memberPath(tablet_), memberText(tablet_, Role::guest));
    }
    void cleanup() { repository_.reset(); }

    void whatMembersMayChangeCounts()
    {
        commit(&laptop_, "devices/tv.toml", "name = \"television\"\n");
        commit(&nas_, "house.toml", house("Jones"));
        QCOMPARE(verdict(head_), counts);
        QCOMPARE(verdict(head_, {founded_}), counts);
        QCOMPARE(verdict(head_, {head_}), counts);
    }

    void whatARoleMayNotDoDoesNot()
    {
        commit(&laptop_, "house.toml", house("Jones"));
        QCOMPARE(verdict(head_), ErrorCode::not_permitted);
    }

    void aGuestsMachineChangesNothing()
    {
        commit(&tablet_, "devices/tv.toml", "name = \"television\"\n");
        QCOMPARE(verdict(head_), ErrorCode::not_permitted);
    }

    void nobodyAdmitsItself()
    {
        const Key stranger = Key::generate();
        commit(&stranger, memberPath(stranger), memberText(stranger, Role::owner));
        QCOMPARE(verdict(head_), ErrorCode::signature_invalid);
    }

    void nobodyRaisesItself()
    {
        commit(&laptop_, memberPath(laptop_), memberText(laptop_, Role::owner));
        QCOMPARE(verdict(head_), ErrorCode::not_permitted);
    }

    /// The tree that counts is the one that a commit builds on, not its own.
    void aRoleCountsFromTheNextChangeOn()
    {
        commit(&nas_, memberPath(laptop_), memberText(laptop_, Role::owner));
        commit(&laptop_, "house.toml", house("Jones"));
        QCOMPARE(verdict(head_), counts);
    }

    void aMachineMayNoMoreThanThePersonWhoseItIs()
    {
        commit(&nas_, "people/emma.toml", "name = \"Emma\"\nrole = \"guest\"\n");
        commit(&nas_, contract::pathOf("device", memberId(laptop_.publicKey())),
            "name = \"laptop\"\nowner = \"emma\"\n");
        QCOMPARE(verdict(head_), counts);
        commit(&laptop_, "devices/tv.toml", "name = \"television\"\n");
        QCOMPARE(verdict(head_), ErrorCode::not_permitted);
    }

    void whatConcernsOneMachineIsThatOnesOrAnOwners()
    {
        const std::string access = contract::pathOf("access", memberId(laptop_.publicKey()));
        commit(&nas_, access, "[users.ana]\nrole = \"owner\"\n");
        QCOMPARE(verdict(head_), counts);
    }

    void aCommitWithoutASignatureDoesNotCount()
    {
        commit(nullptr, "devices/tv.toml", "name = \"television\"\n");
        QCOMPARE(verdict(head_), ErrorCode::signature_invalid);
    }

    void whatLiesOnACommitThatDoesNotCountDoesNotEither()
    {
        commit(&tablet_, "devices/tv.toml", "name = \"television\"\n");
        commit(&nas_, "house.toml", house("Jones"));
        QCOMPARE(verdict(head_), ErrorCode::not_permitted);
    }

    void anotherHouseIsNotTakenForThisOne()
    {
        const auto other = HistoryCheck(*repository_, "another", accept).run(head_, {});
        QCOMPARE(other.error().code, ErrorCode::house_identity_changed);
    }

    void aFounderNeedsTheRootsWord()
    {
        const ObjectId first = commit(&laptop_,
            {{"house.toml", house()},
                {memberPath(laptop_),
                    memberText(
                        laptop_, Role::owner, admit(Key::generate(), laptop_.publicKey(), Role::owner))}},
            {});
        QCOMPARE(verdict(first), ErrorCode::signature_invalid);
    }

    void aMergeCountsWhereThisMachineWouldHaveMadeTheSame()
    {
        const ObjectId one = commit(&nas_, {{"devices/tv.toml", "name = \"television\"\n"}}, head_);
        const ObjectId other = commit(&laptop_, {{"devices/lamp.toml", "name = \"lamp\"\n"}}, head_);
        const auto merge = mergeHeads(*repository_, {one, other}, accept);
        QVERIFY(merge);
        const auto made = writeMerge(*repository_, *merge);
        QVERIFY(made);
        QCOMPARE(verdict(*made), counts);
        const ObjectId onTop = commit(&laptop_, {{"devices/tv.toml", "name = \"TV\"\n"}}, *made);
        QCOMPARE(verdict(onTop), counts);

        HouseMerge otherwise = *merge;
        otherwise.edits.push_back({"house.toml", house("Jones")});
        const auto forged = writeMerge(*repository_, otherwise);
        QVERIFY(forged);
        QCOMPARE(verdict(*forged), ErrorCode::signature_invalid);
    }

    void aMergeOfWhatNeedsNoneDoesNotCount()
    {
        const ObjectId one = commit(&nas_, {{"devices/tv.toml", "name = \"television\"\n"}}, head_);
        const HouseMerge needless{
            {std::min(head_, one), std::max(head_, one)}, repository_->commit(one)->tree, {}, Time(), {}};
        const auto made = writeMerge(*repository_, needless);
        QVERIFY(made);
        QCOMPARE(verdict(*made), ErrorCode::signature_invalid);
    }

    void aChangeIsLaterThanWhatItBuildsOn()
    {
        time_ -= 2;
        commit(&nas_, "devices/tv.toml", "name = \"television\"\n");
        QCOMPARE(verdict(head_), ErrorCode::message_malformed);
    }

    void whoSignsIsWhoMadeIt()
    {
        Record record;
        record.author.deviceId = memberId(nas_.publicKey());
        record.stamp = {Time(std::chrono::seconds(++time_)), 0};
        const auto made = repository_->writeCommit({head_}, repository_->commit(head_)->tree,
            {{"devices/tv.toml", "name = \"television\"\n"}}, {"a", "b"}, Time(), toMessage(record),
            &laptop_);
        QVERIFY(made);
        QCOMPARE(verdict(*made), ErrorCode::message_malformed);
    }

    void aTimeThatNoClockGoesOnFromDoesNotCount()
    {
        Record record;
        record.author.deviceId = memberId(laptop_.publicKey());
        record.stamp = {*fromRfc3339("9999-12-31T23:59:59Z"), 0};
        const auto made = repository_->writeCommit({head_}, repository_->commit(head_)->tree,
            {{"devices/tv.toml", "name = \"television\"\n"}}, {"a", "b"}, Time(), toMessage(record),
            &laptop_);
        QVERIFY(made);
        QCOMPARE(verdict(*made), ErrorCode::message_malformed);
    }

    void whatChangesNothingDoesNotCount()
    {
        QCOMPARE(verdict(commit(&nas_, std::vector<Edit>(), head_)), ErrorCode::nothing_to_change);
    }

    void aDocumentThatIsTooLargeDoesNotCount()
    {
        commit(&laptop_, "devices/tv.toml",
            "name = \"television\" # " + std::string(maximumDocumentBytes, 'x') + "\n");
        QCOMPARE(verdict(head_), ErrorCode::document_too_large);
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
        commit(&nas_, path.toStdString(), "name = \"x\"\n");
        QCOMPARE(verdict(head_), ErrorCode::document_path_invalid);
    }

    void whoseAMachineIsOnlyAnOwnerSays()
    {
        const std::string own = contract::pathOf("device", memberId(laptop_.publicKey()));
        commit(&nas_, "people/emma.toml", "name = \"Emma\"\nrole = \"owner\"\n");
        commit(&laptop_, own, "name = \"laptop\"\n");
        QCOMPARE(verdict(head_), counts);
        commit(&laptop_, own, "name = \"laptop\"\nowner = \"emma\"\n");
        QCOMPARE(verdict(head_), ErrorCode::not_permitted);
    }

    void whoAMemberIsNeverChanges()
    {
        commit(&nas_, memberPath(tablet_), std::nullopt);
        QCOMPARE(verdict(head_), ErrorCode::forward_only);
    }

    void anotherRootIsAnotherHouse()
    {
        const Key root = Key::generate();
        commit(&nas_, "house.toml",
            withValue(withValue(house(), "id", houseId(root.publicKey())), "root",
                ssh::publicKeyText(root.publicKey())));
        QCOMPARE(verdict(head_), ErrorCode::house_identity_changed);
    }

    /// As no git program writes it: ".." as the name of a folder.
    void aTreeThatLeadsElsewhereDoesNotCount()
    {
        const std::string script = "cd '" + (folder_->path() + QStringLiteral("/c")).toStdString()
            + "' && b=$(printf 'name = \"x\"\\n' | git hash-object -w --stdin)"
              " && t=$(printf '100644 blob %s\\tx.toml\\n' $b | git mktree)"
              " && (git ls-tree "
            + head_ + "; printf '040000 tree %s\\t..\\n' $t) | git mktree";
        QProcess git;
        git.start(QStringLiteral("sh"), {QStringLiteral("-c"), QString::fromStdString(script)});
        QVERIFY(git.waitForFinished());
        const std::string tree = git.readAllStandardOutput().trimmed().toStdString();
        QCOMPARE(tree.size(), 40U);
        const auto made
            = repository_->writeCommit({head_}, tree, {}, {"a", "b"}, Time(), message(&nas_), &nas_);
        QVERIFY(made);
        QCOMPARE(verdict(*made), ErrorCode::document_path_invalid);
    }

    void aLinkInATreeDoesNotCount()
    {
        // The way of plain git, whose commit the nas then signs.
        const std::string script = "cd '" + (folder_->path() + QStringLiteral("/c")).toStdString()
            + "' && git read-tree " + head_
            + " && git update-index --add --cacheinfo 120000,$(printf /etc/passwd | git hash-object -w "
              "--stdin)"
              ",devices/tv.toml && git write-tree";
        QProcess git;
        git.start(QStringLiteral("sh"), {QStringLiteral("-c"), QString::fromStdString(script)});
        QVERIFY(git.waitForFinished());
        const std::string tree = git.readAllStandardOutput().trimmed().toStdString();
        const auto made
            = repository_->writeCommit({head_}, tree, {}, {"a", "b"}, Time(), message(&nas_), &nas_);
        QVERIFY(made);
        QCOMPARE(verdict(*made), ErrorCode::link_in_tree);
    }
};

QTEST_GUILESS_MAIN(HistoryCheckTest)
#include "history_check_test.moc"
