// SPDX-License-Identifier: GPL-3.0-or-later
#include "key_store/desktop_key_store.h"
#include "key_store/file_key_store.h"
#include "key_store/passphrase.h"
#include "support/file.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace freehold;
using namespace freehold::platform;

namespace {

/// What a store answers at once.
template <class Call>
Result<Secret> answerOf(Call &&call)
{
    std::optional<Result<Secret>> answer;
    call([&answer](Result<Secret> key) { answer = std::move(key); });
    return answer ? std::move(*answer) : failure(ErrorCode::internal);
}

std::string problemOf(const Result<Secret> &answer)
{
    if (answer || answer.error().code != ErrorCode::key_store_unavailable)
        return "none";
    return answer.error().arguments.at("problem");
}

} // namespace

class KeyStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *variable : {"DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "DISPLAY"})
            qunsetenv(variable);
    }

    void aFileKeyIsKeptForItsOwnerAlone()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath(QStringLiteral("vault.key")).toStdString();
        FileKeyStore store(path);
        const auto fetched = [&] { return answerOf([&](auto done) { store.fetch("aa", std::move(done)); }); };
        const auto created
            = [&] { return answerOf([&](auto done) { store.create("aa", std::move(done)); }); };
        QCOMPARE(problemOf(fetched()), "missing");
        const auto key = created();
        QVERIFY(key);
        QCOMPARE(key->size(), Vault::keyBytes);
        struct stat status{};
        QCOMPARE(::stat(path.c_str(), &status), 0);
        QCOMPARE(status.st_mode & 0777U, 0600U);
        QCOMPARE(fetched()->text(), key->text());
        QCOMPARE(created()->text(), key->text()); // never replaced: a vault may come back for it
        store.remove("aa", [](const Result<void> &removed) { QVERIFY(removed); });
        QCOMPARE(problemOf(fetched()), "missing");
    }

    void aFileKeyOfAnotherLengthIsDamaged()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath(QStringLiteral("vault.key")).toStdString();
        FileKeyStore store(path);
        for (const std::size_t size : {0U, 31U, 33U}) {
            QVERIFY(file::writeDurably(path, std::string(size, 'x')));
            QCOMPARE(problemOf(answerOf([&](auto done) { store.fetch("aa", std::move(done)); })), "damaged");
        }
    }

    /// From the tests of Argon2's reference implementation, version 0x13.
    void aPassphraseGivesTheKeyThatArgon2idSays()
    {
        const Secret passphrase = Secret::of("password");
        const std::string_view salt = "somesalt";
        const auto key = [&](std::uint32_t memoryKiB, std::uint32_t lanes) {
            return toHex(
                deriveKey(passphrase, {Bytes(salt.begin(), salt.end()), memoryKiB, 2, lanes})->view());
        };
        QCOMPARE(key(65536, 1), "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
        QCOMPARE(key(256, 2), "6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037");
    }

    void everyPartOfADerivationMatters()
    {
        const Derivation derivation{Bytes(16, 1), 64, 1, 1};
        const auto key = [](std::string_view passphrase, const Derivation &from) {
            return toHex(deriveKey(Secret::of(passphrase), from)->view());
        };
        const std::string one = key("one", derivation);
        QCOMPARE(key("one", derivation), one);
        QVERIFY(key("two", derivation) != one);
        QVERIFY(key("one", {Bytes(16, 2), 64, 1, 1}) != one);
        QVERIFY(key("one", {Bytes(16, 1), 72, 1, 1}) != one);
        QVERIFY(key("one", {Bytes(16, 1), 64, 2, 1}) != one);
        QVERIFY(key("one", {Bytes(16, 1), 64, 1, 2}) != one);
    }

    void anEmptyPassphraseIsNone()
    {
        const auto key = deriveKey(Secret(), Derivation{.salt = Bytes(16, 1)});
        QVERIFY(!key);
        QCOMPARE(key.error().code, ErrorCode::passphrase_missing);
    }

    void withoutASessionTheDesktopKeyStoreSaysSoAtOnce()
    {
        DesktopKeyStore store;
        std::optional<Result<Secret>> answer;
        const auto keep = [&answer](Result<Secret> key) { answer = std::move(key); };
        store.create("aa", keep);
        QTRY_VERIFY_WITH_TIMEOUT(answer, 1000);
        QCOMPARE(problemOf(*answer), "unreachable");
        answer.reset();
        store.fetch("aa", keep);
        QTRY_VERIFY_WITH_TIMEOUT(answer, 1000);
        QCOMPARE(problemOf(*answer), "unreachable");
    }

    void aStoreThatIsGoneAnswersNobody()
    {
        bool isAnswered = false;
        {
            DesktopKeyStore store;
            store.fetch("aa", [&isAnswered](const Result<Secret> &) { isAnswered = true; });
        }
        QTest::qWait(50);
        QVERIFY(!isAnswered);
    }

    void aPassphraseOpensInAProtectedProcess()
    {
        // What keeps secrets out of dumps must leave Argon2 its 64 MiB.
        protectProcessMemory();
        QVERIFY(deriveKey(Secret::of("secret words"), Derivation{.salt = Bytes(16, 1)}));
    }
};

QTEST_GUILESS_MAIN(KeyStoreTest)
#include "key_store_test.moc"
