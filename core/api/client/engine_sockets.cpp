// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_client/client.h"

namespace freehold::api {

std::vector<std::string> engineSockets()
{
    if (const auto chosen = qEnvironmentVariable("FREEHOLD_SOCKET"); !chosen.isEmpty())
        return {chosen.toStdString()};
    std::vector<std::string> sockets{"/run/freehold/engine.sock"};
    if (const auto runtime = qEnvironmentVariable("XDG_RUNTIME_DIR"); !runtime.isEmpty())
        sockets.push_back(runtime.toStdString() + "/freehold/engine.sock");
    return sockets;
}

} // namespace freehold::api
