// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/discovery/dns_sd/dns_sd_names.h"

#include "platform/discovery/service_text.h"

namespace freehold::platform {

std::optional<std::string> typeFromPointer(ByteView data)
{
    std::string type;
    for (int label = 0; label < 2; ++label) {
        if (data.empty())
            return std::nullopt;
        const std::size_t size = data.front();
        data = data.subspan(1);
        if (size == 0 || size > data.size())
            return std::nullopt;
        type += label == 0 ? "" : ".";
        type.append(reinterpret_cast<const char *>(data.data()), size);
        data = data.subspan(size);
    }
    if (!isAcceptableType(type))
        return std::nullopt;
    return type;
}

} // namespace freehold::platform
