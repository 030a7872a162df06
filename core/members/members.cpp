// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/members.h"

#include "change/admission.h"
#include "change/revocation.h"
#include "support/log.h"
#include "support/ssh.h"

#include <algorithm>

namespace freehold::members {

using peer::ChannelId;
using peer::Frame;
using peer::FrameKind;

namespace {

/// What the machine calls itself, or with a number where another device is called so.
std::string freeName(const change::Configuration &configuration, const std::string &name)
{
    std::set<std::string> taken;
    for (const auto &device : configuration.ofKind("device"))
        taken.insert(device->textAt("name"));
    std::string free = name;
    for (int number = 2; taken.contains(free); ++number)
        free = name + ' ' + std::to_string(number);
    return free;
}

} // namespace

Members::Members(Context context)
    : context_(std::move(context))
    , announcing_(context_.clock)
    , invitations_(context_.database, context_.clock)
    , pairings_({context_.network, context_.clock, context_.ownKey, context_.ownName,
          [this] { return house(); },
          [this](
              const Candidate &candidate, const change::Caller &caller) { return admit(candidate, caller); },
          invitations_, [this] { return reach(); }, context_.placesOf,
          [this](const Invitation &invitation, const Pairings::Joined &joined) { join(invitation, joined); }})
    , presence_({context_.network, context_.ownKey, [this] { return others(); }})
    , replication_({context_.network, context_.house, context_.helper, context_.incoming, context_.ownRole})
{
    connect(&pairings_, &Pairings::changed, this, &Members::pairingChanged);
    connect(&announcing_, &Announcing::wanted, this, &Members::announcementWanted);
    connect(&presence_, &Presence::arrived, this, [this](ChannelId id, const crypto::PublicKey &member) {
        if (imitated_.erase(change::memberId(member)) > 0)
            Q_EMIT findingsChanged();
        for (const MemberPresence &known : context_.facts.all<MemberPresence>())
            context_.network.send(id, peer::toFrame(known));
        context_.network.send(id, peer::toFrame(ownPresence()));
        replication_.opened(id);
        Q_EMIT presenceChanged();
    });
    connect(&presence_, &Presence::left, this, [this](ChannelId id) {
        replication_.closed(id, Error{ErrorCode::peer_unreachable, {}, {}});
        Q_EMIT presenceChanged();
    });
}

Members::~Members() = default;

void Members::addCalls(change::CallTable &calls)
{
    using change::Caller;
    pairings_.addCalls(calls);
    calls.add<contract::PairOpen>(
        [this](const Caller &, const contract::PairOpen &) -> Result<contract::OpenPairing> {
            if (!house())
                return failure(ErrorCode::house_missing);
            return announcing_.open(port_);
        });
    calls.add<contract::PairClose>(
        [this](const Caller &, const contract::PairClose &) -> Result<contract::Nothing> {
            announcing_.close();
            return contract::Nothing();
        });
}

void Members::setSigner(const crypto::SigningKey *signer)
{
    if (signer == nullptr)
        return context_.network.setSigner(nullptr);
    context_.network.setSigner(std::make_shared<const crypto::SigningKey>(signer->copy()));
    presence_.callSoon();
}

void Members::houseEntered()
{
    configurationChanged();
    replication_.follow(*context_.house.pipeline);
    statePresence();
    presence_.start();
}

void Members::configurationChanged()
{
    std::set<crypto::PublicKey> keys;
    std::set<crypto::PublicKey> removed;
    for (const auto &member : context_.house.configuration().ofKind("member")) {
        if (const auto key = ssh::publicKeyFromText(member->textAt("key")))
            (change::isRevoked(*member) ? removed : keys).insert(*key);
    }
    if (keys == keys_ && removed == removed_)
        return;
    keys_ = keys;
    removed_ = removed;
    context_.network.setMembers(std::move(keys), std::move(removed));
    // What such a machine still says is on its way from the port's thread, and nobody listens.
    presence_.dropOthers();
}

void Members::setAddresses(std::vector<std::string> addresses)
{
    addresses_ = std::move(addresses);
    statePresence();
}

void Members::setPort(std::uint16_t port)
{
    port_ = port;
    statePresence();
}

void Members::statePresence()
{
    if (context_.house.pipeline == nullptr)
        return;
    const MemberPresence own = ownPresence();
    if (auto stated = context_.facts.put(own.member, own); !stated)
        log::write(log::Level::warning, "members", "where this member is could not be stated");
    presence_.sendToAll(peer::toFrame(own));
}

MemberPresence Members::ownPresence() const
{
    std::vector<std::string> addresses = addresses_;
    addresses.resize(std::min(addresses.size(), MemberPresence::mostAddresses));
    return {change::memberId(context_.ownKey()), std::move(addresses), port_, context_.clock.now()};
}

Reach Members::reach() const
{
    Reach reach{addresses_, port_};
    std::erase_if(reach.addresses, [](const std::string &address) {
        const QHostAddress parsed(QString::fromStdString(address));
        return parsed.isLinkLocal();
    });
    return reach;
}

bool Members::isOnline(const std::string &member) const
{
    const auto document = context_.house.configuration().find("member", member);
    const auto key = document ? ssh::publicKeyFromText(document->textAt("key")) : std::nullopt;
    return key && (*key == context_.ownKey() || presence_.isOnline(*key));
}

std::set<std::string> Members::addressesOf(const std::string &member) const
{
    const auto document = context_.house.configuration().find("member", member);
    const auto key = document ? ssh::publicKeyFromText(document->textAt("key")) : std::nullopt;
    return key ? presence_.addressesOf(*key) : std::set<std::string>();
}

void Members::opened(ChannelId id, const peer::Peer &peer)
{
    // An address that was somebody else's once may be this machine's own.
    if (peer.key == context_.ownKey()) {
        presence_.closed(id);
        return context_.network.close(id);
    }
    if (isMember(peer.key) && !pairings_.isCalling(id))
        return presence_.opened(id, peer);
    if (const auto wanted = presence_.wantedAt(id)) {
        presence_.closed(id);
        hearImitation(*wanted, peer.address);
        return context_.network.close(id);
    }
    strangers_.insert_or_assign(id, peer);
    pairings_.opened(id, peer);
}

void Members::received(ChannelId id, const Frame &frame)
{
    if (frame.kind <= peer::lastOfPairing) {
        // A member whose copy was cut short begins anew.
        const auto member = presence_.memberAt(id);
        if (member && frame.kind == FrameKind::pair_request)
            pairings_.opened(id, {*member, {}, false});
        return pairings_.received(id, frame);
    }
    if (copy_ && copy_->channel() == id)
        return copy_->received(frame);
    if (const auto stranger = strangers_.find(id); stranger != strangers_.end()) {
        if (!isMember(stranger->second.key))
            return context_.network.close(id);
        // It was admitted over this very channel. Until it has its copy of the house it asks for that alone;
        // then it says where it is.
        if (frame.kind == FrameKind::presence)
            arrive(id);
    } else if (!presence_.memberAt(id)) {
        return; // said before the channel was ended
    }
    if (frame.kind == FrameKind::removed)
        return hearRemoved(id);
    presence_.heard(id, frame);
    const auto speaker = presence_.memberAt(id);
    if (frame.kind == FrameKind::heads && speaker && removedBy_ == change::memberId(*speaker)) {
        removedBy_.reset(); // it talks to this machine as to a member
        Q_EMIT findingsChanged();
    }
    if (frame.kind == FrameKind::ping || frame.kind == FrameKind::pong)
        return;
    if (frame.kind == FrameKind::presence)
        return hearPresence(id, frame);
    replication_.received(id, frame);
}

void Members::arrive(ChannelId id)
{
    if (const auto stranger = strangers_.extract(id))
        presence_.opened(id, stranger.mapped());
}

void Members::hearPresence(ChannelId from, const Frame &frame)
{
    const auto heard = peer::fromFrame<MemberPresence>(frame);
    if (!presence_.memberAt(from))
        return;
    const auto isNumeric = [](const std::string &address) {
        return QHostAddress().setAddress(QString::fromStdString(address));
    };
    if (!heard || heard->addresses.size() > MemberPresence::mostAddresses
        || !std::ranges::all_of(heard->addresses, isNumeric))
        return context_.network.close(from);
    // What was said of this machine, or of one that is no member, is nobody's business.
    if (heard->member == change::memberId(context_.ownKey())
        || context_.house.configuration().find("member", heard->member) == nullptr)
        return;
    const auto known = context_.facts.all<MemberPresence>();
    const auto former = std::ranges::find(known, heard->member, &MemberPresence::member);
    // What it says of itself holds; what others say of it has to be newer, and no clock is a day ahead.
    const bool isOwn = heard->member == change::memberId(*presence_.memberAt(from));
    const bool isNewer = former == known.end() || former->stated < heard->stated;
    if (!isOwn && (!isNewer || heard->stated > context_.clock.now() + std::chrono::days(1)))
        return;
    if (former != known.end() && former->addresses == heard->addresses && former->port == heard->port)
        return;
    if (auto stated = context_.facts.put(heard->member, *heard); !stated)
        log::write(log::Level::warning, "members", "where another member is could not be kept");
    presence_.sendToAll(frame, from);
    presence_.callSoon();
}

void Members::hearRemoved(ChannelId from)
{
    const auto key = presence_.memberAt(from);
    context_.network.close(from);
    closed(from, Error{ErrorCode::not_permitted, {}, {}});
    // Only an owner's machine removes others; what a guest's says alarms nobody.
    const auto member = key ? context_.house.configuration().find("member", change::memberId(*key)) : nullptr;
    if (!member || member->textAt("role") != contract::nameOf(contract::Role::owner) || removedBy_)
        return;
    removedBy_ = member->id();
    log::write(log::Level::warning, "members", "removed from the house, says " + *removedBy_);
    Q_EMIT findingsChanged();
}

void Members::hearImitation(const crypto::PublicKey &member, const std::string &address)
{
    // It is at more than one place, of which another has one now.
    if (presence_.isOnline(member))
        return;
    const std::string id = change::memberId(member);
    const Time now = context_.clock.now();
    const auto known = imitated_.find(id);
    if (known != imitated_.end() && known->second.address == address) {
        known->second.seen = now;
        return;
    }
    imitated_.insert_or_assign(id, Imitation{address, now});
    log::write(log::Level::warning, "members", "another answers in the place of " + id + " at " + address);
    Q_EMIT findingsChanged();
}

std::string Members::nameOf(const std::string &member) const
{
    const auto device = context_.house.configuration().find("device", member);
    return device ? device->textAt("name") : member;
}

std::vector<contract::Finding> Members::findings() const
{
    if (context_.house.pipeline == nullptr)
        return {};
    std::vector<contract::Finding> found;
    if (removedBy_)
        found.push_back({contract::FindingCode::removed_from_house, contract::Severity::alert,
            {{"by", nameOf(*removedBy_)}}, {}, {}});
    // Who is away is called every minute; who does not answer three times in its place is gone.
    constexpr auto shownFor = 3 * Presence::callInterval;
    for (const auto &[member, imitation] : imitated_) {
        const auto document = context_.house.configuration().find("member", member);
        const bool isNow = context_.clock.now() - imitation.seen < shownFor;
        if (document && !change::isRevoked(*document) && isNow)
            found.push_back({contract::FindingCode::member_imitated, contract::Severity::warning,
                {{"member", nameOf(member)}, {"address", imitation.address}}, {}, {}});
    }
    return found;
}

void Members::closed(ChannelId id, const Error &error)
{
    strangers_.erase(id);
    if (copy_ && copy_->channel() == id)
        copy_->closed(error);
    presence_.closed(id);
    replication_.closed(id, error);
    pairings_.closed(id, error);
}

std::optional<peer::PairAccepted> Members::house() const
{
    const auto document = context_.house.configuration().find("house.toml");
    if (document == nullptr)
        return std::nullopt;
    return peer::PairAccepted{document->textAt("id"), document->textAt("name")};
}

std::map<crypto::PublicKey, std::vector<Place>> Members::others() const
{
    const auto known = context_.facts.all<MemberPresence>();
    std::map<crypto::PublicKey, std::vector<Place>> others;
    for (const auto &member : context_.house.configuration().ofKind("member")) {
        const auto key = ssh::publicKeyFromText(member->textAt("key"));
        if (!key || *key == context_.ownKey() || change::isRevoked(*member))
            continue;
        std::vector<Place> &places = others[*key];
        const auto presence = std::ranges::find(known, member->id(), &MemberPresence::member);
        if (presence == known.end() || presence->port <= 0 || presence->port > UINT16_MAX)
            continue;
        for (const std::string &address : presence->addresses)
            places.push_back({address, static_cast<std::uint16_t>(presence->port)});
    }
    return others;
}

bool Members::isMember(const crypto::PublicKey &key) const
{
    const auto member = context_.house.configuration().find("member", change::memberId(key));
    return member != nullptr && member->textAt("key") == ssh::publicKeyText(key)
        && !change::isRevoked(*member);
}

Result<void> Members::admit(const Candidate &candidate, const change::Caller &caller)
{
    change::Pipeline *pipeline = TRY(context_.house.get());
    // A machine whose copy was cut short asks again.
    if (isMember(candidate.key))
        return {};
    const std::string id = change::memberId(candidate.key);
    change::Draft draft;
    draft.caller = caller;
    draft.edits.push_back({contract::pathOf("member", id),
        change::memberDocument(candidate.key, candidate.role, context_.clock.now(), {})});
    const std::string device = contract::pathOf("device", id);
    if (pipeline->configuration().find(device) == nullptr)
        draft.edits.push_back(
            {device, change::withValue({}, "name", freeName(pipeline->configuration(), candidate.name))});
    return pipeline->submit(draft).transform([](const contract::Change &) { });
}

void Members::join(const Invitation &invitation, const Pairings::Joined &joined)
{
    if (copy_)
        return joined(failure(ErrorCode::house_exists));
    joined_ = joined;
    const auto peer = strangers_.find(invitation.channel);
    if (peer == strangers_.end())
        return copied(failure(ErrorCode::pairing_ended));
    // From here on it may say as much as a pack has.
    keys_ = {peer->second.key};
    context_.network.setMembers(keys_);
    copy_ = std::make_unique<HouseCopy>(context_.network, invitation, context_.ownKey(),
        HouseCopy::Places{
            {context_.helper, context_.incoming / "pack"}, context_.validator(), context_.making});
    connect(copy_.get(), &HouseCopy::finished, this, &Members::copied, Qt::QueuedConnection);
    connect(copy_.get(), &HouseCopy::progressed, &pairings_,
        [this, channel = invitation.channel](qint64 bytes) { pairings_.copied(channel, bytes); });
    copy_->start();
}

void Members::copied(const Result<void> &copied)
{
    const ChannelId channel = copy_ ? copy_->channel() : 0;
    copy_.reset();
    const auto joined = std::exchange(joined_, {});
    const Result<contract::House> house = copied ? context_.enter() : std::unexpected(copied.error());
    if (house) {
        arrive(channel);
    } else {
        keys_.clear();
        context_.network.setMembers(keys_);
    }
    joined(house);
}

} // namespace freehold::members
