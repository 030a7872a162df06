// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/peer_credentials/peer_credentials.h"
#include "platform/peer_credentials/user_name.h"

#include <QTest>

#include <sys/socket.h>
#include <unistd.h>

#include <array>

using namespace freehold;
using namespace freehold::platform;

class PeerCredentialsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theOtherEndIsKnownByItsUser()
    {
        std::array<int, 2> ends{};
        QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()), 0);
        const auto peer = peerCredentials(ends[0]);
        QVERIFY(peer);
        QCOMPARE(peer->userId, ::getuid());
        if (peer->processId != 0)
            QCOMPARE(peer->processId, std::int64_t(::getpid()));
        if (::getuid() == 0)
            QCOMPARE(peer->userName, std::string("root"));
        ::close(ends[0]);
        ::close(ends[1]);
    }

    void anUnconnectedSocketHasNobodyAtItsOtherEnd()
    {
        const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
        const auto peer = peerCredentials(socket);
        QVERIFY(!peer);
        QCOMPARE(peer.error().code, ErrorCode::socket_unusable);
        ::close(socket);
    }

    void whatIsNoSocketIsRefused() { QVERIFY(!peerCredentials(-1)); }

    void aUserIsKnownByTheLoginName()
    {
        QVERIFY(isUser("root"));
        QVERIFY(!isUser("nobody-of-that-name"));
        QVERIFY(!isUser(""));
    }
};

QTEST_GUILESS_MAIN(PeerCredentialsTest)
#include "peer_credentials_test.moc"
