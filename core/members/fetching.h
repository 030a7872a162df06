// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/replication/haves.h"
#include "change/replication/incoming.h"
#include "members/replication_messages.h"
#include "peer/channel/member_network.h"

#include <QObject>
#include <QTimer>

#include <filesystem>
#include <optional>

namespace freehold::members {

/// Gets from one member what is lacking: into a folder of its own, where nobody has looked at it yet. House
/// thread.
class Fetching : public QObject {
    Q_OBJECT

public:
    /// Who sends nothing for so long is given up.
    static constexpr std::chrono::seconds patience{30};

    /// `folder`: nothing else's.
    Fetching(peer::MemberNetwork network, peer::ChannelId channel, std::filesystem::path folder);

    void start(const change::Haves &haves);
    void received(const peer::Frame &frame);
    /// The channel is gone.
    void closed(const Error &error) { end(std::unexpected(error)); }

    /// What was got, once finished without an error; nothing where all that was lacking was here.
    [[nodiscard]] std::optional<change::Incoming> takeIncoming();

Q_SIGNALS:
    /// Bytes that have arrived so far.
    void progressed(qint64 bytes);
    /// The last thing it tells: the other's head, or what went wrong.
    void finished(const freehold::Result<std::string> &head);

private:
    [[nodiscard]] Result<void> take(const peer::Frame &frame);
    void end(const Result<std::string> &head);

    peer::MemberNetwork network_;
    peer::ChannelId channel_;
    std::filesystem::path folder_;
    std::optional<change::Incoming> incoming_;
    std::string head_;
    qint64 bytes_ = 0;
    QTimer time_;
    bool isOver_ = false;
};

} // namespace freehold::members
