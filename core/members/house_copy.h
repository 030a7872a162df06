// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/replication/house_merge.h"
#include "members/beside.h"
#include "members/fetching.h"
#include "members/pack_indexing.h"
#include "members/pairings.h"

#include <QObject>

#include <filesystem>
#include <memory>

namespace freehold::members {

/// Gets a whole house from the member that admitted this machine. All of its history is looked at before
/// anything of it counts: it has to be the house that was agreed on, to its first commit, and this machine
/// has to be a member of it. House thread; what takes long runs beside.
class HouseCopy : public QObject {
    Q_OBJECT

public:
    struct Places {
        std::filesystem::path helper; ///< freehold-index-pack
        std::filesystem::path incoming; ///< nothing else's
        change::Validate validate; ///< called in another thread
        std::filesystem::path making; ///< where the repository is made; takes its place as a whole
    };
    HouseCopy(peer::MemberNetwork network, Invitation invitation, crypto::PublicKey ownKey, Places places);

    void start() { fetching_.start({}); }
    void received(const peer::Frame &frame) { fetching_.received(frame); }
    void closed(const Error &error) { fetching_.closed(error); }
    [[nodiscard]] peer::ChannelId channel() const { return invitation_.channel; }

Q_SIGNALS:
    void progressed(qint64 bytes);
    /// The repository lies at `making`, its `main` where the other member has it; or why it doesn't.
    void finished(const freehold::Result<void> &copied);

private:
    void fetched(const Result<std::string> &head);
    void indexed(const Result<void> &indexed);
    [[nodiscard]] Result<void> make();
    void checked(const Result<void> &sound);

    Invitation invitation_;
    crypto::PublicKey ownKey_;
    Places places_;
    Fetching fetching_;
    PackIndexing indexing_;
    std::optional<change::Incoming> packs_;
    std::string head_;
    Beside checking_;
};

} // namespace freehold::members
