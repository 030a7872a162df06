// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/error.h"

#include <expected>
#include <utility>

namespace freehold {

/// What every function returns that can fail. Nothing in the core throws across a function's border.
template <class Value>
using Result = std::expected<Value, Error>;

/// Shorthand for the failing side: `return failure(ErrorCode::disk_full, {{"place", path}})`.
[[nodiscard]] inline std::unexpected<Error> failure(ErrorCode code, Arguments arguments = {})
{
    return std::unexpected(Error{code, std::move(arguments), {}});
}

} // namespace freehold

/// The value of a Result, or a return of its error from the enclosing function.
#define TRY(expression)                                                                                      \
    __extension__({                                                                                          \
        auto tried = (expression);                                                                           \
        if (!tried)                                                                                          \
            return std::unexpected(std::move(tried).error());                                                \
        std::move(tried).value();                                                                            \
    })
