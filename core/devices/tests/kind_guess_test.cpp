// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/kind_guess.h"

#include <QTest>

using namespace freehold;
using namespace freehold::devices;
using contract::DeviceKind;

class KindGuessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void kindsAreGuessed_data()
    {
        QTest::addColumn<QString>("types"); // separated by spaces, without "._tcp"
        QTest::addColumn<QString>("model"); // as the first service says it
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("kind");
        const auto row
            = [](const char *name, const char *types, const char *model, const char *host, DeviceKind kind) {
                  QTest::newRow(name) << QString::fromLatin1(types) << QString::fromLatin1(model)
                                      << QString::fromLatin1(host) << static_cast<int>(kind);
              };
        row("printer", "_ipp", "", "brother.local", DeviceKind::printer);
        row("printer with a web page", "_http _pdl-datastream _scanner", "", "hp.local", DeviceKind::printer);
        row("computer that shares a printer", "_ipp _ssh", "", "box.local", DeviceKind::computer);
        row("storage that shares a printer", "_ipp _smb", "", "nas.local", DeviceKind::storage);
        row("laptop that shares a printer", "_ipp _smb", "MacBookPro18,3", "x.local", DeviceKind::laptop);
        row("television", "_androidtvremote2", "", "tv.local", DeviceKind::television);
        row("television over Google Cast", "_googlecast", "", "cast.local", DeviceKind::television);
        row("speaker over Google Cast", "_googlecast", "Google Home Mini", "home.local", DeviceKind::speaker);
        row("television over AirPlay", "_airplay", "", "oled.local", DeviceKind::television);
        row("Apple TV", "_airplay _raop", "AppleTV6,2", "living-room.local", DeviceKind::television);
        row("speaker over AirPlay", "_airplay _raop", "", "kitchen.local", DeviceKind::speaker);
        row("HomePod", "_airplay _raop", "AudioAccessory5,1", "kitchen.local", DeviceKind::speaker);
        row("Mac that plays sound", "_airplay _raop _rfb", "", "desk.local", DeviceKind::computer);
        row("Mac by its model", "_airplay _raop", "Mac14,3", "desk.local", DeviceKind::computer);
        row("speaker", "_raop", "", "kitchen.local", DeviceKind::speaker);
        row("phone by its name", "_x", "", "Pixel-9.local", DeviceKind::phone);
        row("storage", "_smb", "", "nas.local", DeviceKind::storage);
        row("camera", "_rtsp", "", "door.local", DeviceKind::camera);
        row("computer", "_ssh", "", "box.local", DeviceKind::computer);
        row("unknown", "_x", "", "thing.local", DeviceKind::unknown);
    }
    void kindsAreGuessed()
    {
        QFETCH(QString, types);
        QFETCH(QString, model);
        QFETCH(QString, host);
        QFETCH(int, kind);
        std::vector<contract::Service> services;
        for (const QString &type : types.split(u' '))
            services.push_back({type.toStdString() + "._tcp", "name", 1, {}});
        if (!model.isEmpty())
            services.front().txt["model"] = model.toStdString();
        QCOMPARE(static_cast<int>(guessKind(services, host.toStdString())), kind);
    }
};

QTEST_GUILESS_MAIN(KindGuessTest)
#include "kind_guess_test.moc"
