// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/pipeline.h"

namespace freehold::testing {

/// A domain that is told by a device's name how it fares: "unusable" can't be put into force, "proving" is
/// tried and kept by good evidence, "slow" takes one more step.
class SmallDomain final : public change::Domain {
public:
    [[nodiscard]] std::string_view name() const override { return "small"; }
    [[nodiscard]] change::Validate validator() const override
    {
        return [](const change::Delta &) { return std::vector<Problem>(); };
    }
    [[nodiscard]] std::vector<contract::Effect> effects(const change::Delta &) const override { return {}; }
    [[nodiscard]] std::optional<std::chrono::seconds> trial(const change::Delta &delta) const override;
    change::Applied apply(const change::Delta &delta) override;
    [[nodiscard]] std::vector<contract::Finding> check() const override { return {}; }
    void addCalls(change::CallTable &) override { }
};

/// A second later at each look, so that a run is the same each time.
class SteppingClock final : public Clock {
public:
    static constexpr Time begin{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}};

    [[nodiscard]] Time now() const override;
    void jump(std::chrono::milliseconds by) { passed_ += by; }

private:
    mutable std::chrono::milliseconds passed_{0};
};

/// What a pipeline needs around it, with a key that is always the same.
struct SmallHouse {
    explicit SmallHouse(const std::filesystem::path &store = ":memory:");

    [[nodiscard]] change::Pipeline::Context context();
    [[nodiscard]] static std::vector<change::Edit> foundingDocuments();
    [[nodiscard]] static change::Caller owner() { return {"ana", contract::Role::owner}; }

    SmallDomain domain;
    SteppingClock clock;
    store::Database database;
    change::Convergence convergence;
    crypto::SigningKey key;
};

/// A draft of one document.
[[nodiscard]] change::Draft draftOf(const std::string &path, const std::optional<std::string> &text);

} // namespace freehold::testing
