// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/process.h"

#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <sys/prctl.h>
#include <sys/wait.h>

namespace freehold::bench {

namespace {

constexpr std::int64_t kibibyte = 1024;

std::string procFolder(std::int64_t pid)
{
    return "/proc/" + std::to_string(pid);
}

/// The sum of the numbers behind these names, as in "VmRSS:   1234 kB".
std::int64_t sumOf(const std::string &file, std::initializer_list<std::string_view> names)
{
    std::int64_t sum = 0;
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line);) {
        for (const auto name : names) {
            if (line.starts_with(name) && line.substr(name.size(), 1) == ":")
                sum += std::stoll(line.substr(name.size() + 1));
        }
    }
    return sum;
}

std::string firstLine(const std::string &file)
{
    std::string line;
    std::ifstream lines(file);
    std::getline(lines, line);
    return line;
}

} // namespace

std::vector<std::int64_t> ProcessTree::members() const
{
    std::vector<std::int64_t> found;
    if (root_ != 0)
        found.push_back(root_);
    for (std::size_t at = 0; at < found.size(); ++at) {
        std::error_code gone;
        for (const auto &task : std::filesystem::directory_iterator(procFolder(found[at]) + "/task", gone)) {
            std::istringstream children(firstLine(task.path() / "children"));
            for (std::int64_t child = 0; children >> child;)
                found.push_back(child);
        }
    }
    return found;
}

ProcessTree ProcessTree::named(const std::string &program) const
{
    constexpr std::size_t longestName = 15; // the kernel's TASK_COMM_LEN, less its end
    for (const auto pid : members()) {
        if (firstLine(procFolder(pid) + "/comm") == program.substr(0, longestName))
            return ProcessTree(pid);
    }
    return ProcessTree(0);
}

std::int64_t ProcessTree::privateBytes() const
{
    std::int64_t sum = 0;
    for (const auto pid : members())
        sum += sumOf(procFolder(pid) + "/smaps_rollup", {"Private_Clean", "Private_Dirty"});
    return sum * kibibyte;
}

std::int64_t ProcessTree::dirtyBytes() const
{
    std::int64_t sum = 0;
    for (const auto pid : members())
        sum += sumOf(procFolder(pid) + "/smaps_rollup", {"Private_Dirty"});
    return sum * kibibyte;
}

std::int64_t ProcessTree::residentBytes() const
{
    std::int64_t sum = 0;
    for (const auto pid : members())
        sum += sumOf(procFolder(pid) + "/status", {"VmRSS"});
    return sum * kibibyte;
}

std::int64_t ProcessTree::wakeUps() const
{
    std::int64_t sum = 0;
    for (const auto pid : members()) {
        std::error_code gone;
        for (const auto &task : std::filesystem::directory_iterator(procFolder(pid) + "/task", gone))
            sum += sumOf(task.path() / "status", {"voluntary_ctxt_switches", "nonvoluntary_ctxt_switches"});
    }
    return sum;
}

std::int64_t ProcessTree::writtenBytes() const
{
    std::int64_t sum = 0;
    for (const auto pid : members())
        sum += sumOf(procFolder(pid) + "/io", {"write_bytes"});
    return sum;
}

std::set<std::string> ProcessTree::libraries() const
{
    std::set<std::string> found;
    for (const auto pid : members()) {
        std::ifstream maps(procFolder(pid) + "/maps");
        for (std::string line; std::getline(maps, line);) {
            const auto slash = line.rfind('/');
            if (slash != std::string::npos && line.find(".so", slash) != std::string::npos)
                found.insert(line.substr(slash + 1));
        }
    }
    return found;
}

void ProcessTree::endDescendants() const
{
    // One that ends leaves its own children to be found in the next round.
    for (auto all = members(); all.size() > 1; all = members()) {
        for (auto pid = all.begin() + 1; pid != all.end(); ++pid)
            ::kill(static_cast<pid_t>(*pid), SIGKILL);
        ::waitpid(-1, nullptr, 0);
    }
}

void adoptDaemons()
{
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
}

} // namespace freehold::bench
