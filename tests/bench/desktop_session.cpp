// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/desktop_session.h"

#include <sstream>

namespace freehold::bench {

using testing::Command;
using testing::Program;

Result<DesktopSession> DesktopSession::open(Workbench &bench, const std::string &name)
{
    if (!std::filesystem::exists(DESKTOP))
        return because("the desktop app is not built");
    const auto house = TRY(bench.grownHouse());
    const auto folder = bench.folder() / name;
    const auto socket = folder / "s";
    DesktopSession session;
    session.screen_ = TRY(Screen::open(folder));
    session.bus_ = TRY(Program::start({"dbus-daemon", "--session", "--nofork", "--print-address=1"}));
    if (!session.bus_->waitForLine("unix:"))
        return because("no session bus");
    session.engine_ = TRY(EngineProcess::start(house, socket));
    session.environment_ = {"env", "DISPLAY=" + session.screen_->display(), "HOME=" + folder.string(),
        "XDG_RUNTIME_DIR=" + folder.string(), "DBUS_SESSION_BUS_ADDRESS=" + session.bus_->lines().front(),
        "FREEHOLD_SOCKET=" + socket.string(), "QT_QPA_PLATFORM=xcb", "QT_QUICK_BACKEND=software"};
    return session;
}

Command DesktopSession::in(const std::string &program) const
{
    Command command = environment_;
    command.push_back(program);
    return command;
}

Result<DesktopSession::Said> DesktopSession::probe() const
{
    const auto probe = TRY(Program::start(in(Workbench::program("desktop_probe"))));
    if (probe->waitForEnd() != 0)
        return because("the desktop's window shows no house: " + probe->end()
            + (probe->lines().empty() ? std::string() : ", " + probe->lines().back()));
    Said said;
    for (const std::string &line : probe->lines()) {
        std::istringstream fields(line);
        std::string word;
        fields >> word;
        for (double number = 0; fields >> number;)
            said[word].push_back(number);
    }
    return said;
}

} // namespace freehold::bench
