// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/engine_process.h"
#include "bench/screen.h"

#include <map>
#include <string>
#include <vector>

namespace freehold::bench {

/// A virtual screen, a session bus and an engine with the grown house: what a desktop program finds.
class DesktopSession {
public:
    /// `name` tells the sessions of one run apart.
    [[nodiscard]] static Result<DesktopSession> open(Workbench &bench, const std::string &name);

    [[nodiscard]] const Screen &screen() const { return *screen_; }
    /// The command that starts a program in this session.
    [[nodiscard]] testing::Command in(const std::string &program) const;

    /// What desktop_probe says: the numbers behind each word at a line's beginning.
    using Said = std::map<std::string, std::vector<double>>;
    [[nodiscard]] Result<Said> probe() const;

private:
    DesktopSession() = default;

    std::unique_ptr<Screen> screen_;
    std::unique_ptr<testing::Program> bus_;
    std::unique_ptr<EngineProcess> engine_;
    testing::Command environment_;
};

} // namespace freehold::bench
