// SPDX-License-Identifier: GPL-3.0-or-later
// A hostile neighbour: mdns_flood INSTANCES sends that many absurd service instances to the mDNS group
// (RFC 6762), with types, texts and addresses that nobody should believe, and garbage between them.
#include <arpa/inet.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

namespace {

constexpr std::uint16_t mdnsPort = 5353;
constexpr std::uint16_t typeA = 1;
constexpr std::uint16_t typePtr = 12;
constexpr std::uint16_t typeTxt = 16;
constexpr std::uint16_t typeSrv = 33;
constexpr std::uint16_t classIn = 1;
constexpr std::uint16_t classInFlush = 0x8001;
/// Short, so that what the flood displaced is found again soon.
constexpr std::uint32_t timeToLive = 5;

std::mt19937 random(1);

std::uint32_t below(std::uint32_t limit)
{
    return std::uniform_int_distribution<std::uint32_t>(0, limit - 1)(random);
}

using Labels = std::vector<std::string>;

class Packet {
public:
    Packet() { bytes_ = {0, 0, 0x84, 0, 0, 0, 0, 0, 0, 0, 0, 0}; }

    void number(std::uint32_t value, int size)
    {
        while (size-- > 0)
            bytes_.push_back(static_cast<std::uint8_t>(value >> (8 * size)));
    }
    void name(const Labels &labels)
    {
        for (const auto &label : labels) {
            bytes_.push_back(static_cast<std::uint8_t>(label.size()));
            bytes_.insert(bytes_.end(), label.begin(), label.end());
        }
        bytes_.push_back(0);
    }
    /// A record whose data `write` appends.
    template <class Write>
    void record(const Labels &owner, std::uint16_t type, std::uint16_t klass, Write &&write)
    {
        ++bytes_[7];
        name(owner);
        number(type, 2);
        number(klass, 2);
        number(timeToLive, 4);
        const std::size_t at = bytes_.size();
        number(0, 2);
        write();
        const auto size = bytes_.size() - at - 2;
        bytes_[at] = static_cast<std::uint8_t>(size >> 8);
        bytes_[at + 1] = static_cast<std::uint8_t>(size);
    }
    void spoil()
    {
        for (int count = 0; count < 8; ++count)
            bytes_[below(static_cast<std::uint32_t>(bytes_.size()))] = static_cast<std::uint8_t>(below(256));
    }
    [[nodiscard]] const std::vector<std::uint8_t> &bytes() const { return bytes_; }

private:
    std::vector<std::uint8_t> bytes_;
};

std::string randomLabel(std::uint32_t size)
{
    std::string label;
    for (std::uint32_t count = 0; count < size; ++count)
        label += static_cast<char>(1 + below(255)); // mostly no UTF-8
    return label;
}

Packet absurdInstance(unsigned number)
{
    const Labels type{number % 8 == 0 ? "_t" + std::to_string(number) : "_http", "_tcp", "local"};
    Labels instance{number % 4 == 0 ? randomLabel(1 + below(63)) : "flood " + std::to_string(number)};
    instance.insert(instance.end(), type.begin(), type.end());
    // Every third is said to run on a neighbour that has nothing to do with it.
    const Labels host{number % 3 == 0 ? "server" : "h" + std::to_string(number), "local"};
    Packet packet;
    packet.record({"_services", "_dns-sd", "_udp", "local"}, typePtr, classIn, [&] { packet.name(type); });
    packet.record(type, typePtr, classIn, [&] { packet.name(instance); });
    packet.record(instance, typeSrv, classInFlush, [&] {
        packet.number(0, 4);
        packet.number(below(65536), 2);
        packet.name(host);
    });
    packet.record(instance, typeTxt, classInFlush, [&] {
        for (std::uint32_t count = below(28); count > 0; --count) {
            packet.number(255, 1);
            const std::string text
                = count % 2 ? randomLabel(255) : "k" + std::to_string(count) + "=" + std::string(255, 'x');
            for (int at = 0; at < 255; ++at)
                packet.number(static_cast<std::uint8_t>(text[static_cast<std::size_t>(at)]), 1);
        }
    });
    packet.record(host, typeA, classInFlush, [&] { packet.number(below(0xffffffff), 4); });
    if (number % 16 == 1)
        packet.spoil();
    return packet;
}

} // namespace

int main(int argc, char **argv)
{
    const unsigned long instances = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 0;
    const int socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    const int on = 1;
    const int ttl = 255;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on);
    ::setsockopt(socket, IPPROTO_IP, IP_MULTICAST_TTL, &ttl, sizeof ttl);
    ip_mreqn outgoing{}; // the hosts of a home have no route to the group
    outgoing.imr_ifindex = static_cast<int>(::if_nametoindex("eth0"));
    ::setsockopt(socket, IPPROTO_IP, IP_MULTICAST_IF, &outgoing, sizeof outgoing);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(mdnsPort);
    if (::bind(socket, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0) {
        std::perror("bind");
        return 1;
    }
    ::inet_pton(AF_INET, "224.0.0.251", &address.sin_addr);
    unsigned long sent = 0;
    for (unsigned number = 0; number < instances; ++number) {
        const auto packet = absurdInstance(number);
        sent += ::sendto(socket, packet.bytes().data(), packet.bytes().size(), 0,
                    reinterpret_cast<sockaddr *>(&address), sizeof address)
            > 0;
        if (number % 4 == 0)
            ::usleep(2000); // as fast as a receiver takes them: what its socket drops does no harm
    }
    std::printf("sent %lu\n", sent);
    return sent == instances ? 0 : 1;
}
