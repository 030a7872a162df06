// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/frame/house_data.h"

namespace freehold::desktop {

/// Why a machine has not joined, and what to do, as sentences.
[[nodiscard]] QString endWords(const Error &error);
/// The same of a pairing that is over; empty as long as it isn't.
[[nodiscard]] QString endOf(const contract::Pairing &pairing);

/// "1 min 42 s" until it is over; empty where it has no end.
[[nodiscard]] QString leftOf(const contract::Pairing &pairing, Time now);

} // namespace freehold::desktop
