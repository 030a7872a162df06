// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/chance.h"
#include "simulation/member.h"

namespace freehold::simulation {

/// Something that a person might want of a house as one member has it: few documents, keys and values, so
/// that people want the same often. Whether it may be is for the pipeline to say.
[[nodiscard]] change::Draft someWish(Chance &chance, const Member &member);

/// That another member, or this one, is removed.
[[nodiscard]] change::Draft removalOf(const Member &removed, const Member &by);

} // namespace freehold::simulation
