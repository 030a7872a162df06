// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Where engines listen and clients look for them: the same answer for both. Read from the environment.
namespace freehold::api {

/// Where the system's engine listens.
inline constexpr std::string_view systemEngineSocket = "/run/freehold/engine.sock";

/// $XDG_RUNTIME_DIR/freehold/engine.sock; where that is not set, in the folder that Qt makes in its stead,
/// readable by the user alone. Empty where there is none.
[[nodiscard]] std::string ownEngineSocket();

/// The places where an engine may listen, in the order to try: FREEHOLD_SOCKET alone where it is set, then
/// the system's, then the user's own.
[[nodiscard]] std::vector<std::string> engineSockets();

} // namespace freehold::api
