// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/value_check.h"

#include "support/plain_line.h"
#include "support/ssh.h"
#include "support/time.h"

#include <QStringDecoder>
#include <QTimeZone>

#include <algorithm>
#include <cctype>

namespace freehold::change {

using contract::FieldDescription;
using contract::ValueType;

namespace {

Problem problem(ErrorCode code, Arguments arguments = {})
{
    return Problem{{}, {}, 0, code, std::move(arguments)};
}

bool isHostLabel(std::string_view label)
{
    const auto allowed
        = [](unsigned char character) { return std::isalnum(character) != 0 || character == '-'; };
    return !label.empty() && label.size() <= 63 && std::ranges::all_of(label, allowed) && label.front() != '-'
        && label.back() != '-';
}

bool isDomainName(std::string_view name)
{
    while (true) {
        const auto dot = name.find('.');
        if (!isHostLabel(name.substr(0, dot)))
            return false;
        if (dot == std::string_view::npos)
            return true;
        name.remove_prefix(dot + 1);
    }
}

bool isMac(std::string_view text)
{
    if (text.size() != 17)
        return false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool separator = at % 3 == 2;
        const char character = text[at];
        const bool hexDigit
            = (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
        if (separator ? character != ':' : !hexDigit)
            return false;
    }
    return true;
}

/// POSIX portable user names, as useradd takes them.
bool isUserName(std::string_view text)
{
    const auto allowed = [](unsigned char character) {
        return std::isalnum(character) != 0 || character == '-' || character == '_' || character == '.';
    };
    return !text.empty() && text.size() <= 32 && text.front() != '-' && std::ranges::all_of(text, allowed);
}

std::string listOf(std::span<const std::string_view> choices)
{
    std::string list;
    for (const std::string_view choice : choices)
        list += (list.empty() ? "" : ", ") + std::string(choice);
    return list;
}

std::optional<Problem> checkText(const FieldDescription &field, const std::string &text)
{
    if (static_cast<std::int64_t>(text.size()) < field.least)
        return problem(ErrorCode::value_text, {{"why", "empty"}});
    if (static_cast<std::int64_t>(text.size()) > field.most)
        return problem(ErrorCode::value_text, {{"why", "long"}, {"limit", std::to_string(field.most)}});
    if (!isPlainLine(text))
        return problem(ErrorCode::value_text, {{"why", "control"}});
    if (text.find_first_not_of(' ') == std::string::npos && field.least > 0)
        return problem(ErrorCode::value_text, {{"why", "empty"}});
    return std::nullopt;
}

bool hasForm(ValueType type, const std::string &text)
{
    switch (type) {
    case ValueType::public_key:
        return ssh::publicKeyFromText(text).has_value();
    case ValueType::base64:
        return fromBase64(text).has_value();
    case ValueType::time:
        return fromRfc3339(text).has_value();
    case ValueType::timezone:
        return QTimeZone::isTimeZoneIdAvailable(QByteArray::fromStdString(text));
    case ValueType::domain_name:
        return text.size() <= 253 && isDomainName(text);
    case ValueType::mac:
        return isMac(text);
    case ValueType::user_name:
        return isUserName(text);
    case ValueType::reference:
        return contract::isValidId(text);
    case ValueType::text:
    case ValueType::integer:
    case ValueType::boolean:
    case ValueType::choice:
        return true;
    }
    return true;
}

std::string_view nameOf(ValueType type)
{
    switch (type) {
    case ValueType::text:
    case ValueType::choice:
    case ValueType::reference:
    case ValueType::public_key:
    case ValueType::base64:
    case ValueType::timezone:
    case ValueType::domain_name:
    case ValueType::mac:
    case ValueType::user_name:
        return "text";
    case ValueType::integer:
        return "integer";
    case ValueType::boolean:
        return "boolean";
    case ValueType::time:
        return "time";
    }
    return "text";
}

std::string_view formOf(ValueType type)
{
    switch (type) {
    case ValueType::public_key:
        return "public-key";
    case ValueType::base64:
        return "base64";
    case ValueType::time:
        return "time";
    case ValueType::timezone:
        return "timezone";
    case ValueType::domain_name:
        return "domain-name";
    case ValueType::mac:
        return "mac";
    case ValueType::user_name:
        return "user-name";
    case ValueType::reference:
        return "id";
    case ValueType::text:
    case ValueType::integer:
    case ValueType::boolean:
    case ValueType::choice:
        return "text";
    }
    return "text";
}

} // namespace

bool isValidUtf8(std::string_view text)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    return !decoder.hasError();
}

std::optional<Problem> checkValue(const FieldDescription &field, const Value &value)
{
    const auto wrongType
        = [&] { return problem(ErrorCode::value_type, {{"expected", std::string(nameOf(field.type))}}); };
    if (field.type == ValueType::boolean)
        return std::holds_alternative<bool>(value) ? std::nullopt : std::optional(wrongType());
    if (field.type == ValueType::integer) {
        const auto *number = std::get_if<std::int64_t>(&value);
        if (number == nullptr)
            return wrongType();
        if (*number < field.least || *number > field.most)
            return problem(ErrorCode::value_range,
                {{"least", std::to_string(field.least)}, {"most", std::to_string(field.most)},
                    {"unit", std::string(field.unit)}});
        return std::nullopt;
    }
    const auto *text = std::get_if<std::string>(&value);
    if (text == nullptr)
        return wrongType();
    if (field.type == ValueType::text)
        return checkText(field, *text);
    if (field.type == ValueType::choice) {
        if (std::ranges::find(field.choices, *text) == field.choices.end())
            return problem(ErrorCode::value_choice, {{"value", *text}, {"choices", listOf(field.choices)}});
        return std::nullopt;
    }
    if (!hasForm(field.type, *text))
        return problem(
            ErrorCode::value_format, {{"value", *text}, {"form", std::string(formOf(field.type))}});
    return std::nullopt;
}

} // namespace freehold::change
