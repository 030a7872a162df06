// SPDX-License-Identifier: GPL-3.0-or-later
// A real engine on one host finds what another one offers, and keeps a house in which it has a name.
#include "network_scene.h"

#include <QTest>

using namespace freehold;
using namespace freehold::testing;

class FoundDevicesScenario : public QObject {
    Q_OBJECT

    std::unique_ptr<Home> home_;
    std::unique_ptr<Program> printer_;
    QTemporaryDir folder_;

    /// An engine on the second host, which has found the printer on the first.
    std::unique_ptr<EngineAtWork> engineThatFoundThePrinter()
    {
        const std::filesystem::path data
            = folder_.filePath(QString::fromUtf8(QTest::currentDataTag())).toStdString();
        auto engine = std::make_unique<EngineAtWork>(data);
        if (!engine->start(home_->host(1).inside({})))
            return nullptr;
        const auto client = engine->client();
        const bool found = QTest::qWaitFor(
            [&] {
                const auto device = deviceOffering(devicesOf(*client), QStringLiteral("Brother"));
                return device[u"recognised_by"].toString() == u"mac";
            },
            static_cast<int>(std::chrono::milliseconds(patience).count()));
        return found ? std::move(engine) : nullptr;
    }

private Q_SLOTS:
    void aPublishedServicesDeviceIsListedNamedAndTakenBack_data()
    {
        QTest::addColumn<bool>("withDaemon");
        QTest::newRow("daemon") << true;
        QTest::newRow("embedded") << false;
    }

    void aPublishedServicesDeviceIsListedNamedAndTakenBack()
    {
        QFETCH(bool, withDaemon);
        auto home = Home::create({"server", "study"});
        QVERIFY2(home, reason(home).c_str());
        home_ = std::move(*home);
        VERIFY_DONE(home_->host(0).startAvahi());
        if (withDaemon)
            VERIFY_DONE(home_->host(1).startAvahi());
        auto printer = home_->host(0).start(publish("Brother"));
        QVERIFY2(printer, reason(printer).c_str());
        printer_ = std::move(*printer);
        const auto engine = engineThatFoundThePrinter();
        QVERIFY(engine);

        const Said listed = engine->ctl({"device", "list", "--json"});
        QCOMPARE(listed.exitCode, 0);
        const auto devices = QJsonDocument::fromJson(QByteArray::fromStdString(listed.output)).array();
        const auto device = deviceOffering(devices, QStringLiteral("Brother"));
        const auto mac = home_->mac(0);
        QVERIFY2(mac, reason(mac).c_str());
        QCOMPARE(device[u"mac"].toString().toStdString(), *mac);
        QCOMPARE(device[u"state"].toString(), QStringLiteral("online"));
        QCOMPARE(device[u"kind"].toString(), QStringLiteral("printer"));
        QVERIFY(device[u"addresses"].toArray().contains(QString::fromStdString(home_->address(0))));

        QCOMPARE(engine->ctl({"house", "create", "Smith", "--timezone", "UTC"}).exitCode, 0);
        const Said renamed = engine->ctl({"device", "rename", *mac, "Office printer", "--json"});
        QVERIFY2(renamed.exitCode == 0, renamed.output.c_str());
        const auto change = QJsonDocument::fromJson(QByteArray::fromStdString(renamed.output)).object();
        QCOMPARE(engine->ctl({"device", "show", "Office printer"}).exitCode, 0);

        const Said undone = engine->ctl({"change", "undo", change[u"id"].toString().toStdString()});
        QVERIFY2(undone.exitCode == 0, undone.output.c_str());
        QCOMPARE(engine->ctl({"device", "show", "Office printer"}).exitCode, 1);
        QCOMPARE(engine->ctl({"device", "show", "Brother"}).exitCode, 0);

        const Said fsck = engine->git({"fsck", "--strict"});
        QVERIFY2(fsck.exitCode == 0, fsck.output.c_str());
        const std::string signers = (engine->data() / "allowed_signers").string();
        const Said signatures
            = engine->git({"-c", "gpg.ssh.allowedSignersFile=" + signers, "log", "--format=%G?"});
        QCOMPARE(signatures.output, std::string("G\nG\nG\n"));
        engine->stop();
    }

    void cleanup()
    {
        printer_.reset();
        home_.reset();
    }
};

QTEST_GUILESS_MAIN(FoundDevicesScenario)
#include "found_devices_scenario.moc"
