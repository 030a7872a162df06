// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/log.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdio>

namespace freehold::log {

namespace {

constexpr std::array<std::string_view, 4> names{"error", "warning", "info", "debug"};
std::atomic<Level> threshold = Level::info;

} // namespace

std::optional<Level> levelFromName(std::string_view name)
{
    const auto found = std::ranges::find(names, name);
    if (found == names.end())
        return std::nullopt;
    return static_cast<Level>(found - names.begin());
}

void setLevel(Level level)
{
    threshold = level;
}

void write(Level level, std::string_view area, std::string_view text)
{
    if (level > threshold.load(std::memory_order_relaxed))
        return;
    // Others' names come from the network: no line of theirs may look like one of ours.
    std::string line = std::format("{} {}: ", names[static_cast<std::size_t>(level)], area);
    for (const char character : text)
        line += static_cast<unsigned char>(character) < ' ' ? '?' : character;
    line += '\n';
    std::fwrite(line.data(), 1, line.size(), stderr);
}

} // namespace freehold::log
