// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/member_presence.h"

#include <QHostAddress>

#include <algorithm>

namespace freehold::members {

bool MemberPresence::isOf(const std::string &owner) const
{
    const auto isNumeric = [](const std::string &address) {
        return QHostAddress().setAddress(QString::fromStdString(address));
    };
    return member == owner && addresses.size() <= mostAddresses && port >= 0 && port <= UINT16_MAX
        && std::ranges::all_of(addresses, isNumeric);
}

} // namespace freehold::members
