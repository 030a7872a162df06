// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/discovery/service_discovery.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace freehold::platform {

/// Which of an interface's two networks a service was found on. A stack that can't tell says `ipv4`.
enum class Transport : std::uint8_t { ipv4, ipv6 };

/// "Where is this service, and what does it say of itself?", asked over one transport.
struct ServiceQuestion {
    ServiceInstance instance;
    Transport transport = Transport::ipv4;

    friend auto operator<=>(const ServiceQuestion &, const ServiceQuestion &) = default;
};

struct ServiceAnswer {
    std::string host;
    std::uint16_t port = 0;
    std::vector<std::string> addresses;
    std::map<std::string, std::string> txt;
};

/// A type of service as found on one network.
struct ServiceType {
    std::string type;
    int interface = 0;
    Transport transport = Transport::ipv4;
};

/// What a DNS-SD stack can be asked to do. It tells what it finds to the tracker, never from within one of
/// these calls.
class ServiceStack {
public:
    virtual ~ServiceStack() = default;
    /// Tells all types there are, and goes on telling. Called again, it begins anew. False where it can't.
    virtual bool browseTypes() = 0;
    /// False where it can't: then it has told the limit that it met.
    virtual bool browse(const std::string &type) = 0;
    virtual void stopBrowsing(const std::string &type) = 0;
    /// True where the question will end with `answered` or `unanswered`.
    virtual bool resolve(const ServiceQuestion &question) = 0;
    /// As ServiceDiscovery::announce. A stack that ends takes back what it told.
    virtual void announce(const std::optional<Announcement> &announcement) = 0;
    /// Whether it has no room for what it doesn't know yet, as far as it can tell: then it stays blind to
    /// that without a word. Costs a walk over all that it knows.
    [[nodiscard]] virtual bool isFull() const { return false; }
};

/// Avahi's daemon allows a client 1,024 objects: this many resolvers, `maxTypes` browsers and the
/// browser of types fit into it.
constexpr std::size_t maxQuestionsInFlight = 256;
constexpr std::size_t maxTypes = 512;
/// The largest home has about 300 devices with 1,000 services; a flood of invented ones costs no more
/// than 4,096 times what service_text.h allows each, and fits into one answer of the engine.
constexpr std::size_t maxInstances = 4096;
/// A stack already repeats its question for some seconds; what is silent three times over is not there now.
constexpr int maxAttempts = 3;

/// The part of service discovery that every stack shares: which types to browse, which instances to
/// resolve and when, what has been told, and the bounds. One instance is told once, with the addresses
/// of all transports that it was found on. Lives in one thread.
class ServiceTracker : public QObject {
    Q_OBJECT

public:
    /// How long what a limit made us miss, or what was silent, is left alone at most.
    static constexpr std::chrono::minutes retryInterval{2};
    /// So long after a new instance it is looked whether the stack has become full: seldom enough for what
    /// that costs, soon enough for who wonders where a device is.
    static constexpr std::chrono::seconds lookInterval{5};

    ServiceTracker();

    /// The stack to use from now on, or none. Whatever was known is gone.
    void use(ServiceStack *stack);
    void refresh(const std::string &host);
    /// Of the stack that is used now, and of each that comes after it.
    void announce(std::optional<Announcement> announcement);

    void typeAppeared(const ServiceType &type);
    void typeWithdrawn(const ServiceType &type);
    void appeared(const ServiceQuestion &found);
    void withdrawn(const ServiceQuestion &found);
    void answered(const ServiceQuestion &question, ServiceAnswer answer);
    void unanswered(const ServiceQuestion &question);
    /// Something was refused for this limit. Told once, until it is lifted.
    void meet(const std::string &limit);
    /// Asks for what was refused or silent, and looks whether the stack is full. By itself every
    /// `retryInterval`.
    void tryAgain();
    /// Tells a stack that is full. By itself `lookInterval` after a new instance.
    void lookForRoom();

    [[nodiscard]] std::size_t instanceCount() const { return instances_.size(); }
    [[nodiscard]] std::size_t questionsInFlight() const { return inFlight_.size(); }
    [[nodiscard]] std::size_t questionsWaiting() const { return waiting_.size(); }

Q_SIGNALS:
    void resolved(const freehold::platform::ResolvedService &service);
    void gone(const freehold::platform::ServiceInstance &instance);
    void limitMet(const std::string &limit);
    /// Nothing was refused for it any more when that was tried again.
    void limitLifted(const std::string &limit);

private:
    struct Path {
        int attempts = 0;
        std::optional<std::uint64_t> turn; ///< its key in waiting_
        std::optional<ServiceAnswer> answer;
    };
    struct Known {
        std::map<Transport, Path> paths; ///< the transports that it is found on
        std::optional<ResolvedService> told;
    };

    void liftLimits();
    Path *path(const ServiceQuestion &question);
    void ask(const ServiceQuestion &question, Path &path);
    void askWaiting();
    void tell(const ServiceInstance &instance, Known &known);
    void end(const ServiceQuestion &question);

    ServiceStack *stack_ = nullptr;
    std::optional<Announcement> announcement_;
    std::map<std::string, std::set<std::pair<int, Transport>>> types_;
    std::map<ServiceInstance, Known> instances_;
    std::map<std::uint64_t, ServiceQuestion> waiting_;
    std::uint64_t nextTurn_ = 0;
    std::set<ServiceQuestion> inFlight_;
    std::set<std::string> limitsMet_;
    std::set<std::string> refusedFor_; ///< limits, since what was refused was last tried
    bool hasMissedTypes_ = false;
    std::set<std::string> missedInstancesOf_; ///< types, some of whose instances were refused
    std::set<ServiceQuestion> silent_;
    QTimer look_;
    QTimer retry_;
};

} // namespace freehold::platform
