// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/document.h"

namespace freehold::change {

/// Whether a value has the form that its field asks for; the problem without its place otherwise.
[[nodiscard]] std::optional<Problem> checkValue(const contract::FieldDescription &field, const Value &value);

/// UTF-8 as RFC 3629 has it: no overlong forms, no surrogates.
[[nodiscard]] bool isValidUtf8(std::string_view text);

} // namespace freehold::change
