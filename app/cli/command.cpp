// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "contract/calls.h"
#include "support/json.h"

#include <algorithm>

namespace freehold::cli {

namespace {

std::vector<std::string> split(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    for (const auto part : std::views::split(text, separator))
        parts.emplace_back(part.begin(), part.end());
    return parts;
}

std::string kebab(std::string name)
{
    std::ranges::replace(name, '_', '-');
    return name;
}

std::string upper(std::string name)
{
    std::ranges::transform(name, name.begin(),
        [](char letter) { return letter >= 'a' && letter <= 'z' ? char(letter - 'a' + 'A') : letter; });
    return kebab(std::move(name));
}

template <class Type>
struct Bare {
    using type = Type;
};
template <class Type>
struct Bare<std::optional<Type>> {
    using type = Type;
};

template <class Owner, class Type>
Parameter describe(const Field<Owner, Type> &field)
{
    using Value = Bare<Type>::type;
    Parameter parameter{std::string(field.name), field.given, std::string(field.help), {}, {}, true};
    parameter.required = !json::IsOptional<Type>::value
        && (field.given == Given::positional || field.given == Given::list || field.given == Given::files
            || field.given == Given::file || field.given == Given::source);
    if constexpr (json::NamedEnum<Value>) {
        parameter.form = ValueForm::choice;
        for (const auto name : enumNames(Value{}))
            parameter.choices.emplace_back(name);
    } else if constexpr (std::integral<Value> && !std::same_as<Value, bool>) {
        parameter.form = ValueForm::number;
    }
    return parameter;
}

template <contract::Call Type>
void addCommand(std::vector<Command> &commands)
{
    Command command;
    command.method = Type::info.method;
    command.words = split(Type::info.method, '.');
    command.help = Type::info.help;
    command.role = Type::info.role;
    command.kind = Type::info.kind;
    command.explainedBy = Type::info.explainedBy;
    forEachField<Type>([&](const auto &field) { command.parameters.push_back(describe(field)); });
    const bool isInternal = std::ranges::any_of(
        command.parameters, [](const Parameter &parameter) { return parameter.given == Given::internal; });
    if (!isInternal)
        commands.push_back(std::move(command));
}

} // namespace

std::string Parameter::option() const
{
    switch (given) {
    case Given::option:
    case Given::flag:
        return "--" + kebab(field);
    case Given::no_flag:
        return "--no-" + kebab(field);
    case Given::secret:
    case Given::new_secret:
        return "--" + kebab(field) + "-fd";
    case Given::positional:
    case Given::list:
    case Given::files:
    case Given::file:
    case Given::source:
    case Given::internal:
        return {};
    }
    return {};
}

bool Parameter::takesValue() const
{
    return given != Given::flag && given != Given::no_flag;
}

std::string Parameter::placeholder() const
{
    if (!takesValue())
        return {};
    if (isSecret())
        return "N";
    if (given == Given::files)
        return "DOCUMENT=FILE…";
    if (given == Given::list)
        return upper(field.substr(0, field.size() - 1)) + "…"; // "documents": one of them is a DOCUMENT
    if (given == Given::source)
        return "FILE";
    if (given == Given::positional || given == Given::file)
        return upper(field);
    if (form == ValueForm::number)
        return "N";
    if (form == ValueForm::choice) {
        std::string all;
        for (const auto &choice : choices)
            all += (all.empty() ? "" : "|") + choice;
        return all;
    }
    return form == ValueForm::path ? "PATH" : "TEXT";
}

std::string Command::name() const
{
    std::string name;
    for (const auto &word : words)
        name += (name.empty() ? "" : " ") + word;
    return name;
}

bool Command::beginsWith(std::span<const std::string> first) const
{
    return first.size() <= words.size() && std::ranges::equal(first, std::span(words).first(first.size()));
}

std::string Command::synopsis() const
{
    std::string line = name();
    for (const auto &parameter : parameters) {
        if (parameter.option().empty())
            line += ' ' + parameter.placeholder();
    }
    for (const auto &parameter : parameters) {
        const std::string option = parameter.option();
        if (option.empty())
            continue;
        line += " [" + option + (parameter.takesValue() ? ' ' + parameter.placeholder() : "") + ']';
    }
    if (!explainedBy.empty())
        line += " [--explain]";
    return line;
}

std::vector<Command> allCommands()
{
    std::vector<Command> commands;
    contract::AllCalls::forEach([&]<class Type>() { addCommand<Type>(commands); });
    return commands;
}

std::vector<std::string> groups(std::span<const Command> commands)
{
    std::vector<std::string> found;
    for (const auto &command : commands) {
        if (!std::ranges::contains(found, command.words.front()))
            found.push_back(command.words.front());
    }
    return found;
}

std::vector<Parameter> globalOptions()
{
    return {{"json", Given::flag, "Print one JSON document and nothing else.", {}, {}, false},
        {"at", Given::option, "Have another member of the house do it: its id, or the name of its device.",
            ValueForm::text, {}, false},
        {"socket", Given::option, "Where the engine listens.", ValueForm::path, {}, false},
        {"help", Given::flag, "Say what a command does and takes.", {}, {}, false},
        {"version", Given::flag, "Print the version.", {}, {}, false}};
}

std::vector<Parameter> optionsOf(const Command &command)
{
    std::vector<Parameter> options;
    std::ranges::copy_if(command.parameters, std::back_inserter(options),
        [](const Parameter &parameter) { return !parameter.option().empty(); });
    if (!command.explainedBy.empty())
        options.push_back({"explain", Given::flag, "Say what it would do; nothing changes.", {}, {}, false});
    std::ranges::move(globalOptions(), std::back_inserter(options));
    return options;
}

} // namespace freehold::cli
