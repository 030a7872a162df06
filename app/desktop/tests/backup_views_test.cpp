// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop_fixture.h"

#include <QFileInfo>
#include <QSettings>
#include <QSignalSpy>

using namespace freehold;
using desktop::BackupView;
using desktop::RestoreBackupView;

namespace {

constexpr const char *passphrase = "correct horse";

struct Fixture : desktop::DesktopFixture {
    explicit Fixture(screens::SampleHouse house)
        : DesktopFixture(std::move(house))
    {
    }
    [[nodiscard]] BackupView &backup() { return *desktop.backup(); }
    [[nodiscard]] RestoreBackupView &restore() { return *desktop.restoreBackup(); }
};

} // namespace

/// What a person sees of a backup that is made, and of one that is restored.
class BackupViewsTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    [[nodiscard]] QString file(const char *name) const { return folder_.filePath(QLatin1String(name)); }
    void write(const QString &path) const
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("a backup");
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("freehold-test"));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path());
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }
    void init() { QSettings().clear(); }

    void aBackupIsWrittenForItsOwnerAloneAndLookedAt()
    {
        Fixture fixture(screens::smithHouse());
        QVERIFY(fixture.start());
        fixture.backup().make(file("made"), QLatin1String(passphrase), true);
        QCOMPARE(fixture.backup().stage(), int{BackupView::Writing});
        QTRY_COMPARE(fixture.backup().stage(), int{BackupView::Made});
        QVERIFY(fixture.backup().end().contains(file("made")));
        QCOMPARE(QFileInfo(file("made")).size(), 20'000);
        QCOMPARE(QFileInfo(file("made")).permissions() & (QFile::ReadGroup | QFile::ReadOther),
            QFile::Permissions());
        QCOMPARE(fixture.engine.calls("backup.check"), 1);
        QVERIFY(fixture.engine.parameters("house.backup")[u"observations"].toBool());
    }

    void aBackupThatLetsAMachineInIsListedUntilItIsVoid()
    {
        Fixture fixture(screens::smithHouse());
        QVERIFY(fixture.start());
        auto &admitting = *fixture.backup().admitting();
        QTRY_COMPARE(admitting.count(), 1);
        using desktop::AdmittingBackups;
        QCOMPARE(admitting.data(admitting.index(0), AdmittingBackups::Machine), QStringLiteral("nas"));
        admitting.makeVoid(admitting.data(admitting.index(0), AdmittingBackups::Backup).toString());
        QTRY_COMPARE(admitting.count(), 0);
    }

    void whoForgetsAMachineIsToldWhatIsLeftToChange()
    {
        Fixture fixture(screens::smithHouse());
        QVERIFY(fixture.start());
        auto &loss = *fixture.desktop.loss();
        QTRY_COMPARE(fixture.backup().admitting()->count(), 1);
        QSignalSpy begun(&loss, &desktop::LossView::begun);
        fixture.desktop.device()->setDevice(QStringLiteral("nas"));
        fixture.desktop.device()->forget();
        QTRY_COMPARE(begun.count(), 1);
        QCOMPARE(loss.name(), QStringLiteral("nas"));
        QCOMPARE(loss.backups(), 1);
        QCOMPARE(loss.router().scheme(), QStringLiteral("http"));
        loss.makeBackupsVoid();
        QTRY_COMPARE(loss.backups(), 0);
        QVERIFY(loss.hadBackups());
    }

    void whoForgetsAMachineInVainIsToldNothingOfThat()
    {
        Fixture fixture(screens::smithHouse());
        fixture.engine.refuse("device.forget", {ErrorCode::vault_locked, {}, {}});
        QVERIFY(fixture.start());
        QSignalSpy begun(fixture.desktop.loss(), &desktop::LossView::begun);
        QSignalSpy failed(&fixture.desktop.data(), &desktop::HouseData::failed);
        fixture.desktop.device()->setDevice(QStringLiteral("nas"));
        fixture.desktop.device()->forget();
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(begun.count(), 0);
    }

    void aFileThatIsThereIsNotReplaced()
    {
        write(file("there"));
        Fixture fixture(screens::smithHouse());
        QVERIFY(fixture.start());
        fixture.backup().make(file("there"), QLatin1String(passphrase), false);
        QTRY_COMPARE(fixture.backup().stage(), int{BackupView::Failed});
        QVERIFY(!fixture.backup().end().isEmpty());
        QCOMPARE(QFileInfo(file("there")).size(), 8);
    }

    void aFileThatIsFoundToBeDamagedIsNotKept()
    {
        Fixture fixture(screens::smithHouse());
        fixture.engine.refuse("backup.check", {ErrorCode::backup_damaged, {{"part", "chunk"}}, {}});
        QVERIFY(fixture.start());
        fixture.backup().make(file("damaged"), QLatin1String(passphrase), false);
        QTRY_COMPARE(fixture.backup().stage(), int{BackupView::Failed});
        QVERIFY(!QFileInfo::exists(file("damaged")));
    }

    void theFileThatIsSuggestedSaysWhatAndWhen()
    {
        Fixture fixture(screens::smithHouse());
        QVERIFY(fixture.start());
        const QString name = QFileInfo(fixture.backup().suggested()).fileName();
        QVERIFY2(name.startsWith(QStringLiteral("Smith 20")), qPrintable(name));
        QVERIFY(name.endsWith(QStringLiteral(".freehold")));
    }

    void whatIsInABackupIsSaidBeforeItIsRestored()
    {
        write(file("backup"));
        Fixture fixture(screens::noHouse());
        QVERIFY(fixture.start());
        fixture.restore().look(file("backup"), QLatin1String(passphrase));
        QTRY_COMPARE(fixture.restore().stage(), int{RestoreBackupView::Known});
        QCOMPARE(fixture.restore().house(), QStringLiteral("Smith"));
        QVERIFY(fixture.restore().origin().contains(QStringLiteral("nas")));
        QVERIFY(fixture.restore().origin().contains(QStringLiteral("214")));
        QCOMPARE(fixture.engine.calls("house.restore"), 0);
        QSignalSpy restored(&fixture.restore(), &RestoreBackupView::restored);
        fixture.restore().restore();
        QTRY_COMPARE(restored.count(), 1);
        QTRY_COMPARE(fixture.desktop.firstRun()->step(), int{desktop::FirstRunView::Ready});
    }

    void aWrongPassphraseIsSaidAndAskedForAgain()
    {
        write(file("backup"));
        Fixture fixture(screens::noHouse());
        QVERIFY(fixture.start());
        fixture.restore().look(file("backup"), QStringLiteral("wrong"));
        QTRY_COMPARE(fixture.restore().stage(), int{RestoreBackupView::Failed});
        QVERIFY(!fixture.restore().end().isEmpty());
        fixture.restore().look(file("backup"), QLatin1String(passphrase));
        QTRY_COMPARE(fixture.restore().stage(), int{RestoreBackupView::Known});
    }

    void aFileThatIsNotThereIsSaid()
    {
        Fixture fixture(screens::noHouse());
        QVERIFY(fixture.start());
        fixture.restore().look(file("nowhere"), QLatin1String(passphrase));
        QTRY_COMPARE(fixture.restore().stage(), int{RestoreBackupView::Failed});
        QCOMPARE(fixture.engine.calls("backup.begin"), 0);
    }

    void nothingIsRestoredWhenTheEngineGoes()
    {
        write(file("backup"));
        Fixture fixture(screens::noHouse());
        QVERIFY(fixture.start());
        fixture.restore().look(file("backup"), QLatin1String(passphrase));
        QTRY_COMPARE(fixture.restore().stage(), int{RestoreBackupView::Known});
        fixture.engine.stop();
        QTRY_COMPARE(fixture.restore().stage(), int{RestoreBackupView::Failed});
    }
};

QTEST_MAIN(BackupViewsTest)
#include "backup_views_test.moc"
