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

    /// Both speak of one device, whatever they say of it.
    [[nodiscard]] bool isRecognisedAs(const DocumentedDevice &other) const
    {
        return mac == other.mac && seenAs == other.seenAs;
    }
};

/// What this machine knows of another one that belongs to the house.
struct MemberSeen {
    bool isOnline = false;
    std::set<std::string> addresses; ///< from which it has shown its key, numeric

    friend bool operator==(const MemberSeen &, const MemberSeen &) = default;
};

/// Joins what is seen into one row a device: by member id, then MAC, and by host name only while no MAC
/// is known, so that a name alone never joins what is not one. Pure but for the clock; house thread.
class DeviceTable {
public:
    /// More than any home has. Beyond it, rows of devices that nobody named give way, those known by a name
    /// alone and the most recent first: a neighbour who invents devices drives out what he invented.
    static constexpr std::size_t maximumRows = 2'048;
    /// Names cost nothing: so many of those that are away, known by no MAC and named by nobody are kept.
    static constexpr std::size_t maximumAwayByName = 128;
    static constexpr std::size_t maximumServicesOfOne = 256;
    /// What services say of themselves in TXT, of one device and in all(): with all else that is bounded, the
    /// list stays below what a client takes in one message.
    static constexpr std::size_t maximumTextOfOne = 32UL * 1024;
    static constexpr std::size_t maximumText = 256UL * 1024;
    /// The kernel confirms a neighbour only when there is traffic; so long without a sign is still here.
    static constexpr std::chrono::minutes patience{10};
    /// Services are told a moment before the MAC of their host: so long a device without one is not new yet.
    static constexpr std::chrono::seconds grace{2};

    /// `deviceId` is this machine's own, which always has a row.
    DeviceTable(const Clock &clock, std::string deviceId);

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
    /// The other machines of the house, by id. Whoever holds an address from which one has shown its key is
    /// that one.
    void setMembers(std::map<std::string, MemberSeen> members);
    /// A row from an earlier run, which was announced then.
    void remember(const contract::Device &device, const std::string &host, bool answered);
    /// True once for each device that is new.
    [[nodiscard]] bool announce(const std::string &id);
    /// Somebody said whose it is, or that it is known.
    void answer(const std::string &id);
    /// It is new again, or gone where it is not here. By its mark: without its document it has another id.
    void forget(const std::string &mark);
    /// Time has passed: who gave no sign for long is away. The next time at which to ask, where there is one.
    std::optional<Time> passTime();

    /// Ids whose rows changed or went since the last call.
    struct Changes {
        std::set<std::string> changed;
        std::set<std::string> removed;
        bool who = false; ///< for whom somebody answered, which must not be lost
    };
    [[nodiscard]] Changes takeChanges();

    [[nodiscard]] std::optional<contract::Device> find(const std::string &id) const;
    [[nodiscard]] std::vector<contract::Device> all() const;
    /// Those of which nobody has said whose they are.
    [[nodiscard]] std::vector<contract::Device> unanswered() const;
    [[nodiscard]] bool isAnswered(const std::string &id) const;
    /// What it is recognised by (device_recognition.cpp); empty where there is no such device.
    [[nodiscard]] std::string markOf(const std::string &id) const;
    /// The host name that its services gave last; empty where they gave none.
    [[nodiscard]] std::string hostOf(const std::string &id) const;
    /// The host name by which a device without a MAC is recognised; empty where that is not what it is by.
    [[nodiscard]] std::string seenAs(const std::string &id) const;
    /// The MACs of the routers of the networks that this machine is on, as far as they are known now.
    [[nodiscard]] std::set<std::string> gateways() const;
    /// Whether somebody on a network that this machine is on has this address, as far as the kernel knows.
    [[nodiscard]] bool isNeighbour(const std::string &address) const;
    /// Devices are being left out, or were a moment ago.
    [[nodiscard]] bool isFull() const { return full_; }

private:
    using Place = std::pair<int, std::string>; ///< interface and address

    struct Row {
        std::string mark; ///< what it is recognised by: see device_recognition.cpp
        std::string mac;
        std::string host;
        std::map<platform::ServiceInstance, platform::ResolvedService> services;
        std::map<Place, bool> addresses; ///< from the neighbour table; true: confirmed lately
        contract::DeviceKind rememberedKind = contract::DeviceKind::unknown;
        std::string rememberedName;
        std::optional<Time> firstSeen;
        std::optional<Time> lastSeen;
        std::optional<Time> graceEnds; ///< not new before
        bool answered = false;
        bool announced = false;
        bool toldOnline = false;
    };
    using Rows = std::map<std::string, Row>;

    // Which row (device_recognition.cpp)
    [[nodiscard]] std::string idOf(const std::string &mark) const;
    [[nodiscard]] std::string markOf(const platform::ResolvedService &service) const;
    [[nodiscard]] bool isSelf(const std::string &mark) const;
    [[nodiscard]] std::string holderOf(int interface, const std::string &address) const;
    Row &rowFor(const std::string &id, const std::string &mark);
    [[nodiscard]] bool isSpent(const std::string &id) const;
    [[nodiscard]] std::string join(
        const platform::ResolvedService &service, const std::string &mark, const std::string &was);
    void move(const std::string &from, const std::string &to);
    void leaveDocument(Rows::iterator row);
    static void merge(Row &into, Row from);
    void withdraw(const std::string &id);
    void joinMembers();
    [[nodiscard]] bool isGateway(const std::string &mac) const;

    // What is in it (device_table.cpp)
    void place(const platform::ResolvedService &service);
    void placeAgain(const std::set<Place> &addresses);
    std::string takeOut(const platform::ServiceInstance &instance);
    static void keepShown(Row &row, const contract::Device &shown);
    void removeRow(Rows::iterator row);
    void makeRoom();
    void trimAway();

    // How it reads (device_rows.cpp)
    [[nodiscard]] static bool isInSight(const Row &row);
    [[nodiscard]] bool isOnline(const std::string &id, const Row &row) const;
    /// Of one that is online.
    [[nodiscard]] contract::Network networkOf(const std::string &id) const;
    [[nodiscard]] contract::Device describe(const std::string &id, const Row &row) const;

    const Clock &clock_;
    std::string selfId_;
    std::string selfName_;
    std::string houseId_;
    bool announceNew_ = false;
    bool full_ = false;
    Rows rows_;
    std::map<platform::ServiceInstance, std::string> placeOf_; ///< the row of each service
    std::map<Place, platform::Neighbour> neighbours_;
    std::vector<platform::Interface> interfaces_;
    std::map<std::string, DocumentedDevice> given_;
    std::map<std::string, MemberSeen> members_;
    std::map<std::string, std::string> recognised_; ///< by mark: the document or member that it is
    Changes changes_;
};

} // namespace freehold::devices
