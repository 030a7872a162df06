// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/silent_terminal.h"

#include <array>
#include <csignal>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace freehold::cli {

namespace {

constexpr std::array endingSignals{SIGHUP, SIGINT, SIGQUIT, SIGTERM};

// A handler can be given nothing but globals, and may only call what is safe in one (signal-safety(7)).
int silenced = -1;
termios before;

void restoreAndEnd(int signal)
{
    ::tcsetattr(silenced, TCSAFLUSH, &before);
    std::signal(signal, SIG_DFL);
    ::raise(signal);
}

} // namespace

SilentTerminal::SilentTerminal()
    : descriptor_(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY))
{
    if (descriptor_ < 0 || ::tcgetattr(descriptor_, &before) != 0)
        return;
    silenced = descriptor_;
    for (const int signal : endingSignals)
        std::signal(signal, restoreAndEnd);
    termios silent = before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    isSilent_ = ::tcsetattr(descriptor_, TCSAFLUSH, &silent) == 0;
}

SilentTerminal::~SilentTerminal()
{
    if (silenced >= 0) {
        ::tcsetattr(descriptor_, TCSAFLUSH, &before);
        for (const int signal : endingSignals)
            std::signal(signal, SIG_DFL);
        silenced = -1;
    }
    if (descriptor_ >= 0)
        ::close(descriptor_);
}

Secret SilentTerminal::ask(const QString &question, std::size_t mostBytes) const
{
    write(question.toUtf8() + ' ');
    Secret line(mostBytes);
    std::size_t size = 0;
    char letter = 0;
    while (size < mostBytes && ::read(descriptor_, &letter, 1) == 1 && letter != '\n')
        line.data()[size++] = static_cast<std::uint8_t>(letter);
    wipe(&letter, sizeof letter);
    write("\n");
    return Secret::of(line.view().first(size));
}

void SilentTerminal::write(const QByteArray &text) const
{
    [[maybe_unused]] const auto written
        = ::write(descriptor_, text.data(), static_cast<std::size_t>(text.size()));
}

} // namespace freehold::cli
