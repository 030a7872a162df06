// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/stated_fact.h"
#include "store/database.h"
#include "support/clock.h"
#include "support/json.h"

#include <QJsonDocument>
#include <QObject>

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace freehold::facts {

/// A fact is a shaped struct with `static constexpr std::string_view type`, `static constexpr
/// std::chrono::seconds lifetime`, and `key()`. It stays at this member, unless it says
/// `bool isOf(const std::string &owner) const`, whether it is sound and that member's to state: then
/// members/shared_facts tells it to the others.
template <class Type>
concept Fact = Shaped<Type> && requires(const Type &fact) {
    { Type::type } -> std::convertible_to<std::string_view>;
    { Type::lifetime } -> std::convertible_to<std::chrono::seconds>;
    { fact.key() } -> std::convertible_to<std::string>;
};
template <class Type>
concept TravellingFact = Fact<Type> && requires(const Type &fact) {
    { fact.isOf(std::string()) } -> std::same_as<bool>;
};

/// What is so at the members: each fact is stated by the member that owns it, has a version that grows, and
/// expires. House thread.
class Facts : public QObject {
    Q_OBJECT

public:
    Facts(store::Database &database, const Clock &clock)
        : database_(database)
        , clock_(clock)
    {
    }

    /// States a fact as `owner`, this member. The same again only prolongs it, once half of its life is over,
    /// and is not told here.
    template <Fact Type>
    [[nodiscard]] Result<void> put(const std::string &owner, const Type &fact)
    {
        return state(
            {std::string(Type::type), fact.key(), owner, 0, clock_.now() + Type::lifetime, text(fact), {}},
            Type::lifetime, TravellingFact<Type>);
    }
    /// Keeps what another member may have stated once, until it states anything itself. It goes nowhere.
    template <Fact Type>
    [[nodiscard]] Result<void> suppose(const std::string &owner, const Type &fact)
    {
        return write(
            {std::string(Type::type), fact.key(), owner, 0, clock_.now() + Type::lifetime, text(fact), {}},
            false);
    }

    /// Those that have not expired, in order of key. What others state counts where it is theirs to state.
    template <Fact Type>
    [[nodiscard]] std::vector<Type> all() const
    {
        std::vector<Type> found;
        for (const StatedFact &stated : ofType(Type::type)) {
            const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(stated.value));
            // A newer version may say more.
            auto fact = json::read<Type, json::UnknownFields::ignored>(document.object(), "");
            bool counts = fact.has_value();
            if constexpr (TravellingFact<Type>)
                counts = counts && fact->isOf(stated.owner) && fact->key() == stated.key;
            if (counts)
                found.push_back(std::move(*fact));
        }
        return found;
    }
    /// When its owner stated it last, by the owner's clock; nothing where it has not.
    template <Fact Type>
    [[nodiscard]] std::optional<Time> statedAt(const std::string &owner, const std::string &key) const
    {
        const auto stated = find(Type::type, owner, key);
        return stated && stated->version > 0 ? std::optional(stated->statedAt()) : std::nullopt;
    }

    /// Takes in what another member states, which has been looked at. False where what is here is as new.
    /// Errors: message_too_large where its owner states too much.
    [[nodiscard]] Result<bool> take(const StatedFact &stated);
    /// Others know something newer of this member than itself, whose database was lost or whose clock went
    /// back: what it states of that, now or later, comes after it.
    [[nodiscard]] Result<void> outdo(const StatedFact &newer);
    /// All that travel and have not expired.
    [[nodiscard]] std::vector<StatedFact> travelling() const;

    /// Drops what expired.
    [[nodiscard]] Result<void> expire();

Q_SIGNALS:
    /// A fact of a type is new or another. Subscribers compare with their `Type::type`.
    void changed(std::string_view type);
    /// This member has stated what is for others.
    void stated(const freehold::facts::StatedFact &fact);

private:
    template <Fact Type>
    [[nodiscard]] static std::string text(const Type &fact)
    {
        return QJsonDocument(json::write(fact).toObject()).toJson(QJsonDocument::Compact).toStdString();
    }
    [[nodiscard]] Result<void> state(StatedFact fact, std::chrono::seconds lifetime, bool isForOthers);
    [[nodiscard]] Result<void> write(const StatedFact &fact, bool isForOthers);
    [[nodiscard]] std::vector<StatedFact> ofType(std::string_view type) const;
    [[nodiscard]] std::optional<StatedFact> find(
        std::string_view type, const std::string &owner, const std::string &key) const;

    store::Database &database_;
    const Clock &clock_;
    std::map<std::pair<std::string, std::string>, std::int64_t> outdone_; ///< versions, by type and key
};

} // namespace freehold::facts
