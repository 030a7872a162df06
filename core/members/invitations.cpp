// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/invitations.h"

#include <algorithm>

namespace freehold::members {

namespace {

std::string hashOf(const peer::InvitationText::Secret &secret)
{
    return toHex(crypto::sha256(secret));
}

std::int64_t numberOf(Time time)
{
    return time.time_since_epoch().count();
}

} // namespace

Result<peer::InvitationText::Secret> Invitations::give(const Given &given, Time ends)
{
    store::Statement drop = TRY(database_.prepare("DELETE FROM invitations WHERE ends <= ?1"));
    if (auto dropped = drop.bind(1, numberOf(clock_.now())).run(); !dropped)
        return std::unexpected(std::move(dropped).error());
    store::Statement count = TRY(database_.prepare("SELECT count(*) FROM invitations"));
    if (TRY(count.step()) && count.number(0) >= mostOpen)
        return failure(ErrorCode::invitations_too_many, {{"limit", std::to_string(mostOpen)}});
    peer::InvitationText::Secret secret{};
    std::ranges::copy(crypto::randomBytes(secret.size()), secret.begin());
    store::Statement insert = TRY(database_.prepare(
        "INSERT INTO invitations (secret_hash, role, given_by, ends) VALUES (?1, ?2, ?3, ?4)"));
    insert.bind(1, hashOf(secret)).bind(2, nameOf(given.role)).bind(3, given.by).bind(4, numberOf(ends));
    if (auto inserted = insert.run(); !inserted)
        return std::unexpected(std::move(inserted).error());
    return secret;
}

Result<Invitations::Given> Invitations::find(const peer::InvitationText::Secret &secret)
{
    store::Statement select = TRY(
        database_.prepare("SELECT role, given_by FROM invitations WHERE secret_hash = ?1 AND ends > ?2"));
    select.bind(1, hashOf(secret)).bind(2, numberOf(clock_.now()));
    if (!TRY(select.step()))
        return failure(ErrorCode::invitation_invalid);
    const auto role = contract::fromName<contract::Role>(select.text(0));
    return Given{role.value_or(contract::Role::guest), select.text(1)};
}

Result<void> Invitations::remove(const peer::InvitationText::Secret &secret)
{
    store::Statement remove = TRY(database_.prepare("DELETE FROM invitations WHERE secret_hash = ?1"));
    return remove.bind(1, hashOf(secret)).run();
}

} // namespace freehold::members
