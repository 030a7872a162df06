// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

#include <QJsonObject>

#include <expected>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace freehold::cli {

/// What the words on the command line ask for. Nothing has been opened or read yet.
struct Invocation {
    enum class Wish : std::uint8_t { run, help, version };

    struct Document {
        std::string document;
        std::string file; ///< "-" is standard input
    };

    Wish wish = Wish::run;
    std::vector<std::string> words; ///< of the command or the group that help is wanted for
    const Command *command = nullptr; ///< one of those given to parse(); set where the wish is run
    QJsonObject parameters; ///< but for documents and the secret
    std::vector<Document> documents;
    std::string outputFile;
    std::string sourceFile;
    std::optional<int> secretDescriptor;
    std::optional<std::string> socket;
    std::string member; ///< whose engine is to answer; empty: this machine's
    bool json = false;
    bool explain = false;
};

/// Wrong usage, as two sentences without full stops.
struct UsageError {
    std::string happened;
    std::string remedy;
};

[[nodiscard]] std::expected<Invocation, UsageError> parse(
    std::span<const Command> commands, std::span<const std::string> words);

} // namespace freehold::cli
