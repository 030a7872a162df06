// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/generic_text.h"
#include "cli/render.h"
#include "words/words.h"

#include <algorithm>

namespace freehold::cli {

namespace {

using json::toQString;

/// As many digits as keep a house's changes apart, and people can still read.
constexpr std::size_t shortIdLength = 12;

std::string shortId(const std::string &id)
{
    return id.substr(0, shortIdLength);
}

std::string effectLines(const std::vector<contract::Effect> &effects)
{
    std::string text;
    for (const auto &effect : effects) {
        text += harmless("  - " + effect.sentence);
        if (effect.undo == contract::Undo::never)
            text += ' ' + Cli::tr("This can't be taken back.").toStdString();
        else if (effect.undo == contract::Undo::until)
            text += ' ' + Cli::tr("This can be taken back only for a time.").toStdString();
        text += '\n';
    }
    return text;
}

void addLine(TextTable &lines, const QString &name, const std::string &value)
{
    if (!value.empty())
        lines.add({name.toStdString(), value});
}

std::string changeText(const contract::Change &change)
{
    TextTable lines;
    addLine(lines, Cli::tr("Change:"), change.id);
    addLine(lines, Cli::tr("When:"), localTime(change.time));
    addLine(lines, Cli::tr("Who:"), change.actor);
    addLine(lines, Cli::tr("From:"), change.device);
    addLine(lines, Cli::tr("Why:"), change.reason);
    addLine(lines, Cli::tr("Summary:"), change.summary);
    addLine(lines, Cli::tr("State:"), words::name(change.state).toStdString());
    addLine(lines, Cli::tr("Ends:"), change.trial_ends ? localTime(*change.trial_ends) : "");
    addLine(lines, Cli::tr("Goes on:"), change.next_step ? localTime(*change.next_step) : "");
    addLine(lines, Cli::tr("Taken back by:"), change.undone_by.value_or(""));
    addLine(lines, Cli::tr("Rolled back by:"), change.rolled_back_by.value_or(""));
    if (const auto &because = change.rolled_back_because)
        addLine(lines, Cli::tr("Because:"), because->message + ". " + because->remedy + '.');
    addLine(lines, Cli::tr("Refers to:"), change.refers_to.value_or(""));
    std::string text = lines.text();
    if (!change.effects.empty())
        text += '\n' + Cli::tr("What it did:").toStdString() + '\n' + effectLines(change.effects);
    if (!change.differences.empty()) {
        TextTable table;
        for (const auto &difference : change.differences)
            table.add({difference.document, difference.key, difference.before.value_or("–"), "→",
                difference.after.value_or("–")});
        text += '\n' + Cli::tr("Differences:").toStdString() + '\n' + table.text("  ");
    }
    return text;
}

std::string whatNext(const contract::Change &change)
{
    const QString id = toQString(shortId(change.id));
    switch (change.state) {
    case contract::ChangeState::trial:
        return Cli::tr("Keep it with “freeholdctl change confirm %1”; it goes back by itself otherwise.")
            .arg(id)
            .toStdString();
    case contract::ChangeState::kept:
    case contract::ChangeState::converging:
        // Who was removed comes back by no undo.
        if (!change.effects.empty()
            && std::ranges::all_of(change.effects,
                [](const contract::Effect &effect) { return effect.undo == contract::Undo::never; }))
            return {};
        return Cli::tr("Take it back with “freeholdctl change undo %1”.").arg(id).toStdString();
    case contract::ChangeState::rolled_back:
    case contract::ChangeState::undone:
        return Cli::tr("See “freeholdctl change show %1”.").arg(id).toStdString();
    case contract::ChangeState::choice:
        return Cli::tr("Use it with “freeholdctl change choose %1”.").arg(id).toStdString();
    case contract::ChangeState::waiting:
    case contract::ChangeState::refused:
        return {};
    }
    return {};
}

} // namespace

std::string render(const contract::Change &change)
{
    std::string text = harmless(
        Cli::tr("%1 (%2)").arg(toQString(change.summary), words::name(change.state)).toStdString());
    text += '\n';
    if (const auto &because = change.rolled_back_because)
        text += harmless(because->message + ". " + because->remedy + '.') + '\n';
    const std::string next = whatNext(change);
    return next.empty() ? text : text + next + '\n';
}

std::string render(const contract::Explanation &explanation)
{
    std::string text;
    if (!explanation.errors.empty()) {
        text += Cli::tr("This can't be done:").toStdString() + '\n';
        for (const auto &error : explanation.errors) {
            const std::string line = error.line > 0 ? std::format(":{}", error.line) : std::string();
            text += harmless(
                        std::format("  - {}{}: {}. {}.", error.document, line, error.message, error.remedy))
                + '\n';
        }
        return text;
    }
    text += Cli::tr("Nothing has changed yet. This would happen:").toStdString() + '\n';
    text += explanation.effects.empty() ? "  - " + Cli::tr("Nothing.").toStdString() + '\n'
                                        : effectLines(explanation.effects);
    if (!explanation.goes.empty()) {
        text += '\n' + Cli::tr("These changes go:").toStdString() + '\n';
        for (const auto &change : explanation.goes)
            text += harmless(std::format("  - {}  {}", localTime(change.time), change.summary)) + '\n';
    }
    if (!explanation.stays.empty()) {
        text += '\n' + Cli::tr("These only go forward and stay as they are:").toStdString() + '\n';
        for (const auto &document : explanation.stays)
            text += harmless("  - " + document) + '\n';
    }
    return text;
}

std::string render(const contract::DocumentContent &document)
{
    return document.content;
}

std::string render(const contract::RawDifference &difference)
{
    if (difference.signed_by.empty())
        return difference.patch;
    return Cli::tr("Signed by %1").arg(toQString(difference.signed_by)).toStdString() + "\n\n"
        + difference.patch;
}

std::string renderFor(std::type_identity<contract::ChangeList>, const std::vector<contract::Change> &changes)
{
    if (changes.empty())
        return Cli::tr("Nothing has changed yet.").toStdString() + '\n';
    TextTable table;
    table.add({Cli::tr("Change").toStdString(), Cli::tr("When").toStdString(), Cli::tr("Who").toStdString(),
        Cli::tr("What").toStdString(), Cli::tr("State").toStdString()});
    for (const auto &change : changes)
        table.add({shortId(change.id), localTime(change.time), change.actor, change.summary,
            words::name(change.state).toStdString()});
    return table.text();
}

std::string renderFor(std::type_identity<contract::ChangeShow>, const std::vector<contract::Change> &changes)
{
    std::string text;
    for (const auto &change : changes)
        text += (text.empty() ? "" : "\n") + changeText(change);
    return text;
}

} // namespace freehold::cli
