// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/time.h"

#include <QDate>
#include <QString>

/// Times as people say them, in the reader's language and this machine's time zone.
namespace freehold::desktop {

[[nodiscard]] QDate dayOf(Time time);

/// "16:38".
[[nodiscard]] QString clockTime(Time time);

/// "16:38" today, "Saturday 22:48" in the last six days, "30 August" before.
[[nodiscard]] QString moment(Time time, Time now);

/// "23 November"; with the year where it is another.
[[nodiscard]] QString shortDay(QDate day, QDate today);

/// "Today", "Yesterday", "Saturday", or empty for a day more than six days ago.
[[nodiscard]] QString dayTitle(QDate day, QDate today);

/// "Monday 23 November"; with the year where it is another.
[[nodiscard]] QString longDay(QDate day, QDate today);

/// "3 min 12 s".
[[nodiscard]] QString timeLeft(std::chrono::milliseconds left);

/// Words that may stand alone, as a sentence of their own.
[[nodiscard]] QString withFullStop(const QString &text);

/// "Kept" for "kept", where a name stands alone.
[[nodiscard]] QString capitalised(QString name);

} // namespace freehold::desktop
