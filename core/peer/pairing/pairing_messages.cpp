// SPDX-License-Identifier: GPL-3.0-or-later
#include "peer/pairing/pairing_messages.h"

#include "support/plain_line.h"

namespace freehold::peer {

bool isName(const std::string &name)
{
    constexpr std::size_t most = 100;
    return !name.empty() && name.size() <= most && isPlainLine(name);
}

} // namespace freehold::peer
