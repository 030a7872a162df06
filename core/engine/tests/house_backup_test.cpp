// SPDX-License-Identifier: GPL-3.0-or-later
#include "member_home.h"

using namespace freehold;
using namespace freehold::engine::testing;

namespace {

constexpr const char *passphrase = "correct horse";

/// The bytes of a backup's file, as a client would write them.
Result<QByteArray> backUp(const Member &member, bool withObservations = false)
{
    const auto begun = TRY(ask(member, HouseBackup{{}, passphrase, withObservations}));
    QByteArray file;
    for (bool isLast = false; !isLast;) {
        const auto part = TRY(ask(member, BackupRead{begun.backup}));
        file += QByteArray::fromBase64(QByteArray::fromStdString(part.bytes));
        isLast = part.is_last;
    }
    return file;
}

/// Gives a backup's file to an engine; by what it is known there.
Result<std::string> send(const Member &member, const QByteArray &file)
{
    const auto begun = TRY(ask(member, BackupBegin{file.size()}));
    for (qsizetype at = 0; at < file.size(); at += mostBackupPartBytes) {
        const QByteArray part = file.sliced(at, std::min<qsizetype>(mostBackupPartBytes, file.size() - at));
        if (auto written = ask(member, BackupWrite{begun.backup, part.toBase64().toStdString()}); !written)
            return std::unexpected(written.error());
    }
    return begun.backup;
}

Result<House> restore(const Member &member, const QByteArray &file, const std::string &with = passphrase)
{
    return ask(member, HouseRestore{TRY(send(member, file)), with});
}

template <class Value>
ErrorCode codeOf(const Result<Value> &result)
{
    return result ? ErrorCode::internal : result.error().code;
}

} // namespace

/// Whole engines in one process: one makes a backup, another is restored from it.
class HouseBackupTest : public QObject {
    Q_OBJECT

    QCA::Initializer cryptography_;
    std::unique_ptr<Member> nas_;
    std::unique_ptr<Member> laptop_;

    void haveTwo(Role role = Role::owner)
    {
        laptop_ = std::make_unique<Member>("laptop");
        QVERIFY(join(*laptop_, *nas_, role));
        laptop_->listen();
        QTRY_COMPARE(nas_->membersOnline(), 2U);
        QTRY_COMPARE(laptop_->head(), nas_->head());
    }

private Q_SLOTS:
    void init()
    {
        nas_ = std::make_unique<Member>("nas");
        QVERIFY(ask(*nas_, HouseCreate{"Smith", {}, "UTC"}));
        nas_->listen();
        QVERIFY(ask(*nas_, PersonAdd{"Emma", {}, {}}));
    }
    void cleanup()
    {
        laptop_.reset();
        nas_.reset();
    }

    void aMachineIsRestoredAsAnotherWithAllThatTheHouseWas()
    {
        const auto file = backUp(*nas_);
        QVERIFY(file);
        const std::string id = nas_->call(smith, HouseShow())->id;
        nas_->leave();

        Member spare("spare");
        const auto house = restore(spare, *file);
        QVERIFY2(house, std::string(name(codeOf(house))).c_str());
        QCOMPARE(house->id, id);
        QCOMPARE(house->members.size(), 2U);
        QCOMPARE(spare.call(smith, PersonList())->front().name, "Emma");
        QCOMPARE(spare.soundness(), QString());
        // What it was made from holds the root, and nobody's device key.
        QVERIFY(ask(spare, HouseExportRoot{{}, passphrase}));
        QVERIFY(spare.memberCalled("spare") != spare.memberCalled("nas"));
        QVERIFY(ask(spare, HouseRename{"Jones"}));
        const QStringList count{
            QStringLiteral("rev-list"), QStringLiteral("--count"), QStringLiteral("main")};
        QCOMPARE(spare.git(count), QStringLiteral("4"));
    }

    void theMachineThatItReplacesIsAskedAbout()
    {
        const auto file = backUp(*nas_);
        nas_->leave();
        Member spare("spare");
        QVERIFY(restore(spare, *file));
        const auto finding = spare.finding(FindingCode::device_restored);
        QVERIFY(finding);
        QCOMPARE(finding->args.at("name"), "nas");
        const auto replaced = ask(spare, DeviceReplace{finding->args.at("device"), finding->args.at("self")});
        QVERIFY2(replaced, std::string(name(codeOf(replaced))).c_str());
        QVERIFY(!spare.finding(FindingCode::device_restored));
        QCOMPARE(spare.call(smith, HouseShow())->members.size(), 1U);
    }

    void theMachineThatIsStillThereIsAskedAboutNoMore()
    {
        const auto file = backUp(*nas_);
        Member spare("spare");
        QVERIFY(restore(spare, *file));
        spare.listen();
        QTRY_COMPARE(nas_->membersOnline(), 2U);
        QTRY_VERIFY(!spare.finding(FindingCode::device_restored));
        QTRY_COMPARE(spare.head(), nas_->head());
    }

    void anOldStateIsBroughtUpToDateAndNeverTheOtherWay()
    {
        haveTwo();
        const auto file = backUp(*nas_);
        nas_->leave();
        QVERIFY(ask(*laptop_, HouseRename{"Later"}));
        QVERIFY(ask(*laptop_, PersonAdd{"Ben", {}, {}}));

        Member spare("spare");
        QVERIFY(restore(spare, *file));
        spare.listen();
        QTRY_COMPARE(spare.membersOnline(), 2U);
        QTRY_COMPARE(spare.houseName(), "Later");
        QTRY_COMPARE(spare.head(), laptop_->head());
        QCOMPARE(laptop_->houseName(), "Later");
        QCOMPARE(spare.call(smith, PersonList())->size(), 2U);
        QCOMPARE(laptop_->call(smith, HouseShow())->members.size(), 3U);
        // It is a member as any other from here on.
        QVERIFY(ask(spare, HouseRename{"Miller"}));
        QTRY_COMPARE(laptop_->houseName(), "Miller");
        QCOMPARE(laptop_->soundness(), QString());
        QCOMPARE(spare.soundness(), QString());
    }

    void aBackupWithoutTheRootLetsOneMachineIn()
    {
        haveTwo();
        const auto file = backUp(*laptop_);
        QVERIFY(file);
        QTRY_COMPARE(laptop_->head(), nas_->head());
        laptop_->leave();

        Member spare("spare");
        QVERIFY(restore(spare, *file));
        spare.listen();
        QTRY_COMPARE(nas_->membersOnline(), 2U);
        QTRY_COMPARE(spare.head(), nas_->head());
        QCOMPARE(codeOf(ask(spare, HouseExportRoot{{}, passphrase})), ErrorCode::root_missing);

        Member second("second");
        bool isSentAway = false;
        QObject::connect(&second.port, &peer::MemberPort::closed, this, [&] { isSentAway = true; });
        QVERIFY(restore(second, *file));
        second.listen();
        QTRY_VERIFY(isSentAway);
        QCOMPARE(second.membersOnline(), 1U);
        QCOMPARE(nas_->call(smith, HouseShow())->members.size(), 3U);
    }

    void aBackupThatIsVoidLetsNobodyIn()
    {
        haveTwo();
        const auto file = backUp(*laptop_);
        QTRY_COMPARE(nas_->call(smith, BackupList())->size(), 1U);
        const auto backup = nas_->call(smith, BackupList())->front();
        QCOMPARE(backup.name, "laptop");
        QVERIFY(ask(*nas_, BackupVoid{{backup.id}}));
        QVERIFY(nas_->call(smith, BackupList())->empty());
        QCOMPARE(codeOf(ask(*nas_, BackupVoid{{backup.id}})), ErrorCode::document_missing);
        QTRY_COMPARE(laptop_->head(), nas_->head());

        Member spare("spare");
        bool isSentAway = false;
        QObject::connect(&spare.port, &peer::MemberPort::closed, this, [&] { isSentAway = true; });
        QVERIFY(restore(spare, *file)); // it does not know yet
        spare.listen();
        QTRY_VERIFY(isSentAway);
        QCOMPARE(nas_->call(smith, HouseShow())->members.size(), 2U);
    }

    void whatTheMachineHasSeenComesAlongWhereThatWasChosen()
    {
        store::Observations seen;
        const auto now = nas_->clock.now().time_since_epoch().count();
        seen.sightings.push_back({"mac-1", R"({"id":"mac-1","name":"printer"})", "printer", 1, now});
        QVERIFY(store::addObservations(nas_->engine->database(), seen));
        const auto without = backUp(*nas_);
        const auto with = backUp(*nas_, true);
        QVERIFY(with && without);
        QVERIFY(with->size() > without->size());
        QVERIFY(ask(*nas_, BackupCheck{*send(*nas_, *with), passphrase})->observations);
        QVERIFY(!ask(*nas_, BackupCheck{*send(*nas_, *without), passphrase})->observations);
        Member spare("spare");
        QVERIFY(restore(spare, *with));
        const auto restored = store::observationsIn(spare.engine->database());
        QVERIFY(std::ranges::contains(restored->sightings, "mac-1", &store::Observations::Sighting::id));
    }

    void anotherPassphraseOpensNothing()
    {
        const auto file = backUp(*nas_);
        Member spare("spare");
        const auto sent = send(spare, *file);
        QVERIFY(sent);
        QCOMPARE(codeOf(ask(spare, HouseRestore{*sent, "wrong"})), ErrorCode::passphrase_wrong);
        QCOMPARE(codeOf(ask(spare, HouseRestore{*sent, {}})), ErrorCode::passphrase_missing);
        QCOMPARE(codeOf(spare.call(smith, HouseShow())), ErrorCode::house_missing);
        // The file is still there.
        QVERIFY(ask(spare, HouseRestore{*sent, passphrase}));
    }

    void aFileIsLookedAtWithoutBeingRestored()
    {
        const auto file = backUp(*nas_);
        const auto contents = ask(*nas_, BackupCheck{*send(*nas_, *file), passphrase});
        QVERIFY(contents);
        QCOMPARE(contents->house, "Smith");
        QCOMPARE(contents->device, "nas");
        QCOMPARE(contents->changes, 2);
        QByteArray changed = *file;
        changed[changed.size() / 2] = static_cast<char>(changed.at(changed.size() / 2) ^ 1);
        QCOMPARE(
            codeOf(ask(*nas_, BackupCheck{*send(*nas_, changed), passphrase})), ErrorCode::backup_damaged);
    }

    void whoHasAHouseIsNotRestored()
    {
        const auto file = backUp(*nas_);
        QCOMPARE(codeOf(restore(*nas_, *file)), ErrorCode::house_exists);
        QCOMPARE(nas_->call(smith, HouseShow())->members.size(), 1U);
    }

    void onlyAnOwnersMachineMakesBackups()
    {
        haveTwo(Role::member);
        QCOMPARE(codeOf(backUp(*laptop_)), ErrorCode::not_permitted);
        QCOMPARE(codeOf(nas_->call(ana, HouseBackup{{}, passphrase, false})), ErrorCode::not_permitted);
    }

    void whatIsCutShortInTheMiddleCanBeDoneAgain()
    {
        const auto file = backUp(*nas_);
        Member spare("spare");
        const auto begun = ask(spare, BackupBegin{file->size()});
        QVERIFY(ask(spare, BackupWrite{begun->backup, file->first(100).toBase64().toStdString()}));
        QCOMPARE(codeOf(ask(spare, HouseRestore{begun->backup, passphrase})), ErrorCode::backup_damaged);
        spare.leave();
        spare.comeBack();
        QCOMPARE(codeOf(ask(spare, BackupWrite{begun->backup, "AA=="})), ErrorCode::backup_missing);
        QVERIFY(restore(spare, *file));
    }
};

QTEST_GUILESS_MAIN(HouseBackupTest)
#include "house_backup_test.moc"
