// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "house_maker/open_house.h"

#include <functional>

namespace freehold::testing {

/// How much a household has written in its first ten years.
struct Size {
    int documents = 1'000;
    int changes = 10'000;
};

/// The path of the household's device `number`, from 0, in a grown house of at least as many documents.
[[nodiscard]] std::string devicePath(int number);
/// What such a device's document says, told apart by a revision.
[[nodiscard]] std::string deviceText(int number, int revision);

/// Makes a house grow to this size, change by change through its pipeline, packing its objects as the
/// engine does when it is idle. `progress` is told the changes made so far.
[[nodiscard]] Result<void> grow(
    OpenHouse &house, const Size &size, const std::function<void(int)> &progress = {});

} // namespace freehold::testing
