// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/peer_credentials/peer_credentials.h"
#include "platform/peer_credentials/user_name.h"

#include <sys/socket.h>

#include <cerrno>
#include <system_error>

namespace freehold::platform {

Result<PeerCredentials> peerCredentials(qintptr socket)
{
    ucred credentials{};
    socklen_t size = sizeof credentials;
    if (::getsockopt(static_cast<int>(socket), SOL_SOCKET, SO_PEERCRED, &credentials, &size) != 0)
        return failure(ErrorCode::socket_unusable, {{"reason", std::generic_category().message(errno)}});
    // A socket that was never connected is answered too, with no process and nobody.
    if (credentials.pid == 0)
        return failure(ErrorCode::socket_unusable, {{"reason", std::generic_category().message(ENOTCONN)}});
    return PeerCredentials{credentials.uid, credentials.pid, userName(credentials.uid)};
}

} // namespace freehold::platform
