// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peer/channel/member_port.h"

namespace freehold::peer {

/// The member port as another thread uses it: nothing waits, and answers come as the port's signals.
class MemberNetwork {
public:
    explicit MemberNetwork(MemberPort &port)
        : port_(port)
    {
    }

    void setSigner(std::shared_ptr<const crypto::SigningKey> deviceKey) const
    {
        there([deviceKey = std::move(deviceKey)](MemberPort &port) { port.setSigner(deviceKey); });
    }
    void setMembers(std::set<crypto::PublicKey> members, std::set<crypto::PublicKey> removed = {}) const
    {
        there([members = std::move(members), removed = std::move(removed)](
                  MemberPort &port) { port.setMembers(members, removed); });
    }
    [[nodiscard]] ChannelId call(const std::string &host, std::uint16_t at) const
    {
        const ChannelId id = port_.newId();
        there([id, host, at](MemberPort &port) { port.call(id, QString::fromStdString(host), at); });
        return id;
    }
    void send(ChannelId id, const Frame &frame) const
    {
        there([id, frame](MemberPort &port) { port.send(id, frame); });
    }
    void keep(ChannelId id) const
    {
        there([id](MemberPort &port) { port.keep(id); });
    }
    void close(ChannelId id) const
    {
        there([id](MemberPort &port) { port.close(id); });
    }

private:
    template <class Work>
    void there(Work work) const
    {
        QMetaObject::invokeMethod(
            &port_, [&port = port_, work = std::move(work)] { work(port); }, Qt::QueuedConnection);
    }

    MemberPort &port_;
};

} // namespace freehold::peer
