// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/file.h"
#include "support/seal.h"
#include "support/vault.h"
#include "support/vault_format.h"

#include <QTemporaryDir>
#include <QTest>
#include <QtCrypto>

#include <sys/stat.h>

using namespace freehold;

namespace {

constexpr std::size_t noLimit = 1 << 20;

template <class Value>
ErrorCode codeOf(const Result<Value> &result)
{
    return result ? ErrorCode::internal : result.error().code;
}

} // namespace

class VaultTest : public QObject {
    Q_OBJECT

    QCA::Initializer qca_;
    QTemporaryDir folder_;
    std::filesystem::path path_;
    const Secret key_ = Secret::random(Vault::keyBytes);

    Result<Vault> filled()
    {
        Vault vault = TRY(Vault::create(path_, key_.copy(), SealedBy::file));
        TRY(vault.put("device-key", Secret::of("first secret")));
        TRY(vault.put("root-key", Secret::of("other secret")));
        return vault;
    }

private Q_SLOTS:
    void init() { path_ = (folder_.path() + QStringLiteral("/vault")).toStdString(); }
    void cleanup() { std::filesystem::remove(path_); }

    void aVaultGivesBackWhatWasPut()
    {
        QVERIFY(filled());
        auto vault = Vault::open(path_, key_.copy());
        QVERIFY(vault);
        QCOMPARE(vault->entry("device-key")->text(), "first secret");
        QCOMPARE(vault->entry("root-key")->text(), "other secret");
        QVERIFY(vault->contains("root-key"));
        QVERIFY(vault->remove("root-key"));
        QVERIFY(!Vault::open(path_, key_.copy())->contains("root-key"));
        QCOMPARE(codeOf(vault->entry("root-key")), ErrorCode::vault_damaged);
    }

    void theFileHoldsNoSecretAndIsItsOwnersAlone()
    {
        QVERIFY(filled());
        const auto text = file::read(path_, noLimit);
        QVERIFY(text && text->find("first secret") == std::string::npos);
        QVERIFY(text->find(toBase64(asBytes("first secret"))) == std::string::npos);
        struct stat status{};
        QCOMPARE(::stat(path_.c_str(), &status), 0);
        QCOMPARE(status.st_mode & 0777U, 0600U);
    }

    void theHeaderIsReadWithoutAKey()
    {
        const auto vault = filled();
        const auto header = Vault::header(path_);
        QVERIFY(header);
        QCOMPARE(*header, vault->header());
        QCOMPARE(header->id.size(), Vault::idBytes);
    }

    void creatingNeverReplacesAVault()
    {
        QVERIFY(filled());
        QCOMPARE(codeOf(Vault::create(path_, key_.copy(), SealedBy::file)), ErrorCode::vault_damaged);
        QVERIFY(Vault::open(path_, key_.copy()));
    }

    void aWrongKeyIsToldFromDamage()
    {
        QVERIFY(filled());
        QCOMPARE(codeOf(Vault::open(path_, Secret::random(Vault::keyBytes))), ErrorCode::passphrase_wrong);
        QCOMPARE(codeOf(Vault::open(path_, Secret::random(16))), ErrorCode::passphrase_wrong);
        QCOMPARE(codeOf(Vault::open(path_, Secret())), ErrorCode::passphrase_wrong);
    }

    void aChangeOfAnyByteIsDetected()
    {
        QVERIFY(filled());
        const std::string whole = *file::read(path_, noLimit);
        for (std::size_t at = 0; at < whole.size(); ++at) {
            std::string changed = whole;
            changed[at] = static_cast<char>(changed[at] ^ 1);
            QVERIFY(!vault_format::parse(changed));
        }
    }

    void aTornFileIsDamagedAtAnyLength()
    {
        QVERIFY(filled());
        const std::string whole = *file::read(path_, noLimit);
        for (std::size_t size = 0; size < whole.size(); ++size)
            QCOMPARE(codeOf(vault_format::parse(whole.substr(0, size))), ErrorCode::vault_damaged);
    }

    void aForgerWhoFixesTheDigestIsDetected()
    {
        QVERIFY(filled());
        const auto contents = *vault_format::parse(*file::read(path_, noLimit));
        const auto opened = [&](const vault_format::Contents &forged) {
            QTest::qVerify(file::writeDurably(path_, vault_format::write(forged)).has_value(), "", "", "", 0);
            return codeOf(Vault::open(path_, key_.copy()));
        };
        auto forged = contents;
        std::swap(forged.sealed["device-key"], forged.sealed["root-key"]);
        QCOMPARE(opened(forged), ErrorCode::vault_damaged);
        forged = contents;
        forged.sealed.erase("root-key");
        QCOMPARE(opened(forged), ErrorCode::vault_damaged);
        forged = contents;
        forged.header.sealedBy = SealedBy::tpm;
        QCOMPARE(opened(forged), ErrorCode::vault_damaged);
        forged = contents;
        forged.header.id[0] ^= 1;
        QCOMPARE(opened(forged), ErrorCode::passphrase_wrong);
        QVERIFY(opened(contents) == ErrorCode::internal); // opens
    }

    void aSealedValueOpensUnderItsOwnNameAndVaultOnly()
    {
        const Bytes vault(Vault::idBytes, 1);
        const Bytes other(Vault::idBytes, 2);
        const Bytes sealed = *seal(key_, vault, "a", asBytes("secret"));
        QCOMPARE(unseal(key_, vault, "a", sealed)->text(), "secret");
        QCOMPARE(codeOf(unseal(key_, vault, "b", sealed)), ErrorCode::vault_damaged);
        QCOMPARE(codeOf(unseal(key_, vault, "as", sealed)), ErrorCode::vault_damaged);
        QCOMPARE(codeOf(unseal(key_, other, "a", sealed)), ErrorCode::vault_damaged);
        QVERIFY(*seal(key_, vault, "a", asBytes("secret")) != sealed); // a nonce of its own
    }

    void aSealedValueWithAnyBitChangedIsDamaged()
    {
        const Bytes vault(Vault::idBytes, 1);
        const Bytes sealed = *seal(key_, vault, "name", asBytes("secret"));
        for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
            Bytes changed = sealed;
            changed[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
            QCOMPARE(codeOf(unseal(key_, vault, "name", changed)), ErrorCode::vault_damaged);
        }
        for (std::size_t size = 0; size < sealed.size(); ++size)
            QCOMPARE(
                codeOf(unseal(key_, vault, "name", ByteView(sealed).first(size))), ErrorCode::vault_damaged);
    }

    void aSecretMayBeEmpty()
    {
        auto vault = Vault::create(path_, key_.copy(), SealedBy::file);
        QVERIFY(vault->put("empty", Secret()));
        QVERIFY(vault->entry("empty")->isEmpty());
    }

    void resealingMakesTheOldKeyUseless()
    {
        auto vault = filled();
        const Bytes id = vault->header().id;
        const Secret other = Secret::random(Vault::keyBytes);
        QVERIFY(vault->reseal(other.copy(), SealedBy::passphrase, Derivation{.salt = Bytes(16, 3)}));
        QCOMPARE(codeOf(Vault::open(path_, key_.copy())), ErrorCode::passphrase_wrong);
        const auto opened = Vault::open(path_, other.copy());
        QVERIFY(opened);
        QCOMPARE(opened->header().sealedBy, SealedBy::passphrase);
        QCOMPARE(opened->header().derivation->salt, Bytes(16, 3));
        QCOMPARE(opened->header().id, id);
        QCOMPARE(opened->entry("root-key")->text(), "other secret");
        QVERIFY(vault->put("more", Secret::of("under the new key")));
        QVERIFY(Vault::open(path_, other.copy())->contains("more"));
    }

    void aWriteThatFailsChangesNothing()
    {
        auto vault = filled();
        const auto beside = path_.string() + ".new";
        std::filesystem::create_directory(beside); // so that no file can be made there
        QVERIFY(!vault->put("more", Secret::of("x")));
        QVERIFY(!vault->remove("root-key"));
        QVERIFY(!vault->reseal(Secret::random(Vault::keyBytes), SealedBy::file));
        std::filesystem::remove(beside);
        QVERIFY(!vault->contains("more"));
        QCOMPARE(vault->entry("root-key")->text(), "other secret");
        QVERIFY(vault->put("more", Secret::of("x")));
        QVERIFY(Vault::open(path_, key_.copy())->contains("root-key"));
    }

    void aNewerFormatIsToldAsSuch()
    {
        QVERIFY(file::writeDurably(path_, "freehold-vault 2 anything\n{}"));
        QCOMPARE(codeOf(Vault::header(path_)), ErrorCode::format_newer);
    }

    void aDerivationThatCostsTooMuchIsRefused()
    {
        vault_format::Contents contents{
            {SealedBy::passphrase, Bytes(16, 1), Derivation{.salt = Bytes(16, 1)}}, Bytes(80, 1), {}};
        QVERIFY(vault_format::parse(vault_format::write(contents)));
        contents.header.derivation->memoryKiB = 1024 * 1024 + 1;
        QVERIFY(!vault_format::parse(vault_format::write(contents)));
        contents.header.derivation.reset();
        QVERIFY(!vault_format::parse(vault_format::write(contents)));
    }

    void aLargeFileIsDamagedAndNotRead()
    {
        QVERIFY(file::writeDurably(path_, std::string(vault_format::maxFileBytes + 1, ' ')));
        QCOMPARE(codeOf(Vault::header(path_)), ErrorCode::vault_damaged);
    }
};

QTEST_GUILESS_MAIN(VaultTest)
#include "vault_test.moc"
