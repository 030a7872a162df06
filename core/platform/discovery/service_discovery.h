// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace freehold::platform {

/// One DNS-SD service instance as found on one interface (RFC 6763). Names are UTF-8 and come from
/// strangers: bounded in length, otherwise unchecked.
struct ServiceInstance {
    int interface = 0; ///< the kernel's interface index
    std::string name; ///< "Brother HL-L2350DW"
    std::string type; ///< "_ipp._tcp"
    std::string domain; ///< "local"

    friend auto operator<=>(const ServiceInstance &, const ServiceInstance &) = default;
};

struct ResolvedService {
    ServiceInstance instance;
    std::string host; ///< "brother.local"
    std::uint16_t port = 0;
    std::vector<std::string> addresses; ///< numeric, IPv4 and IPv6, without a zone
    std::map<std::string, std::string> txt; ///< keys lower case; values are UTF-8 or left out

    friend bool operator==(const ResolvedService &, const ResolvedService &) = default;
};

/// A service of this machine, as others are to find it.
struct Announcement {
    std::string name; ///< of the instance; letters, digits and hyphens, as it may become a host name, too
    std::string type; ///< "_freehold._tcp"
    std::uint16_t port = 0;
    std::vector<std::string> txt; ///< "v=1", each at most 255 bytes
    /// Interfaces on which it is told, with this machine's addresses there.
    std::map<int, std::vector<std::string>> places;

    friend bool operator==(const Announcement &, const Announcement &) = default;
};

enum class DiscoveryState : std::uint8_t {
    starting,
    running,
    unavailable, ///< nothing to discover with now; goes on trying by itself
};

/// Follows what is offered on the network, for as long as it lives, through restarts of a daemon and
/// interfaces coming and going. Lives in the thread that made it, and asks a daemon in calls that wait
/// for its answer. `resolved` for an instance that was already told replaces what was told: another
/// address or text. What was told ends with `gone`; when a backend loses its sight, it tells all as gone.
class ServiceDiscovery : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    virtual void start() = 0;
    /// Asks again for the addresses and texts of all known instances of a host.
    virtual void refresh(const std::string &host) = 0;
    /// Tells the network of a service, in place of what it told before; nothing: tells it no more. Beyond
    /// that a backend of this process alone tells nothing of this machine.
    virtual void announce(std::optional<Announcement> announcement) = 0;

Q_SIGNALS:
    void resolved(const freehold::platform::ResolvedService &service);
    void gone(const freehold::platform::ServiceInstance &instance);
    void stateChanged(freehold::platform::DiscoveryState state);
    /// A limit of the backend is met and some services are missed for now. `limit` says which, as
    /// "daemon-objects".
    void limitMet(const std::string &limit);
    /// What it made us miss was asked for again, and nothing was refused.
    void limitLifted(const std::string &limit);
};

/// The backend for this system: Avahi's daemon, or its embedded stack as long as no daemon runs; dns_sd.h
/// in the portable build.
[[nodiscard]] std::unique_ptr<ServiceDiscovery> makeServiceDiscovery();

} // namespace freehold::platform
