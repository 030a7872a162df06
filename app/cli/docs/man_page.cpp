// SPDX-License-Identifier: GPL-3.0-or-later
#include "docs/pages.h"

#include "contract/codes.h"

namespace freehold::cli::docs {

namespace {

/// Text as man(7) takes it: no request by accident, hyphens that can be copied.
std::string escaped(std::string_view text)
{
    std::string safe;
    for (const char letter : text) {
        if (letter == '\\')
            safe += "\\e";
        else if (letter == '-')
            safe += "\\-";
        else
            safe += letter;
    }
    if (safe.starts_with('.') || safe.starts_with('\''))
        safe.insert(0, "\\&");
    return safe;
}

std::string item(const std::string &head, const std::string &text)
{
    return ".TP\n.B " + escaped(head) + '\n' + escaped(text) + '\n';
}

std::string options(std::span<const Parameter> list)
{
    std::string text;
    for (const Parameter &option : list) {
        const std::string value = option.takesValue() ? ' ' + option.placeholder() : std::string();
        std::string help = option.help;
        if (option.isSecret())
            help += " Read from this open file, up to its first line feed; asked for on the terminal where "
                    "left out.";
        text += item(option.option() + value, help);
    }
    return text;
}

std::string command(const Command &command)
{
    std::string text = ".TP\n.B " + escaped(command.synopsis()) + '\n' + escaped(command.help) + '\n';
    if (command.role != contract::Role::guest)
        text += escaped("Needs the role " + std::string(contract::nameOf(command.role)) + '.') + '\n';
    std::string inner;
    for (const Parameter &parameter : command.parameters) {
        const bool named = !parameter.option().empty();
        const std::string value = parameter.takesValue() ? parameter.placeholder() : std::string();
        inner
            += item(named ? parameter.option() + (value.empty() ? "" : ' ' + value) : value, parameter.help);
    }
    return inner.empty() ? text : text + ".RS\n" + inner + ".RE\n";
}

} // namespace

std::string manPage(std::span<const Command> commands)
{
    std::string text = ".\\\" SPDX-License-Identifier: GPL-3.0-or-later\n"
                       ".TH FREEHOLDCTL 1 \"\" \"Freehold " FREEHOLD_VERSION "\"\n"
                       ".SH NAME\nfreeholdctl \\- look after a Freehold house from the command line\n"
                       ".SH SYNOPSIS\n.B freeholdctl\n.I COMMAND\n[\\fIARGUMENT\\fR...] [\\fIOPTION\\fR...]\n"
                       ".SH DESCRIPTION\n"
                       "Talks to the engine, freeholdd, of this machine. Whatever changes the house is one "
                       "change:\nexplained before, kept in the history, and taken back with\n"
                       ".BR \"freeholdctl change undo\" .\n"
                       ".PP\nWith\n.BR \\-\\-at ,\nanother machine of the house does the same in "
                       "place of this one, as far as both it and this machine\nlet the user.\n"
                       ".SH OPTIONS\n";
    text += options(globalOptions()) + ".SH COMMANDS\n";
    for (const std::string &group : groups(commands)) {
        text += ".SS " + group + '\n';
        for (const Command &each : commands) {
            if (each.words.front() == group)
                text += command(each);
        }
    }
    text += ".SH EXIT STATUS\n";
    text += item("0", "Done.") + item("1", "Refused or failed; nothing changed.") + item("2", "Wrong usage.")
        + item("3", "The engine, or the member that was named with --at, can't be reached.")
        + item("4", "A change was applied and then rolled back.");
    text += ".SH ENVIRONMENT\n";
    text += item("FREEHOLD_SOCKET", "Where the engine listens, in place of the two below.");
    text += ".SH FILES\n";
    text += item("/run/freehold/engine.sock", "The engine that the system runs; tried first.")
        + item("$XDG_RUNTIME_DIR/freehold/engine.sock", "The user's own engine.");
    text += ".SH SEE ALSO\n.BR freehold (1),\n.BR freeholdd (1)\n";
    return text;
}

} // namespace freehold::cli::docs
