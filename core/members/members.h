// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/house_slot.h"
#include "facts/facts.h"
#include "members/announcing.h"
#include "members/entering.h"
#include "members/house_copy.h"
#include "members/member_presence.h"
#include "members/named_member.h"
#include "members/pairings.h"
#include "members/presence.h"
#include "members/replication.h"
#include "members/shared_facts.h"
#include "members/shared_secrets.h"

#include <QObject>

#include <functional>
#include <memory>
#include <set>

namespace freehold::members {

/// What a machine calls itself, or with a number where a device of the house is called so.
[[nodiscard]] std::string freeDeviceName(const change::Configuration &configuration, const std::string &name);

/// This machine among the others of its house: lets machines in, joins a house, and holds the same house as
/// all members that can be reached. House thread.
class Members : public QObject {
    Q_OBJECT

public:
    struct Context {
        peer::MemberNetwork network;
        change::HouseSlot &house;
        facts::Facts &facts;
        store::Database &database;
        const Clock &clock;
        std::function<crypto::PublicKey()> ownKey;
        std::function<std::string()> ownName;
        std::function<contract::Role()> ownRole; ///< what this machine may do
        std::function<change::Validate()> validator;
        /// Where a device offers Freehold, by its id or name.
        std::function<std::vector<Place>(const std::string &)> placesOf;
        /// Whether an address is that of somebody on a network that this machine is on.
        std::function<bool(const std::string &)> isNeighbour;
        std::filesystem::path helper; ///< freehold-index-pack
        std::filesystem::path incoming; ///< for what was not looked at yet
        std::filesystem::path making; ///< where a house is copied to
        /// What members share lies in the vault, sealed to each. Errors: vault_locked.
        std::function<Result<void>(const std::string &name, const Secret &sealed)> keepSecret;
        std::function<Result<Secret>(const std::string &name)> keptSecret;
        /// Makes the copy that lies at `making` this machine's house.
        std::function<Result<contract::House>()> enter;
    };
    explicit Members(Context context);
    ~Members() override;

    void addCalls(change::CallTable &calls);
    /// Null while the vault is locked: then nobody is talked to.
    void setSigner(const crypto::SigningKey *signer);
    /// This machine has a house now.
    void houseEntered();
    /// It has just come to it at home: the network that it is on is the house's own.
    void houseMade();
    /// Who belongs to the house may be another now.
    void configurationChanged();
    /// The MACs of the routers of the networks that this machine is on: where its addresses have changed all
    /// that are known, and then each that is found.
    void setGateways(std::set<std::string> gateways);
    void gatewaySeen(const std::string &gateway);
    /// A service was found on the network: perhaps a member, at an address that it did not have before.
    void serviceSeen(const platform::ResolvedService &service);
    /// What the members of the house share; nothing where this machine can't open it.
    [[nodiscard]] std::optional<Secret> secret(const std::string &name) const { return secrets_.value(name); }
    /// Where this machine can be called.
    void setAddresses(std::vector<std::string> addresses);
    void setPort(std::uint16_t port);
    /// Says it again, so that it doesn't expire.
    void statePresence();
    /// Somebody looks at who is there.
    void prompt() { presence_.prompt(); }
    /// What a person has to know.
    [[nodiscard]] std::vector<contract::Finding> findings() const;
    /// By which this machine is known.
    [[nodiscard]] crypto::PublicKey ownKey() const { return context_.ownKey(); }
    /// By its id.
    [[nodiscard]] bool isOnline(const std::string &member) const;
    /// The addresses from which a member has shown its key and speaks now.
    [[nodiscard]] std::set<std::string> addressesOf(const std::string &member) const;
    [[nodiscard]] bool isBusy() const { return replication_.isBusy(); }
    /// A house is being copied to here.
    [[nodiscard]] bool isJoining() const { return copy_ != nullptr; }

    struct Way {
        NamedMember member;
        std::optional<peer::ChannelId> channel; ///< nothing where it is this machine
    };
    /// To a member by its id or its device's name. Errors: device_no_member, device_ambiguous,
    /// peer_unreachable; then it is called in a moment.
    [[nodiscard]] Result<Way> wayTo(const std::string &wanted);

    // What the member port tells.
    void opened(peer::ChannelId id, const peer::Peer &peer);
    void received(peer::ChannelId id, const peer::Frame &frame);
    void closed(peer::ChannelId id, const Error &error);

Q_SIGNALS:
    void pairingChanged(const freehold::contract::Pairing &pairing);
    /// What this machine is to tell its networks of itself from now on.
    void announcementWanted(const std::optional<freehold::platform::Announcement> &announcement);
    /// A member can be reached now, or not any more.
    void presenceChanged();
    void findingsChanged();

private:
    [[nodiscard]] std::optional<peer::PairAccepted> house() const;
    [[nodiscard]] std::map<crypto::PublicKey, std::vector<Place>> others() const;
    [[nodiscard]] bool isMember(const crypto::PublicKey &key) const;
    /// What the house calls a member's device.
    [[nodiscard]] std::string nameOf(const std::string &member) const;
    /// Another than the member that was called has answered.
    void hearImitation(const crypto::PublicKey &member, const std::string &address);
    /// This machine is there in the place of another, which is perhaps gone: a person knows.
    [[nodiscard]] std::optional<contract::Finding> restoredFinding() const;
    [[nodiscard]] MemberPresence ownPresence() const;
    [[nodiscard]] Reach reach() const;
    /// A member is there.
    void keepPlace(const peer::Peer &peer);
    void reached(peer::ChannelId id, const peer::Peer &peer);
    /// The machine at the other end of a channel, which was a stranger when that was opened, is a member.
    void arrive(peer::ChannelId id);
    /// Tells a member that is there what this one has.
    void greet(peer::ChannelId id);
    /// A member says that this machine is none any more.
    void hearRemoved(peer::ChannelId from);
    /// A machine says that it was restored from a backup of the house.
    void hearRestored(peer::ChannelId from, const peer::Frame &frame);
    [[nodiscard]] Result<void> admit(const Candidate &candidate, const change::Caller &caller);
    void join(const Invitation &invitation, const Pairings::Joined &joined);
    void copied(const Result<void> &copied);
    /// Tells the networks of the house that this machine is there, and no other.
    void announceAtHome();

    Context context_;
    Announcing announcing_;
    Invitations invitations_;
    Pairings pairings_;
    Presence presence_;
    Entering entering_;
    Replication replication_;
    const crypto::SigningKey *signer_ = nullptr; ///< null while the vault is locked
    SharedFacts sharedFacts_;
    SharedSecrets secrets_;
    std::set<std::string> gateways_;
    bool isNewHere_ = false; ///< this machine has just come to the house, at a network that is not known yet
    std::set<crypto::PublicKey> keys_; ///< of who may talk to us, as the port was told
    std::set<crypto::PublicKey> removed_; ///< of who might once
    /// Members that called, until they have spoken: one that asks to join has no house and would hear of
    /// nothing else.
    std::map<peer::ChannelId, peer::Peer> callers_;
    std::map<peer::ChannelId, peer::Peer> strangers_; ///< at open channels, as far as they are no members
    std::vector<std::string> addresses_;
    std::uint16_t port_ = 0;
    std::optional<std::string> removedBy_; ///< the member that said so
    struct Imitation {
        std::string address;
        Time seen; ///< last
    };
    std::map<std::string, Imitation> imitated_; ///< by the member in whose place another answers
    std::unique_ptr<HouseCopy> copy_;
    Pairings::Joined joined_; ///< to who waits for the copy
};

} // namespace freehold::members
