// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/neighbours/linux/neighbours_linux.h"

#include "support/log.h"

#include <arpa/inet.h>
#include <linux/neighbour.h>
#include <linux/rtnetlink.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

namespace freehold::platform {

namespace {

/// The kernel's own largest dump datagram (NLMSG_GOODSIZE capped at 32 KiB, netlink_dump).
constexpr std::size_t datagramBytes = 32 * 1024;

constexpr std::array groups{RTNLGRP_LINK, RTNLGRP_NEIGH, RTNLGRP_IPV4_IFADDR, RTNLGRP_IPV6_IFADDR,
    RTNLGRP_IPV4_ROUTE, RTNLGRP_IPV6_ROUTE};

constexpr std::array allTables{
    KernelTable::links, KernelTable::addresses, KernelTable::routes, KernelTable::neighbours};

struct TableRequest {
    std::uint16_t type;
    std::size_t bodyBytes; ///< of zeros, which mean "all of it"
};

TableRequest requestFor(KernelTable table)
{
    switch (table) {
    case KernelTable::links:
        return {RTM_GETLINK, sizeof(ifinfomsg)};
    case KernelTable::addresses:
        return {RTM_GETADDR, sizeof(ifaddrmsg)};
    case KernelTable::routes:
        return {RTM_GETROUTE, sizeof(rtmsg)};
    case KernelTable::neighbours:
        return {RTM_GETNEIGH, sizeof(ndmsg)};
    }
    std::unreachable();
}

struct Request {
    nlmsghdr header{};
    std::array<std::byte, sizeof(ifinfomsg)> body{}; ///< the largest of the four
};

} // namespace

NeighboursLinux::~NeighboursLinux()
{
    notifier_.reset();
    if (socket_ >= 0)
        ::close(socket_);
}

void NeighboursLinux::start()
{
    socket_ = ::socket(AF_NETLINK, SOCK_RAW | SOCK_NONBLOCK | SOCK_CLOEXEC, NETLINK_ROUTE);
    if (socket_ < 0) {
        log::write(log::Level::error, "neighbours", "the kernel gives no rtnetlink socket");
        return;
    }
    sockaddr_nl address{};
    address.nl_family = AF_NETLINK;
    ::bind(socket_, reinterpret_cast<const sockaddr *>(&address), sizeof address);
    for (const int group : groups)
        ::setsockopt(socket_, SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, &group, sizeof group);
    notifier_.emplace(socket_, QSocketNotifier::Read);
    connect(&*notifier_, &QSocketNotifier::activated, this, &NeighboursLinux::readAll);
    std::ranges::for_each(allTables, [this](KernelTable table) { wish(table); });
    askNext();
}

void NeighboursLinux::ask(int interface, const std::string &address)
{
    // The kernel resolves whom it has something to send to: an empty datagram for the discard port
    // (RFC 863). MSG_DONTROUTE keeps it on the link, whatever address a stranger told us.
    constexpr std::uint16_t discardPort = 9;
    sockaddr_in narrow{};
    sockaddr_in6 wide{};
    const bool isFour = ::inet_pton(AF_INET, address.c_str(), &narrow.sin_addr) == 1;
    if (!isFour && ::inet_pton(AF_INET6, address.c_str(), &wide.sin6_addr) != 1)
        return;
    narrow.sin_family = AF_INET;
    narrow.sin_port = htons(discardPort);
    wide.sin6_family = AF_INET6;
    wide.sin6_port = htons(discardPort);
    wide.sin6_scope_id = static_cast<std::uint32_t>(interface);
    const int asking = ::socket(isFour ? AF_INET : AF_INET6, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (asking < 0)
        return;
    // By the interface that the address was told on: another network may use the same one.
    if (::setsockopt(asking, SOL_SOCKET, SO_BINDTOIFINDEX, &interface, sizeof interface) != 0) {
        ::close(asking);
        return;
    }
    const auto *target
        = isFour ? reinterpret_cast<const sockaddr *>(&narrow) : reinterpret_cast<const sockaddr *>(&wide);
    // That nobody can be asked is no fault: the address is then known by its name alone.
    [[maybe_unused]] const ssize_t sent = ::sendto(asking, nullptr, 0, MSG_DONTROUTE, target,
        static_cast<socklen_t>(isFour ? sizeof narrow : sizeof wide));
    ::close(asking);
}

void NeighboursLinux::readAll()
{
    std::array<std::uint8_t, datagramBytes> buffer;
    while (true) {
        sockaddr_nl sender{};
        socklen_t senderSize = sizeof sender;
        const ssize_t size = ::recvfrom(
            socket_, buffer.data(), buffer.size(), 0, reinterpret_cast<sockaddr *>(&sender), &senderSize);
        if (size < 0 && errno == EINTR)
            continue;
        if (size < 0 && errno == ENOBUFS) {
            // Messages were lost: only the tables themselves say what is so now.
            asked_.reset();
            std::ranges::for_each(allTables, [this](KernelTable table) { wish(table); });
            continue;
        }
        if (size <= 0)
            break;
        if (sender.nl_pid != 0)
            continue; // any process may send here; only the kernel is believed
        for (const auto &event : rtnetlink::read({buffer.data(), static_cast<std::size_t>(size)}))
            take(event);
    }
    askNext();
    publishInterfaces();
}

void NeighboursLinux::take(const rtnetlink::Event &event)
{
    if (const auto *done = std::get_if<rtnetlink::DumpDone>(&event)) {
        if (asked_ && done->sequence == sequence_)
            finishDump(done->end);
        return;
    }
    publish(table_.apply(event));
}

void NeighboursLinux::finishDump(rtnetlink::DumpEnd end)
{
    const KernelTable table = *asked_;
    asked_.reset();
    switch (end) {
    case rtnetlink::DumpEnd::complete:
        publish(table_.endDump(table));
        break;
    case rtnetlink::DumpEnd::interrupted:
        wish(table);
        break;
    case rtnetlink::DumpEnd::failed:
        log::write(log::Level::warning, "neighbours", "the kernel refuses to tell one of its tables");
        break;
    }
    if (wished_.empty())
        knowsAll_ = true;
}

void NeighboursLinux::publish(const NetworkTable::Change &change)
{
    if (change.routesDoubtful && knowsAll_)
        wish(KernelTable::routes);
    for (const auto &neighbour : change.gone)
        Q_EMIT gone(neighbour);
    for (const auto &neighbour : change.seen)
        Q_EMIT seen(neighbour);
}

void NeighboursLinux::publishInterfaces()
{
    // Between two dumps the tables contradict each other.
    if (!knowsAll_ || asked_)
        return;
    auto now = table_.interfaces();
    if (hasTold_ && now == told_)
        return;
    hasTold_ = true;
    told_ = std::move(now);
    Q_EMIT interfacesChanged(told_);
}

void NeighboursLinux::wish(KernelTable table)
{
    if (std::ranges::find(wished_, table) == wished_.end())
        wished_.push_back(table);
}

void NeighboursLinux::askNext()
{
    if (asked_ || wished_.empty())
        return;
    const KernelTable table = wished_.front();
    Request request;
    const auto [type, bodyBytes] = requestFor(table);
    request.header.nlmsg_len = static_cast<std::uint32_t>(NLMSG_LENGTH(bodyBytes));
    request.header.nlmsg_type = type;
    request.header.nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP;
    request.header.nlmsg_seq = ++sequence_;
    if (::send(socket_, &request, request.header.nlmsg_len, 0) < 0)
        return; // a dump given up by us still runs; its end comes here again
    wished_.pop_front();
    asked_ = table;
    table_.beginDump(table);
}

std::unique_ptr<Neighbours> makeNeighbours()
{
    return std::make_unique<NeighboursLinux>();
}

} // namespace freehold::platform
