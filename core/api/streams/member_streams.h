// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api_streams/member_stream.h"
#include "peer/channel/member_port.h"

#include <functional>
#include <map>
#include <memory>

namespace freehold::api {

/// All streams over the channels of a member port, those that this machine opened and those of others. It
/// knows who is at the other end, and never what that one may do. In the port's thread; outlives the streams.
class MemberStreams : public QObject {
    Q_OBJECT

public:
    /// That a member may have open here at once: more than its people's programs open.
    static constexpr std::ptrdiff_t streamsOfOneMember = 32;

    /// Takes a stream that a member opened. The role in `open` is what that member says.
    using Accept = std::function<void(
        const crypto::PublicKey &member, const StreamOpen &open, std::unique_ptr<Transport> stream)>;
    /// `port` outlives this.
    MemberStreams(peer::MemberPort &port, Accept accept);

    /// Errors: peer_unreachable where the channel is gone, and with `why` "busy" where so many are open
    /// already.
    [[nodiscard]] Result<std::unique_ptr<Transport>> open(
        peer::ChannelId channel, contract::Role role, const std::string &user);

private:
    struct Channel {
        crypto::PublicKey member{};
        bool called = false; ///< by this machine
        std::int64_t newestOwn = 0;
        std::int64_t newestTheirs = 0;
        std::map<std::int64_t, MemberStream *> streams; ///< by number; owned by those who use them

        [[nodiscard]] bool isOwn(std::int64_t number) const { return (number % 2 == 1) == called; }
        [[nodiscard]] std::ptrdiff_t count(bool own) const;
    };

    [[nodiscard]] Channel *channelAt(peer::ChannelId id);
    [[nodiscard]] std::unique_ptr<MemberStream> add(peer::ChannelId id, std::int64_t number);
    void hear(peer::ChannelId id, const peer::Frame &frame);
    [[nodiscard]] Result<void> take(peer::ChannelId id, const StreamMessage &message);
    [[nodiscard]] Result<void> takeOpen(peer::ChannelId id, Channel &channel, const StreamOpen &open);
    [[nodiscard]] std::ptrdiff_t countOf(const crypto::PublicKey &member) const;
    void drop(peer::ChannelId id);

    peer::MemberPort &port_;
    Accept accept_;
    std::map<peer::ChannelId, Channel> channels_; ///< those that have carried a stream
};

} // namespace freehold::api
