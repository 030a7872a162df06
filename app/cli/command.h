// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/call.h"
#include "support/shape.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// freeholdctl's commands as data, made from the contract's calls. Parsing, help, man page and completion
/// all read this and nothing else.
namespace freehold::cli {

enum class ValueForm : std::uint8_t { text, number, choice, path };

struct Parameter {
    std::string field; ///< on the wire
    Given given = Given::positional;
    std::string help;
    ValueForm form = ValueForm::text;
    std::vector<std::string> choices;
    bool required = true;

    /// "--birth-year", "--no-wait" or "--passphrase-fd"; empty for what is given without a name.
    [[nodiscard]] std::string option() const;
    /// What stands for the value: "DEVICE", "DOCUMENT=FILE…", "N", "guest|member|owner"; empty for a flag.
    [[nodiscard]] std::string placeholder() const;
    [[nodiscard]] bool takesValue() const;
    [[nodiscard]] bool isSecret() const { return given == Given::secret || given == Given::new_secret; }
};

struct Command {
    std::vector<std::string> words; ///< "device", "rename"
    std::string method;
    std::string help;
    contract::Role role = contract::Role::guest;
    contract::Kind kind = contract::Kind::reads;
    std::string explainedBy; ///< the method that `--explain` calls instead; empty where there is none
    std::vector<Parameter> parameters;

    [[nodiscard]] std::string name() const; ///< "device rename"
    [[nodiscard]] bool beginsWith(std::span<const std::string> first) const;
    /// "device rename DEVICE NAME"
    [[nodiscard]] std::string synopsis() const;
};

/// Every command, in the order of the contract. Calls between programs alone (their fields are internal)
/// are no commands.
[[nodiscard]] std::vector<Command> allCommands();

/// The first words of all commands, each once: "status", "device", ….
[[nodiscard]] std::vector<std::string> groups(std::span<const Command> commands);

/// What every command takes besides.
[[nodiscard]] std::vector<Parameter> globalOptions();

/// The options of a command, its own and those of all.
[[nodiscard]] std::vector<Parameter> optionsOf(const Command &command);

} // namespace freehold::cli
