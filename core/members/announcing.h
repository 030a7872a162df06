// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/member_calls.h"
#include "platform/discovery/service_discovery.h"
#include "support/clock.h"
#include "support/result.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace freehold::members {

/// Lets machines that want to join find this one on its networks for a while, because a person said so. What
/// is told names nobody, and is another each time. House thread.
class Announcing : public QObject {
    Q_OBJECT

public:
    static constexpr const char *serviceType = "_freehold._tcp";
    static constexpr std::chrono::minutes time{10};

    explicit Announcing(const Clock &clock);

    /// Again, it lasts as long from now on. Errors: member_port_closed.
    [[nodiscard]] Result<contract::OpenPairing> open(std::uint16_t port);
    void close();

Q_SIGNALS:
    /// What is to be told from now on, without its places.
    void wanted(const std::optional<freehold::platform::Announcement> &announcement);

private:
    const Clock &clock_;
    QTimer end_;
};

} // namespace freehold::members
