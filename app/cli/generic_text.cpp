// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/generic_text.h"

#include <QDateTime>

#include <algorithm>

namespace freehold::cli {

std::string localTime(Time time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count())
        .toString(QStringLiteral("yyyy-MM-dd HH:mm"))
        .toStdString();
}

std::string label(std::string_view field)
{
    std::string text(field);
    std::ranges::replace(text, '_', ' ');
    return text;
}

} // namespace freehold::cli
