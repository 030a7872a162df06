// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/result.h"

#include <QJsonArray>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace freehold::bench {

struct Peer {
    std::string name;
    double value = 0;
};

/// One number beside its peer's from the same run. Less is better.
struct Measurement {
    std::string name;
    std::string what;
    std::string unit;
    double ours = 0;
    std::optional<Peer> peer;
    double reach = 0; ///< what `ours` may be at most
    int runs = 1; ///< how many times it was measured; `ours` is their median

    [[nodiscard]] bool isMet() const { return ours <= reach; }
};

using Measurements = std::vector<Measurement>;

using Milliseconds = std::chrono::duration<double, std::milli>;

/// How long something took, in milliseconds.
template <class Work>
double timed(Work &&work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return Milliseconds(std::chrono::steady_clock::now() - begin).count();
}

[[nodiscard]] double median(std::vector<double> values);

[[nodiscard]] QJsonArray toJson(const Measurements &measurements);
void print(const Measurement &measurement);

} // namespace freehold::bench
