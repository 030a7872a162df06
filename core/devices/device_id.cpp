// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/device_id.h"

#include "support/crypto.h"

namespace freehold::devices {

std::string deviceId(std::string_view houseId, std::string_view mark)
{
    constexpr std::size_t length = 16;
    std::string text = "freehold device\n";
    text += houseId;
    text += '\n';
    text += mark;
    return toBase32(crypto::sha256(asBytes(text))).substr(0, length);
}

bool isRandomised(std::string_view mac)
{
    // The second hexadecimal digit holds the bit of value 2.
    return mac.size() >= 2 && std::string_view("2367abef").contains(mac[1]);
}

} // namespace freehold::devices
