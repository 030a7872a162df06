// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/kind_guess.h"

#include <QTest>

using namespace freehold;
using namespace freehold::devices;
using contract::DeviceKind;

class KindGuessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void kindsAreGuessedFromServices_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, const char *type, const char *host, DeviceKind kind) {
            QTest::newRow(name) << QString::fromLatin1(type) << QString::fromLatin1(host)
                                << static_cast<int>(kind);
        };
        row("printer", "_ipp._tcp", "brother.local", DeviceKind::printer);
        row("television", "_androidtvremote2._tcp", "tv.local", DeviceKind::television);
        row("phone by its name", "_x._tcp", "Pixel-9.local", DeviceKind::phone);
        row("storage", "_smb._tcp", "nas.local", DeviceKind::storage);
        row("speaker", "_raop._tcp", "kitchen.local", DeviceKind::speaker);
        row("camera", "_rtsp._tcp", "door.local", DeviceKind::camera);
        row("computer", "_ssh._tcp", "box.local", DeviceKind::computer);
        row("unknown", "_x._tcp", "thing.local", DeviceKind::unknown);
    }
    void kindsAreGuessedFromServices()
    {
        QFETCH(QString, type);
        QFETCH(QString, host);
        QFETCH(int, kind);
        const std::vector<contract::Service> services{{type.toStdString(), "name", 1, {}}};
        QCOMPARE(static_cast<int>(guessKind(services, host.toStdString())), kind);
    }
};

QTEST_GUILESS_MAIN(KindGuessTest)
#include "kind_guess_test.moc"
