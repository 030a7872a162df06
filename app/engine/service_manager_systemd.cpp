// SPDX-License-Identifier: GPL-3.0-or-later
#include "service_manager.h"

#include <systemd/sd-daemon.h>

namespace freehold {

void tellServiceManager(const char *state)
{
    sd_notify(0, state);
}

} // namespace freehold
