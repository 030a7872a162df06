// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace freehold::cli {

/// The help text for what the words name: all, a group, or one command.
[[nodiscard]] std::string helpText(std::span<const Command> commands, std::span<const std::string> words);

} // namespace freehold::cli
