// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types.h"

#include <QString>

/// A change as History's rows and details say it.
namespace freehold::desktop {

enum class BadgeKind : std::uint8_t { plain, good, alert };

struct ChangeBadge {
    QString text; ///< empty: none
    QString icon;
    BadgeKind kind = BadgeKind::plain;

    friend bool operator==(const ChangeBadge &, const ChangeBadge &) = default;
};

/// `undo` is the change that took it back, where it is known.
[[nodiscard]] ChangeBadge badgeOf(const contract::Change &change, const contract::Change *undo, Time now);

[[nodiscard]] QString iconOf(contract::Cause cause);

/// "Ana, on ana-laptop"; for one that went back by itself, "Because …".
[[nodiscard]] QString whoOf(const contract::Change &change);

} // namespace freehold::desktop
