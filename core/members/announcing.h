// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/member_calls.h"
#include "platform/discovery/service_discovery.h"
#include "support/clock.h"
#include "support/result.h"
#include "support/secret.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>
#include <string>

namespace freehold::members {

/// What this machine tells its networks of itself: for a while that machines can join, because a person said
/// so, by what names nobody and is another each time; or, on a network of the house's own, what its members
/// know each other by, which is another each day. House thread.
class Announcing : public QObject {
    Q_OBJECT

public:
    static constexpr const char *serviceType = "_freehold._tcp";
    static constexpr std::chrono::minutes time{10};

    explicit Announcing(const Clock &clock);

    /// Again, it lasts as long from now on. Errors: member_port_closed.
    [[nodiscard]] Result<contract::OpenPairing> open(std::uint16_t port);
    void close();
    /// The secret by which members know each other, on a network of the house; nothing on any other.
    void setAtHome(std::optional<Secret> secret, std::uint16_t port);

    /// Whether members of the house with this secret announce this id today, by a clock that is a day off at
    /// most.
    [[nodiscard]] static bool isOurs(const Secret &secret, const std::string &id, Time now);
    /// Whether this machine itself announces this instance.
    [[nodiscard]] bool isOwn(const std::string &instance) const { return told_ && told_->name == instance; }

Q_SIGNALS:
    /// What is to be told from now on, without its places.
    void wanted(const std::optional<freehold::platform::Announcement> &announcement);

private:
    void tell(std::optional<platform::Announcement> announcement);
    /// What is told when nobody joins.
    void tellMembers();

    const Clock &clock_;
    QTimer end_;
    QTimer day_; ///< ends with the day
    std::optional<Secret> secret_;
    std::uint16_t port_ = 0;
    std::optional<platform::Announcement> told_;
};

} // namespace freehold::members
