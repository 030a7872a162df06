// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/descriptor.h"

#include <cerrno>

namespace freehold::file {

std::error_code Descriptor::write(std::string_view content) const
{
    while (!content.empty()) {
        const ssize_t written = ::write(number_, content.data(), content.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return {errno, std::generic_category()};
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

} // namespace freehold::file
