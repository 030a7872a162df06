// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Names of values that stand in sentences, from their names on the wire. Private to this library.
namespace freehold::words {

/// "owner"; what is not known as it came.
[[nodiscard]] QString roleName(const QString &wire);
/// "television"
[[nodiscard]] QString deviceKindName(const QString &wire);
/// "a whole number", for what an error says it expected.
[[nodiscard]] QString expectation(const QString &form);

} // namespace freehold::words
