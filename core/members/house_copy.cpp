// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/house_copy.h"

#include "change/admission.h"
#include "change/loading.h"
#include "change/replication/history_check.h"
#include "change/revocation.h"
#include "support/ssh.h"

namespace freehold::members {

namespace {

/// Whether the history is sound, of the house that was agreed on, and has this machine as a member.
Result<void> check(const HouseCopy::Places &places, const std::string &houseId, const std::string &head,
    const crypto::PublicKey &ownKey)
{
    const auto repository = TRY(change::Repository::openToRead(places.making));
    const auto counted = TRY(change::HistoryCheck(repository, houseId, places.validate).run({head}, {}));
    // A member whose own history is not what counts has no house to give.
    if (!counted.isWhole)
        return failure(ErrorCode::signature_invalid, {{"change", head}});
    const change::Commit newest = TRY(repository.commit(head));
    const auto loaded = TRY(change::load(repository, newest.tree));
    const auto self = loaded.configuration.find("member", change::memberId(ownKey));
    if (self == nullptr || change::isRevoked(*self) || self->textAt("key") != ssh::publicKeyText(ownKey))
        return failure(ErrorCode::pairing_ended);
    return {};
}

} // namespace

HouseCopy::HouseCopy(
    peer::MemberNetwork network, Invitation invitation, crypto::PublicKey ownKey, Places places)
    : invitation_(std::move(invitation))
    , ownKey_(ownKey)
    , places_(std::move(places))
    , fetching_(network, invitation_.channel, places_.incoming)
    , indexing_(places_.helper)
{
    connect(&fetching_, &Fetching::progressed, this, &HouseCopy::progressed);
    connect(&fetching_, &Fetching::finished, this, &HouseCopy::fetched);
    connect(&indexing_, &PackIndexing::finished, this, &HouseCopy::indexed);
}

void HouseCopy::fetched(const Result<std::string> &head)
{
    packs_ = head ? fetching_.takeIncoming() : std::nullopt;
    if (!packs_) {
        Q_EMIT finished(head ? failure(ErrorCode::message_malformed) : std::unexpected(head.error()));
        return;
    }
    head_ = *head;
    indexing_.start({packs_->packs()});
}

void HouseCopy::indexed(const Result<void> &indexed)
{
    if (auto made = indexed ? make() : indexed; !made) {
        Q_EMIT finished(made);
        return;
    }
    const auto verdict = std::make_shared<Result<void>>();
    checking_.run([verdict, places = places_, id = invitation_.house.house_id, head = head_,
                      key = ownKey_] { *verdict = check(places, id, head, key); },
        this, [this, verdict] { checked(*verdict); });
}

void HouseCopy::checked(const Result<void> &sound)
{
    Result<void> copied = sound;
    if (copied)
        copied = change::Repository::openToRead(places_.making).and_then([this](auto &&repository) {
            return repository.setReference(change::takingInReference, head_).and_then([&] {
                return repository.setReference(change::mainReference, head_);
            });
        });
    Q_EMIT finished(copied);
}

Result<void> HouseCopy::make()
{
    std::error_code error;
    std::filesystem::remove_all(places_.making, error);
    const auto repository = TRY(change::Repository::create(places_.making));
    return packs_->moveInto(places_.making / ".git" / "objects" / "pack");
}

} // namespace freehold::members
