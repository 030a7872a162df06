// SPDX-License-Identifier: GPL-3.0-or-later
#include "signed_house.h"

#include <QTest>

using namespace freehold;
using namespace freehold::change;
using namespace freehold::change::testing;
using contract::Role;

/// What a machine may do that no member admitted: enter, by the root or by a backup, and nothing else.
class EnteringTest : public QObject {
    Q_OBJECT

    std::unique_ptr<SignedHouse> house_;
    const Key spare_ = Key::generate();
    const Key other_ = Key::generate();
    const Key backup_ = Key::generate();

    [[nodiscard]] static std::string devicePath(const Key &key)
    {
        return contract::pathOf("device", memberId(key.publicKey()));
    }
    [[nodiscard]] std::string backupPath() const
    {
        return contract::pathOf("admission", memberId(backup_.publicKey()));
    }
    [[nodiscard]] std::string backupText() const
    {
        return admissionDocument(
            backup_.publicKey(), Role::member, memberId(house_->nas.publicKey()), Time());
    }
    /// A member's document with this key's word for it.
    [[nodiscard]] static std::string letIn(const Key &by, const Key &key, Role role)
    {
        return memberText(key, role, admit(by, key.publicKey(), role));
    }
    [[nodiscard]] std::string usedBy(const Key &key) const
    {
        return withValue(backupText(), "used_by", memberId(key.publicKey()));
    }
    ErrorCode verdictOn(const Key &by, const std::vector<Edit> &edits)
    {
        return house_->verdict(house_->commit(&by, edits, house_->head));
    }

private Q_SLOTS:
    void init()
    {
        house_ = std::make_unique<SignedHouse>();
        house_->commit(&house_->nas, backupPath(), backupText());
    }
    void cleanup() { house_.reset(); }

    void theRootsWordLetsAMachineIn()
    {
        QCOMPARE(verdictOn(spare_,
                     {{memberPath(spare_), letIn(house_->root, spare_, Role::owner)},
                         {devicePath(spare_), "name = \"spare\"\n"}}),
            SignedHouse::counts);
    }

    void aBackupsWordLetsAMachineIn()
    {
        QCOMPARE(
            verdictOn(spare_,
                {{memberPath(spare_), letIn(backup_, spare_, Role::member)}, {backupPath(), usedBy(spare_)}}),
            SignedHouse::counts);
    }

    void aBackupLetsInOnlyOne()
    {
        house_->head = house_->commit(&spare_,
            {{memberPath(spare_), letIn(backup_, spare_, Role::member)}, {backupPath(), usedBy(spare_)}},
            house_->head);
        QCOMPARE(house_->verdict(house_->head), SignedHouse::counts);
        QCOMPARE(
            verdictOn(other_,
                {{memberPath(other_), letIn(backup_, other_, Role::member)}, {backupPath(), usedBy(other_)}}),
            ErrorCode::signature_invalid);
    }

    void aBackupThatIsNotMarkedLetsNobodyIn()
    {
        QCOMPARE(verdictOn(spare_, {{memberPath(spare_), letIn(backup_, spare_, Role::member)}}),
            ErrorCode::signature_invalid);
    }

    void aBackupGivesNoHigherRoleThanTheHouseSaid()
    {
        QCOMPARE(
            verdictOn(spare_,
                {{memberPath(spare_), letIn(backup_, spare_, Role::owner)}, {backupPath(), usedBy(spare_)}}),
            ErrorCode::signature_invalid);
    }

    void aBackupThatTheHouseForgotLetsNobodyIn()
    {
        house_->commit(&house_->nas, backupPath(), std::nullopt);
        QCOMPARE(verdictOn(spare_, {{memberPath(spare_), letIn(backup_, spare_, Role::member)}}),
            ErrorCode::signature_invalid);
    }

    void anotherKeysWordLetsNobodyIn()
    {
        QCOMPARE(verdictOn(spare_, {{memberPath(spare_), letIn(house_->nas, spare_, Role::member)}}),
            ErrorCode::signature_invalid);
        QCOMPARE(
            verdictOn(spare_,
                {{memberPath(spare_),
                    memberText(spare_, Role::owner, admit(house_->root, spare_.publicKey(), Role::guest))}}),
            ErrorCode::signature_invalid);
    }

    void nobodyEntersForAnother()
    {
        QCOMPARE(verdictOn(other_, {{memberPath(spare_), letIn(house_->root, spare_, Role::owner)}}),
            ErrorCode::signature_invalid);
    }

    void whoEntersChangesNothingElse()
    {
        const Edit entry{memberPath(spare_), letIn(house_->root, spare_, Role::owner)};
        QCOMPARE(
            verdictOn(spare_, {entry, {"house.toml", house_->house("Jones")}}), ErrorCode::signature_invalid);
        QCOMPARE(verdictOn(spare_, {entry, {"devices/tv.toml", "name = \"television\"\n"}}),
            ErrorCode::signature_invalid);
        QCOMPARE(verdictOn(spare_, {entry, {memberPath(house_->nas), std::nullopt}}),
            ErrorCode::signature_invalid);
        QCOMPARE(verdictOn(spare_, {entry, {devicePath(spare_), "name = \"spare\"\nowner = \"emma\"\n"}}),
            ErrorCode::signature_invalid);
        QCOMPARE(verdictOn(spare_, {entry, {backupPath(), std::nullopt}}), ErrorCode::signature_invalid);
    }

    void whoWasAMemberDoesNotEnterAgain()
    {
        const std::string removed = withValue(memberText(house_->laptop, Role::member),
            "revoked." + memberId(house_->nas.publicKey()), house_->head);
        house_->commit(&house_->nas, memberPath(house_->laptop), removed);
        const ObjectId again = house_->commit(&house_->laptop,
            {{memberPath(house_->laptop), letIn(house_->root, house_->laptop, Role::owner)}}, house_->head);
        // What a removed member makes is left out, whatever it is.
        const auto counted = house_->count(again);
        QVERIFY(counted);
        QVERIFY(!counted->isWhole);
        QCOMPARE(counted->heads, std::vector{house_->head});
    }

    void whoHasEnteredChangesWhatItsRoleMay()
    {
        house_->head = house_->commit(
            &spare_, {{memberPath(spare_), letIn(house_->root, spare_, Role::owner)}}, house_->head);
        house_->commit(&spare_, "house.toml", house_->house("Jones"));
        QCOMPARE(house_->verdict(house_->head), SignedHouse::counts);
    }
};

QTEST_GUILESS_MAIN(EnteringTest)
#include "entering_test.moc"
