// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop's key store over a real session bus; behind it stands KWallet's interface, as far as QtKeychain
// uses it, in a thread of its own.
#include "key_store/desktop_key_store.h"
#include "key_store/vault_opener.h"

#include <QDBusConnection>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QtCrypto>

using namespace freehold;
using namespace freehold::platform;

namespace {

class KeyRing : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.KWallet")

public:
    std::map<QString, QByteArray> entries;
    bool isUnlocked = true;

public Q_SLOTS:
    QString networkWallet() { return QStringLiteral("wallet"); }
    int open(const QString & /*wallet*/, qlonglong /*window*/, const QString & /*application*/)
    {
        return isUnlocked ? 1 : -1;
    }
    int entryType(int, const QString &, const QString &key, const QString &)
    {
        constexpr int stream = 2;
        return entries.contains(key) ? stream : 0;
    }
    QByteArray readEntry(int, const QString &, const QString &key, const QString &) { return entries[key]; }
    int writeEntry(int, const QString &, const QString &key, const QByteArray &value, const QString &)
    {
        entries[key] = value;
        return 0;
    }
    int removeEntry(int, const QString &, const QString &key, const QString &)
    {
        return entries.erase(key) == 1 ? 0 : -3;
    }
};

} // namespace

class DesktopKeyStoreTest : public QObject {
    Q_OBJECT

    QCA::Initializer qca_;
    QProcess bus_;
    QThread thread_;
    KeyRing *keyRing_ = new KeyRing;
    DesktopKeyStore *store_ = nullptr;

    template <class Call>
    static Result<Secret> answerOf(Call &&call)
    {
        std::optional<Result<Secret>> answer;
        call([&answer](Result<Secret> key) { answer = std::move(key); });
        static_cast<void>(QTest::qWaitFor([&answer] { return answer.has_value(); }));
        return answer ? std::move(*answer) : failure(ErrorCode::internal);
    }
    Result<Secret> fetched(const std::string &id)
    {
        return answerOf([&](auto done) { store_->fetch(id, std::move(done)); });
    }

    /// In the key ring's thread.
    template <class Change>
    void change(Change change)
    {
        QMetaObject::invokeMethod(keyRing_, std::move(change), Qt::BlockingQueuedConnection);
    }

private Q_SLOTS:
    void initTestCase()
    {
        bus_.start(QStringLiteral("dbus-daemon"),
            {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        QVERIFY(bus_.waitForReadyRead());
        const QByteArray address = bus_.readAll().trimmed();
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        qputenv("XDG_CURRENT_DESKTOP", "KDE");
        qputenv("KDE_SESSION_VERSION", "6");
        qunsetenv("CREDENTIALS_DIRECTORY");

        keyRing_->moveToThread(&thread_);
        connect(&thread_, &QThread::finished, keyRing_, &QObject::deleteLater);
        thread_.start();
        bool isServing = false;
        change([&] {
            auto connection
                = QDBusConnection::connectToBus(QString::fromUtf8(address), QStringLiteral("key ring"));
            isServing = connection.registerObject(
                            QStringLiteral("/modules/kwalletd6"), keyRing_, QDBusConnection::ExportAllSlots)
                && connection.registerService(QStringLiteral("org.kde.kwalletd6"));
        });
        QVERIFY(isServing);
    }
    void cleanupTestCase()
    {
        thread_.quit();
        thread_.wait();
        QDBusConnection::disconnectFromBus(QStringLiteral("key ring"));
        bus_.terminate();
        bus_.waitForFinished();
    }
    void init()
    {
        store_ = new DesktopKeyStore;
        change([this] {
            keyRing_->isUnlocked = true;
            keyRing_->entries.clear();
        });
    }
    void cleanup() { delete std::exchange(store_, nullptr); }

    void aKeyIsKeptUnderItsVault()
    {
        const auto key = answerOf([&](auto done) { store_->create("aa", std::move(done)); });
        QVERIFY(key);
        QCOMPARE(key->size(), Vault::keyBytes);
        QCOMPARE(fetched("aa")->text(), key->text());
        QCOMPARE(fetched("bb").error().arguments.at("problem"), "missing");
        bool isRemoved = false;
        store_->remove("aa", [&](const Result<void> &removed) { isRemoved = removed.has_value(); });
        QTRY_VERIFY(isRemoved);
        QCOMPARE(fetched("aa").error().arguments.at("problem"), "missing");
    }

    void aKeyRingThatStaysLockedRefuses()
    {
        change([this] { keyRing_->isUnlocked = false; });
        QCOMPARE(fetched("aa").error().arguments.at("problem"), "refused");
    }

    void aKeyOfAnotherLengthIsDamaged()
    {
        change([this] { keyRing_->entries[QStringLiteral("vault-aa")] = "short"; });
        QCOMPARE(fetched("aa").error().arguments.at("problem"), "damaged");
    }

    void aVaultOfADesktopIsSealedByIt()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        for (int round = 0; round < 2; ++round) {
            VaultOpener opener(path, systemKeyStores(path));
            const QSignalSpy opened(&opener, &VaultOpener::opened);
            opener.open();
            QTRY_COMPARE(opened.size(), 1);
            QCOMPARE(opener.take()->header().sealedBy, SealedBy::key_store);
        }
        QVERIFY(!std::filesystem::exists(path / "vault.key"));
    }
};

QTEST_GUILESS_MAIN(DesktopKeyStoreTest)
#include "desktop_key_store_test.moc"
