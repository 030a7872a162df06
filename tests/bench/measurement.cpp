// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/measurement.h"

#include "support/json.h"

#include <algorithm>
#include <cstdio>
#include <format>

namespace freehold::bench {

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    if (values.size() % 2 == 1)
        return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

QJsonArray toJson(const Measurements &measurements)
{
    using json::toQString;
    QJsonArray array;
    for (const Measurement &each : measurements) {
        QJsonValue peer(QJsonValue::Null);
        if (each.peer)
            peer = QJsonObject{{QStringLiteral("name"), toQString(each.peer->name)},
                {QStringLiteral("value"), each.peer->value}};
        array.append(QJsonObject{{QStringLiteral("name"), toQString(each.name)},
            {QStringLiteral("what"), toQString(each.what)}, {QStringLiteral("unit"), toQString(each.unit)},
            {QStringLiteral("ours"), each.ours}, {QStringLiteral("peer"), peer},
            {QStringLiteral("reach"), each.reach}, {QStringLiteral("met"), each.isMet()},
            {QStringLiteral("runs"), each.runs}});
    }
    return array;
}

void print(const Measurement &measurement)
{
    const std::string peer
        = measurement.peer ? std::format("{}: {:.2f}", measurement.peer->name, measurement.peer->value) : "-";
    const std::string line = std::format("{:<24}{:>10.2f} {:<5} at most {:>10.2f}  {:<7}{}\n    {}\n",
        measurement.name, measurement.ours, measurement.unit, measurement.reach,
        measurement.isMet() ? "met" : "MISSED", peer, measurement.what);
    std::fputs(line.c_str(), stdout);
    std::fflush(stdout);
}

} // namespace freehold::bench
