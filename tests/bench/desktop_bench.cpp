// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop app on a virtual screen with software rendering: from its start to a window with real data, and
// its History.
#include "bench/desktop_session.h"

#include <QStandardPaths>

#include <algorithm>
#include <fstream>
#include <unistd.h>

namespace freehold::bench {

namespace {

constexpr double megabyte = 1e6;
constexpr int starts = 7;

/// Has the kernel forget what it read from disks, so that the next start is a cold one. Only root may.
bool dropCaches()
{
    ::sync();
    std::ofstream file("/proc/sys/vm/drop_caches");
    file << "3\n" << std::flush;
    return file.good();
}

/// A desktop program and its starts so far.
struct Starts {
    std::string program;
    std::string path;
    std::optional<Screen::Region> data;
    std::vector<double> cold;
    std::vector<double> warm;
    std::vector<double> megabytes;
};

/// `canDrop`: a cold start first.
Result<void> start(const DesktopSession &session, Starts &all, bool canDrop)
{
    const auto command = session.in(all.path);
    if (canDrop && dropCaches())
        all.cold.push_back(TRY(session.screen().watch(command, all.program, all.data)).milliseconds);
    const auto drawn = TRY(session.screen().watch(command, all.program, all.data));
    all.warm.push_back(drawn.milliseconds);
    all.megabytes.push_back(static_cast<double>(drawn.residentBytes) / megabyte);
    return {};
}

/// Where the window's sentences about the house stand.
Result<Screen::Region> findData(const DesktopSession &session)
{
    constexpr std::size_t fields = 4;
    const auto said = TRY(session.probe());
    const auto found = said.find("region");
    if (found == said.end() || found->second.size() != fields)
        return because("the desktop's window does not say where its data are");
    const auto pixels = [&](std::size_t field) { return static_cast<std::size_t>(found->second[field]); };
    return Screen::Region{pixels(0), pixels(1), pixels(2), pixels(3)};
}

} // namespace

Result<Measurements> benchDesktop(Workbench &bench)
{
    constexpr double timeReach = 600;
    constexpr double memoryReach = 180;
    const auto session = TRY(DesktopSession::open(bench, "desktop"));
    Starts ours{"freehold", DESKTOP, TRY(findData(session)), {}, {}, {}};
    Starts theirs{"kdeconnect-app", "kdeconnect-app", std::nullopt, {}, {}, {}};
    bool hasPeer = !QStandardPaths::findExecutable(QString::fromStdString(theirs.program)).isEmpty();
    if (!hasPeer)
        say("peer not available: kdeconnect-app");
    const bool canDrop = dropCaches();
    say("Starting the desktop app");
    for (int count = 0; count < starts; ++count) {
        if (auto started = start(session, ours, canDrop); !started)
            return std::unexpected(std::move(started).error());
        if (hasPeer && !start(session, theirs, canDrop)) {
            say("peer not available: kdeconnect-app draws nothing here");
            hasPeer = false;
        }
    }
    const auto peer = [&](std::vector<double> Starts::*numbers) {
        return hasPeer ? std::optional(Peer{theirs.program, median(theirs.*numbers)}) : std::nullopt;
    };
    const std::string what = "start until the sentences about the house stand in the window, drawn in "
                             "software (the peer: until its window stays as it is)";
    const Measurement warm{"desktop-start-warm", "warm " + what, "ms", median(ours.warm), peer(&Starts::warm),
        timeReach, starts};
    Measurement cold = warm; // only root can have the system forget what it read
    cold.name = "desktop-start";
    if (canDrop) {
        cold.what = "cold " + what;
        cold.ours = median(ours.cold);
        cold.peer = peer(&Starts::cold);
    }
    Measurements rows{cold,
        {"desktop-memory", "its resident memory then", "MB", median(ours.megabytes), peer(&Starts::megabytes),
            memoryReach, starts}};
    if (canDrop)
        rows.push_back(warm);
    return rows;
}

Result<Measurements> benchHistory(Workbench &bench)
{
    constexpr int openings = 7;
    constexpr double reach = 100;
    constexpr double fetchedReach = 500; // of 10,000; ten windows hold some 120 rows
    const auto session = TRY(DesktopSession::open(bench, "history"));
    say("Opening and scrolling the History");
    std::vector<double> open;
    std::vector<double> scroll;
    double fetched = 0;
    for (int opening = 0; opening < openings; ++opening) {
        auto said = TRY(session.probe());
        open.insert(open.end(), said["open"].begin(), said["open"].end());
        scroll.insert(scroll.end(), said["scroll"].begin(), said["scroll"].end());
        fetched = std::max(fetched, median(said["fetched"]));
    }
    return Measurements{
        {"history-open",
            "in the desktop, with 10,000 changes: from choosing History until a frame with its first rows is "
            "presented",
            "ms", median(open), std::nullopt, reach, static_cast<int>(open.size())},
        {"history-scroll", "one window further down, until a frame with its rows is presented", "ms",
            median(scroll), std::nullopt, reach, static_cast<int>(scroll.size())},
        {"history-fetched", "changes that the desktop has fetched after ten windows, at most", "", fetched,
            std::nullopt, fetchedReach, openings},
    };
}

} // namespace freehold::bench
