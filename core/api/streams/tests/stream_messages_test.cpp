// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_streams/stream_messages.h"

#include <QTest>

using namespace freehold;
using namespace freehold::api;
using freehold::peer::Frame;
using freehold::peer::FrameKind;

class StreamMessagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachMessageArrivesAsItWasSent()
    {
        const std::vector<StreamMessage> messages{StreamOpen{1, contract::Role::member, "Ana Müller"},
            StreamOpen{2, contract::Role::guest, {}}, StreamBytes{0xFFFFFFFF, QByteArray("\0a\n", 3)},
            StreamTaken{7, streamWindowBytes}, StreamClosed{9}};
        for (const StreamMessage &message : messages) {
            const auto read = streamMessage(toFrame(message));
            QVERIFY(read);
            QVERIFY(*read == message);
        }
    }

    void whatNobodyHonestSaysIsRefused_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("payload");
        const auto row = [](const char *name, FrameKind kind, const QByteArray &payload) {
            QTest::newRow(name) << static_cast<int>(kind) << payload;
        };
        row("another kind", FrameKind::ping, "{}");
        row("bytes of no stream", FrameKind::stream_bytes, "abc");
        row("no bytes", FrameKind::stream_bytes, QByteArray("\0\0\0\1", 4));
        row("bytes of stream 0", FrameKind::stream_bytes, QByteArray("\0\0\0\0x", 5));
        row("no JSON", FrameKind::stream_open, "x");
        row("an unknown role", FrameKind::stream_open, R"({"stream":1,"role":"king","user":"a"})");
        row("a name of two lines", FrameKind::stream_open, R"({"stream":1,"role":"owner","user":"a\nb"})");
        row("a long name", FrameKind::stream_open,
            QByteArray("{\"stream\":1,\"role\":\"owner\",\"user\":\"") + QByteArray(201, 'a') + "\"}");
        row("a number that is none", FrameKind::stream_open, R"({"stream":0,"role":"owner","user":"a"})");
        row("a large number", FrameKind::stream_closed, R"({"stream":4294967296})");
        row("nothing taken", FrameKind::stream_taken, R"({"stream":1,"bytes":0})");
        row("more taken than ever sent", FrameKind::stream_taken, R"({"stream":1,"bytes":65537})");
    }
    void whatNobodyHonestSaysIsRefused()
    {
        QFETCH(int, kind);
        QFETCH(QByteArray, payload);
        QVERIFY(!streamMessage({static_cast<FrameKind>(kind), payload}));
    }
};

QTEST_APPLESS_MAIN(StreamMessagesTest)
#include "stream_messages_test.moc"
