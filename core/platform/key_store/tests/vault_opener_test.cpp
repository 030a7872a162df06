// SPDX-License-Identifier: GPL-3.0-or-later
#include "key_store/file_key_store.h"
#include "key_store/passphrase.h"
#include "key_store/vault_opener.h"
#include "support/file.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QtCrypto>

using namespace freehold;
using namespace freehold::platform;

namespace {

/// A store that answers when it is told to, as a key ring does whose owner is asked first.
class SlowStore : public KeyStore {
public:
    struct State {
        Secret key = Secret::random(Vault::keyBytes);
        Done<Secret> waiting;
        int removals = 0;
        void answer() { std::exchange(waiting, nullptr)(key.copy()); }
        void refuse() { std::exchange(waiting, nullptr)(keyStoreFailure(SealedBy::key_store, "refused")); }
    };

    explicit SlowStore(State &state)
        : state_(state)
    {
    }
    void create(const std::string & /*id*/, Done<Secret> done) override { state_.waiting = std::move(done); }
    void fetch(const std::string & /*id*/, Done<Secret> done) override { state_.waiting = std::move(done); }
    void remove(const std::string & /*id*/, Done<void> done) override
    {
        ++state_.removals;
        done({});
    }

private:
    State &state_;
};

constexpr std::chrono::milliseconds hurry{20};

} // namespace

class VaultOpenerTest : public QObject {
    Q_OBJECT

    QCA::Initializer qca_;
    std::unique_ptr<QTemporaryDir> folder_;
    SlowStore::State keyRing_;

    std::filesystem::path path() const { return folder_->path().toStdString(); }

    std::unique_ptr<VaultOpener> opener(std::chrono::milliseconds patience = VaultOpener::usualPatience)
    {
        KeyStores stores;
        stores.emplace_back(SealedBy::key_store, std::make_unique<SlowStore>(keyRing_));
        stores.emplace_back(SealedBy::file, std::make_unique<FileKeyStore>(path() / "vault.key"));
        return std::make_unique<VaultOpener>(path(), std::move(stores), patience);
    }

    static ErrorCode reasonOf(const QSignalSpy &locked)
    {
        return locked.isEmpty() ? ErrorCode::internal : qvariant_cast<Error>(locked.last().at(0)).code;
    }

    void makeVault()
    {
        const auto first = opener();
        first->open();
        keyRing_.refuse();
        QVERIFY(first->take()->put("device-key", Secret::of("secret")));
    }

private Q_SLOTS:
    void init()
    {
        folder_ = std::make_unique<QTemporaryDir>();
        keyRing_ = {};
    }

    void aNewVaultIsSealedByTheFirstStoreThatAnswers()
    {
        const auto first = opener();
        const QSignalSpy opened(first.get(), &VaultOpener::opened);
        first->open();
        QCOMPARE(opened.size(), 0);
        keyRing_.answer();
        QCOMPARE(opened.size(), 1);
        const auto vault = first->take();
        QCOMPARE(vault->header().sealedBy, SealedBy::key_store);
        QVERIFY(!first->take());
        QVERIFY(!std::filesystem::exists(path() / "vault.key"));
    }

    void aStoreThatRefusesIsPassedOver()
    {
        const auto first = opener();
        first->open();
        keyRing_.refuse();
        QCOMPARE(first->take()->header().sealedBy, SealedBy::file);
    }

    void aStoreThatIsSilentIsPassedOverAndItsLateKeyRemoved()
    {
        const auto first = opener(hurry);
        const QSignalSpy opened(first.get(), &VaultOpener::opened);
        first->open();
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(first->take()->header().sealedBy, SealedBy::file);
        keyRing_.answer();
        QCOMPARE(keyRing_.removals, 1);
        QCOMPARE(opened.size(), 1);
    }

    void aVaultIsOpenedBySealNotByPreference()
    {
        makeVault();
        const auto second = opener();
        second->open();
        QCOMPARE(second->take()->entry("device-key")->text(), "secret");
    }

    void aMissingKeyLocksAndALateOneOpens()
    {
        const auto first = opener();
        first->open();
        keyRing_.answer();
        QVERIFY(first->take());
        const auto second = opener(hurry);
        const QSignalSpy opened(second.get(), &VaultOpener::opened);
        const QSignalSpy locked(second.get(), &VaultOpener::locked);
        second->open();
        QTRY_COMPARE(locked.size(), 1);
        QCOMPARE(reasonOf(locked), ErrorCode::key_store_unavailable);
        keyRing_.answer();
        QCOMPARE(opened.size(), 1);
    }

    void anotherKeyFromAStoreIsItsFaultAndNoPassphrases()
    {
        makeVault();
        QVERIFY(file::writeDurably(path() / "vault.key", std::string(Vault::keyBytes, 'x')));
        const auto second = opener();
        const QSignalSpy locked(second.get(), &VaultOpener::locked);
        second->open();
        QCOMPARE(reasonOf(locked), ErrorCode::key_store_unavailable);
    }

    void aDamagedVaultLocksAndIsNeverReplaced()
    {
        QVERIFY(file::writeDurably(path() / "vault", "torn"));
        const auto second = opener();
        const QSignalSpy locked(second.get(), &VaultOpener::locked);
        second->open();
        QCOMPARE(reasonOf(locked), ErrorCode::vault_damaged);
        QCOMPARE(*file::read(path() / "vault", 100), "torn");
    }

    void aPassphraseLocksUnlocksAndReplacesTheFormerKey()
    {
        const auto first = opener();
        const QSignalSpy opened(first.get(), &VaultOpener::opened);
        const QSignalSpy locked(first.get(), &VaultOpener::locked);
        makeVault();
        first->open();
        auto vault = first->take();
        const Vault::Header former = vault->header();
        QVERIFY(setPassphrase(*vault, Secret::of("correct horse")));
        first->forgetKey(former);
        QVERIFY(!std::filesystem::exists(path() / "vault.key"));
        QCOMPARE(vault->header().derivation->memoryKiB, 64U * 1024);
        QCOMPARE(vault->header().derivation->salt.size(), std::size_t{16});
        vault.reset();

        first->open();
        QCOMPARE(reasonOf(locked), ErrorCode::passphrase_missing);
        first->unlock(Secret::of("wrong horse"));
        QTRY_COMPARE_WITH_TIMEOUT(locked.size(), 2, 20000);
        QCOMPARE(reasonOf(locked), ErrorCode::passphrase_wrong);
        first->unlock(Secret());
        QTRY_COMPARE(locked.size(), 3);
        QCOMPARE(reasonOf(locked), ErrorCode::passphrase_missing);
        first->unlock(Secret::of("correct horse"));
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 2, 20000);
        QCOMPARE(first->take()->entry("device-key")->text(), "secret");
    }

    void unlockingAsksTheStoreAgainThatSealsTheVault()
    {
        makeVault();
        const auto key = *file::read(path() / "vault.key", 100);
        QVERIFY(file::removeDurably(path() / "vault.key"));
        const auto second = opener();
        const QSignalSpy opened(second.get(), &VaultOpener::opened);
        const QSignalSpy locked(second.get(), &VaultOpener::locked);
        second->open();
        QCOMPARE(reasonOf(locked), ErrorCode::key_store_unavailable);
        second->unlock(Secret::of("any"));
        QCOMPARE(locked.size(), 2);
        QVERIFY(file::writeDurably(path() / "vault.key", key, file::Mode::secret));
        second->unlock(Secret());
        QCOMPARE(opened.size(), 1);
    }

    void unlockingWhileAPersonIsAskedDoesNotDropTheirAnswer()
    {
        const auto first = opener();
        first->open();
        keyRing_.answer();
        QVERIFY(first->take());
        const auto second = opener(hurry);
        const QSignalSpy opened(second.get(), &VaultOpener::opened);
        const QSignalSpy locked(second.get(), &VaultOpener::locked);
        second->open();
        auto asked = std::exchange(keyRing_.waiting, nullptr);
        second->unlock(Secret());
        QVERIFY(!keyRing_.waiting);
        QTRY_COMPARE(locked.size(), 1);
        asked(keyRing_.key.copy());
        QCOMPARE(opened.size(), 1);
    }

    void aFolderThatCannotBeWrittenIsSaid()
    {
        KeyStores stores;
        const auto nowhere = path() / "missing";
        stores.emplace_back(SealedBy::file, std::make_unique<FileKeyStore>(nowhere / "vault.key"));
        VaultOpener opener(nowhere, std::move(stores));
        const QSignalSpy locked(&opener, &VaultOpener::locked);
        opener.open();
        QCOMPARE(reasonOf(locked), ErrorCode::file_unwritable);
    }

    void aVaultMayGoToAnotherThread()
    {
        makeVault();
        const auto second = opener();
        second->open();
        std::string text;
        const std::unique_ptr<QThread> house(QThread::create([&text, vault = second->take()]() mutable {
            static_cast<void>(vault->put("more", Secret::of("from the house")));
            text = vault->entry("more")->text();
        }));
        house->start();
        QVERIFY(house->wait());
        QCOMPARE(text, "from the house");
    }
};

QTEST_GUILESS_MAIN(VaultOpenerTest)
#include "vault_opener_test.moc"
