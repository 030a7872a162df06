// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/members.h"

#include "change/admission.h"
#include "change/revocation.h"
#include "support/log.h"
#include "support/ssh.h"

#include <algorithm>
#include <utility>

namespace freehold::members {

using peer::ChannelId;
using peer::Frame;
using peer::FrameKind;

std::string freeDeviceName(const change::Configuration &configuration, const std::string &name)
{
    std::set<std::string> taken;
    for (const auto &device : configuration.ofKind("device"))
        taken.insert(device->textAt("name"));
    std::string free = name;
    for (int number = 2; taken.contains(free); ++number)
        free = name + ' ' + std::to_string(number);
    return free;
}

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
    , entering_(context_.network, context_.house, context_.ownKey)
    , replication_({context_.network, context_.house, context_.helper, context_.incoming, context_.ownRole})
    , sharedFacts_(
          {context_.network, context_.house, context_.facts, context_.clock, [this] { return signer_; },
              [this](const Frame &frame, ChannelId butNotTo) { presence_.sendToAll(frame, butNotTo); }})
    , secrets_({context_.network, context_.house, [this] { return signer_; },
          [this](const std::string &member) { return isOnline(member); }, context_.keepSecret,
          context_.keptSecret,
          [this](const Frame &frame, ChannelId butNotTo) { presence_.sendToAll(frame, butNotTo); }})
{
    connect(&secrets_, &SharedSecrets::changed, this, &Members::announceAtHome);
    connect(&pairings_, &Pairings::changed, this, &Members::pairingChanged);
    connect(&announcing_, &Announcing::wanted, this, &Members::announcementWanted);
    connect(&presence_, &Presence::arrived, this, [this](ChannelId id, const crypto::PublicKey &member) {
        if (imitated_.erase(change::memberId(member)) > 0)
            Q_EMIT findingsChanged();
        if (!callers_.contains(id))
            greet(id);
        secrets_.settle();
        Q_EMIT presenceChanged();
    });
    connect(&presence_, &Presence::answersChanged, this, [this] {
        secrets_.settle();
        Q_EMIT presenceChanged();
    });
    connect(&context_.facts, &facts::Facts::changed, this, [this](std::string_view type) {
        if (type == MemberPresence::type)
            presence_.callSoon();
    });
    connect(&presence_, &Presence::left, this, [this](ChannelId id) {
        callers_.erase(id);
        replication_.closed(id, Error{ErrorCode::peer_unreachable, {}, {}});
        secrets_.settle();
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
    // The server then carries on what the connection that asks says; here it only has to be allowed.
    calls.add<contract::MemberReach>([this](const Caller &, const contract::MemberReach &call) {
        return wayTo(call.member).transform([](const Way &way) {
            return contract::ReachedMember{way.member.id, way.member.name};
        });
    });
}

void Members::setSigner(const crypto::SigningKey *signer)
{
    signer_ = signer;
    if (signer == nullptr)
        return context_.network.setSigner(nullptr);
    context_.network.setSigner(std::make_shared<const crypto::SigningKey>(signer->copy()));
    secrets_.settle();
    presence_.callSoon();
}

void Members::houseEntered()
{
    configurationChanged();
    replication_.follow(*context_.house.pipeline);
    statePresence();
    presence_.start();
    announceAtHome();
}

void Members::configurationChanged()
{
    std::set<crypto::PublicKey> keys;
    std::set<crypto::PublicKey> removed;
    for (const auto &member : context_.house.configuration().ofKind("member")) {
        if (const auto key = ssh::publicKeyFromText(member->textAt("key")))
            (change::isRevoked(*member) ? removed : keys).insert(*key);
    }
    keys.merge(entering_.keys());
    if (keys != keys_ || removed != removed_) {
        keys_ = keys;
        removed_ = removed;
        context_.network.setMembers(std::move(keys), std::move(removed));
        // What such a machine still says is on its way from the port's thread, and nobody listens.
        presence_.dropOthers();
        sharedFacts_.configurationChanged();
    }
    secrets_.settle();
}

bool Members::isOnline(const std::string &member) const
{
    const auto document = context_.house.configuration().find("member", member);
    const auto key = document ? ssh::publicKeyFromText(document->textAt("key")) : std::nullopt;
    return key && (*key == context_.ownKey() || presence_.isOnline(*key));
}

Result<Members::Way> Members::wayTo(const std::string &wanted)
{
    const NamedMember member = TRY(memberNamed(context_.house.configuration(), wanted));
    if (member.key == context_.ownKey())
        return Way{member, std::nullopt};
    if (const auto channel = presence_.channelTo(member.key))
        return Way{member, channel};
    presence_.callSoon();
    return failure(ErrorCode::peer_unreachable, {{"member", member.name}});
}

void Members::opened(ChannelId id, const peer::Peer &peer)
{
    // An address that was somebody else's once may be this machine's own.
    if (peer.key == context_.ownKey()) {
        presence_.closed(id);
        return context_.network.close(id);
    }
    if (isMember(peer.key) && !pairings_.isCalling(id)) {
        if (entering_.begin(id, peer))
            return;
        if (!peer.called)
            callers_.insert_or_assign(id, peer);
        return reached(id, peer);
    }
    if (presence_.isFound(id)) {
        // It says what it heard a member say.
        presence_.closed(id);
        return context_.network.close(id);
    }
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
    if (const auto member = entering_.answered(id))
        reached(id, *member);
    if (frame.kind == FrameKind::pair_restored)
        return hearRestored(id, frame);
    if (const auto caller = callers_.extract(id)) {
        if (frame.kind <= peer::lastOfPairing) {
            // Its copy of the house was cut short: it is a member and does not know, and begins anew.
            presence_.closed(id);
            strangers_.insert_or_assign(id, caller.mapped());
            pairings_.opened(id, caller.mapped());
        } else {
            greet(id);
        }
    }
    if (frame.kind <= peer::lastOfPairing)
        return pairings_.received(id, frame);
    if (copy_ && copy_->channel() == id)
        return copy_->received(frame);
    if (const auto stranger = strangers_.find(id); stranger != strangers_.end()) {
        if (!isMember(stranger->second.key))
            return context_.network.close(id);
        // It was admitted over this very channel. Until it has its copy of the house it asks for that alone;
        // then it says where it is.
        if (frame.kind == FrameKind::fact)
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
    if (frame.kind == FrameKind::fact || frame.kind == FrameKind::secret) {
        const bool isSound
            = frame.kind == FrameKind::fact ? sharedFacts_.hear(id, frame) : secrets_.hear(id, frame);
        if (!isSound)
            context_.network.close(id);
        return;
    }
    replication_.received(id, frame);
}

void Members::hearRestored(ChannelId from, const Frame &frame)
{
    const auto stranger = strangers_.find(from);
    if (stranger == strangers_.end())
        return; // who is a member is told so by all that follows
    if (!entering_.hear(from, stranger->second.key, frame))
        return context_.network.close(from);
    configurationChanged();
    context_.network.send(from, peer::toFrame(peer::PairAdmitted()));
}

void Members::arrive(ChannelId id)
{
    if (const auto stranger = strangers_.extract(id))
        reached(id, stranger.mapped());
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

std::optional<contract::Finding> Members::restoredFinding() const
{
    const std::string own = change::memberId(context_.ownKey());
    const auto self = context_.house.configuration().find("member", own);
    const std::string from = self ? self->textAt("restored_from") : std::string();
    const auto former = from.empty() ? nullptr : context_.house.configuration().find("member", from);
    if (!former || change::isRevoked(*former) || isOnline(from))
        return std::nullopt;
    // Whatever it said later than this machine was made says that it is still there.
    const auto since = fromRfc3339(self->textAt("admitted"));
    const auto stated = context_.facts.statedAt<MemberPresence>(from, from);
    if (stated && since && *stated > *since)
        return std::nullopt;
    return contract::Finding{contract::FindingCode::device_restored, contract::Severity::warning,
        {{"device", from}, {"name", nameOf(from)}, {"self", own}}, {}, {}};
}

std::vector<contract::Finding> Members::findings() const
{
    if (context_.house.pipeline == nullptr)
        return {};
    std::vector<contract::Finding> found;
    if (removedBy_)
        found.push_back({contract::FindingCode::removed_from_house, contract::Severity::alert,
            {{"by", nameOf(*removedBy_)}}, {}, {}});
    if (auto restored = restoredFinding())
        found.push_back(std::move(*restored));
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

void Members::greet(ChannelId id)
{
    sharedFacts_.opened(id);
    replication_.opened(id);
    secrets_.opened(id);
}

void Members::closed(ChannelId id, const Error &error)
{
    callers_.erase(id);
    entering_.closed(id);
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

bool Members::isMember(const crypto::PublicKey &key) const
{
    const auto member = context_.house.configuration().find("member", change::memberId(key));
    if (member == nullptr)
        return entering_.keys().contains(key);
    return member->textAt("key") == ssh::publicKeyText(key) && !change::isRevoked(*member);
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
        draft.edits.push_back({device,
            change::withValue({}, "name", freeDeviceName(pipeline->configuration(), candidate.name))});
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
            context_.helper, context_.incoming / "copy", context_.validator(), context_.making});
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
    const auto peer = strangers_.find(channel);
    // Where the member is has to outlast a power cut as the house does: behind a router it can't call here.
    if (copied && peer != strangers_.end()) {
        keepPlace(peer->second);
        if (auto synced = context_.database.sync(); !synced)
            log::write(log::Level::warning, "members", "where a member was reached may be lost");
    }
    Result<contract::House> house = copied ? context_.enter() : std::unexpected(copied.error());
    if (house) {
        // A house that is joined from afar has its own networks elsewhere.
        if (peer != strangers_.end() && context_.isNeighbour(peer->second.address))
            houseMade();
        arrive(channel);
        // It was asked for before anybody had arrived.
        for (contract::HouseMember &member : house->members)
            member.state = isOnline(member.id) ? contract::DeviceState::online : contract::DeviceState::away;
    } else {
        keys_.clear();
        context_.network.setMembers(keys_);
    }
    joined(house);
}

} // namespace freehold::members
