// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine_home.h"

#include "change/admission.h"
#include "change/configuration.h"
#include "key_store/passphrase.h"
#include "support/file.h"
#include "support/ssh.h"

#include <QTest>

using namespace freehold;
using namespace freehold::contract;
using namespace freehold::engine::testing;

namespace {

std::string keyText(const crypto::SigningKey &key)
{
    return ssh::publicKeyText(key.publicKey());
}

} // namespace

/// What a house is known by from its first commit on.
class FoundingTest : public QObject {
    Q_OBJECT

    QCA::Initializer qca_;
    std::unique_ptr<EngineHome> home_;

    [[nodiscard]] std::string memberPath() const
    {
        return pathOf("member", home_->call(smith, HouseShow())->members.front().id);
    }
    /// A text value of one of the house's documents, as its commit has it.
    [[nodiscard]] std::string committed(const std::string &path, std::string_view key) const
    {
        const QString text = home_->git({QStringLiteral("show"), QString::fromStdString("HEAD:" + path)});
        const auto document = change::Document::parse(path, text.toStdString());
        return document ? (*document)->textAt(key) : std::string();
    }

private Q_SLOTS:
    void init()
    {
        home_ = std::make_unique<EngineHome>();
        home_->makeHouse();
    }

    void theFirstCommitBindsTheHouseToItsRootAndTheDeviceToTheHouse()
    {
        QCOMPARE(home_->git({QStringLiteral("rev-list"), QStringLiteral("--count"), QStringLiteral("HEAD")}),
            QStringLiteral("1"));
        const auto rootKey = ssh::publicKeyFromText(committed("house.toml", "root"));
        QVERIFY(rootKey);
        QCOMPARE(committed("house.toml", "id"), change::houseId(*rootKey));
        QCOMPARE(home_->call(smith, HouseShow())->id, change::houseId(*rootKey));

        const auto device = ssh::publicKeyFromText(committed(memberPath(), "key"));
        QVERIFY(device);
        QCOMPARE(memberPath(), pathOf("member", change::memberId(*device)));
        QVERIFY(change::isAdmitted(*rootKey, *device, Role::owner, committed(memberPath(), "admission")));
        QCOMPARE(*file::read(home_->folder().deviceKey(), 1'024), ssh::publicKeyText(*device) + '\n');
    }

    void whatTheFirstCommitBindsIsNotChanged_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *kind, const char *key, const std::string &value, ErrorCode code) {
            QTest::addRow("%s of the %s", key, kind)
                << QString::fromUtf8(kind) << QString::fromUtf8(key) << QString::fromStdString(value) << code;
        };
        const auto other = crypto::SigningKey::generate();
        row("house", "id", change::houseId(other.publicKey()), ErrorCode::house_identity_changed);
        row("house", "root", keyText(other), ErrorCode::house_identity_changed);
        row("member", "key", keyText(other), ErrorCode::signature_invalid);
        row("member", "role", "member", ErrorCode::signature_invalid);
        row("member", "admission", change::admit(other, other.publicKey(), Role::owner),
            ErrorCode::signature_invalid);
    }
    void whatTheFirstCommitBindsIsNotChanged()
    {
        QFETCH(QString, kind);
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(ErrorCode, code);
        const std::string path = kind == u"house" ? "house.toml" : memberPath();
        const std::string tampered
            = change::withValue(home_->document(path), key.toStdString(), value.toStdString());
        const auto answer = home_->call(smith, ConfigApply{{{path, tampered}}, {}, true, {}});
        QVERIFY(!answer);
        QCOMPARE(answer.error().problems.front().code, code);
    }

    void aHouseIsNotFoundedAgainUnderAnotherRoot()
    {
        const auto other = crypto::SigningKey::generate();
        std::string text = change::withValue(home_->document("house.toml"), "root", keyText(other));
        text = change::withValue(text, "id", change::houseId(other.publicKey()));
        const auto answer = home_->call(smith, ConfigApply{{{"house.toml", text}}, {}, true, {}});
        QVERIFY(!answer);
        QCOMPARE(answer.error().problems.front().code, ErrorCode::house_identity_changed);
    }

    void theExportedRootOpensWithItsPassphraseAndIsTheHouses()
    {
        const auto sealed = home_->call(smith, HouseExportRoot{"", "correct horse"});
        QVERIFY(sealed);
        const auto path = home_->folder().path / "exported";
        QVERIFY(file::writeDurably(path, sealed->sealed));
        const auto header = Vault::header(path);
        QVERIFY(header && header->derivation);
        const auto open = [&](const char *passphrase) {
            return Vault::open(path,
                std::move(
                    *platform::deriveKey(Secret::of(std::string_view(passphrase)), *header->derivation)));
        };
        const auto vault = open("correct horse");
        QVERIFY(vault);
        const auto rootKey = crypto::SigningKey::fromSeed(std::move(*vault->entry("house/root")));
        QCOMPARE(keyText(*rootKey), committed("house.toml", "root"));
        QCOMPARE(open("wrong horse").error().code, ErrorCode::passphrase_wrong);
        QCOMPARE(home_->call(smith, HouseExportRoot{"", ""}).error().code, ErrorCode::passphrase_missing);
    }

    void plainGitFindsEveryCommitGoodWithTheWrittenSigners()
    {
        QVERIFY(home_->call(smith, PersonAdd{"Ana", {}, {}}));
        QVERIFY(home_->call(smith, HouseRename{"Jones"}));
        const auto renamed = home_->call(smith, HouseRename{"Jones and Smith"});
        QVERIFY(home_->call(smith, ChangeUndo{renamed->id}));
        const QString signers = QString::fromStdString(home_->folder().allowedSigners().string());
        const QString said = home_->git({QStringLiteral("-c"), QStringLiteral("gpg.format=ssh"),
            QStringLiteral("-c"), QStringLiteral("gpg.ssh.allowedSignersFile=") + signers,
            QStringLiteral("log"), QStringLiteral("--format=%G?")});
        QCOMPARE(said, QStringLiteral("G\nG\nG\nG\nG"));
    }
};

QTEST_GUILESS_MAIN(FoundingTest)
#include "founding_test.moc"
