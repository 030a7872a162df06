// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "network/home.h"
#include "network/verify.h"

#include <QCoreApplication>
#include <QTest>

#include <string>

namespace freehold::testing {

/// A test program that lies beside this one.
inline std::string beside(const std::string &program)
{
    return QCoreApplication::applicationDirPath().toStdString() + '/' + program;
}

inline Command publish(const std::string &name, const std::string &type = "_ipp._tcp")
{
    return {"avahi-publish", "--service", name, type, "631", "TY=Laser", "note=at the window"};
}

/// Whether a line of discovery_probe tells this event of this name.
inline auto tells(const std::string &event, const std::string &name, const std::string &more = "")
{
    return [=](const std::string &line) {
        return line.contains("\"event\":\"" + event + "\"") && line.contains("\"" + name + "\"")
            && line.contains(more);
    };
}

inline std::string all(const Program &program)
{
    std::string text = program.end() + "\n";
    for (const auto &line : program.lines())
        text += line + '\n';
    return text;
}

} // namespace freehold::testing

/// That discovery_probe, a `probe_` of the test, tells an event.
#define VERIFY_TOLD(...)                                                                                     \
    QVERIFY2(                                                                                                \
        probe_->waitForLine(freehold::testing::tells(__VA_ARGS__)), freehold::testing::all(*probe_).c_str())

/// That it tells a service as gone; what is waited for afterwards was told after that.
#define VERIFY_GONE(name)                                                                                    \
    do {                                                                                                     \
        VERIFY_TOLD("gone", name);                                                                           \
        probe_->forgetThrough(freehold::testing::tells("gone", name));                                       \
    } while (false)
