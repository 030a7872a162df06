// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/domain.h"
#include "change/house_slot.h"

namespace freehold::people {

/// The people of the house.
class PeopleDomain final : public change::Domain {
public:
    explicit PeopleDomain(change::HouseSlot &house)
        : house_(house)
    {
    }

    [[nodiscard]] std::string_view name() const override { return "people"; }
    [[nodiscard]] change::Validate validator() const override;
    [[nodiscard]] std::vector<contract::Effect> effects(const change::Delta &delta) const override;
    change::Applied apply(const change::Delta &delta) override;
    [[nodiscard]] std::vector<contract::Finding> check() const override { return {}; }
    void addCalls(change::CallTable &calls) override;

private:
    [[nodiscard]] Result<std::vector<contract::Person>> list() const;
    [[nodiscard]] Result<change::DocumentPointer> find(const std::string &person) const;
    [[nodiscard]] Result<contract::Change> submit(
        const change::Caller &caller, const std::string &path, std::optional<std::string> text);
    [[nodiscard]] Result<contract::Change> remove(const change::Caller &caller, const std::string &person);

    change::HouseSlot &house_;
};

/// An id for a new person from a name, as "ana" for "Ana"; unlike all in use.
[[nodiscard]] std::string idFor(const std::string &name, const change::Configuration &configuration);

} // namespace freehold::people
