// SPDX-License-Identifier: GPL-3.0-or-later
// What a stranger's TXT record and names become.
#include "platform/discovery/dns_sd/dns_sd_names.h"
#include "platform/discovery/service_text.h"

#include <cstdint>
#include <cstdlib>

using namespace freehold::platform;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    static_cast<void>(isAcceptableHost(text));
    static_cast<void>(isAcceptable({2, std::string(text), "_ipp._tcp", "local"}));
    if (const auto type = typeFromPointer({data, size}); type && !isAcceptableType(*type))
        std::abort();
    TxtReader reader;
    reader.addRecord({data, size});
    std::size_t bytes = 0;
    for (const auto &[key, value] : reader.take()) {
        bytes += key.size() + value.size();
        if (!isPlainText(key) || !isPlainText(value))
            std::abort();
    }
    if (bytes > maxTxtBytes)
        std::abort();
    return 0;
}
