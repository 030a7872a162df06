// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types.h"
#include "support/result.h"

#include <QString>

/// A change as History's rows and details say it.
namespace freehold::desktop {

class HistoryModel;

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

/// What an undo or going back leaves as it is, in a sentence; empty where nothing stays.
[[nodiscard]] QString stayingOf(const contract::Explanation &explanation);

/// Why an explanation stands in the way and what to do, in whole sentences; empty where nothing does. A
/// change that it names is called by what it did, where `history` knows it.
[[nodiscard]] QString obstacleIn(
    const Result<contract::Explanation> &explanation, const HistoryModel &history);

} // namespace freehold::desktop
