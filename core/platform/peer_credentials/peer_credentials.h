// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/result.h"

#include <QtTypes>

#include <cstdint>
#include <string>

namespace freehold::platform {

/// Who is at the other end of a local socket, as the kernel says.
struct PeerCredentials {
    std::uint32_t userId = 0;
    std::int64_t processId = 0; ///< 0 where the system doesn't tell
    std::string userName; ///< empty where the user has no name here

    friend bool operator==(const PeerCredentials &, const PeerCredentials &) = default;
};

/// Of a connected local stream socket. Errors: socket_unusable.
[[nodiscard]] Result<PeerCredentials> peerCredentials(qintptr socket);

} // namespace freehold::platform
