// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/neighbours/linux/network_table.h"
#include "platform/neighbours/neighbours.h"

#include <QSocketNotifier>

#include <deque>
#include <optional>

namespace freehold::platform {

/// The kernel's tables over one rtnetlink socket: dumped one after the other, then followed.
class NeighboursLinux final : public Neighbours {
    Q_OBJECT

public:
    NeighboursLinux() = default;
    ~NeighboursLinux() override;

    void start() override;
    void ask(int interface, const std::string &address) override;

private:
    void readAll();
    void take(const rtnetlink::Event &event);
    void finishDump(rtnetlink::DumpEnd end);
    void publish(const NetworkTable::Change &change);
    void publishInterfaces();

    /// Asks for a table after those already asked for, unless it stands there.
    void wish(KernelTable table);
    /// Asks the kernel for the next table: it answers one dump at a time.
    void askNext();

    int socket_ = -1;
    std::optional<QSocketNotifier> notifier_;
    NetworkTable table_;
    std::deque<KernelTable> wished_;
    std::optional<KernelTable> asked_;
    std::uint32_t sequence_ = 0;
    bool knowsAll_ = false; ///< the first dumps are through
    std::vector<Interface> told_;
    bool hasTold_ = false;
};

} // namespace freehold::platform
