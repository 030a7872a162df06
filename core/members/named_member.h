// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/configuration.h"
#include "support/crypto.h"

#include <string>

namespace freehold::members {

/// Another machine of the house, as a person names it.
struct NamedMember {
    std::string id;
    std::string name; ///< of its device
    crypto::PublicKey key{};
};

/// By its id or its device's name: only what the house says counts, never what a device calls itself. Errors:
/// device_no_member, device_ambiguous.
[[nodiscard]] Result<NamedMember> memberNamed(
    const change::Configuration &configuration, const std::string &wanted);

} // namespace freehold::members
