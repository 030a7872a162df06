// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/error.h"
#include "support/result.h"
#include "support/shape.h"
#include "support/time.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <concepts>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

/// Shaped types to and from JSON. Reading is strict: a wrong type, an unknown or a missing field
/// (unless optional, list or switch) is `parameters_invalid` with the field's path. What an engine says is
/// read with UnknownFields::ignored, because a newer one may say more than its client knows.
namespace freehold::json {

/// An enum that is sent by name gives `enumNames(E{})`: an array of names in order of value.
template <class Type>
concept NamedEnum = std::is_enum_v<Type> && requires { enumNames(Type{}); };

inline QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

template <class Type>
struct IsOptional : std::false_type { };
template <class Type>
struct IsOptional<std::optional<Type>> : std::true_type { };
template <class Type>
struct IsVector : std::false_type { };
template <class Type>
struct IsVector<std::vector<Type>> : std::true_type { };

template <class Type>
QJsonValue write(const Type &value)
{
    if constexpr (std::same_as<Type, std::string>) {
        return toQString(value);
    } else if constexpr (std::same_as<Type, bool>) {
        return value;
    } else if constexpr (std::integral<Type>) {
        return static_cast<qint64>(value);
    } else if constexpr (std::same_as<Type, Time>) {
        return toQString(toRfc3339(value));
    } else if constexpr (std::same_as<Type, ErrorCode>) {
        return toQString(name(value));
    } else if constexpr (NamedEnum<Type>) {
        return toQString(enumNames(value)[static_cast<std::size_t>(value)]);
    } else if constexpr (IsOptional<Type>::value) {
        return value ? write(*value) : QJsonValue(QJsonValue::Null);
    } else if constexpr (IsVector<Type>::value) {
        QJsonArray array;
        for (const auto &item : value)
            array.append(write(item));
        return array;
    } else if constexpr (std::same_as<Type, std::map<std::string, std::string>>) {
        QJsonObject object;
        for (const auto &[key, text] : value)
            object.insert(toQString(key), toQString(text));
        return object;
    } else {
        static_assert(Shaped<Type>);
        QJsonObject object;
        forEachField<Type>(
            [&](const auto &field) { object.insert(toQString(field.name), write(value.*field.member)); });
        return object;
    }
}

inline std::unexpected<Error> wrong(const std::string &where, std::string_view expected)
{
    return failure(ErrorCode::parameters_invalid, {{"field", where}, {"expected", std::string(expected)}});
}

enum class UnknownFields : std::uint8_t { refused, ignored };

template <class Type, UnknownFields unknown = UnknownFields::refused>
Result<Type> read(const QJsonValue &value, const std::string &where)
{
    if constexpr (std::same_as<Type, std::string>) {
        if (!value.isString())
            return wrong(where, "text");
        return value.toString().toStdString();
    } else if constexpr (std::same_as<Type, bool>) {
        if (!value.isBool())
            return wrong(where, "true or false");
        return value.toBool();
    } else if constexpr (std::integral<Type>) {
        const double number = value.toDouble(0.5);
        const auto whole = static_cast<Type>(value.toInteger());
        if (!value.isDouble() || static_cast<double>(whole) != number)
            return wrong(where, "a whole number");
        return whole;
    } else if constexpr (std::same_as<Type, Time>) {
        const auto time = fromRfc3339(value.toString().toStdString());
        if (!time)
            return wrong(where, "a time, as in 2026-11-23T16:40:00Z");
        return *time;
    } else if constexpr (std::same_as<Type, ErrorCode>) {
        // A newer engine may know more codes than its client.
        return errorCodeFromName(value.toString().toStdString()).value_or(ErrorCode::internal);
    } else if constexpr (NamedEnum<Type>) {
        const auto text = value.toString().toStdString();
        const auto names = enumNames(Type{});
        std::string choices;
        for (std::size_t index = 0; index < names.size(); ++index) {
            if (names[index] == text)
                return static_cast<Type>(index);
            choices += (index == 0 ? "" : ", ") + std::string(names[index]);
        }
        return wrong(where, "one of " + choices);
    } else if constexpr (IsOptional<Type>::value) {
        if (value.isNull() || value.isUndefined())
            return Type();
        auto inner = read<typename Type::value_type, unknown>(value, where);
        if (!inner)
            return std::unexpected(std::move(inner).error());
        return Type(std::move(*inner));
    } else if constexpr (IsVector<Type>::value) {
        if (value.isUndefined())
            return Type();
        if (!value.isArray())
            return wrong(where, "a list");
        Type list;
        const QJsonArray array = value.toArray();
        list.reserve(static_cast<std::size_t>(array.size()));
        for (qsizetype index = 0; index < array.size(); ++index) {
            auto item = read<typename Type::value_type, unknown>(
                array.at(index), where + '[' + std::to_string(index) + ']');
            if (!item)
                return std::unexpected(std::move(item).error());
            list.push_back(std::move(*item));
        }
        return list;
    } else if constexpr (std::same_as<Type, std::map<std::string, std::string>>) {
        if (!value.isObject())
            return wrong(where, "an object");
        Type map;
        const QJsonObject object = value.toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry)
            map.emplace(entry.key().toStdString(), entry.value().toString().toStdString());
        return map;
    } else {
        static_assert(Shaped<Type>);
        if (!value.isObject())
            return wrong(where, "an object");
        const QJsonObject object = value.toObject();
        Type shaped;
        std::optional<Error> error;
        QStringList strange = unknown == UnknownFields::refused ? object.keys() : QStringList();
        forEachField<Type>([&](const auto &field) {
            if (error)
                return;
            const auto found = object.constFind(toQString(field.name));
            strange.removeOne(toQString(field.name));
            using Member = std::remove_reference_t<decltype(shaped.*field.member)>;
            // A switch that is not given is as its call describes it.
            if (std::same_as<Member, bool> && found == object.constEnd())
                return;
            auto member = read<Member, unknown>(
                found == object.constEnd() ? QJsonValue(QJsonValue::Undefined) : *found,
                where.empty() ? std::string(field.name) : where + '.' + std::string(field.name));
            if (member)
                shaped.*field.member = std::move(*member);
            else
                error = std::move(member).error();
        });
        if (error)
            return std::unexpected(std::move(*error));
        if (!strange.isEmpty()) {
            // Somebody else's text: enough of it to be recognised.
            constexpr qsizetype longestName = 64;
            return wrong(where.empty() ? strange.first().left(longestName).toStdString()
                                       : where + '.' + strange.first().left(longestName).toStdString(),
                "no field of this name");
        }
        return shaped;
    }
}

} // namespace freehold::json
