// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/domain.h"
#include "change/house_slot.h"

#include <functional>

namespace freehold::house {

/// The house itself, its members, and who may use this machine's engine.
class HouseDomain final : public change::Domain {
public:
    struct Context {
        change::HouseSlot &house;
        std::string deviceId;
        std::function<bool(const std::string &)> isUser; ///< whether this machine knows a user of that name
        std::function<bool(const std::string &)> isOnline; ///< whether a member can be reached
    };
    explicit HouseDomain(Context context)
        : context_(std::move(context))
    {
    }

    [[nodiscard]] std::string_view name() const override { return "house"; }
    [[nodiscard]] change::Validate validator() const override;
    [[nodiscard]] std::vector<contract::Effect> effects(const change::Delta &delta) const override;
    change::Applied apply(const change::Delta &delta) override;
    [[nodiscard]] std::vector<contract::Finding> check() const override { return {}; }
    void addCalls(change::CallTable &calls) override;

    /// The house as clients see it. Errors: house_missing; document_missing where house.toml can't be read.
    [[nodiscard]] Result<contract::House> show() const;
    /// The role that a user of this machine was given; nothing where none.
    [[nodiscard]] std::optional<contract::Role> roleOf(const std::string &user) const;
    /// What this machine may do at most: the lesser of its own role and that of the person whose it is.
    [[nodiscard]] contract::Role roleOfMachine() const;
    /// What the history calls a user of this machine: the person's name where the access document says who
    /// the user is, else the user's own.
    [[nodiscard]] std::string actorOf(const std::string &user) const;

private:
    [[nodiscard]] Result<contract::Change> setHouseKey(
        const change::Caller &caller, std::string_view key, const std::string &value);
    [[nodiscard]] Result<contract::Change> setAccess(
        const change::Caller &caller, const std::string &user, std::optional<contract::Role> role);

    Context context_;
};

} // namespace freehold::house
