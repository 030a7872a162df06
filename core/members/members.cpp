// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/members.h"

#include "change/admission.h"
#include "change/replication/outgoing.h"
#include "support/log.h"
#include "support/ssh.h"

#include <algorithm>

namespace freehold::members {

using peer::ChannelId;
using peer::Frame;
using peer::FrameKind;

Members::Members(Context context)
    : context_(std::move(context))
    , pairings_({context_.network, context_.clock, context_.ownKey, context_.ownName,
          [this] { return house(); },
          [this](
              const Candidate &candidate, const change::Caller &caller) { return admit(candidate, caller); },
          [this](const Invitation &invitation, const Pairings::Joined &joined) { join(invitation, joined); }})
{
    connect(&pairings_, &Pairings::changed, this, &Members::pairingChanged);
}

Members::~Members() = default;

void Members::setSigner(const crypto::SigningKey *signer) const
{
    if (signer == nullptr)
        return context_.network.setIdentity(nullptr);
    if (auto identity = peer::TlsIdentity::of(*signer))
        context_.network.setIdentity(std::move(*identity));
    else
        log::write(log::Level::error, "members", "this system's OpenSSL can't do TLS 1.3 with Ed25519");
}

void Members::configurationChanged()
{
    std::set<crypto::PublicKey> keys;
    for (const auto &member : context_.house.configuration().ofKind("member")) {
        if (const auto key = ssh::publicKeyFromText(member->textAt("key")))
            keys.insert(*key);
    }
    if (keys == keys_)
        return;
    keys_ = keys;
    context_.network.setMembers(std::move(keys));
}

void Members::opened(ChannelId id, const peer::Peer &peer)
{
    peers_.insert_or_assign(id, peer);
    pairings_.opened(id, peer);
}

void Members::received(ChannelId id, const Frame &frame)
{
    if (frame.kind <= FrameKind::pair_admitted)
        return pairings_.received(id, frame);
    if (copy_ && copy_->channel() == id)
        return copy_->received(frame);
    const auto peer = peers_.find(id);
    if (peer == peers_.end() || !isMember(peer->second.key))
        return context_.network.close(id);
    send(id, frame);
}

void Members::send(ChannelId id, const Frame &frame)
{
    auto sending = sending_.find(id);
    if (frame.kind == FrameKind::fetch && sending == sending_.end()) {
        const auto fetch = peer::fromFrame<Fetch>(frame);
        if (!fetch || fetch->have.size() > Fetch::mostHaves)
            return context_.network.close(id);
        const auto &pipeline = *context_.house.pipeline;
        auto packs = change::packsFor(context_.house.pipeline->repository(), pipeline.head(), fetch->have);
        if (!packs) {
            log::write(log::Level::warning, "members", "what a member lacks could not be read");
            return context_.network.close(id);
        }
        sending = sending_.try_emplace(id, context_.network, id, std::move(*packs), pipeline.head()).first;
    } else if (frame.kind == FrameKind::pack_taken && sending != sending_.end()) {
        const auto taken = peer::fromFrame<PackTaken>(frame);
        if (!taken)
            return context_.network.close(id);
        sending->second.taken(taken->bytes);
    } else if (frame.kind == FrameKind::pack_taken) {
        return; // of the last parts, which nothing follows
    } else {
        return context_.network.close(id);
    }
    if (sending->second.goOn())
        sending_.erase(sending);
}

void Members::closed(ChannelId id, const Error &error)
{
    peers_.erase(id);
    sending_.erase(id);
    if (copy_ && copy_->channel() == id)
        copy_->closed(error);
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
    return member != nullptr && member->textAt("key") == ssh::publicKeyText(key);
}

Result<std::string> Members::admit(const Candidate &candidate, const change::Caller &caller)
{
    change::Pipeline *pipeline = TRY(context_.house.get());
    // A machine whose copy was cut short asks again.
    if (isMember(candidate.key))
        return pipeline->head();
    const std::string id = change::memberId(candidate.key);
    change::Draft draft;
    draft.caller = caller;
    draft.edits.push_back({contract::pathOf("member", id),
        change::memberDocument(candidate.key, candidate.role, context_.clock.now(), {})});
    const std::string device = contract::pathOf("device", id);
    if (pipeline->configuration().find(device) == nullptr)
        draft.edits.push_back({device, change::withValue({}, "name", candidate.name)});
    return TRY(pipeline->submit(draft)).id;
}

void Members::join(const Invitation &invitation, const Pairings::Joined &joined)
{
    joined_ = joined;
    const auto peer = peers_.find(invitation.channel);
    if (peer == peers_.end())
        return copied(failure(ErrorCode::pairing_ended));
    // From here on it may say as much as a pack has.
    keys_ = {peer->second.key};
    context_.network.setMembers(keys_);
    copy_ = std::make_unique<HouseCopy>(context_.network, invitation, context_.ownKey(), context_.places);
    connect(copy_.get(), &HouseCopy::finished, this, &Members::copied, Qt::QueuedConnection);
    copy_->start();
}

void Members::copied(const Result<void> &copied)
{
    copy_.reset();
    const auto joined = std::exchange(joined_, {});
    if (!copied)
        configurationChanged();
    joined(copied ? context_.enter() : std::unexpected(copied.error()));
}

} // namespace freehold::members
