// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/codes.h"
#include "support/crypto.h"

#include <string>

namespace freehold::engine {

/// Somebody at another member of the house.
struct FarUser {
    crypto::PublicKey member{}; ///< that member's, as its channel has proven
    contract::Role role = contract::Role::guest; ///< what that member lets this user do, as it says
    std::string name; ///< as it says; may be empty
};

} // namespace freehold::engine
