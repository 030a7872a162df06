// SPDX-License-Identifier: GPL-3.0-or-later
#include "docs/pages.h"

#include <algorithm>
#include <format>

namespace freehold::cli::docs {

namespace {

std::string joined(std::span<const std::string> words)
{
    std::string list;
    for (const auto &word : words)
        list += (list.empty() ? "" : " ") + word;
    return list;
}

/// Text inside single quotes; `special` is escaped with a backslash besides, for what zsh reads in it.
std::string inQuotes(std::string_view text, std::string_view special = {})
{
    std::string safe = "'";
    for (const char letter : text) {
        if (letter == '\'')
            safe += "'\\''";
        else if (special.contains(letter))
            safe += std::string("\\") + letter;
        else
            safe += letter;
    }
    return safe + '\'';
}

std::string zshAction(const Parameter &parameter)
{
    if (parameter.form == ValueForm::choice)
        return '(' + joined(parameter.choices) + ')';
    // DOCUMENT=FILE: of the word, what comes after the sign.
    if (parameter.given == Given::files)
        return "{ compset -P \"*=\" && _files }";
    return parameter.given == Given::file || parameter.given == Given::source
            || parameter.form == ValueForm::path
        ? "_files"
        : "";
}

std::string zshArguments(const Command &command)
{
    std::string text;
    for (const Parameter &option : optionsOf(command)) {
        const std::string value
            = option.takesValue() ? ':' + option.field + ':' + zshAction(option) : std::string();
        const std::string name = option.option() + (option.takesValue() ? "=" : "");
        text += " \\\n        " + inQuotes(name) + "'['" + inQuotes(option.help, "[]") + "']'"
            + inQuotes(value);
    }
    for (const Parameter &parameter : command.parameters) {
        if (!parameter.option().empty())
            continue;
        const bool repeats = parameter.given == Given::list || parameter.given == Given::files;
        text += " \\\n        "
            + inQuotes((repeats ? "*:" : ":") + parameter.field + ':' + zshAction(parameter));
    }
    return text;
}

/// A file, or a word that nothing is known of.
const char *takenBy(const Parameter &option)
{
    return option.form == ValueForm::path ? " -r -F" : " -x";
}

} // namespace

std::string zshCompletion(std::span<const Command> commands)
{
    std::string text = "#compdef freeholdctl\n"
                       "# SPDX-License-Identifier: GPL-3.0-or-later\n"
                       "# Completion of freeholdctl for zsh, made from the description of its calls.\n"
                       "_freeholdctl() {\n"
                       "    local -a choices\n"
                       "    if (( CURRENT == 2 )); then\n"
                       "        choices=("
        + joined(groups(commands))
        + ")\n"
          "        _describe command choices\n"
          "        return\n"
          "    fi\n"
          "    local command=$words[2]\n"
          "    case $command in\n";
    for (const std::string &group : groups(commands)) {
        std::string verbs;
        for (const Command &command : commands) {
            if (command.words.front() == group && command.words.size() > 1)
                verbs += "\n            " + inQuotes(command.words[1]) + "':'" + inQuotes(command.help, ":");
        }
        if (!verbs.empty())
            text += std::format("    {})\n        choices=({})\n        ;;\n", group, verbs);
    }
    text += "    esac\n"
            "    if (( $#choices )); then\n"
            "        if (( CURRENT == 3 )); then\n"
            "            _describe command choices\n"
            "            return\n"
            "        fi\n"
            "        command=\"$command $words[3]\"\n"
            "        shift words\n"
            "        (( CURRENT-- ))\n"
            "    fi\n"
            "    shift words\n"
            "    (( CURRENT-- ))\n"
            "    case $command in\n";
    for (const Command &command : commands)
        text += "    " + inQuotes(command.name()) + ")\n        _arguments -s" + zshArguments(command)
            + "\n        ;;\n";
    return text + "    esac\n}\n_freeholdctl \"$@\"\n";
}

std::string fishCompletion(std::span<const Command> commands)
{
    const std::string all = "complete -c freeholdctl";
    std::string text = "# SPDX-License-Identifier: GPL-3.0-or-later\n"
                       "# Completion of freeholdctl for fish, made from the description of its calls.\n"
        + all + " -f\n";
    for (const Parameter &option : globalOptions())
        text += all + " -l " + option.option().substr(2) + (option.takesValue() ? takenBy(option) : "")
            + " -d " + inQuotes(option.help) + '\n';
    for (const std::string &group : groups(commands))
        text += std::format("{} -n __fish_use_subcommand -a {}\n", all, group);
    for (const Command &command : commands) {
        std::string at = "__fish_seen_subcommand_from " + command.words.front();
        if (command.words.size() > 1) {
            std::string siblings;
            for (const Command &other : commands) {
                if (other.words.front() == command.words.front())
                    siblings += ' ' + other.words[1];
            }
            const std::string first
                = inQuotes(std::format("{}; and not __fish_seen_subcommand_from{}", at, siblings));
            text += std::format(
                "{} -n {} -a {} -d {}\n", all, first, command.words[1], inQuotes(command.help));
            at += "; and __fish_seen_subcommand_from " + command.words[1];
        }
        for (const Parameter &parameter : optionsOf(command)) {
            const bool isGlobal
                = std::ranges::contains(globalOptions(), parameter.option(), &Parameter::option);
            if (isGlobal)
                continue;
            text += all + " -n " + inQuotes(at) + " -l " + parameter.option().substr(2)
                + (parameter.takesValue() ? " -x" : "") + " -d " + inQuotes(parameter.help);
            if (!parameter.choices.empty())
                text += " -a " + inQuotes(joined(parameter.choices));
            text += '\n';
        }
        for (const Parameter &parameter : command.parameters) {
            if (!parameter.option().empty())
                continue;
            if (!parameter.choices.empty())
                text += all + " -n " + inQuotes(at) + " -a " + inQuotes(joined(parameter.choices)) + '\n';
            if (parameter.given == Given::file || parameter.given == Given::files
                || parameter.given == Given::source)
                text += all + " -n " + inQuotes(at) + " -F\n";
        }
    }
    return text;
}

} // namespace freehold::cli::docs
