// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/call_table.h"
#include "change/configuration.h"
#include "contract/types.h"

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

namespace freehold::change {

/// What became of an apply.
struct Applied {
    enum class State : std::uint8_t {
        done,
        converging, ///< the rest follows in steps that survive a restart
        failed,
    };
    State state = State::done;
    std::optional<contract::Finding> finding; ///< why it failed, or the next step and its time
};

/// One area of the engine. Knows no other domain. All methods are called in the house thread and
/// return soon; what takes long is `converging`.
class Domain {
public:
    virtual ~Domain() = default;

    [[nodiscard]] virtual std::string_view name() const = 0;
    /// What in the changed documents can't be, beyond their form. Pure.
    [[nodiscard]] virtual std::vector<Problem> validate(const Delta &delta) const = 0;
    /// What the change does, in the order to tell it. Pure.
    [[nodiscard]] virtual std::vector<contract::Effect> effects(const Delta &delta) const = 0;
    /// How long a change must prove itself by check(), where this domain wants that.
    [[nodiscard]] virtual std::optional<std::chrono::seconds> trial(const Delta &) const
    {
        return std::nullopt;
    }
    /// Makes the world as `delta.after` says. Idempotent: at start it is called with an empty `before`.
    virtual Applied apply(const Delta &delta) = 0;
    /// Evidence of what is in force. An alert fails a change that has just been applied.
    [[nodiscard]] virtual std::vector<contract::Finding> check() const = 0;
    /// Adds the calls of this domain.
    virtual void addCalls(CallTable &calls) = 0;
};

} // namespace freehold::change
