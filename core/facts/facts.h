// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"
#include "support/clock.h"
#include "support/json.h"

#include <QJsonDocument>
#include <QObject>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace freehold::facts {

/// A fact is a shaped struct with `static constexpr std::string_view type`, `static constexpr
/// std::chrono::seconds lifetime`, and `key()`.
template <class Type>
concept Fact = Shaped<Type> && requires(const Type &fact) {
    { Type::type } -> std::convertible_to<std::string_view>;
    { Type::lifetime } -> std::convertible_to<std::chrono::seconds>;
    { fact.key() } -> std::convertible_to<std::string>;
};

/// What is so at a member: each fact is written by the member that owns it, has a version that grows,
/// and expires. House thread.
class Facts : public QObject {
    Q_OBJECT

public:
    Facts(store::Database &database, const Clock &clock)
        : database_(database)
        , clock_(clock)
    {
    }

    /// States a fact as `owner`. The same again only prolongs it, and is not told.
    /// Errors: not_permitted where another member owns it.
    template <Fact Type>
    [[nodiscard]] Result<void> put(const std::string &owner, const Type &fact)
    {
        return store(Type::type, fact.key(), owner, Type::lifetime,
            QJsonDocument(json::write(fact).toObject()).toJson(QJsonDocument::Compact).toStdString());
    }

    /// Those that have not expired, in order of key.
    template <Fact Type>
    [[nodiscard]] std::vector<Type> all() const
    {
        std::vector<Type> found;
        for (const std::string &text : values(Type::type)) {
            const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(text));
            if (auto fact = json::read<Type>(document.object(), ""))
                found.push_back(std::move(*fact));
        }
        return found;
    }

    /// Drops what expired.
    [[nodiscard]] Result<void> expire();

Q_SIGNALS:
    /// A fact of a type is new or another. Subscribers compare with their `Type::type`.
    void changed(std::string_view type);

private:
    [[nodiscard]] Result<void> store(std::string_view type, const std::string &key, const std::string &owner,
        std::chrono::seconds lifetime, const std::string &value);
    [[nodiscard]] std::vector<std::string> values(std::string_view type) const;

    store::Database &database_;
    const Clock &clock_;
};

} // namespace freehold::facts
