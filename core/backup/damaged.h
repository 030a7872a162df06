// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/result.h"

#include <string>
#include <string_view>

namespace freehold::backup {

/// What a file is refused with that is no backup, or was changed; `part` says where.
[[nodiscard]] inline std::unexpected<Error> damaged(std::string_view part)
{
    return failure(ErrorCode::backup_damaged, {{"part", std::string(part)}});
}

} // namespace freehold::backup
