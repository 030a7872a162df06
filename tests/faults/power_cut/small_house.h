// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/pipeline.h"

namespace freehold::testing {

/// A domain that puts everything into force but one thing: a device called "unusable".
class SmallDomain final : public change::Domain {
public:
    [[nodiscard]] std::string_view name() const override { return "small"; }
    [[nodiscard]] std::vector<Problem> validate(const change::Delta &) const override { return {}; }
    [[nodiscard]] std::vector<contract::Effect> effects(const change::Delta &) const override { return {}; }
    change::Applied apply(const change::Delta &delta) override;
    [[nodiscard]] std::vector<contract::Finding> check() const override { return {}; }
    void addCalls(change::CallTable &) override { }
};

/// A second later at each look, so that a run is the same each time.
class SteppingClock final : public Clock {
public:
    [[nodiscard]] Time now() const override;
    void jump(std::chrono::seconds by) { passed_ += by; }

private:
    mutable std::chrono::seconds passed_{0};
};

/// What a pipeline needs around it, with a key that is always the same.
struct SmallHouse {
    SmallHouse();

    [[nodiscard]] change::Pipeline::Context context();
    [[nodiscard]] static std::vector<change::Edit> foundingDocuments();
    [[nodiscard]] static change::Caller owner() { return {"ana", contract::Role::owner}; }

    SmallDomain domain;
    SteppingClock clock;
    store::Database database; ///< in memory: what the disk is cut for here is the configuration
    change::Convergence convergence;
    crypto::SigningKey key;
};

/// A draft of one document.
[[nodiscard]] change::Draft draftOf(const std::string &path, const std::optional<std::string> &text);

} // namespace freehold::testing
