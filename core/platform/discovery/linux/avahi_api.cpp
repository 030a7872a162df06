// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/discovery/linux/avahi_api.h"

#include <algorithm>
#include <string_view>

namespace freehold::platform {

bool AvahiCoreApi::isFull(Connection *server)
{
    struct Records {
        unsigned ofInterface = 0;
        unsigned most = 0;
    } records;
    // Nothing else that is public tells of the caches: a heading for each, then a line for each record.
    avahi_server_dump(
        server,
        [](const char *text, void *counted) {
            auto &count = *static_cast<Records *>(counted);
            const std::string_view line(text);
            if (line == ";;; CACHE DUMP FOLLOWS ;;;")
                count.ofInterface = 0;
            else if (!line.starts_with(";;; INTERFACE "))
                count.most = std::max(count.most, ++count.ofInterface);
        },
        &records);
    return records.most >= maxCachedRecords;
}

} // namespace freehold::platform
