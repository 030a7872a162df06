// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace freehold::desktop {

/// Has the program speak a language: "en", "de", or empty for the system's.
void setLanguage(const QString &language);

} // namespace freehold::desktop
