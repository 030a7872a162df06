// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/named_member.h"

#include "change/revocation.h"
#include "support/ssh.h"

namespace freehold::members {

Result<NamedMember> memberNamed(const change::Configuration &configuration, const std::string &wanted)
{
    std::optional<NamedMember> found;
    for (const auto &member : configuration.ofKind("member")) {
        const auto key = ssh::publicKeyFromText(member->textAt("key"));
        if (!key || change::isRevoked(*member))
            continue;
        const auto device = configuration.find("device", member->id());
        const std::string name = device ? device->textAt("name") : member->id();
        if (member->id() == wanted)
            return NamedMember{member->id(), name, *key};
        if (name != wanted)
            continue;
        if (found)
            return failure(ErrorCode::device_ambiguous, {{"device", wanted}});
        found = NamedMember{member->id(), name, *key};
    }
    if (!found)
        return failure(ErrorCode::device_no_member, {{"device", wanted}, {"wanted", "reach"}});
    return *found;
}

} // namespace freehold::members
