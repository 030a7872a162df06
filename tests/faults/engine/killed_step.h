// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "network/program.h"

#include <QTest>

#include <filesystem>
#include <span>
#include <string>

namespace freehold::testing {

/// Something that an engine does, by the call to the system that it begins or ends with.
struct KilledStep {
    const char *name;
    const char *call; ///< as strace names it
    const char *path; ///< below the data folder: a descriptor's, or the first that is named
};

/// A test's data: a row for each.
inline void addRows(std::span<const KilledStep> steps)
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<QString>("path");
    for (const KilledStep &step : steps)
        QTest::newRow(step.name) << QString::fromUtf8(step.call) << QString::fromUtf8(step.path);
}

/// What an engine on that data folder is started behind, so that whichever of its processes makes the n-th
/// call of the test's row is killed before that is done, and the others with it.
inline Command killedAt(int nth, const std::filesystem::path &data)
{
    QFETCH(const QString, call);
    QFETCH(const QString, path);
    const std::string calls = call.toStdString();
    return {"strace", "--interruptible=waiting", "--kill-on-exit", "-f", "-qqq", "-o", "/dev/null", "-P",
        (data / path.toStdString()).string(), "-e", "trace=" + calls, "-e",
        "inject=" + calls + ":signal=SIGKILL:when=" + std::to_string(nth)};
}

/// Calls `round` with 1, 2, …, the number of the call that kills; until it says that the engine has lived
/// through all of them. `fewest`: of kills, as who makes no such call any more shows nothing.
template <class Round>
void killAtEachCall(int mostKills, Round &&round, int fewest = 1)
{
    int kills = 0;
    for (bool survived = false; !survived; ++kills) {
        QVERIFY2(kills < mostKills, "the engine does not live without it either");
        survived = round(kills + 1);
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY2(kills > fewest, "the step has another name now");
}

} // namespace freehold::testing
