// SPDX-License-Identifier: GPL-3.0-or-later
#include "docs/pages.h"

#include "contract/calls.h"
#include "support/json.h"

#include <set>

namespace freehold::cli::docs {

namespace {

/// Names of the shapes that the page describes once, in the order in which they are first met.
struct Shapes {
    std::set<std::string> known;
    std::string text;
};

template <class Type>
std::string_view spelledType()
{
    return __PRETTY_FUNCTION__;
}

/// "Device" for contract::Device: the compiler spells it, so no list of names can fall behind.
template <class Type>
std::string shapeName()
{
    std::string_view spelled = spelledType<Type>();
    spelled = spelled.substr(spelled.find("Type = ") + 7);
    spelled = spelled.substr(0, spelled.find_first_of(";]"));
    return std::string(spelled.substr(spelled.rfind(':') + 1));
}

template <class Type>
std::string typeOf(Shapes &shapes)
{
    if constexpr (std::same_as<Type, std::string>) {
        return "text";
    } else if constexpr (std::same_as<Type, bool>) {
        return "true or false";
    } else if constexpr (std::integral<Type>) {
        return "whole number";
    } else if constexpr (std::same_as<Type, Time>) {
        return "time";
    } else if constexpr (std::same_as<Type, ErrorCode>) {
        return "error code";
    } else if constexpr (json::NamedEnum<Type>) {
        std::string names;
        for (const auto name : enumNames(Type{}))
            names += (names.empty() ? "`" : ", `") + std::string(name) + '`';
        return "one of " + names;
    } else if constexpr (json::IsOptional<Type>::value) {
        return typeOf<typename Type::value_type>(shapes) + ", or null";
    } else if constexpr (json::IsVector<Type>::value) {
        return "list of " + typeOf<typename Type::value_type>(shapes);
    } else if constexpr (std::same_as<Type, Arguments>) {
        return "object of texts";
    } else {
        const std::string name = shapeName<Type>();
        if (shapes.known.insert(name).second) {
            std::string rows;
            forEachField<Type>([&](const auto &field) {
                using Member = std::remove_cvref_t<decltype(std::declval<Type>().*field.member)>;
                rows += "| `" + std::string(field.name) + "` | " + typeOf<Member>(shapes) + " |\n";
            });
            shapes.text += "### " + name + "\n\n"
                + (rows.empty() ? "No fields.\n\n" : "| field | type |\n|---|---|\n" + rows + '\n');
        }
        return '[' + name + "](#" + QString::fromStdString(name).toLower().toStdString() + ')';
    }
}

template <Shaped Type>
std::string fieldTable(Shapes &shapes, const char *head)
{
    std::string rows;
    forEachField<Type>([&](const auto &field) {
        using Member = std::remove_cvref_t<decltype(std::declval<Type>().*field.member)>;
        rows += "| `" + std::string(field.name) + "` | " + typeOf<Member>(shapes) + " | "
            + std::string(field.help) + " |\n";
    });
    return rows.empty() ? std::string() : '\n' + std::string(head) + "\n|---|---|---|\n" + rows;
}

std::string kindText(contract::Kind kind)
{
    switch (kind) {
    case contract::Kind::reads:
        return "reads";
    case contract::Kind::changes_house:
        return "changes the house";
    case contract::Kind::changes_engine:
        return "changes this machine's engine";
    }
    return {};
}

} // namespace

std::string apiPage()
{
    Shapes shapes;
    std::string text
        = "# Freehold's API\n\n"
          "JSON-RPC 2.0 over the engine's local socket: one compact message a line (LF), UTF-8, 4 MiB at "
          "most. Parameters go by name; batches are refused. A client calls `hello` first, and `watch` for "
          "notifications. An error's `message` is the name of its code, its `data` holds `arguments` and "
          "`problems`. Times are RFC 3339 in UTC. After `member.reach` another member of the house answers "
          "on the "
          "same connection: a caller may do there what both its role here and this machine's role in the "
          "house let it.\n\n## Calls\n";
    contract::AllCalls::forEach([&]<class Type>() {
        text += "\n### `" + std::string(Type::info.method) + "`\n\n" + std::string(Type::info.help)
            + "\n\nLeast role: " + std::string(contract::nameOf(Type::info.role)) + ". It "
            + kindText(Type::info.kind) + ".\n" + fieldTable<Type>(shapes, "| parameter | type | |")
            + "\nResult: " + typeOf<typename Type::Result>(shapes) + ".\n";
    });
    text += "\n## Notifications\n";
    contract::AllNotifications::forEach([&]<class Type>() {
        text += "\n### `" + std::string(Type::method) + "`\n\n" + std::string(Type::help) + '\n'
            + fieldTable<Type>(shapes, "| field | type | |");
    });
    return text + "\n## Types\n\n" + shapes.text;
}

} // namespace freehold::cli::docs
