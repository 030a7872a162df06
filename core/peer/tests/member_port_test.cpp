// SPDX-License-Identifier: GPL-3.0-or-later
#include "peer/channel/member_port.h"

#include <QSignalSpy>
#include <QTest>

using namespace freehold;
using namespace freehold::peer;

namespace {

/// A machine with a key of its own, and what it was told.
struct Machine {
    Machine()
    {
        port.setSigner(key);
        QObject::connect(&port, &MemberPort::opened, &port,
            [this](ChannelId id, const Peer &peer) { opened.emplace_back(id, peer); });
        QObject::connect(&port, &MemberPort::received, &port,
            [this](ChannelId, const Frame &frame) { received.push_back(frame); });
        QObject::connect(&port, &MemberPort::closed, &port,
            [this](ChannelId, const Error &error) { closed.push_back(error.code); });
    }
    std::uint16_t listen() { return *port.listen(QHostAddress::LocalHost, 0); }

    std::shared_ptr<const crypto::SigningKey> key
        = std::make_shared<const crypto::SigningKey>(crypto::SigningKey::generate());
    MemberPort port;
    std::vector<std::pair<ChannelId, Peer>> opened;
    std::vector<Frame> received;
    std::vector<ErrorCode> closed;
};

const QString here = QStringLiteral("127.0.0.1");

} // namespace

class MemberPortTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoMachinesTalk()
    {
        Machine nas;
        Machine laptop;
        const ChannelId call = laptop.port.newId();
        laptop.port.call(call, here, nas.listen());
        QTRY_COMPARE(nas.opened.size(), 1);
        QTRY_COMPARE(laptop.opened.size(), 1);
        QCOMPARE(laptop.opened[0].second.key, nas.key->publicKey());
        QCOMPARE(nas.opened[0].second.key, laptop.key->publicKey());
        QCOMPARE(nas.opened[0].second.address, "127.0.0.1");
        QVERIFY(laptop.opened[0].second.called);
        laptop.port.send(call, {FrameKind::pair_request, "{}"});
        QTRY_COMPARE(nas.received, (std::vector<Frame>{{FrameKind::pair_request, "{}"}}));
        laptop.port.close(call);
        QTRY_COMPARE(nas.closed, std::vector{ErrorCode::peer_unreachable});
        QVERIFY(laptop.closed.empty());
    }

    void whatWasSaidBeforeAGoodbyeArrives()
    {
        Machine nas;
        Machine laptop;
        nas.port.setMembers({laptop.key->publicKey()});
        const ChannelId call = laptop.port.newId();
        laptop.port.call(call, here, nas.listen());
        QTRY_COMPARE(laptop.opened.size(), 1);
        constexpr std::size_t count = 40; // more than the kernel takes at once
        for (std::size_t sent = 0; sent < count; ++sent)
            laptop.port.send(call, {FrameKind::pair_request, QByteArray(mostPayloadBytes, ' ')});
        laptop.port.close(call);
        QTRY_COMPARE(nas.closed.size(), 1);
        QCOMPARE(nas.received.size(), count);
    }

    void nobodyThereIsTold()
    {
        Machine nas;
        const std::uint16_t port = nas.listen();
        nas.port.stopListening();
        Machine laptop;
        laptop.port.call(laptop.port.newId(), here, port);
        QTRY_COMPARE(laptop.closed, std::vector{ErrorCode::peer_unreachable});
    }

    void aStrangerMaySayLittle()
    {
        Machine nas;
        Machine stranger;
        const ChannelId call = stranger.port.newId();
        stranger.port.call(call, here, nas.listen());
        QTRY_COMPARE(stranger.opened.size(), 1);
        stranger.port.send(call, {FrameKind::pair_request, QByteArray(mostPayloadBytesOfStrangers + 1, ' ')});
        QTRY_COMPARE(nas.closed, std::vector{ErrorCode::message_too_large});
    }

    void aMemberMaySayMore()
    {
        Machine nas;
        Machine laptop;
        nas.port.setMembers({laptop.key->publicKey()});
        const ChannelId call = laptop.port.newId();
        laptop.port.call(call, here, nas.listen());
        QTRY_COMPARE(laptop.opened.size(), 1);
        laptop.port.send(call, {FrameKind::pair_request, QByteArray(mostPayloadBytes, ' ')});
        QTRY_COMPARE(nas.received.size(), 1);
    }

    void whatCarriesStreamsIsToldToNobodyElse()
    {
        Machine nas;
        Machine laptop;
        nas.port.setMembers({laptop.key->publicKey()});
        std::vector<Frame> streams;
        connect(&nas.port, &MemberPort::streamReceived, this,
            [&](ChannelId, const Frame &frame) { streams.push_back(frame); });
        const ChannelId call = laptop.port.newId();
        laptop.port.call(call, here, nas.listen());
        QTRY_COMPARE(laptop.opened.size(), 1);
        const Frame open{FrameKind::stream_open, "{}"};
        laptop.port.send(call, open);
        laptop.port.send(call, {FrameKind::ping, {}});
        QTRY_COMPARE(nas.received, (std::vector<Frame>{{FrameKind::ping, {}}}));
        QCOMPARE(streams, std::vector{open});
    }

    void everyEndIsToldWhoeverMadeIt()
    {
        Machine nas;
        Machine laptop;
        nas.port.setMembers({laptop.key->publicKey()});
        const QSignalSpy atNas(&nas.port, &MemberPort::gone);
        const QSignalSpy atLaptop(&laptop.port, &MemberPort::gone);
        const ChannelId call = laptop.port.newId();
        laptop.port.call(call, here, nas.listen());
        QTRY_COMPARE(nas.opened.size(), 1);
        QVERIFY(nas.port.memberAt(nas.opened[0].first));
        nas.port.close(nas.opened[0].first);
        QCOMPARE(atNas.size(), 1);
        QVERIFY(!nas.port.memberAt(nas.opened[0].first));
        QTRY_COMPARE(atLaptop.size(), 1);
    }

    void whoIsNoMemberAnyMoreIsCutOff()
    {
        Machine nas;
        Machine laptop;
        nas.port.setMembers({laptop.key->publicKey()});
        laptop.port.call(laptop.port.newId(), here, nas.listen());
        QTRY_COMPARE(nas.opened.size(), 1);
        nas.port.setMembers({});
        QCOMPARE(nas.closed, std::vector{ErrorCode::not_permitted});
        QTRY_COMPARE(laptop.closed.size(), 1);
    }

    void whoWasRemovedIsToldSoAndNothingElse()
    {
        Machine nas;
        Machine laptop;
        laptop.port.setMembers({nas.key->publicKey()});
        nas.port.setMembers({laptop.key->publicKey()});
        const std::uint16_t port = nas.listen();
        laptop.port.call(laptop.port.newId(), here, port);
        QTRY_COMPARE(nas.opened.size(), 1);
        nas.port.setMembers({}, {laptop.key->publicKey()});
        const std::vector<Frame> told{{FrameKind::removed, {}}};
        QTRY_COMPARE(laptop.closed.size(), 1);
        QCOMPARE(laptop.received, told);
        // And whenever it comes again.
        laptop.port.call(laptop.port.newId(), here, port);
        QTRY_COMPARE(laptop.closed.size(), 2);
        QCOMPARE(laptop.received.size(), 2);
        QCOMPARE(nas.opened.size(), 1);
    }

    void aLockedVaultEndsAllChannels()
    {
        Machine nas;
        Machine laptop;
        const std::uint16_t port = nas.listen();
        laptop.port.call(laptop.port.newId(), here, port);
        QTRY_COMPARE(nas.opened.size(), 1);
        nas.port.setSigner(nullptr);
        QCOMPARE(nas.closed, std::vector{ErrorCode::vault_locked});
        laptop.port.call(laptop.port.newId(), here, port);
        QTRY_COMPARE(laptop.closed.size(), 2);
    }

    void strangersOfOneAddressAreFew()
    {
        Machine nas;
        const std::uint16_t port = nas.listen();
        std::vector<std::unique_ptr<QTcpSocket>> crowd;
        for (std::size_t count = 0; count < 3 * MemberPort::mostStrangersOfOneAddress; ++count) {
            crowd.push_back(std::make_unique<QTcpSocket>());
            crowd.back()->connectToHost(here, port);
            QVERIFY(crowd.back()->waitForConnected());
        }
        QTRY_COMPARE(
            std::ranges::count_if(crowd,
                [](const auto &socket) { return socket->state() == QAbstractSocket::UnconnectedState; }),
            static_cast<long>(2 * MemberPort::mostStrangersOfOneAddress));
        QCOMPARE(nas.port.channelCount(), MemberPort::mostStrangersOfOneAddress);
    }

    void aMemberGetsInThoughStrangersFillThePort()
    {
        Machine nas;
        Machine laptop;
        nas.port.setMembers({laptop.key->publicKey()});
        const std::uint16_t port = nas.listen();
        std::vector<std::unique_ptr<QTcpSocket>> crowd;
        for (std::size_t count = 0; count < MemberPort::mostStrangers + 1; ++count) {
            crowd.push_back(std::make_unique<QTcpSocket>());
            // Each from an address of its own: all of 127.0.0.0/8 is this machine.
            crowd.back()->bind(QHostAddress(0x7F000100U + static_cast<quint32>(count)));
            crowd.back()->connectToHost(here, port);
            QVERIFY(crowd.back()->waitForConnected());
        }
        QTRY_COMPARE(nas.port.channelCount(), MemberPort::mostStrangers);
        laptop.port.call(laptop.port.newId(), here, port);
        QTRY_COMPARE(laptop.opened.size(), 1);
    }
};

QTEST_GUILESS_MAIN(MemberPortTest)
#include "member_port_test.moc"
