// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types.h"
#include "platform/discovery/service_discovery.h"
#include "platform/neighbours/neighbours.h"
#include "support/clock.h"

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace freehold::devices {

/// What the house says of a device, from its document.
struct DocumentedDevice {
    std::string name;
    std::string owner;
    std::optional<contract::DeviceKind> kind;
    std::string mac;
    std::string seenAs;
};

/// Joins what is seen into one row a device: by member id, then MAC, and by host name only while no MAC
/// is known, so that a name alone never joins what is not one. Pure but for the clock; house thread.
class DeviceTable {
public:
    /// More than any home has. Beyond it, rows of devices that nobody named give way, the longest unseen
    /// first: a neighbour who invents devices must not fill the memory.
    static constexpr std::size_t maximumRows = 2'048;
    static constexpr std::size_t maximumServicesOfOne = 256;
    /// The kernel confirms a neighbour only when there is traffic; so long without a sign is still here.
    static constexpr std::chrono::minutes patience{10};

    DeviceTable(const Clock &clock, std::string deviceId)
        : clock_(clock)
        , selfId_(std::move(deviceId))
    {
    }

    /// The house whose ids are used; all rows get other ids when it changes.
    void setHouse(const std::string &houseId, bool announceNew);
    void setSelfName(const std::string &name);

    void seen(const platform::ResolvedService &service);
    void gone(const platform::ServiceInstance &instance);
    void seen(const platform::Neighbour &neighbour);
    void gone(const platform::Neighbour &neighbour);
    void setInterfaces(const std::vector<platform::Interface> &interfaces);
    /// What a device's document says; nothing where it has none any more.
    void give(const std::string &id, const std::optional<DocumentedDevice> &given);
    /// A row from an earlier run.
    void remember(const contract::Device &device, bool answered);
    /// Somebody said whose it is, or that it is known.
    void answer(const std::string &id);
    void forget(const std::string &id);
    /// Time has passed: who gave no sign for long is away. The next time at which to ask, where there is one.
    std::optional<Time> passTime();

    /// Ids whose rows changed or went since the last call.
    struct Changes {
        std::set<std::string> changed;
        std::set<std::string> removed;
    };
    [[nodiscard]] Changes takeChanges();

    [[nodiscard]] std::optional<contract::Device> find(const std::string &id) const;
    [[nodiscard]] std::vector<contract::Device> all() const;
    /// Those of which nobody has said whose they are.
    [[nodiscard]] std::vector<contract::Device> unanswered() const;
    [[nodiscard]] bool isAnswered(const std::string &id) const;
    [[nodiscard]] bool isFull() const { return full_; }

private:
    struct Row {
        std::string mark; ///< the MAC, or "name:" and the host name
        std::string mac;
        std::string host;
        std::map<platform::ServiceInstance, platform::ResolvedService> services;
        std::map<std::string, bool> addresses; ///< from the neighbour table; true: confirmed lately
        contract::DeviceKind rememberedKind = contract::DeviceKind::unknown;
        std::string rememberedName;
        std::optional<Time> firstSeen;
        std::optional<Time> lastSeen;
        bool answered = false;
    };
    using Rows = std::map<std::string, Row>;

    [[nodiscard]] std::string idOf(const std::string &mark) const;
    Row &rowFor(const std::string &mark);
    void place(const platform::ResolvedService &service);
    void leave(const platform::ServiceInstance &instance);
    void touch(const std::string &id, Row &row);
    void removeRow(Rows::iterator row);
    void dropIfEmpty(const std::string &id);
    void makeRoom();
    [[nodiscard]] std::string macOf(int interface, const std::string &address) const;
    [[nodiscard]] bool isSelf(const std::string &mac) const;
    [[nodiscard]] bool isOnline(const Row &row) const;
    [[nodiscard]] contract::Device describe(const std::string &id, const Row &row) const;

    const Clock &clock_;
    std::string selfId_;
    std::string selfName_;
    std::string houseId_;
    bool announceNew_ = false;
    bool full_ = false;
    Rows rows_;
    std::map<platform::ServiceInstance, std::string> placeOf_; ///< the row of each service
    std::map<std::pair<int, std::string>, platform::Neighbour> neighbours_;
    std::vector<platform::Interface> interfaces_;
    std::map<std::string, DocumentedDevice> given_;
    Changes changes_;
};

} // namespace freehold::devices
