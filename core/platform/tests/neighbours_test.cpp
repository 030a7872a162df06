// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/neighbours/linux/network_table.h"
#include "platform/neighbours/linux/rtnetlink.h"

#include <QTest>

#include <arpa/inet.h>
#include <linux/neighbour.h>
#include <linux/rtnetlink.h>
#include <net/if.h>

#include <cstring>

using namespace freehold;
using namespace freehold::platform;
using namespace freehold::platform::rtnetlink;

namespace {

/// One rtnetlink message, written as the kernel writes it.
class Message {
public:
    template <class Body>
    Message(std::uint16_t type, const Body &body)
    {
        header_.nlmsg_type = type;
        append(&body, sizeof body);
    }

    Message &with(std::uint16_t type, ByteView value)
    {
        const rtattr attribute{static_cast<unsigned short>(sizeof(rtattr) + value.size()), type};
        append(&attribute, sizeof attribute);
        append(value.data(), value.size());
        return *this;
    }
    Message &with(std::uint16_t type, std::string_view value) { return with(type, asBytes(value)); }
    Message &withAddress(std::uint16_t type, const char *text)
    {
        Bytes bytes(std::strchr(text, ':') ? 16 : 4);
        ::inet_pton(bytes.size() == 16 ? AF_INET6 : AF_INET, text, bytes.data());
        return with(type, bytes);
    }
    Message &withNumber(std::uint16_t type, int value)
    {
        return with(type, {reinterpret_cast<const std::uint8_t *>(&value), sizeof value});
    }

    [[nodiscard]] Bytes bytes() const
    {
        nlmsghdr header = header_;
        header.nlmsg_len = static_cast<std::uint32_t>(sizeof header + body_.size());
        Bytes whole(sizeof header);
        std::memcpy(whole.data(), &header, sizeof header);
        whole.insert(whole.end(), body_.begin(), body_.end());
        return whole;
    }

private:
    void append(const void *data, std::size_t size)
    {
        const auto *from = static_cast<const std::uint8_t *>(data);
        body_.insert(body_.end(), from, from + size);
        body_.resize((body_.size() + 3) & ~std::size_t{3});
    }

    nlmsghdr header_{};
    Bytes body_;
};

const Bytes mac{0x9c, 0x6b, 0x00, 0x2f, 0x41, 0xd8};

Message neighbour(std::uint16_t state, std::uint16_t type = RTM_NEWNEIGH, ByteView address = mac)
{
    ndmsg body{};
    body.ndm_family = AF_INET;
    body.ndm_ifindex = 2;
    body.ndm_state = state;
    Message message(type, body);
    message.withAddress(NDA_DST, "10.0.0.7");
    if (!address.empty())
        message.with(NDA_LLADDR, address);
    return message;
}

Message link(unsigned flags)
{
    ifinfomsg body{};
    body.ifi_index = 2;
    body.ifi_flags = flags;
    return Message(RTM_NEWLINK, body)
        .with(IFLA_IFNAME, std::string_view("eth0\0", 5))
        .with(IFLA_ADDRESS, mac);
}

Message defaultRoute(std::uint16_t type = RTM_NEWROUTE)
{
    rtmsg body{};
    body.rtm_family = AF_INET;
    body.rtm_table = RT_TABLE_MAIN;
    body.rtm_type = RTN_UNICAST;
    return Message(type, body).withAddress(RTA_GATEWAY, "10.0.0.1").withNumber(RTA_OIF, 2);
}

Message ownAddress()
{
    ifaddrmsg body{};
    body.ifa_family = AF_INET;
    body.ifa_index = 2;
    return Message(RTM_NEWADDR, body).withAddress(IFA_ADDRESS, "10.0.0.5");
}

NetworkTable::Change apply(NetworkTable &table, const Message &message)
{
    NetworkTable::Change all;
    for (const auto &event : rtnetlink::read(message.bytes())) {
        const auto change = table.apply(event);
        all.seen.insert(all.seen.end(), change.seen.begin(), change.seen.end());
        all.gone.insert(all.gone.end(), change.gone.begin(), change.gone.end());
        all.routesDoubtful |= change.routesDoubtful;
    }
    return all;
}

} // namespace

class NeighboursTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aReachableNeighbourIsRead()
    {
        const auto events = rtnetlink::read(neighbour(NUD_REACHABLE).bytes());
        QCOMPARE(events.size(), 1);
        QCOMPARE(std::get<NeighbourEntry>(events.front()),
            (NeighbourEntry{2, "10.0.0.7", "9c:6b:00:2f:41:d8", true, false}));
    }

    void aNeighbourThatIsDoubtedIsKnownButNotReachable()
    {
        for (const std::uint16_t state : {NUD_STALE, NUD_DELAY, NUD_PROBE}) {
            const auto events = rtnetlink::read(neighbour(state).bytes());
            QVERIFY(!std::get<NeighbourEntry>(events.at(0)).reachable);
        }
    }

    void entriesWithoutAUnicastMacAreSkipped()
    {
        QVERIFY(rtnetlink::read(neighbour(NUD_NOARP).bytes()).empty());
        QVERIFY(rtnetlink::read(neighbour(NUD_INCOMPLETE, RTM_NEWNEIGH, {}).bytes()).empty());
        const Bytes group{0x01, 0x00, 0x5e, 0, 0, 1};
        QVERIFY(rtnetlink::read(neighbour(NUD_STALE, RTM_NEWNEIGH, group).bytes()).empty());
        const Bytes zeros(6);
        QVERIFY(rtnetlink::read(neighbour(NUD_STALE, RTM_NEWNEIGH, zeros).bytes()).empty());
        const Bytes infiniband(20, 2);
        QVERIFY(rtnetlink::read(neighbour(NUD_STALE, RTM_NEWNEIGH, infiniband).bytes()).empty());
    }

    void aNeighbourThatFailsIsGone()
    {
        NetworkTable table;
        QCOMPARE(apply(table, neighbour(NUD_REACHABLE)).seen.size(), 1);
        QCOMPARE(apply(table, neighbour(NUD_REACHABLE)).seen.size(), 0);
        QCOMPARE(apply(table, neighbour(NUD_FAILED, RTM_NEWNEIGH, {})).gone.size(), 1);
        QCOMPARE(apply(table, neighbour(NUD_FAILED, RTM_NEWNEIGH, {})).gone.size(), 0);
    }

    void whatADumpDoesNotNameIsGone()
    {
        NetworkTable table;
        apply(table, neighbour(NUD_STALE));
        table.beginDump(KernelTable::neighbours);
        apply(table, neighbour(NUD_STALE));
        QVERIFY(table.endDump(KernelTable::neighbours).gone.empty());
        table.beginDump(KernelTable::neighbours);
        QCOMPARE(table.endDump(KernelTable::neighbours).gone.size(), 1);
    }

    void anInterfaceHasItsAddressesAndGateways()
    {
        NetworkTable table;
        QVERIFY(apply(table, link(IFF_UP | IFF_RUNNING)).routesDoubtful);
        apply(table, ownAddress());
        apply(table, defaultRoute());
        QCOMPARE(table.interfaces(),
            (std::vector<Interface>{{2, "eth0", "9c:6b:00:2f:41:d8", {"10.0.0.5"}, {"10.0.0.1"}}}));
        QVERIFY(!apply(table, defaultRoute()).routesDoubtful);
        QVERIFY(apply(table, defaultRoute(RTM_DELROUTE)).routesDoubtful);
        apply(table, link(IFF_UP));
        QVERIFY(table.interfaces().empty());
    }

    void theLoopbackInterfaceIsNone()
    {
        NetworkTable table;
        apply(table, link(IFF_UP | IFF_RUNNING | IFF_LOOPBACK));
        QVERIFY(table.interfaces().empty());
    }

    void messagesCutAnywhereAreReadWithoutHarm()
    {
        Bytes whole;
        for (const auto &message : {link(IFF_UP), ownAddress(), defaultRoute(), neighbour(NUD_STALE)}) {
            const auto bytes = message.bytes();
            whole.insert(whole.end(), bytes.begin(), bytes.end());
        }
        QCOMPARE(rtnetlink::read(whole).size(), 4);
        for (std::size_t size = 0; size < whole.size(); ++size) {
            const Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
            QVERIFY(rtnetlink::read(cut).size() < 4);
        }
    }

    void aDumpEndsCompleteInterruptedOrFailed()
    {
        const auto endOf = [](std::uint16_t type, int value) {
            return std::get<DumpDone>(rtnetlink::read(Message(type, value).bytes()).at(0)).end;
        };
        QCOMPARE(endOf(NLMSG_DONE, 0), DumpEnd::complete);
        QCOMPARE(endOf(NLMSG_ERROR, -EBUSY), DumpEnd::interrupted);
        QCOMPARE(endOf(NLMSG_ERROR, -EPERM), DumpEnd::failed);
    }
};

QTEST_GUILESS_MAIN(NeighboursTest)
#include "neighbours_test.moc"
