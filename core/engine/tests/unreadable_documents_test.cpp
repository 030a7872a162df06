// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"

#include "change/signed_commit.h"
#include "support/file.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>
#include <QtCrypto>

#include <unistd.h>

using namespace freehold;
using namespace freehold::engine;

namespace {

/// The engine's core on a folder of its own, with a vault whose key the test holds.
class CoreEngine {
public:
    CoreEngine()
    {
        start();
        const auto made = call("house.create",
            {{QStringLiteral("name"), QStringLiteral("Smith")},
                {QStringLiteral("timezone"), QStringLiteral("Europe/Berlin")}});
        if (!made)
            qFatal("the house could not be made: %s", std::string(name(made.error().code)).c_str());
    }

    void start()
    {
        const auto path = data_.path / "vault";
        auto vault = std::filesystem::exists(path) ? Vault::open(path, key_.copy())
                                                   : Vault::create(path, key_.copy(), SealedBy::file);
        if (!vault)
            qFatal("the vault could not be opened");
        engine_ = std::make_unique<Engine>(
            Engine::Options{data_, "study", ::getuid(), "ana", clock_, peer::MemberNetwork(port_), {}});
        engine_->setVault(std::move(*vault), std::nullopt);
    }
    void stop() { engine_.reset(); }

    Result<QJsonValue> call(const char *method, const QJsonObject &parameters = {})
    {
        Result<QJsonValue> said = failure(ErrorCode::internal);
        engine_->call({::getuid(), 0, "ana"}, method, parameters,
            [&](Result<QJsonValue> answer) { said = std::move(answer); });
        return said;
    }

    /// A commit that this machine signed and that its engine never looked at.
    void plant(const std::string &document, const std::string &text)
    {
        using namespace change;
        auto vault = Vault::open(data_.path / "vault", key_.copy());
        const auto identity = DeviceIdentity::fromVault(*vault, data_);
        auto repository = Repository::open(data_.configuration());
        const ObjectId head = *repository->resolve(mainReference);
        const auto id = repository->writeCommit({head}, repository->commit(head)->tree, {{document, text}},
            {"study", "study@freehold.invalid"}, clock_.now(), toMessage(Record()), identity->signer());
        const bool isPlanted = *repository->moveMain(head, *id)
            && repository->setReference(appliedReference, *id).has_value()
            && file::makeFolder((data_.configuration() / document).parent_path()).has_value()
            && file::writeDurably(data_.configuration() / document, text).has_value();
        if (!isPlanted)
            qFatal("a commit could not be planted");
    }
    [[nodiscard]] std::string textOf(const std::string &document) const
    {
        return file::read(data_.configuration() / document, 1'000'000).value_or("");
    }

    /// The findings of `status` about documents, as "code document".
    QStringList findings()
    {
        QStringList list;
        const QJsonArray attention = call("status")->toObject().value(QStringLiteral("attention")).toArray();
        for (const auto &finding : attention) {
            const QString code = finding[QStringLiteral("code")].toString();
            if (code.startsWith(u"document-"))
                list << code + u' ' + finding[QStringLiteral("args")][QStringLiteral("document")].toString();
        }
        return list;
    }

private:
    QTemporaryDir folder_;
    DataFolder data_{folder_.path().toStdString()};
    SystemClock clock_;
    peer::MemberPort port_;
    Secret key_ = Secret::random(Vault::keyBytes);
    std::unique_ptr<Engine> engine_;
};

QJsonObject person(const char *name)
{
    return {{QStringLiteral("name"), QString::fromLatin1(name)}};
}

} // namespace

class UnreadableDocumentsTest : public QObject {
    Q_OBJECT

    QCA::Initializer cipher_;

private Q_SLOTS:
    void aHouseOfANewerFormatIsServedReportedAndNotChanged()
    {
        CoreEngine engine;
        engine.stop();
        const std::string newer = change::withValue(engine.textOf("house.toml"), "format", std::int64_t(2))
            + "garden = \"large\"\n";
        engine.plant("house.toml", newer);
        engine.start();
        QCOMPARE(engine.findings(), QStringList{QStringLiteral("document-newer house.toml")});
        QCOMPARE(engine.call("house.show")->toObject().value(QStringLiteral("name")).toString(),
            QStringLiteral("Smith"));
        QCOMPARE(engine.call("person.add", person("Ana")).error().code, ErrorCode::format_newer);
        QCOMPARE(engine.textOf("house.toml"), newer);
    }

    void aDocumentThatCanNotBeReadIsReportedAndNotOverwritten()
    {
        CoreEngine engine;
        engine.stop();
        const std::string unknown = "name = \"Ana\"\nrole = \"owner\"\nshoe_size = 38\n";
        engine.plant("people/ana.toml", unknown);
        engine.start();
        QCOMPARE(engine.findings(), QStringList{QStringLiteral("document-unreadable people/ana.toml")});
        const auto refused = engine.call("person.add", person("Ana"));
        QCOMPARE(refused.error().problems.front().code, ErrorCode::key_unknown);
        QCOMPARE(engine.textOf("people/ana.toml"), unknown);
        QVERIFY(engine.call("person.add", person("Tom")));
    }

    void anEngineStartsWithAHouseThatCanNotBeRead()
    {
        CoreEngine engine;
        engine.stop();
        engine.plant("house.toml", engine.textOf("house.toml") + "garden = \"large\"\n");
        engine.start();
        QCOMPARE(engine.findings(), QStringList{QStringLiteral("document-unreadable house.toml")});
        QVERIFY(!engine.call("house.show"));
    }
};

QTEST_GUILESS_MAIN(UnreadableDocumentsTest)
#include "unreadable_documents_test.moc"
