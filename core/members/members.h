// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/house_slot.h"
#include "members/house_copy.h"
#include "members/pack_sending.h"
#include "members/pairings.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>

namespace freehold::members {

/// This machine among the others of its house: lets machines in, joins a house, and gives members what they
/// lack of its history. House thread.
class Members : public QObject {
    Q_OBJECT

public:
    struct Context {
        peer::MemberNetwork network;
        change::HouseSlot &house;
        const Clock &clock;
        std::function<crypto::PublicKey()> ownKey;
        std::function<std::string()> ownName;
        HouseCopy::Places places;
        /// Makes the copy that lies at `places.making` this machine's house.
        std::function<Result<contract::House>()> enter;
    };
    explicit Members(Context context);
    ~Members() override;

    void addCalls(change::CallTable &calls) { pairings_.addCalls(calls); }
    /// Null while the vault is locked: then nobody is talked to.
    void setSigner(const crypto::SigningKey *signer) const;
    /// Who belongs to the house is another now.
    void configurationChanged();

    // What the member port tells.
    void opened(peer::ChannelId id, const peer::Peer &peer);
    void received(peer::ChannelId id, const peer::Frame &frame);
    void closed(peer::ChannelId id, const Error &error);

Q_SIGNALS:
    void pairingChanged(const freehold::contract::Pairing &pairing);

private:
    [[nodiscard]] std::optional<peer::PairAccepted> house() const;
    [[nodiscard]] bool isMember(const crypto::PublicKey &key) const;
    [[nodiscard]] Result<std::string> admit(const Candidate &candidate, const change::Caller &caller);
    void join(const Invitation &invitation, const Pairings::Joined &joined);
    void copied(const Result<void> &copied);
    void send(peer::ChannelId id, const peer::Frame &frame);

    Context context_;
    Pairings pairings_;
    std::set<crypto::PublicKey> keys_; ///< of who may talk to us, as the port was told
    std::map<peer::ChannelId, peer::Peer> peers_; ///< of open channels
    std::map<peer::ChannelId, PackSending> sending_;
    std::unique_ptr<HouseCopy> copy_;
    Pairings::Joined joined_; ///< to who waits for the copy
};

} // namespace freehold::members
