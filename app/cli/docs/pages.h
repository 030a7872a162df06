// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

#include <span>
#include <string>

/// What is shipped beside freeholdctl, made from the same description at build time.
namespace freehold::cli::docs {

/// freeholdctl(1), in man(7).
[[nodiscard]] std::string manPage(std::span<const Command> commands);
[[nodiscard]] std::string bashCompletion(std::span<const Command> commands);
[[nodiscard]] std::string zshCompletion(std::span<const Command> commands);
[[nodiscard]] std::string fishCompletion(std::span<const Command> commands);
/// The reference of all calls and notifications, with types and roles, in Markdown.
[[nodiscard]] std::string apiPage();

} // namespace freehold::cli::docs
