// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/help.h"

#include "cli/text_table.h"
#include "contract/codes.h"

namespace freehold::cli {

namespace {

std::string optionLines(std::span<const Parameter> options)
{
    TextTable table;
    for (const Parameter &option : options) {
        const std::string value = option.takesValue() ? ' ' + option.placeholder() : std::string();
        std::string help = option.help;
        if (option.isSecret())
            help += " Read from this open file; asked for on the terminal where left out.";
        table.add({option.option() + value, help});
    }
    return table.text("  ");
}

std::string helpForCommand(const Command &command)
{
    std::string text = "usage: freeholdctl " + command.synopsis() + "\n\n" + command.help + '\n';
    TextTable places;
    for (const Parameter &parameter : command.parameters) {
        if (!parameter.option().empty())
            continue;
        std::string help = parameter.help;
        if (parameter.form == ValueForm::choice) {
            help += " One of:";
            for (const auto &choice : parameter.choices)
                help += ' ' + choice;
        }
        places.add({parameter.placeholder(), help});
    }
    if (!places.isEmpty())
        text += '\n' + places.text("  ");
    text += "\noptions:\n" + optionLines(optionsOf(command));
    if (command.role != contract::Role::guest)
        text += "\nNeeds the role: " + std::string(contract::nameOf(command.role)) + ".\n";
    return text;
}

} // namespace

std::string helpText(std::span<const Command> commands, std::span<const std::string> words)
{
    TextTable table;
    for (const Command &command : commands) {
        if (std::ranges::equal(command.words, words))
            return helpForCommand(command);
        if (command.beginsWith(words))
            table.add({command.name(), command.help});
    }
    std::string group;
    for (const auto &word : words)
        group += ' ' + word;
    return "usage: freeholdctl" + group + " COMMAND [ARGUMENT…] [OPTION…]\n\ncommands:\n" + table.text("  ")
        + "\noptions:\n" + optionLines(globalOptions())
        + "\n“freeholdctl COMMAND --help” tells more about one command.\n";
}

} // namespace freehold::cli
