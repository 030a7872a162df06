// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace freehold {

/// sd_notify(3), where there is a service manager to tell.
void tellServiceManager(const char *state);

} // namespace freehold
