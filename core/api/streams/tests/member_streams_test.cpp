// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_streams/member_streams.h"

#include <QSignalSpy>
#include <QTest>

using namespace freehold;
using namespace freehold::api;
using freehold::contract::Role;
using freehold::peer::ChannelId;
using freehold::peer::Frame;
using freehold::peer::FrameKind;
using freehold::peer::MemberPort;

namespace {

/// A machine whose port is open on this machine's own network.
struct Machine {
    Machine()
    {
        port.setSigner(key);
        QObject::connect(
            &port, &MemberPort::opened, &port, [this](ChannelId id, const peer::Peer &) { channel = id; });
        QObject::connect(&port, &MemberPort::closed, &port,
            [this](ChannelId, const Error &error) { closed.push_back(error.code); });
    }

    std::shared_ptr<const crypto::SigningKey> key
        = std::make_shared<const crypto::SigningKey>(crypto::SigningKey::generate());
    MemberPort port;
    ChannelId channel = 0; ///< the newest
    std::vector<ErrorCode> closed;
};

/// One whose engine speaks as it should.
struct Honest : Machine {
    struct Taken {
        crypto::PublicKey member{};
        StreamOpen open;
        std::unique_ptr<Transport> stream;
    };
    std::vector<Taken> taken; ///< what others opened
    MemberStreams streams{port,
        [this](const crypto::PublicKey &member, const StreamOpen &open, std::unique_ptr<Transport> stream) {
            taken.push_back({member, open, std::move(stream)});
        }};

    [[nodiscard]] std::unique_ptr<Transport> open()
    {
        auto stream = streams.open(channel, Role::owner, "ana");
        return stream ? std::move(*stream) : nullptr;
    }
    ~Honest() { taken.clear(); }
    Honest() = default;
    Honest(const Honest &) = delete;
    Honest &operator=(const Honest &) = delete;
};

/// One that says what it likes, and hears everything.
struct Hostile : Machine {
    Hostile()
    {
        QObject::connect(&port, &MemberPort::streamReceived, &port,
            [this](ChannelId, const Frame &frame) { heard.push_back(*streamMessage(frame)); });
    }
    void say(const StreamMessage &message) { port.send(channel, toFrame(message)); }
    std::vector<StreamMessage> heard;
};

void meet(Machine &caller, Machine &other)
{
    caller.port.setMembers({other.key->publicKey()});
    other.port.setMembers({caller.key->publicKey()});
    const auto at = other.port.listen(QHostAddress::LocalHost, 0);
    caller.port.call(caller.port.newId(), QStringLiteral("127.0.0.1"), *at);
    QTRY_VERIFY(caller.channel != 0 && other.channel != 0);
}

/// What arrives until it is so much.
QByteArray readAll(Transport &stream, qsizetype size)
{
    QByteArray got;
    (void)QTest::qWaitFor([&] {
        got += stream.read(size);
        return got.size() >= size;
    });
    return got;
}

QByteArray counted(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype at = 0; at < size; ++at)
        bytes[at] = static_cast<char>(at % 251);
    return bytes;
}

} // namespace

class MemberStreamsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoOpensSaysWhoAsksAndTheChannelSaysWhere()
    {
        Honest nas;
        Honest laptop;
        meet(laptop, nas);
        const auto stream = laptop.open();
        QTRY_COMPARE(nas.taken.size(), 1U);
        QCOMPARE(nas.taken[0].member, laptop.key->publicKey());
        QCOMPARE(nas.taken[0].open.user, "ana");
        QCOMPARE(nas.taken[0].open.role, Role::owner);
    }

    void manyTimesTheWindowArrivesWholeBothWaysWhoeverCalled()
    {
        Honest nas;
        Honest laptop;
        meet(laptop, nas);
        const QByteArray bytes = counted(5 * streamWindowBytes + 3);
        for (const auto &[asks, answers] : {std::pair(&laptop, &nas), std::pair(&nas, &laptop)}) {
            const auto stream = asks->open();
            QTRY_COMPARE(answers->taken.size(), 1U);
            stream->write(bytes);
            answers->taken[0].stream->write(bytes);
            QCOMPARE(readAll(*answers->taken[0].stream, bytes.size()), bytes);
            QCOMPARE(readAll(*stream, bytes.size()), bytes);
        }
    }

    void whoDoesNotReadIsSentNoMoreThanTheWindow()
    {
        Honest nas;
        Honest laptop;
        meet(laptop, nas);
        const auto slow = laptop.open();
        const auto quick = laptop.open();
        QTRY_COMPARE(nas.taken.size(), 2U);
        const QByteArray bytes = counted(3 * streamWindowBytes);
        slow->write(bytes);
        QCOMPARE(slow->bytesToWrite(), 2 * streamWindowBytes);
        // The other stream is not held up, and what came after it has come.
        quick->write(bytes);
        QCOMPARE(readAll(*nas.taken[1].stream, bytes.size()), bytes);
        QCOMPARE(slow->bytesToWrite(), 2 * streamWindowBytes);
        QCOMPARE(readAll(*nas.taken[0].stream, bytes.size()), bytes);
        QCOMPARE(slow->bytesToWrite(), 0);
    }

    void whatWasWrittenBeforeAGoodbyeArrives()
    {
        Honest nas;
        Honest laptop;
        meet(laptop, nas);
        const auto stream = laptop.open();
        QTRY_COMPARE(nas.taken.size(), 1U);
        Transport &there = *nas.taken[0].stream;
        const QSignalSpy end(&there, &Transport::closed);
        const QByteArray bytes = counted(2 * streamWindowBytes);
        stream->write(bytes);
        stream->close();
        QCOMPARE(readAll(there, bytes.size()), bytes);
        QTRY_COMPARE(end.size(), 1);
        QVERIFY(!there.isOpen());
    }

    void theChannelsEndIsThatOfItsStreams()
    {
        Honest nas;
        Honest laptop;
        meet(laptop, nas);
        const auto stream = laptop.open();
        QTRY_COMPARE(nas.taken.size(), 1U);
        const QSignalSpy here(stream.get(), &Transport::closed);
        const QSignalSpy there(nas.taken[0].stream.get(), &Transport::closed);
        nas.port.setMembers({}); // it was removed
        QVERIFY(!nas.taken[0].stream->isOpen());
        QTRY_COMPARE(there.size(), 1);
        QTRY_COMPARE(here.size(), 1);
        QVERIFY(!laptop.streams.open(laptop.channel, Role::owner, "ana"));
    }

    void aStreamOverTheLimitIsRefusedAndTheOthersGoOn()
    {
        Honest nas;
        Hostile laptop;
        meet(laptop, nas);
        std::int64_t number = 1;
        for (std::ptrdiff_t count = 0; count <= MemberStreams::streamsOfOneMember; ++count, number += 2)
            laptop.say(StreamOpen{number, Role::owner, "ana"});
        const std::vector<StreamMessage> refused{StreamClosed{number - 2}};
        QTRY_COMPARE(laptop.heard.size(), 1U);
        QVERIFY(laptop.heard == refused);
        QCOMPARE(nas.taken.size(), static_cast<std::size_t>(MemberStreams::streamsOfOneMember));
        QVERIFY(nas.closed.empty());
        nas.taken.pop_back();
        laptop.say(StreamOpen{number, Role::owner, "ana"});
        QTRY_COMPARE(nas.taken.size(), static_cast<std::size_t>(MemberStreams::streamsOfOneMember));
    }

    void nobodyOpensMoreThanTheOtherSideTakes()
    {
        Honest nas;
        Honest laptop;
        meet(laptop, nas);
        std::vector<std::unique_ptr<Transport>> streams;
        for (std::ptrdiff_t count = 0; count < MemberStreams::streamsOfOneMember; ++count)
            streams.push_back(laptop.open());
        const auto refused = laptop.streams.open(laptop.channel, Role::owner, "ana");
        QCOMPARE(refused.error().arguments.at("why"), "busy");
        streams.pop_back();
        QVERIFY(laptop.open() != nullptr);
    }

    void bytesOfAStreamThatIsOverAreNoMistake()
    {
        Honest nas;
        Hostile laptop;
        meet(laptop, nas);
        laptop.say(StreamOpen{1, Role::owner, "ana"});
        QTRY_COMPARE(nas.taken.size(), 1U);
        nas.taken.clear();
        QTRY_VERIFY(laptop.heard == std::vector<StreamMessage>{StreamClosed{1}});
        laptop.say(StreamBytes{1, "late"});
        laptop.say(StreamOpen{3, Role::owner, "ana"});
        QTRY_COMPARE(nas.taken.size(), 1U);
        QVERIFY(nas.closed.empty());
    }

    void whatCanNotBeEndsTheChannelAtOnce_data()
    {
        QTest::addColumn<std::vector<StreamMessage>>("said");
        const StreamOpen open{1, Role::owner, "ana"};
        const StreamBytes half{1, QByteArray(streamWindowBytes / 2, 'x')};
        const auto row = [](const char *name, std::vector<StreamMessage> said) {
            QTest::newRow(name) << std::move(said);
        };
        row("bytes of a stream that never was", {StreamBytes{1, "x"}});
        row("the end of a stream that never was", {StreamClosed{5}});
        row("a number twice", {open, open});
        row("a smaller number", {StreamOpen{3, Role::owner, "ana"}, open});
        row("the other side's number", {StreamOpen{2, Role::owner, "ana"}});
        row("bytes over the window", {open, half, half, StreamBytes{1, "x"}});
        row("more taken than was sent", {open, StreamTaken{1, 1}});
    }
    void whatCanNotBeEndsTheChannelAtOnce()
    {
        QFETCH(std::vector<StreamMessage>, said);
        Honest nas;
        Hostile laptop;
        meet(laptop, nas);
        for (const StreamMessage &message : said)
            laptop.say(message);
        QTRY_COMPARE(nas.closed, std::vector{ErrorCode::message_malformed});
        for (const auto &taken : nas.taken)
            QVERIFY(!taken.stream->isOpen());
        QTRY_COMPARE(laptop.closed.size(), 1U);
    }

    void aStrangerOpensNothing()
    {
        Honest nas;
        Hostile stranger;
        const auto at = nas.port.listen(QHostAddress::LocalHost, 0);
        stranger.port.call(stranger.port.newId(), QStringLiteral("127.0.0.1"), *at);
        QTRY_VERIFY(stranger.channel != 0 && nas.channel != 0);
        stranger.say(StreamOpen{1, Role::owner, "ana"});
        QTRY_COMPARE(nas.closed, std::vector{ErrorCode::not_permitted});
        QVERIFY(nas.taken.empty());
    }
};

QTEST_GUILESS_MAIN(MemberStreamsTest)
#include "member_streams_test.moc"
