// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/peer_credentials/peer_credentials.h"
#include "platform/peer_credentials/user_name.h"

#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace freehold::platform {

Result<PeerCredentials> peerCredentials(qintptr socket)
{
    uid_t user = 0;
    gid_t group = 0;
    if (::getpeereid(static_cast<int>(socket), &user, &group) != 0)
        return failure(ErrorCode::socket_unusable, {{"reason", std::generic_category().message(errno)}});
    return PeerCredentials{user, 0, userName(user)};
}

} // namespace freehold::platform
