// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_wire/engine_sockets.h"

#include <QStandardPaths>

namespace freehold::api {

std::string ownEngineSocket()
{
    // What is set is taken as it is: Qt refuses another user's, which root may name.
    QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (runtime.isEmpty())
        runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return runtime.isEmpty() ? std::string() : runtime.toStdString() + "/freehold/engine.sock";
}

std::vector<std::string> engineSockets()
{
    if (const auto chosen = qEnvironmentVariable("FREEHOLD_SOCKET"); !chosen.isEmpty())
        return {chosen.toStdString()};
    std::vector<std::string> sockets{std::string(systemEngineSocket)};
    if (auto own = ownEngineSocket(); !own.empty())
        sockets.push_back(std::move(own));
    return sockets;
}

} // namespace freehold::api
