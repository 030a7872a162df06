// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/codes.h"
#include "support/crypto.h"

#include <string>

/// How a house knows its own: its id is the hash of its root key, and each member carries the root's
/// signature over house, member key and role.
namespace freehold::house {

[[nodiscard]] std::string houseId(const crypto::PublicKey &root);
[[nodiscard]] std::string memberId(const crypto::PublicKey &device);

/// The root's signature, base64.
[[nodiscard]] std::string admit(
    const crypto::SigningKey &root, const crypto::PublicKey &device, contract::Role role);
[[nodiscard]] bool isAdmitted(const crypto::PublicKey &root, const crypto::PublicKey &device,
    contract::Role role, std::string_view admission);

} // namespace freehold::house
