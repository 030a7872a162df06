// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "network/program.h"

#include <QFile>
#include <QTest>

#include <filesystem>
#include <span>
#include <string>

namespace freehold::testing {

/// Something that an engine does, by the call to the system that it begins or ends with.
struct Step {
    const char *name;
    const char *call; ///< as strace names it
    const char *path; ///< below the data folder: a descriptor's, or the first that is named
};

/// A test's data: a row for each.
inline void addRows(std::span<const Step> steps)
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<QString>("path");
    for (const Step &step : steps)
        QTest::newRow(step.name) << QString::fromUtf8(step.call) << QString::fromUtf8(step.path);
}

/// What an engine on that data folder is started behind, so that at the n-th call of the test's row `fault`
/// happens instead, in whichever of its processes makes it. strace writes those calls to `log`.
inline Command faultAt(
    int nth, const std::filesystem::path &data, const std::string &fault, const std::string &log)
{
    QFETCH(const QString, call);
    QFETCH(const QString, path);
    const std::string calls = call.toStdString();
    return {"strace", "--interruptible=waiting", "--kill-on-exit", "-f", "-qqq", "-o", log, "-P",
        (data / path.toStdString()).string(), "-e", "trace=" + calls, "-e",
        "inject=" + calls + ':' + fault + ":when=" + std::to_string(nth)};
}

/// The process is killed, and the others with it.
inline Command killedAt(int nth, const std::filesystem::path &data)
{
    return faultAt(nth, data, "signal=SIGKILL", "/dev/null");
}

/// The disk has no room for it. Each thread of the engine, and each helper, counts for itself.
inline Command fullAt(int nth, const std::filesystem::path &data, const std::string &log)
{
    return faultAt(nth, data, "error=ENOSPC", log);
}

/// Whether the fault has happened, by strace's log.
inline bool wasMet(const std::string &log)
{
    QFile calls(QString::fromStdString(log));
    return calls.open(QIODevice::ReadOnly) && calls.readAll().contains("(INJECTED)");
}

/// Calls `round` with 1, 2, …, the number of the call at which the fault is; until it says that none was met.
/// `fewest`: of calls, as who makes no such call any more shows nothing.
template <class Round>
void faultAtEachCall(int most, Round &&round, int fewest = 1)
{
    int faults = 0;
    for (bool met = true; met; ++faults) {
        QVERIFY2(faults < most, "without it, it goes wrong too");
        met = round(faults + 1);
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY2(faults > fewest, "the step has another name now");
}

} // namespace freehold::testing
