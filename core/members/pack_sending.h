// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "members/replication_messages.h"
#include "peer/channel/member_network.h"

#include <QIODevice>

#include <memory>
#include <string>
#include <vector>

namespace freehold::members {

/// Packs on their way to one member. House thread.
class PackSending {
public:
    PackSending(peer::MemberNetwork network, peer::ChannelId channel,
        std::vector<std::unique_ptr<QIODevice>> packs, std::string head);

    /// Sends as much as the window lets through. True when nothing is left to be sent.
    [[nodiscard]] bool goOn();
    /// The other side has taken so much.
    void taken(qint64 bytes) { onTheWay_ = std::max<qint64>(0, onTheWay_ - bytes); }

private:
    peer::MemberNetwork network_;
    peer::ChannelId channel_;
    std::vector<std::unique_ptr<QIODevice>> packs_; ///< from the one that is being sent
    std::size_t current_ = 0;
    bool isBegun_ = false;
    std::string head_;
    qint64 onTheWay_ = 0;
};

} // namespace freehold::members
