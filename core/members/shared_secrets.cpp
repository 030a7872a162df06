// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/shared_secrets.h"

#include "change/admission.h"
#include "change/revocation.h"
#include "change/rights.h"
#include "support/log.h"
#include "support/ssh.h"

#include <algorithm>
#include <array>

namespace freehold::members {

using contract::Role;

namespace {

/// All that this version knows; what a newer one shares besides is its own matter.
constexpr std::array names{SharedSecrets::announcing};

bool isWellFormed(const SealedSecret &secret)
{
    return secret.version > 0 && secret.version <= SealedSecret::mostVersion
        && secret.readers.size() <= SealedSecret::mostReaders;
}

} // namespace

SharedSecrets::SharedSecrets(Context context)
    : context_(std::move(context))
{
}

std::string SharedSecrets::houseId() const
{
    const auto house = context_.house.configuration().find("house.toml");
    return house ? house->textAt("id") : std::string();
}

std::vector<crypto::PublicKey> SharedSecrets::wantedReaders() const
{
    std::vector<crypto::PublicKey> readers;
    for (const auto &member : context_.house.configuration().ofKind("member")) {
        const auto key = ssh::publicKeyFromText(member->textAt("key"));
        if (key && !change::isRevoked(*member))
            readers.push_back(*key);
    }
    return readers;
}

bool SharedSecrets::isMine() const
{
    const crypto::SigningKey *signer = context_.signer();
    if (signer == nullptr)
        return false;
    const change::Configuration &house = context_.house.configuration();
    const std::string own = change::memberId(signer->publicKey());
    // In order of their ids.
    for (const auto &member : house.ofKind("member")) {
        const bool isOwners
            = !change::isRevoked(*member) && change::roleOfMember(house, member->id()) == Role::owner;
        if (isOwners && (member->id() == own || context_.isOnline(member->id())))
            return member->id() == own;
    }
    return false;
}

std::optional<SealedSecret> SharedSecrets::newest(const std::string &name) const
{
    const auto kept = context_.kept(name);
    if (!kept)
        return std::nullopt;
    const auto text = kept->text();
    const auto read = peer::fromFrame<SealedSecret>(
        {SealedSecret::kind, QByteArray(text.data(), static_cast<qsizetype>(text.size()))});
    return read ? std::optional(*read) : std::nullopt;
}

bool SharedSecrets::counts(const SealedSecret &secret) const
{
    const change::Configuration &house = context_.house.configuration();
    const auto author = house.find("member", secret.author);
    const auto key = author ? ssh::publicKeyFromText(author->textAt("key")) : std::nullopt;
    return key && !change::isRevoked(*author) && change::roleOfMember(house, secret.author) == Role::owner
        && isSignedBy(secret, *key, houseId());
}

void SharedSecrets::opened(peer::ChannelId member)
{
    for (const char *name : names) {
        if (const auto secret = newest(name))
            context_.network.send(member, peer::toFrame(*secret));
    }
}

bool SharedSecrets::hear(peer::ChannelId from, const peer::Frame &frame)
{
    const auto secret = peer::fromFrame<SealedSecret>(frame);
    if (!secret || !isWellFormed(*secret))
        return false;
    if (!std::ranges::contains(names, secret->name, [](const char *name) { return std::string(name); }))
        return true;
    const auto known = newest(secret->name);
    if (known && !isLater(*secret, *known))
        return true;
    // That it was made by an owner's machine may still be on its way here.
    if (counts(*secret))
        take(*secret, from);
    else
        early_.insert_or_assign(secret->name, *secret);
    return true;
}

void SharedSecrets::take(const SealedSecret &secret, peer::ChannelId from)
{
    const peer::Frame frame = peer::toFrame(secret);
    if (auto kept = context_.keep(secret.name, Secret::of(std::string_view(frame.payload))); !kept) {
        log::write(log::Level::warning, "members", "a secret of the house could not be kept");
        return;
    }
    settledFor_.erase(secret.name);
    context_.tellAll(frame, from);
    Q_EMIT changed(secret.name);
}

void SharedSecrets::settle()
{
    if (context_.house.pipeline == nullptr || context_.signer() == nullptr)
        return;
    for (auto &[name, secret] : std::exchange(early_, {})) {
        const auto known = newest(name);
        if (known && !isLater(secret, *known))
            continue;
        if (counts(secret))
            take(secret, 0);
        else
            early_.emplace(name, std::move(secret));
    }
    const auto readers = wantedReaders();
    for (const char *name : names)
        settle(std::string(name), readers);
}

bool SharedSecrets::isRestored(const std::string &member) const
{
    const auto document = context_.house.configuration().find("member", member);
    return document && !document->textAt("restored_from").empty();
}

void SharedSecrets::settle(const std::string &name, const std::vector<crypto::PublicKey> &readers)
{
    if (const auto settled = settledFor_.find(name);
        settled != settledFor_.end() && settled->second == readers)
        return;
    const auto known = newest(name);
    std::set<std::string> wanted;
    for (const crypto::PublicKey &reader : readers)
        wanted.insert(change::memberId(reader));
    const auto had = known ? readersOf(*known) : std::set<std::string>();
    if (known && had == wanted) {
        settledFor_.insert_or_assign(name, readers);
        return;
    }
    if (!isMine())
        return;
    const bool isOneGone = !std::ranges::includes(wanted, had);
    const bool isOneRestored = std::ranges::any_of(
        wanted, [&](const std::string &reader) { return !had.contains(reader) && isRestored(reader); });
    std::optional<Secret> value = known && !isOneGone && !isOneRestored ? this->value(name) : std::nullopt;
    if (!value)
        value = Secret::random(valueBytes);
    SealedSecret next;
    next.name = name;
    next.version = known ? known->version + 1 : 1;
    const auto sealed = seal(std::move(next), *value, readers, houseId(), *context_.signer());
    if (!sealed) {
        log::write(log::Level::warning, "members", "a secret of the house could not be sealed");
        return;
    }
    take(*sealed, 0);
}

std::optional<Secret> SharedSecrets::value(const std::string &name) const
{
    const crypto::SigningKey *signer = context_.signer();
    const auto secret = signer ? newest(name) : std::nullopt;
    if (!secret)
        return std::nullopt;
    auto opened = open(*secret, *signer, houseId());
    return opened ? std::optional(std::move(*opened)) : std::nullopt;
}

} // namespace freehold::members
