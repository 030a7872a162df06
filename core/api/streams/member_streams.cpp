// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_streams/member_streams.h"

#include "support/log.h"

#include <algorithm>

namespace freehold::api {

using peer::ChannelId;
using peer::Frame;

MemberStreams::MemberStreams(peer::MemberPort &port, Accept accept)
    : port_(port)
    , accept_(std::move(accept))
{
    connect(&port, &peer::MemberPort::streamReceived, this, &MemberStreams::hear);
    connect(&port, &peer::MemberPort::gone, this, &MemberStreams::drop);
}

std::ptrdiff_t MemberStreams::Channel::count(bool own) const
{
    return std::ranges::count_if(streams, [&](const auto &one) { return isOwn(one.first) == own; });
}

MemberStreams::Channel *MemberStreams::channelAt(ChannelId id)
{
    const auto member = port_.memberAt(id);
    if (!member)
        return nullptr;
    return &channels_.try_emplace(id, Channel{member->key, member->called, 0, 0, {}}).first->second;
}

std::unique_ptr<MemberStream> MemberStreams::add(ChannelId id, std::int64_t number)
{
    auto stream = std::make_unique<MemberStream>(number,
        MemberStream::Way{[this, id](const StreamMessage &message) { port_.send(id, toFrame(message)); },
            [this, id, number] {
                if (const auto channel = channels_.find(id); channel != channels_.end())
                    channel->second.streams.erase(number);
            }});
    channels_.at(id).streams.emplace(number, stream.get());
    return stream;
}

Result<std::unique_ptr<Transport>> MemberStreams::open(
    ChannelId channelId, contract::Role role, const std::string &user)
{
    Channel *channel = channelAt(channelId);
    if (channel == nullptr)
        return failure(ErrorCode::peer_unreachable);
    if (channel->count(true) >= streamsOfOneMember)
        return failure(ErrorCode::peer_unreachable, {{"why", "busy"}});
    if (channel->newestOwn == 0)
        channel->newestOwn = channel->called ? 1 : 2;
    else
        channel->newestOwn += 2;
    const std::int64_t number = channel->newestOwn;
    auto stream = add(channelId, number);
    port_.send(channelId, toFrame(StreamOpen{number, role, user}));
    return stream;
}

void MemberStreams::hear(ChannelId id, const Frame &frame)
{
    const auto taken
        = streamMessage(frame).and_then([&](const StreamMessage &message) { return take(id, message); });
    if (taken)
        return;
    log::write(log::Level::warning, "api", "a member said of streams what can't be: its channel is ended");
    port_.refuse(id, taken.error());
}

Result<void> MemberStreams::take(ChannelId id, const StreamMessage &message)
{
    Channel *channel = channelAt(id);
    if (channel == nullptr)
        return {};
    if (const auto *open = std::get_if<StreamOpen>(&message))
        return takeOpen(id, *channel, *open);
    const std::int64_t number = std::visit([](const auto &one) { return one.stream; }, message);
    const auto found = channel->streams.find(number);
    if (found == channel->streams.end()) {
        // What was on its way when this side closed it.
        if (number <= (channel->isOwn(number) ? channel->newestOwn : channel->newestTheirs))
            return {};
        return failure(ErrorCode::message_malformed, {{"part", "stream"}});
    }
    MemberStream &stream = *found->second;
    if (const auto *bytes = std::get_if<StreamBytes>(&message))
        return stream.hearBytes(bytes->bytes);
    if (const auto *taken = std::get_if<StreamTaken>(&message))
        return stream.hearTaken(taken->bytes);
    stream.cut();
    return {};
}

Result<void> MemberStreams::takeOpen(ChannelId id, Channel &channel, const StreamOpen &open)
{
    if (channel.isOwn(open.stream) || open.stream <= channel.newestTheirs)
        return failure(ErrorCode::message_malformed, {{"part", "stream"}});
    channel.newestTheirs = open.stream;
    const crypto::PublicKey member = channel.member;
    if (countOf(member) >= streamsOfOneMember) {
        log::write(log::Level::warning, "api", "a member has too many streams; one was refused");
        port_.send(id, toFrame(StreamClosed{open.stream}));
        return {};
    }
    accept_(member, open, add(id, open.stream));
    return {};
}

std::ptrdiff_t MemberStreams::countOf(const crypto::PublicKey &member) const
{
    std::ptrdiff_t count = 0;
    for (const auto &[id, channel] : channels_)
        count += channel.member == member ? channel.count(false) : 0;
    return count;
}

void MemberStreams::drop(ChannelId id)
{
    auto gone = channels_.extract(id);
    if (gone.empty())
        return;
    for (const auto &[number, stream] : gone.mapped().streams)
        stream->cut();
}

} // namespace freehold::api
