// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/fetching.h"

namespace freehold::members {

using peer::FrameKind;

Fetching::Fetching(peer::MemberNetwork network, peer::ChannelId channel, Places places)
    : network_(network)
    , channel_(channel)
    , places_(std::move(places))
    , indexing_(places_)
    , time_(this)
{
    connect(&indexing_, &PackIndexing::finished, this, [this](const Result<void> &indexed) {
        if (indexed)
            end(head_);
        else
            end(std::unexpected(indexed.error()));
    });
    time_.setSingleShot(true);
    connect(&time_, &QTimer::timeout, this, [this] { end(failure(ErrorCode::peer_unreachable)); });
}

void Fetching::start(const std::vector<std::string> &have)
{
    auto incoming = change::Incoming::in(places_.folder);
    if (!incoming)
        return end(std::unexpected(std::move(incoming).error()));
    incoming_.emplace(std::move(*incoming));
    network_.send(channel_, peer::toFrame(Fetch{have}));
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
        time_.stop();
        if (bytes_ == 0)
            end(head_);
        else
            indexing_.start();
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
