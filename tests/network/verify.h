// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/result.h"

#include <QTest>

#include <string>

namespace freehold::testing {

/// What went wrong, for QVERIFY2.
template <class Value>
std::string reason(const Result<Value> &result)
{
    return result ? std::string() : result.error().arguments.at("reason");
}

} // namespace freehold::testing

#define VERIFY_DONE(expression)                                                                              \
    do {                                                                                                     \
        const auto done = (expression);                                                                      \
        QVERIFY2(done, freehold::testing::reason(done).c_str());                                             \
    } while (false)
