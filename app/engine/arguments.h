// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/log.h"

#include <QHostAddress>
#include <QStringList>

#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>

namespace freehold {

struct EngineArguments {
    std::filesystem::path data;
    std::string socket;
    std::string deviceName;
    QHostAddress memberAddress = QHostAddress::Any; ///< where other machines of the house reach this one
    std::uint16_t memberPort = 0;
    log::Level level = log::Level::info;
    bool isService = false; ///< started by systemd as the machine's own: other users may have access
    bool wantsHelp = false;
    bool wantsVersion = false;
};

/// What is wrong is given as a sentence for the terminal.
[[nodiscard]] std::expected<EngineArguments, std::string> parseEngineArguments(const QStringList &arguments);

[[nodiscard]] std::string engineHelp();

} // namespace freehold
