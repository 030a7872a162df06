// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/record.h"

#include "support/json.h"

#include <QJsonDocument>

#include <algorithm>
#include <charconv>

namespace freehold::change {

namespace {

using contract::Cause;

/// Trailers are lines: what people typed stays on one.
std::string oneLine(std::string_view text)
{
    std::string line(text);
    std::ranges::replace_if(
        line, [](char character) { return static_cast<unsigned char>(character) < ' '; }, ' ');
    return line;
}

template <class Shape>
std::string compact(const Shape &value)
{
    return QJsonDocument(json::write(value).toObject()).toJson(QJsonDocument::Compact).toStdString();
}

template <class Shape>
std::optional<Shape> fromCompact(std::string_view text)
{
    const auto document
        = QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())));
    auto value = json::read<Shape>(document.object(), "");
    return value ? std::optional(std::move(*value)) : std::nullopt;
}

/// For `git log`; app/words says it properly. At most what one line of a terminal takes.
std::string subject(const Record &record)
{
    constexpr std::size_t longest = 72;
    std::string line;
    if (record.cause != Cause::person)
        line = std::string(nameOf(record.cause)) + ": ";
    if (record.effects.empty())
        line += "no effect";
    else {
        const auto &first = record.effects.front();
        line += nameOf(first.code);
        for (const auto &[key, value] : first.args)
            line += ' ' + key + "=" + oneLine(value);
    }
    if (record.effects.size() > 1)
        line += " and " + std::to_string(record.effects.size() - 1) + " more";
    if (line.size() > longest) {
        std::size_t end = longest - 3;
        while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80)
            --end;
        line = line.substr(0, end) + "...";
    }
    return line;
}

std::string_view referenceTrailer(Cause cause)
{
    switch (cause) {
    case Cause::undo:
        return "Undoes";
    case Cause::redo:
        return "Redoes";
    case Cause::restore:
        return "Restores";
    case Cause::roll_back:
        return "Rolls-Back";
    case Cause::person:
    case Cause::by_hand:
    case Cause::key:
    case Cause::member:
    case Cause::repair:
        return "Refers-To";
    }
    return "Refers-To";
}

void readTrailer(Record &record, std::string_view key, std::string_view value)
{
    if (key == "Actor")
        record.author.actor = value;
    else if (key == "Device")
        record.author.deviceId = value;
    else if (key == "Device-Name")
        record.author.deviceName = value;
    else if (key == "Cause")
        record.cause = contract::fromName<Cause>(value).value_or(Cause::person);
    else if (key == "Reason")
        record.reason = value;
    else if (key == "Undoes" || key == "Redoes" || key == "Restores" || key == "Rolls-Back"
        || key == "Refers-To")
        record.refersTo = value;
    else if (key == "By-Hand")
        record.byHand = value;
    else if (key == "Replaces")
        record.replaces = value;
    else if (key == "Because")
        record.because = fromCompact<contract::Finding>(value);
    else if (key == "Known") {
        if (auto alert = fromCompact<contract::Finding>(value))
            record.known.push_back(std::move(*alert));
    } else if (key == "Clock")
        record.stamp = stampFromText(value).value_or(Stamp());
    else if (key == "Effect") {
        if (auto effect = fromCompact<contract::Effect>(value))
            record.effects.push_back(std::move(*effect));
    } else if (key == "Trial") {
        std::int64_t seconds = 0;
        const auto [end, error] = std::from_chars(value.begin(), value.end(), seconds);
        if (error == std::errc())
            record.trial = std::chrono::seconds(seconds);
        record.evidence
            = value.ends_with("checks") ? contract::Evidence::checks : contract::Evidence::confirmation;
    }
}

} // namespace

std::string toMessage(const Record &record)
{
    std::string message = subject(record) + "\n\n";
    const auto trailer = [&](std::string_view key, std::string_view value) {
        if (!value.empty())
            message += std::string(key) + ": " + oneLine(value) + '\n';
    };
    trailer("Actor", record.author.actor);
    trailer("Device", record.author.deviceId);
    trailer("Device-Name", record.author.deviceName);
    trailer("Cause", nameOf(record.cause));
    trailer("Reason", record.reason);
    trailer(referenceTrailer(record.cause), record.refersTo);
    trailer("By-Hand", record.byHand);
    trailer("Replaces", record.replaces);
    if (record.because)
        trailer("Because", compact(*record.because));
    for (const contract::Finding &alert : record.known)
        trailer("Known", compact(alert));
    if (record.trial)
        trailer("Trial", std::to_string(record.trial->count()) + ' ' + std::string(nameOf(record.evidence)));
    trailer("Clock", toText(record.stamp));
    for (const contract::Effect &effect : record.effects)
        trailer("Effect", compact(effect));
    return message;
}

Record fromMessage(std::string_view message)
{
    Record record;
    while (message.ends_with('\n'))
        message.remove_suffix(1);
    const auto paragraph = message.rfind("\n\n");
    std::string_view rest = paragraph == std::string_view::npos ? "" : message.substr(paragraph + 2);
    while (!rest.empty()) {
        const auto newline = rest.find('\n');
        const auto line = rest.substr(0, newline);
        const auto colon = line.find(": ");
        if (colon != std::string_view::npos)
            readTrailer(record, line.substr(0, colon), line.substr(colon + 2));
        rest = newline == std::string_view::npos ? "" : rest.substr(newline + 1);
    }
    return record;
}

} // namespace freehold::change
