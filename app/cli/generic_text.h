// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/phrases.h"
#include "cli/text_table.h"
#include "support/json.h"

#include <string>
#include <vector>

/// Any shaped type as text for people, from its list of fields: what the special forms of render.h leave.
namespace freehold::cli {

/// "2026-11-23 17:40", in this machine's time zone.
[[nodiscard]] std::string localTime(Time time);

/// "last_seen" as "last seen".
[[nodiscard]] std::string label(std::string_view field);

template <class Type>
std::string cell(const Type &value)
{
    if constexpr (std::same_as<Type, std::string>) {
        return value;
    } else if constexpr (std::same_as<Type, bool>) {
        return (value ? Cli::tr("yes") : Cli::tr("no")).toStdString();
    } else if constexpr (std::integral<Type>) {
        return std::to_string(value);
    } else if constexpr (std::same_as<Type, Time>) {
        return localTime(value);
    } else if constexpr (std::is_enum_v<Type>) {
        return json::write(value).toString().toStdString();
    } else if constexpr (json::IsOptional<Type>::value) {
        return value ? cell(*value) : std::string("–");
    } else if constexpr (json::IsVector<Type>::value) {
        std::string all;
        for (const auto &item : value)
            all += (all.empty() ? "" : ", ") + cell(item);
        return all;
    } else if constexpr (std::same_as<Type, Arguments>) {
        std::string all;
        for (const auto &[key, text] : value)
            all += (all.empty() ? "" : ", ") + key + '=' + text;
        return all;
    } else {
        static_assert(Shaped<Type>);
        std::string all;
        forEachField<Type>(
            [&](const auto &field) { all += (all.empty() ? "" : " ") + cell(value.*field.member); });
        return all;
    }
}

template <class Type>
concept Rows = json::IsVector<Type>::value && Shaped<typename Type::value_type>;

template <Rows Type>
std::string table(const Type &rows, const std::string &indent = {})
{
    using Row = Type::value_type;
    if (rows.empty())
        return indent + Cli::tr("none").toStdString() + '\n';
    TextTable text;
    std::vector<std::string> heads;
    forEachField<Row>([&](const auto &field) { heads.push_back(label(field.name)); });
    text.add(std::move(heads));
    for (const Row &row : rows) {
        std::vector<std::string> cells;
        forEachField<Row>([&](const auto &field) { cells.push_back(cell(row.*field.member)); });
        text.add(std::move(cells));
    }
    return text.text(indent);
}

template <Shaped Type>
std::string details(const Type &value)
{
    TextTable lines;
    std::string tables;
    forEachField<Type>([&](const auto &field) {
        const auto &member = value.*field.member;
        if constexpr (Rows<std::remove_cvref_t<decltype(member)>>)
            tables += '\n' + label(field.name) + ":\n" + table(member, "  ");
        else
            lines.add({label(field.name) + ':', cell(member)});
    });
    return lines.text() + tables;
}

template <class Type>
std::string genericText(const Type &value)
{
    if constexpr (Rows<Type>) {
        return table(value);
    } else if constexpr (json::IsVector<Type>::value) {
        std::string lines;
        for (const auto &item : value)
            lines += harmless(cell(item)) + '\n';
        return lines;
    } else {
        return details(value);
    }
}

} // namespace freehold::cli
