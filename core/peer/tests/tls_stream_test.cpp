// SPDX-License-Identifier: GPL-3.0-or-later
#include "peer/tls/tls_stream.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace freehold;
using namespace freehold::peer;

namespace {

std::shared_ptr<const TlsIdentity> newIdentity()
{
    return *TlsIdentity::of(crypto::SigningKey::generate());
}

} // namespace

/// TLS over a local socket: any stream will do.
class TlsStreamTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    QLocalServer server_;
    std::shared_ptr<const TlsIdentity> near_ = newIdentity();
    std::shared_ptr<const TlsIdentity> far_ = newIdentity();

    /// Two ends of one stream: who calls, and who is called.
    std::pair<std::unique_ptr<QLocalSocket>, std::unique_ptr<QLocalSocket>> ends()
    {
        auto calls = std::make_unique<QLocalSocket>();
        calls->connectToServer(server_.fullServerName());
        if (!server_.waitForNewConnection(5'000))
            return {};
        std::unique_ptr<QLocalSocket> called(server_.nextPendingConnection());
        called->setParent(nullptr);
        called->setReadBufferSize(TlsStream::readLimitBytes);
        return {std::move(calls), std::move(called)};
    }

    struct Pair {
        std::unique_ptr<TlsStream> client;
        std::unique_ptr<TlsStream> server;
    };
    Pair connected()
    {
        auto [calls, called] = ends();
        Pair pair{std::make_unique<TlsStream>(std::move(calls), TlsStream::Side::client, near_),
            std::make_unique<TlsStream>(std::move(called), TlsStream::Side::server, far_)};
        const QSignalSpy client(pair.client.get(), &TlsStream::established);
        const QSignalSpy server(pair.server.get(), &TlsStream::established);
        pair.server->start();
        pair.client->start();
        [&] {
            QTRY_COMPARE(client.count(), 1);
            QTRY_COMPARE(server.count(), 1);
        }();
        return pair;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(server_.listen(folder_.filePath(QStringLiteral("s"))));
        for (const char *kind : {"ed25519", "rsa"}) {
            const QString name = QString::fromLatin1(kind);
            QProcess make;
            make.setWorkingDirectory(folder_.path());
            make.start(QStringLiteral("openssl"),
                {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-nodes"),
                    QStringLiteral("-newkey"), name, QStringLiteral("-subj"), QStringLiteral("/CN=x"),
                    QStringLiteral("-keyout"), name + QStringLiteral(".key"), QStringLiteral("-out"),
                    name + QStringLiteral(".pem")});
            QVERIFY(make.waitForFinished());
            QCOMPARE(make.exitCode(), 0);
        }
    }

    void bothSidesLearnTheOthersKey()
    {
        const Pair pair = connected();
        QCOMPARE(pair.client->peer(), far_->publicKey());
        QCOMPARE(pair.server->peer(), near_->publicKey());
    }

    void whatIsWrittenArrives()
    {
        const Pair pair = connected();
        QByteArray sent;
        for (int line = 0; line < 100'000; ++line)
            sent += QByteArray::number(line) + '\n';
        QByteArray got;
        connect(pair.server.get(), &TlsStream::readyRead, this, [&] { got += pair.server->read(); });
        pair.client->write(sent);
        QTRY_COMPARE(got, sent);
        got.clear();
        connect(pair.client.get(), &TlsStream::readyRead, this, [&] { got += pair.client->read(); });
        pair.server->write("and back");
        QTRY_COMPARE(got, QByteArray("and back"));
    }

    void whatNobodyReadsIsBounded()
    {
        const Pair pair = connected();
        const QByteArray much(8 * TlsStream::readLimitBytes, 'x');
        QSignalSpy told(pair.server.get(), &TlsStream::readyRead);
        pair.client->write(much);
        QTRY_VERIFY(!told.isEmpty());
        QTRY_VERIFY(pair.client->bytesToWrite() > 0);
        qsizetype got = 0;
        const auto takeAll = [&] {
            const QByteArray part = pair.server->read();
            QVERIFY(part.size() <= 2 * TlsStream::readLimitBytes);
            got += part.size();
        };
        QTRY_VERIFY((takeAll(), got == much.size()));
    }

    void aGoodbyeIsToldFromALoss()
    {
        Pair pair = connected();
        const QSignalSpy ended(pair.server.get(), &TlsStream::ended);
        pair.client->close();
        QTRY_COMPARE(ended.count(), 1);
        QCOMPARE(ended.first().first().toBool(), true);

        Pair other = connected();
        const QSignalSpy lost(other.server.get(), &TlsStream::ended);
        other.client.reset();
        QTRY_COMPARE(lost.count(), 1);
        QCOMPARE(lost.first().first().toBool(), false);
    }

    void garbageBeforeTlsEndsIt()
    {
        auto [calls, called] = ends();
        TlsStream server(std::move(called), TlsStream::Side::server, far_);
        const QSignalSpy ended(&server, &TlsStream::ended);
        server.start();
        calls->write(QByteArray(100, '\n'));
        QTRY_COMPARE(ended.count(), 1);
    }

    void garbageInsideOfTlsEndsIt()
    {
        auto [calls, called] = ends();
        QLocalSocket *raw = calls.get();
        TlsStream client(std::move(calls), TlsStream::Side::client, near_);
        TlsStream server(std::move(called), TlsStream::Side::server, far_);
        const QSignalSpy established(&server, &TlsStream::established);
        const QSignalSpy ended(&server, &TlsStream::ended);
        server.start();
        client.start();
        QTRY_COMPARE(established.count(), 1);
        raw->write(QByteArray("\x17\x03\x03\x00\x20", 5) + QByteArray(32, 'x'));
        QTRY_COMPARE(ended.count(), 1);
    }

    void onlyADeviceKeyOverTls13IsLetIn_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<bool>("isLetIn");
        const auto row = [](const char *name, const char *arguments, bool isLetIn = false) {
            QTest::newRow(name) << QString::fromLatin1(arguments).split(QLatin1Char(' ')) << isLetIn;
        };
        row("as a member does", "-alpn freehold/1 -cert ed25519.pem -key ed25519.key", true);
        row("no certificate", "-alpn freehold/1");
        row("an RSA key", "-alpn freehold/1 -cert rsa.pem -key rsa.key");
        row("TLS 1.2", "-tls1_2 -alpn freehold/1 -cert ed25519.pem -key ed25519.key");
        row("another protocol", "-alpn h2 -cert ed25519.pem -key ed25519.key");
        row("no protocol", "-cert ed25519.pem -key ed25519.key");
    }
    void onlyADeviceKeyOverTls13IsLetIn()
    {
        QFETCH(QStringList, arguments);
        QFETCH(bool, isLetIn);
        QProcess client;
        client.setWorkingDirectory(folder_.path());
        client.start(QStringLiteral("openssl"),
            QStringList{QStringLiteral("s_client"), QStringLiteral("-quiet"), QStringLiteral("-unix"),
                server_.fullServerName()}
                + arguments);
        QVERIFY(server_.waitForNewConnection(5'000));
        std::unique_ptr<QLocalSocket> called(server_.nextPendingConnection());
        called->setParent(nullptr);
        TlsStream server(std::move(called), TlsStream::Side::server, far_);
        const QSignalSpy established(&server, &TlsStream::established);
        const QSignalSpy ended(&server, &TlsStream::ended);
        server.start();
        QTRY_COMPARE(established.count() + ended.count(), 1);
        QCOMPARE(established.count(), isLetIn ? 1 : 0);
        client.closeWriteChannel();
        client.kill();
        QVERIFY(client.state() == QProcess::NotRunning || client.waitForFinished());
    }
};

QTEST_GUILESS_MAIN(TlsStreamTest)
#include "tls_stream_test.moc"
