// SPDX-License-Identifier: GPL-3.0-or-later
// stamp_lines COMMAND [ARG…]: what the command says, each line behind the time at which it came, in
// microseconds of CLOCK_MONOTONIC.
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>

int main(int argumentCount, char *arguments[])
{
    int ends[2];
    if (argumentCount < 2 || ::pipe(ends) != 0)
        return 2;
    const pid_t child = ::fork();
    if (child == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        ::dup2(ends[1], STDOUT_FILENO);
        ::dup2(ends[1], STDERR_FILENO);
        ::close(ends[0]);
        ::execvp(arguments[1], arguments + 1);
        ::_exit(127);
    }
    ::close(ends[1]);
    FILE *said = ::fdopen(ends[0], "r");
    char *line = nullptr;
    size_t room = 0;
    while (::getline(&line, &room, said) > 0) {
        const auto now = std::chrono::steady_clock::now().time_since_epoch();
        std::printf("%lld %s",
            static_cast<long long>(std::chrono::duration_cast<std::chrono::microseconds>(now).count()), line);
        std::fflush(stdout);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
