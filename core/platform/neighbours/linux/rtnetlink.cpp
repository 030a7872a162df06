// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/neighbours/linux/rtnetlink.h"

#include <arpa/inet.h>
#include <linux/neighbour.h>
#include <linux/rtnetlink.h>
#include <net/if.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <format>
#include <optional>

namespace freehold::platform::rtnetlink {

namespace {

constexpr std::size_t macBytes = 6;

/// A structure at the front of the bytes, copied: they need not be aligned.
template <class Header>
std::optional<Header> headerOf(ByteView bytes)
{
    if (bytes.size() < sizeof(Header))
        return std::nullopt;
    Header header;
    std::memcpy(&header, bytes.data(), sizeof header);
    return header;
}

/// Messages and attributes begin at multiples of four bytes (NLMSG_ALIGNTO, RTA_ALIGNTO).
ByteView afterAligned(ByteView bytes, std::size_t size)
{
    return bytes.subspan(std::min(bytes.size(), (size + 3) & ~std::size_t{3}));
}

/// Calls `visit` with the type and the value of each attribute.
template <class Visit>
void forEachAttribute(ByteView bytes, Visit &&visit)
{
    while (const auto header = headerOf<rtattr>(bytes)) {
        if (header->rta_len < sizeof(rtattr) || header->rta_len > bytes.size())
            return;
        visit(header->rta_type & NLA_TYPE_MASK, bytes.first(header->rta_len).subspan(sizeof(rtattr)));
        bytes = afterAligned(bytes, header->rta_len);
    }
}

std::string addressText(int family, ByteView bytes)
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (family == AF_INET && bytes.size() == sizeof(in_addr))
        ::inet_ntop(AF_INET, bytes.data(), text.data(), text.size());
    else if (family == AF_INET6 && bytes.size() == sizeof(in6_addr))
        ::inet_ntop(AF_INET6, bytes.data(), text.data(), text.size());
    return text.data();
}

std::string macText(ByteView bytes)
{
    if (bytes.size() != macBytes)
        return {};
    return std::format("{:02x}:{:02x}:{:02x}:{:02x}:{:02x}:{:02x}", bytes[0], bytes[1], bytes[2], bytes[3],
        bytes[4], bytes[5]);
}

/// Neither a group address (the lowest bit of the first byte) nor all zeros.
bool isUnicastMac(ByteView bytes)
{
    return bytes.size() == macBytes && (bytes[0] & 1) == 0
        && std::ranges::any_of(bytes, [](std::uint8_t byte) { return byte != 0; });
}

void readLink(ByteView body, bool removed, std::vector<Event> &events)
{
    const auto header = headerOf<ifinfomsg>(body);
    // AF_BRIDGE tells of a bridge's ports, not of a link.
    if (!header || header->ifi_family != AF_UNSPEC)
        return;
    if (removed) {
        events.emplace_back(LinkGone{header->ifi_index});
        return;
    }
    LinkChanged link{.interface = header->ifi_index,
        .name = {},
        .mac = {},
        .isUp = (header->ifi_flags & IFF_UP) && (header->ifi_flags & IFF_RUNNING),
        .isLoopback = (header->ifi_flags & IFF_LOOPBACK) != 0};
    forEachAttribute(afterAligned(body, sizeof *header), [&](int type, ByteView value) {
        if (type == IFLA_IFNAME) {
            const auto end = std::ranges::find(value, 0);
            link.name.assign(value.begin(), end);
        } else if (type == IFLA_ADDRESS) {
            link.mac = macText(value);
        }
    });
    events.emplace_back(std::move(link));
}

void readAddress(ByteView body, bool removed, std::vector<Event> &events)
{
    const auto header = headerOf<ifaddrmsg>(body);
    if (!header)
        return;
    OwnAddress own{.interface = static_cast<int>(header->ifa_index), .address = {}, .gone = removed};
    std::string local;
    forEachAttribute(afterAligned(body, sizeof *header), [&](int type, ByteView value) {
        // On a point-to-point link IFA_ADDRESS is the other end's, and IFA_LOCAL our own.
        if (type == IFA_ADDRESS)
            own.address = addressText(header->ifa_family, value);
        else if (type == IFA_LOCAL)
            local = addressText(header->ifa_family, value);
    });
    if (!local.empty())
        own.address = std::move(local);
    if (!own.address.empty())
        events.emplace_back(std::move(own));
}

/// The next hop as told by RTA_GATEWAY, or RTA_VIA where it is of another family.
void readHop(int family, int type, ByteView value, std::string &address)
{
    if (type == RTA_GATEWAY)
        address = addressText(family, value);
    else if (const auto via = headerOf<std::uint16_t>(value); type == RTA_VIA && via)
        address = addressText(*via, value.subspan(sizeof *via));
}

void readRoute(ByteView body, bool removed, std::vector<Event> &events)
{
    const auto header = headerOf<rtmsg>(body);
    if (!header || header->rtm_dst_len != 0 || header->rtm_table != RT_TABLE_MAIN
        || header->rtm_type != RTN_UNICAST
        || (header->rtm_family != AF_INET && header->rtm_family != AF_INET6))
        return;
    Gateway single{.interface = 0, .address = {}, .gone = removed};
    forEachAttribute(afterAligned(body, sizeof *header), [&](int type, ByteView value) {
        readHop(header->rtm_family, type, value, single.address);
        if (const auto index = headerOf<int>(value); type == RTA_OIF && index)
            single.interface = *index;
        if (type != RTA_MULTIPATH)
            return;
        while (const auto hop = headerOf<rtnexthop>(value)) {
            if (hop->rtnh_len < sizeof *hop || hop->rtnh_len > value.size())
                return;
            Gateway gateway{.interface = hop->rtnh_ifindex, .address = {}, .gone = removed};
            forEachAttribute(value.first(hop->rtnh_len).subspan(sizeof *hop), [&](int inner, ByteView bytes) {
                readHop(header->rtm_family, inner, bytes, gateway.address);
            });
            if (!gateway.address.empty())
                events.emplace_back(std::move(gateway));
            value = afterAligned(value, hop->rtnh_len);
        }
    });
    if (single.interface != 0 && !single.address.empty())
        events.emplace_back(std::move(single));
}

void readNeighbour(ByteView body, bool removed, std::vector<Event> &events)
{
    const auto header = headerOf<ndmsg>(body);
    if (!header || (header->ndm_state & NUD_NOARP) || (header->ndm_flags & NTF_PROXY))
        return;
    NeighbourEntry entry;
    entry.interface = header->ndm_ifindex;
    entry.gone = removed || (header->ndm_state & NUD_FAILED);
    // DELAY and PROBE only say that the kernel begins to doubt.
    entry.reachable = !entry.gone && (header->ndm_state & (NUD_REACHABLE | NUD_PERMANENT));
    bool hasUnicastMac = false;
    forEachAttribute(afterAligned(body, sizeof *header), [&](int type, ByteView value) {
        if (type == NDA_DST) {
            entry.address = addressText(header->ndm_family, value);
        } else if (type == NDA_LLADDR) {
            entry.mac = macText(value);
            hasUnicastMac = isUnicastMac(value);
        }
    });
    if (entry.address.empty())
        return;
    if (!entry.gone && (!hasUnicastMac || (header->ndm_state & NUD_INCOMPLETE)))
        return;
    events.emplace_back(std::move(entry));
}

void readMessage(const nlmsghdr &header, ByteView body, std::vector<Event> &events)
{
    switch (header.nlmsg_type) {
    case RTM_NEWLINK:
    case RTM_DELLINK:
        return readLink(body, header.nlmsg_type == RTM_DELLINK, events);
    case RTM_NEWADDR:
    case RTM_DELADDR:
        return readAddress(body, header.nlmsg_type == RTM_DELADDR, events);
    case RTM_NEWROUTE:
    case RTM_DELROUTE:
        return readRoute(body, header.nlmsg_type == RTM_DELROUTE, events);
    case RTM_NEWNEIGH:
    case RTM_DELNEIGH:
        return readNeighbour(body, header.nlmsg_type == RTM_DELNEIGH, events);
    case NLMSG_DONE:
        events.emplace_back(DumpDone{header.nlmsg_seq,
            header.nlmsg_flags & NLM_F_DUMP_INTR ? DumpEnd::interrupted : DumpEnd::complete});
        return;
    case NLMSG_ERROR:
        // A negative errno comes first (struct nlmsgerr).
        events.emplace_back(DumpDone{
            header.nlmsg_seq, headerOf<int>(body) == -EBUSY ? DumpEnd::interrupted : DumpEnd::failed});
        return;
    default:
        return;
    }
}

} // namespace

std::vector<Event> read(ByteView datagram)
{
    std::vector<Event> events;
    while (const auto header = headerOf<nlmsghdr>(datagram)) {
        if (header->nlmsg_len < sizeof *header || header->nlmsg_len > datagram.size())
            break;
        readMessage(*header, datagram.first(header->nlmsg_len).subspan(sizeof *header), events);
        datagram = afterAligned(datagram, header->nlmsg_len);
    }
    return events;
}

} // namespace freehold::platform::rtnetlink
