// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/rights.h"

#include "change/revocation.h"

#include <algorithm>

namespace freehold::change {

using contract::Role;

std::optional<Role> roleOfMember(const Configuration &configuration, const std::string &id)
{
    const auto member = configuration.find("member", id);
    if (member == nullptr)
        return std::nullopt;
    if (isRevoked(*member))
        return Role::guest;
    const Role own = contract::fromName<Role>(member->textAt("role")).value_or(Role::guest);
    const auto device = configuration.find("device", id);
    const std::string owner = device ? device->textAt("owner") : std::string();
    if (owner.empty())
        return own;
    const auto person = configuration.find("person", owner);
    const auto theirs = person ? contract::fromName<Role>(person->textAt("role")) : std::nullopt;
    return std::min(own, theirs.value_or(Role::guest));
}

} // namespace freehold::change
