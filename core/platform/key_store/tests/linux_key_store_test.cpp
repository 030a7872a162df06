// SPDX-License-Identifier: GPL-3.0-or-later
#include "key_store/linux/service_credential.h"
#include "key_store/linux/tpm.h"
#include "key_store/vault_opener.h"
#include "support/file.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QtCrypto>

using namespace freehold;
using namespace freehold::platform;

namespace {

/// A software TPM 2.0 of its own, as long as it lives.
class SoftwareTpm {
public:
    SoftwareTpm()
    {
        process_.start(QStringLiteral("swtpm"),
            {QStringLiteral("socket"), QStringLiteral("--tpm2"), QStringLiteral("--tpmstate"),
                QStringLiteral("dir=") + folder_.path(), QStringLiteral("--server"),
                QStringLiteral("type=unixio,path=") + socket(), QStringLiteral("--ctrl"),
                QStringLiteral("type=unixio,path=") + socket() + QStringLiteral(".ctrl"),
                QStringLiteral("--flags"), QStringLiteral("not-need-init,startup-clear")});
    }
    ~SoftwareTpm() { stop(); }
    SoftwareTpm(const SoftwareTpm &) = delete;
    SoftwareTpm &operator=(const SoftwareTpm &) = delete;

    void stop()
    {
        process_.terminate();
        process_.waitForFinished();
    }
    [[nodiscard]] bool isReady() const
    {
        return QFile::exists(socket() + QStringLiteral(".ctrl")) && QFile::exists(socket());
    }
    [[nodiscard]] std::string tcti() const { return "swtpm:path=" + socket().toStdString(); }

private:
    [[nodiscard]] QString socket() const { return folder_.filePath(QStringLiteral("tpm")); }

    QTemporaryDir folder_;
    QProcess process_;
};

template <class Value>
std::string problemOf(const Result<Value> &answer)
{
    return answer ? "none" : answer.error().arguments.at("problem");
}

} // namespace

class LinuxKeyStoreTest : public QObject {
    Q_OBJECT

    QCA::Initializer qca_;

    static Result<Secret> credential(const QTemporaryDir &folder, const std::string &id)
    {
        ServiceCredential store(folder.path().toStdString());
        Result<Secret> answer;
        store.fetch(id, [&answer](Result<Secret> key) { answer = std::move(key); });
        return answer;
    }

    /// The vault that the system's own stores give to this folder.
    static std::optional<Vault> openIn(const QTemporaryDir &folder, Error *reason = nullptr)
    {
        const std::filesystem::path path = folder.path().toStdString();
        VaultOpener opener(path, systemKeyStores(path));
        const QSignalSpy opened(&opener, &VaultOpener::opened);
        const QSignalSpy locked(&opener, &VaultOpener::locked);
        opener.open();
        static_cast<void>(QTest::qWaitFor([&] { return !opened.isEmpty() || !locked.isEmpty(); }, 20000));
        if (reason && !locked.isEmpty())
            *reason = qvariant_cast<Error>(locked.last().at(0));
        return opener.take();
    }

private Q_SLOTS:
    void init()
    {
        for (const char *variable :
            {"DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "DISPLAY", "CREDENTIALS_DIRECTORY"})
            qunsetenv(variable);
        qputenv("FREEHOLD_TCTI", "device:/nowhere");
        qputenv("TSS2_LOG", "all+none");
    }

    void theTpmGivesBackWhatItSealed()
    {
        const SoftwareTpm tpm;
        QTRY_VERIFY(tpm.isReady());
        const Secret secret = Secret::random(Vault::keyBytes);
        const auto blob = tpm::seal(tpm.tcti(), secret);
        QVERIFY2(blob, problemOf(blob).c_str());
        // More often than a TPM has room for objects and sessions: each call leaves it as it was.
        for (int round = 0; round < 8; ++round) {
            const auto unsealed = tpm::unseal(tpm.tcti(), *blob);
            QVERIFY2(unsealed, problemOf(unsealed).c_str());
            QCOMPARE(unsealed->text(), secret.text());
        }
        QVERIFY(std::ranges::search(*blob, secret.view()).empty());
    }

    void anotherTpmOpensNothing()
    {
        const SoftwareTpm one;
        const SoftwareTpm other;
        QTRY_VERIFY(one.isReady() && other.isReady());
        const auto blob = tpm::seal(one.tcti(), Secret::random(Vault::keyBytes));
        QVERIFY(blob);
        QCOMPARE(problemOf(tpm::unseal(other.tcti(), *blob)), "damaged");
    }

    void aBlobWithAByteChangedOrMissingOpensNothing()
    {
        const SoftwareTpm tpm;
        QTRY_VERIFY(tpm.isReady());
        const auto blob = tpm::seal(tpm.tcti(), Secret::random(Vault::keyBytes));
        QVERIFY(blob);
        for (std::size_t at = 0; at < blob->size(); at += 7) {
            Bytes changed = *blob;
            changed[at] ^= 0x40;
            QVERIFY(!tpm::unseal(tpm.tcti(), changed));
        }
        for (std::size_t size = 0; size < blob->size(); size += 7)
            QCOMPARE(problemOf(tpm::unseal(tpm.tcti(), ByteView(*blob).first(size))), "damaged");
    }

    void withoutATpmItIsUnreachable()
    {
        QCOMPARE(problemOf(tpm::seal("device:/nowhere", Secret::random(32))), "unreachable");
        QCOMPARE(problemOf(tpm::seal("swtpm:path=/nowhere", Secret::random(32))), "unreachable");
    }

    void aVaultIsSealedByTheTpmWhereThereIsOne()
    {
        SoftwareTpm tpm;
        QTRY_VERIFY(tpm.isReady());
        qputenv("FREEHOLD_TCTI", QByteArray::fromStdString(tpm.tcti()));
        const QTemporaryDir folder;
        {
            auto vault = openIn(folder);
            QVERIFY(vault);
            QCOMPARE(vault->header().sealedBy, SealedBy::tpm);
            QVERIFY(vault->put("device-key", Secret::of("secret")));
        }
        const auto again = openIn(folder);
        QVERIFY(again);
        QCOMPARE(again->entry("device-key")->text(), "secret");
        tpm.stop();
        Error reason;
        QVERIFY(!openIn(folder, &reason));
        QCOMPARE(reason.code, ErrorCode::key_store_unavailable);
        QCOMPARE(reason.arguments.at("store"), "tpm");
    }

    void aVaultIsSealedByAFileWhereThereIsNothingBetter()
    {
        const QTemporaryDir folder;
        QCOMPARE(openIn(folder)->header().sealedBy, SealedBy::file);
        QVERIFY(openIn(folder));
    }

    void aServiceCredentialComesFirst()
    {
        const QTemporaryDir folder;
        const QTemporaryDir credentials;
        const std::filesystem::path place
            = credentials.filePath(QStringLiteral("freehold-vault-key")).toStdString();
        QVERIFY(file::writeDurably(place, std::string(40, 'k'), file::Mode::secret));
        qputenv("CREDENTIALS_DIRECTORY", credentials.path().toUtf8());
        QCOMPARE(openIn(folder)->header().sealedBy, SealedBy::service_credential);
        QVERIFY(openIn(folder));
        QVERIFY(file::removeDurably(place));
        Error reason;
        QVERIFY(!openIn(folder, &reason));
        QCOMPARE(reason.arguments.at("problem"), "missing");
    }

    void aServiceCredentialGivesEachVaultAKeyOfItsOwn()
    {
        const QTemporaryDir folder;
        const std::filesystem::path place
            = folder.filePath(QStringLiteral("freehold-vault-key")).toStdString();
        QCOMPARE(problemOf(credential(folder, "aa")), "missing");
        QVERIFY(file::writeDurably(place, std::string(31, 'k')));
        QCOMPARE(problemOf(credential(folder, "aa")), "damaged");
        QVERIFY(file::writeDurably(place, std::string(32, 'k')));
        QCOMPARE(credential(folder, "aa")->size(), Vault::keyBytes);
        QCOMPARE(credential(folder, "aa")->text(), credential(folder, "aa")->text());
        QVERIFY(credential(folder, "aa")->text() != credential(folder, "bb")->text());
    }
};

QTEST_GUILESS_MAIN(LinuxKeyStoreTest)
#include "linux_key_store_test.moc"
