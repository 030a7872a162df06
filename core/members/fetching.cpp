// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/fetching.h"

namespace freehold::members {

using peer::FrameKind;

Fetching::Fetching(peer::MemberNetwork network, peer::ChannelId channel, std::filesystem::path folder)
    : network_(network)
    , channel_(channel)
    , folder_(std::move(folder))
    , time_(this)
{
    time_.setSingleShot(true);
    connect(&time_, &QTimer::timeout, this, [this] { end(failure(ErrorCode::peer_unreachable)); });
}

std::optional<change::Incoming> Fetching::takeIncoming()
{
    return bytes_ == 0 ? std::nullopt : std::exchange(incoming_, std::nullopt);
}

void Fetching::start(const change::Haves &haves)
{
    auto incoming = change::Incoming::in(folder_);
    if (!incoming)
        return end(std::unexpected(std::move(incoming).error()));
    incoming_.emplace(std::move(*incoming));
    network_.send(channel_, peer::toFrame(Fetch{haves.heads, haves.older}));
    time_.start(patience);
}

void Fetching::received(const peer::Frame &frame)
{
    if (isOver_ || !incoming_)
        return;
    if (auto taken = take(frame); !taken)
        end(std::unexpected(std::move(taken).error()));
}

Result<void> Fetching::take(const peer::Frame &frame)
{
    if (!head_.empty())
        return failure(ErrorCode::message_malformed);
    time_.start(patience);
    switch (frame.kind) {
    case FrameKind::pack_begun:
        return incoming_->beginPack();
    case FrameKind::pack_part:
        if (auto appended = incoming_->append(frame.payload); !appended)
            return appended;
        bytes_ += frame.payload.size();
        network_.send(channel_, peer::toFrame(PackTaken{frame.payload.size()}));
        Q_EMIT progressed(bytes_);
        return {};
    case FrameKind::fetched:
        head_ = TRY(peer::fromFrame<Fetched>(frame)).head;
        if (head_.empty())
            return failure(ErrorCode::message_malformed);
        if (auto finished = incoming_->finish(); !finished)
            return finished;
        end(head_);
        return {};
    default:
        return failure(ErrorCode::message_malformed);
    }
}

void Fetching::end(const Result<std::string> &head)
{
    time_.stop();
    if (!std::exchange(isOver_, true))
        Q_EMIT finished(head);
}

} // namespace freehold::members
