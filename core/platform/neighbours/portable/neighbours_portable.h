// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/neighbours/neighbours.h"

#include <QTimer>

#include <optional>

namespace freehold::platform {

/// Interfaces from Qt, which can't tell of changes: looked at every 30 s. No gateways, no neighbours.
class NeighboursPortable final : public Neighbours {
    Q_OBJECT

public:
    void start() override;
    /// There is no neighbour table to fill.
    void ask(int, const std::string &) override { }

private:
    void look();

    QTimer timer_;
    std::optional<std::vector<Interface>> told_;
};

} // namespace freehold::platform
