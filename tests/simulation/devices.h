// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/distinct.h"
#include "change/domain.h"

namespace freehold::simulation {

/// The devices of a house that sees none: names are distinct, so that changes which are right each by itself
/// may be wrong together.
class Devices final : public change::Domain {
public:
    [[nodiscard]] std::string_view name() const override { return "devices"; }
    [[nodiscard]] change::Validate validator() const override
    {
        return [names = change::Distinct("device", "name")](
                   const change::Delta &delta) mutable { return names.check(delta); };
    }
    [[nodiscard]] std::vector<contract::Effect> effects(const change::Delta &) const override { return {}; }
    change::Applied apply(const change::Delta &) override { return {}; }
    [[nodiscard]] std::vector<contract::Finding> check() const override { return {}; }
    void addCalls(change::CallTable &) override { }
};

} // namespace freehold::simulation
