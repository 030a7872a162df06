// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/call_table.h"
#include "change/configuration.h"
#include "contract/types.h"
#include "support/time.h"

#include <chrono>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace freehold::change {

/// What a domain does next for a change that takes longer than an apply, such as a key's rollover.
struct Step {
    std::string name; ///< the domain's own word
    Arguments arguments;
    Time due{};

    friend bool operator==(const Step &, const Step &) = default;
};

/// What became of an apply: done (no step), converging (the next step and its time), or what failed.
using Applied = std::expected<std::optional<Step>, contract::Finding>;

/// One area of the engine. Knows no other domain. All methods are called in the house thread and
/// return soon; what takes long is converging.
class Domain {
public:
    virtual ~Domain() = default;

    [[nodiscard]] virtual std::string_view name() const = 0;
    /// What in the changed documents can't be, beyond their form: one more for whoever asks.
    [[nodiscard]] virtual Validate validator() const = 0;
    /// What the change does, in the order to tell it. Pure.
    [[nodiscard]] virtual std::vector<contract::Effect> effects(const Delta &delta) const = 0;
    /// How long a change must prove itself by check(), where this domain wants that.
    [[nodiscard]] virtual std::optional<std::chrono::seconds> trial(const Delta &) const
    {
        return std::nullopt;
    }
    /// Makes the world as `delta.after` says. Idempotent: at start it is called with an empty `before`.
    virtual Applied apply(const Delta &delta) = 0;
    /// The time of a step has come. Idempotent: after a power cut the last step may be asked for again.
    virtual Applied proceed(const Step &) { return {}; }
    /// The types of facts on which what it applies depends; where one changes, it is applied again.
    [[nodiscard]] virtual std::vector<std::string_view> usedFacts() const { return {}; }
    /// Evidence of what is in force. An alert fails a change that has just been applied.
    [[nodiscard]] virtual std::vector<contract::Finding> check() const = 0;
    /// The alerts among them. Asked for before and after each change: where check() takes long and has none,
    /// a domain says so here.
    [[nodiscard]] virtual std::vector<contract::Finding> alerts() const
    {
        auto found = check();
        std::erase_if(found, [](const auto &one) { return one.severity != contract::Severity::alert; });
        return found;
    }
    /// Adds the calls of this domain.
    virtual void addCalls(CallTable &calls) = 0;
};

/// What all of them say of a delta.
[[nodiscard]] Validate validatorOf(std::span<Domain *const> domains);

} // namespace freehold::change
