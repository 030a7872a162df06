// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/domain.h"
#include "change/house_slot.h"
#include "devices/device_table.h"
#include "devices/sightings.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace freehold::devices {

/// Every device that the house knows or this machine sees. House thread; what discovery tells arrives here
/// through queued signals.
class DevicesDomain final : public QObject, public change::Domain {
    Q_OBJECT

public:
    struct Context {
        change::HouseSlot &house;
        store::Database &database;
        const Clock &clock;
        std::string deviceId;
        std::string deviceName; ///< this machine's own name, where no document gives another
        std::function<void()> listed = [] { }; ///< somebody looks at who is there
    };
    explicit DevicesDomain(Context context);

    [[nodiscard]] std::string_view name() const override { return "devices"; }
    [[nodiscard]] change::Validate validator() const override;
    [[nodiscard]] std::vector<contract::Effect> effects(const change::Delta &delta) const override;
    change::Applied apply(const change::Delta &delta) override;
    /// New devices. Nothing here fails a change.
    [[nodiscard]] std::vector<contract::Finding> check() const override;
    [[nodiscard]] std::vector<contract::Finding> alerts() const override { return {}; }
    void addCalls(change::CallTable &calls) override;

    /// After a house was created or opened: what is here now is nobody's news.
    void enterHouse(const std::string &houseId);
    /// The other machines of the house, by id.
    void setMembers(std::map<std::string, MemberSeen> members);
    /// Writes what was seen; at the end, now and then, and soon after somebody was announced.
    void save();

    /// Where a device offers a service, by its id or the name that people gave it: numeric addresses that can
    /// be called from here, and the service's port.
    [[nodiscard]] std::vector<std::pair<std::string, std::uint16_t>> addressesOffering(
        const std::string &device, const std::string &serviceType) const;

    /// The MACs of the routers of the networks that this machine is on, as far as they are known now.
    [[nodiscard]] std::set<std::string> gateways() const { return table_.gateways(); }
    /// Whether somebody on a network that this machine is on has this address, as far as the kernel knows.
    [[nodiscard]] bool isNeighbour(const std::string &address) const { return table_.isNeighbour(address); }
    [[nodiscard]] std::string selfName() const;
    [[nodiscard]] contract::DeviceCount count() const;

public Q_SLOTS:
    void serviceSeen(const freehold::platform::ResolvedService &service);
    void serviceGone(const freehold::platform::ServiceInstance &instance);
    void neighbourSeen(const freehold::platform::Neighbour &neighbour);
    void neighbourGone(const freehold::platform::Neighbour &neighbour);
    void interfacesChanged(const std::vector<freehold::platform::Interface> &interfaces);

Q_SIGNALS:
    void deviceChanged(const freehold::contract::Device &device);
    void deviceRemoved(const std::string &id);
    /// Once for each: nobody knows this device yet.
    void newDeviceSeen(const freehold::contract::Device &device);
    /// What check() tells is other than it was.
    void findingsChanged();
    /// This machine's own.
    void addressesChanged(const std::vector<std::string> &addresses);

private:
    [[nodiscard]] Result<contract::Device> find(const std::string &device) const;
    [[nodiscard]] Result<contract::Device> findDocumented(const std::string &device) const;
    [[nodiscard]] std::string recognising(const std::string &text, const contract::Device &device) const;
    [[nodiscard]] Result<contract::Change> edit(const change::Caller &caller, const std::string &device,
        std::string_view key, const std::optional<change::Value> &value);
    [[nodiscard]] Result<contract::Change> assign(
        const change::Caller &caller, const std::string &device, const std::string &person);
    [[nodiscard]] Result<contract::Change> forget(const change::Caller &caller, const std::string &device);
    /// A machine that is a member, from the house.
    [[nodiscard]] Result<contract::Change> remove(
        const change::Caller &caller, const contract::Device &device, const change::Document &member);
    /// A member's document, by which it is removed.
    [[nodiscard]] Result<change::Edit> removal(
        const contract::Device &device, const change::Document &member) const;
    /// A machine takes the place of another one, which leaves the house.
    [[nodiscard]] Result<contract::Change> succeed(const change::Caller &caller, const contract::Device &old,
        const contract::Device &now, const change::Document &member);
    [[nodiscard]] Result<contract::Change> replace(
        const change::Caller &caller, const std::string &device, const std::string &inItsPlace);
    void restore();
    void tellSoon();
    void tell();
    [[nodiscard]] bool mayAnnounce();

    Context context_;
    DeviceTable table_;
    Sightings sightings_;
    QTimer telling_;
    QTimer passing_;
    QTimer saving_;
    std::set<std::string> unsaved_;
    std::set<std::string> new_; ///< devices that were told as new
    bool toldFull_ = false;
    // Two of one name can't be told apart, and a network card is in one device.
    std::vector<Time> announcedAt_; ///< in the last minute
};

} // namespace freehold::devices
