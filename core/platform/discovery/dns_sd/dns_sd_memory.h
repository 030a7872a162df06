// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace freehold::platform {

/// Before the first operation. Avahi's compatibility library (0.8) leaves an operation's callbacks as
/// malloc() gives them, and calls the first that is not null when its daemon goes: it must get memory of
/// zeros.
void prepareDnsSdMemory();

} // namespace freehold::platform
