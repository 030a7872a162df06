// SPDX-License-Identifier: GPL-3.0-or-later
#include "docs/pages.h"

#include <algorithm>
#include <set>

namespace freehold::cli::docs {

namespace {

/// The second words of a group; empty for a command of one word.
std::string verbs(std::span<const Command> commands, const std::string &group)
{
    std::string list;
    for (const Command &command : commands) {
        if (command.words.front() == group && command.words.size() > 1)
            list += (list.empty() ? "" : " ") + command.words[1];
    }
    return list;
}

std::string joined(std::span<const std::string> words, const char *separator)
{
    std::string list;
    for (const auto &word : words)
        list += (list.empty() ? "" : separator) + word;
    return list;
}

/// "--trial | --reason": every option whose next word is its value.
std::string optionsWithValues(std::span<const Command> commands)
{
    std::set<std::string> options;
    for (const Command &command : commands) {
        for (const Parameter &option : optionsOf(command)) {
            if (option.takesValue())
                options.insert(option.option());
        }
    }
    const std::vector<std::string> list(options.begin(), options.end());
    return joined(list, " | ");
}

std::string optionNames(const Command &command)
{
    std::vector<std::string> names;
    for (const Parameter &option : optionsOf(command))
        names.push_back(option.option());
    return joined(names, " ");
}

/// What may stand at each place of a command, where that is known without asking the engine.
std::string placesOf(const Command &command)
{
    std::string lines;
    int place = 0;
    for (const Parameter &parameter : command.parameters) {
        const std::string option = parameter.option();
        if (!option.empty()) {
            if (parameter.form == ValueForm::choice)
                lines += "        '" + command.name() + ' ' + option + "') choices='"
                    + joined(parameter.choices, " ") + "' ;;\n";
            continue;
        }
        ++place;
        const std::string at = "        '" + command.name() + ' '
            + (parameter.given == Given::files ? "'*" : std::to_string(place) + '\'');
        if (parameter.form == ValueForm::choice)
            lines += at + ") choices='" + joined(parameter.choices, " ") + "' ;;\n";
        else if (parameter.given == Given::file || parameter.given == Given::files
            || parameter.given == Given::source)
            lines += at + ") files=1 ;;\n";
    }
    return lines;
}

} // namespace

std::string bashCompletion(std::span<const Command> commands)
{
    std::string text = "# SPDX-License-Identifier: GPL-3.0-or-later\n"
                       "# Completion of freeholdctl for bash, made from the description of its calls.\n"
                       "_freeholdctl() {\n"
                       "    local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}\n"
                       "    local group= command= place=1 i choices= files=\n"
                       "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
                       "        case ${COMP_WORDS[i]} in\n"
                       "        "
        + optionsWithValues(commands)
        + ") ((i++)) ;;\n"
          "        -*) ;;\n"
          "        *)\n"
          "            if [[ -z $group ]]; then\n"
          "                group=${COMP_WORDS[i]}\n"
          "                case $group in\n";
    std::vector<std::string> single;
    for (const Command &command : commands) {
        if (command.words.size() == 1)
            single.push_back(command.name());
    }
    text += "                " + joined(single, " | ")
        + ") command=$group ;;\n"
          "                esac\n"
          "            elif [[ -z $command ]]; then\n"
          "                command=\"$group ${COMP_WORDS[i]}\"\n"
          "            else\n"
          "                ((place++))\n"
          "            fi\n"
          "            ;;\n"
          "        esac\n"
          "    done\n"
          "    if [[ $previous == --socket ]]; then\n"
          "        COMPREPLY=($(compgen -f -- \"$word\"))\n"
          "        return\n"
          "    fi\n"
          "    if [[ -z $group ]]; then\n"
          "        choices='"
        + joined(groups(commands), " ")
        + "'\n"
          "    elif [[ -z $command ]]; then\n"
          "        case $group in\n";
    for (const std::string &group : groups(commands)) {
        const std::string list = verbs(commands, group);
        if (!list.empty())
            text += "        " + group + ") choices='" + list + "' ;;\n";
    }
    text += "        esac\n"
            "    elif [[ $previous == --* ]]; then\n"
            "        place=$previous\n"
            "    fi\n"
            "    if [[ $word == -* ]]; then\n"
            "        case $command in\n";
    for (const Command &command : commands)
        text += "        '" + command.name() + "') choices='" + optionNames(command) + "' ;;\n";
    std::vector<std::string> global;
    for (const Parameter &option : globalOptions())
        global.push_back(option.option());
    text += "        *) choices='" + joined(global, " ")
        + "' ;;\n"
          "        esac\n"
          "    elif [[ -n $command ]]; then\n"
          "        case \"$command $place\" in\n";
    for (const Command &command : commands)
        text += placesOf(command);
    text += "        esac\n"
            "    fi\n"
            "    if [[ -n $files ]]; then\n"
            "        # DOCUMENT=FILE comes as three words, because = breaks words.\n"
            "        [[ $word == = ]] && word=\n"
            "        COMPREPLY=($(compgen -f -- \"$word\"))\n"
            "    else\n"
            "        COMPREPLY=($(compgen -W \"$choices\" -- \"$word\"))\n"
            "    fi\n"
            "}\n"
            "complete -F _freeholdctl freeholdctl\n";
    return text;
}

} // namespace freehold::cli::docs
