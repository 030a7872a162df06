// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <format>
#include <optional>
#include <string>
#include <string_view>

/// One line an event on standard error, for the person who runs the engine. Never a secret.
namespace freehold::log {

enum class Level : std::uint8_t { error, warning, info, debug };

[[nodiscard]] std::optional<Level> levelFromName(std::string_view name);

/// Before other threads start.
void setLevel(Level level);

/// Thread-safe. `area` is the folder that speaks.
void write(Level level, std::string_view area, std::string_view text);

} // namespace freehold::log
