// SPDX-License-Identifier: GPL-3.0-or-later
#include "testing/run.h"

#include <QtEnvironmentVariables>

#include <cstdio>
#include <random>

namespace freehold::testing {

bool runsLong()
{
    return qEnvironmentVariableIntValue("FREEHOLD_LONG_TESTS") == 1;
}

std::uint32_t seed()
{
    const std::uint32_t chosen = qEnvironmentVariableIsSet("FREEHOLD_SEED")
        ? qEnvironmentVariable("FREEHOLD_SEED").toUInt()
        : std::random_device()();
    std::printf("FREEHOLD_SEED=%u\n", chosen);
    return chosen;
}

} // namespace freehold::testing
