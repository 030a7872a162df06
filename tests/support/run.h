// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace freehold::testing {

/// Whether hours may be spent: ./dev test --long.
[[nodiscard]] bool runsLong();

/// What random tests begin with: FREEHOLD_SEED where it is set, so that a run can be had again, else a new
/// one. Printed either way.
[[nodiscard]] std::uint32_t seed();

} // namespace freehold::testing
