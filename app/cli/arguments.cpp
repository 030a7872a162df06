// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"

#include "cli/phrases.h"
#include "support/json.h"

#include <algorithm>
#include <charconv>

namespace freehold::cli {

namespace {

using json::toQString;

template <class Number>
std::optional<Number> toNumber(const std::string &text)
{
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

std::string seeHelp(const std::string &name)
{
    return Cli::tr("See “freeholdctl %1”")
        .arg(toQString(name.empty() ? "--help" : name + " --help"))
        .toStdString();
}

class Parser {
public:
    Parser(std::span<const Command> commands, std::span<const std::string> words)
        : commands_(commands)
        , words_(words)
    {
    }

    std::expected<Invocation, UsageError> parse()
    {
        bool onlyWords = false;
        for (at_ = 0; at_ < words_.size() && !error_; ++at_) {
            const std::string &word = words_[at_];
            if (!onlyWords && word == "--")
                onlyWords = true;
            else if (!onlyWords && word.size() > 1 && word.front() == '-')
                takeOption(word);
            else
                takeWord(word);
        }
        if (error_)
            return std::unexpected(std::move(*error_));
        if (invocation_.wish == Invocation::Wish::run)
            checkComplete();
        if (error_)
            return std::unexpected(std::move(*error_));
        return std::move(invocation_);
    }

private:
    [[nodiscard]] std::string name() const
    {
        std::string name;
        for (const auto &word : invocation_.words)
            name += (name.empty() ? "" : " ") + word;
        return name;
    }

    void refuse(const QString &happened)
    {
        if (!error_)
            error_ = UsageError{happened.toStdString(), seeHelp(name())};
    }

    void takeWord(const std::string &word)
    {
        if (invocation_.command != nullptr) {
            takePositional(word);
            return;
        }
        std::vector<std::string> longer = invocation_.words;
        longer.push_back(word);
        const auto found = std::ranges::find_if(
            commands_, [&](const Command &command) { return command.beginsWith(longer); });
        if (found == commands_.end()) {
            refuse(Cli::tr("There is no command “%1”")
                    .arg(toQString(name() + (name().empty() ? "" : " ") + word)));
            return;
        }
        invocation_.words = std::move(longer);
        if (found->words == invocation_.words)
            invocation_.command = &*found;
    }

    void takePositional(const std::string &word)
    {
        std::vector<const Parameter *> places;
        for (const Parameter &parameter : invocation_.command->parameters) {
            if (parameter.option().empty())
                places.push_back(&parameter);
        }
        if (place_ >= places.size()) {
            refuse(Cli::tr("“%1” is one word too many").arg(toQString(word)));
            return;
        }
        const Parameter &parameter = *places[place_];
        const QString field = toQString(parameter.field);
        switch (parameter.given) {
        case Given::list: {
            QJsonArray list = invocation_.parameters[field].toArray();
            list.append(toQString(word));
            invocation_.parameters[field] = list;
            return;
        }
        case Given::files:
            takeDocument(word);
            return;
        case Given::file:
            invocation_.outputFile = word;
            invocation_.parameters[field] = QString(); // the engine learns no path
            break;
        case Given::source:
            invocation_.sourceFile = word;
            invocation_.parameters[field] = QString();
            break;
        default:
            setValue(parameter, word);
        }
        ++place_;
    }

    void takeDocument(const std::string &word)
    {
        const auto equals = word.find('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == word.size()) {
            refuse(Cli::tr("“%1” is not of the form DOCUMENT=FILE").arg(toQString(word)));
            return;
        }
        const std::string file = word.substr(equals + 1);
        const auto readsInput = [](const Invocation::Document &given) { return given.file == "-"; };
        if (file == "-" && std::ranges::any_of(invocation_.documents, readsInput)) {
            refuse(Cli::tr("Standard input can be only one of the documents"));
            return;
        }
        invocation_.documents.push_back({word.substr(0, equals), file});
    }

    void takeOption(const std::string &word)
    {
        const auto equals = word.find('=');
        const std::string option = word.substr(0, equals);
        // Before its command is known, only the options that all commands take can be told apart.
        const auto options
            = invocation_.command != nullptr ? optionsOf(*invocation_.command) : globalOptions();
        const auto found = std::ranges::find(options, option, &Parameter::option);
        if (found == options.end()) {
            refuse(Cli::tr("There is no option “%1” here").arg(toQString(option)));
            return;
        }
        if (!found->takesValue()) {
            if (equals == std::string::npos)
                setFlag(*found);
            else
                refuse(Cli::tr("The option “%1” takes no value").arg(toQString(option)));
            return;
        }
        if (equals == std::string::npos && at_ + 1 == words_.size()) {
            refuse(Cli::tr("The option “%1” needs a value").arg(toQString(option)));
            return;
        }
        const std::string value = equals == std::string::npos ? words_[++at_] : word.substr(equals + 1);
        if (found->isSecret())
            setDescriptor(option, value);
        else if (found->field == "socket")
            invocation_.socket = value;
        else if (found->field == "at")
            takeMember(option, value);
        else
            setValue(*found, value);
    }

    void takeMember(const std::string &option, const std::string &value)
    {
        if (value.empty())
            refuse(Cli::tr("The option “%1” needs a value").arg(toQString(option)));
        invocation_.member = value;
    }

    void setFlag(const Parameter &flag)
    {
        if (flag.field == "json")
            invocation_.json = true;
        else if (flag.field == "help" && invocation_.wish == Invocation::Wish::run)
            invocation_.wish = Invocation::Wish::help;
        else if (flag.field == "version")
            invocation_.wish = Invocation::Wish::version;
        else if (flag.field == "explain")
            invocation_.explain = true;
        else if (flag.field != "help")
            invocation_.parameters[toQString(flag.field)] = flag.given == Given::flag;
    }

    void setDescriptor(const std::string &option, const std::string &value)
    {
        invocation_.secretDescriptor = toNumber<int>(value);
        if (!invocation_.secretDescriptor || *invocation_.secretDescriptor < 0)
            refuse(Cli::tr("“%1” needs the number of an open file, not “%2”")
                    .arg(toQString(option), toQString(value)));
    }

    void setValue(const Parameter &parameter, const std::string &value)
    {
        const QString field = toQString(parameter.field);
        const QString shown
            = parameter.option().empty() ? toQString(parameter.placeholder()) : toQString(parameter.option());
        if (parameter.form == ValueForm::number) {
            const auto number = toNumber<std::int64_t>(value);
            if (!number)
                refuse(Cli::tr("%1 needs a whole number, not “%2”").arg(shown, toQString(value)));
            else
                invocation_.parameters[field] = static_cast<qint64>(*number);
            return;
        }
        if (parameter.form == ValueForm::choice && !std::ranges::contains(parameter.choices, value)) {
            QStringList choices;
            for (const auto &choice : parameter.choices)
                choices += toQString(choice);
            refuse(Cli::tr("%1 can't be “%2”, only one of these: %3")
                    .arg(shown, toQString(value), choices.join(QStringLiteral(", "))));
            return;
        }
        invocation_.parameters[field] = toQString(value);
    }

    void checkComplete()
    {
        if (invocation_.command == nullptr) {
            refuse(invocation_.words.empty()
                    ? Cli::tr("No command was given")
                    : Cli::tr("“%1” is only the beginning of a command").arg(toQString(name())));
            return;
        }
        for (const Parameter &parameter : invocation_.command->parameters) {
            const bool isGiven = parameter.given == Given::files
                ? !invocation_.documents.empty()
                : invocation_.parameters.contains(toQString(parameter.field));
            if (parameter.required && !isGiven)
                refuse(Cli::tr("%1 is missing").arg(toQString(parameter.placeholder())));
            // What was not said counts as its opposite; the call has no standard of its own.
            if (!isGiven && !parameter.takesValue())
                invocation_.parameters[toQString(parameter.field)] = parameter.given == Given::no_flag;
        }
    }

    std::span<const Command> commands_;
    std::span<const std::string> words_;
    std::size_t at_ = 0;
    std::size_t place_ = 0;
    Invocation invocation_;
    std::optional<UsageError> error_;
};

} // namespace

std::expected<Invocation, UsageError> parse(
    std::span<const Command> commands, std::span<const std::string> words)
{
    return Parser(commands, words).parse();
}

} // namespace freehold::cli
