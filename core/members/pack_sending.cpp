// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/pack_sending.h"

namespace freehold::members {

PackSending::PackSending(peer::MemberNetwork network, peer::ChannelId channel,
    std::vector<std::unique_ptr<QIODevice>> packs, std::string head)
    : network_(network)
    , channel_(channel)
    , packs_(std::move(packs))
    , head_(std::move(head))
{
}

bool PackSending::goOn()
{
    while (current_ < packs_.size() && onTheWay_ < packWindowBytes) {
        if (!std::exchange(isBegun_, true))
            network_.send(channel_, peer::toFrame(PackBegun()));
        const QByteArray part = packs_[current_]->read(peer::mostPayloadBytes);
        if (part.isEmpty()) {
            packs_[current_++].reset();
            isBegun_ = false;
            continue;
        }
        onTheWay_ += part.size();
        network_.send(channel_, {peer::FrameKind::pack_part, part});
    }
    if (current_ < packs_.size())
        return false;
    network_.send(channel_, peer::toFrame(Fetched{head_}));
    return true;
}

} // namespace freehold::members
