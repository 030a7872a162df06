// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "network/program.h"

#include <memory>
#include <string>

namespace freehold::testing {

/// A machine: namespaces of its own for network, mounts and its name, an empty /run, and on demand a
/// D-Bus system bus and Avahi's daemon. It has no name outside, so any number of tests run side by side;
/// it ends with its object, and with the test.
class Host {
public:
    /// Needs root, and fails saying so.
    static Result<std::unique_ptr<Host>> create(const std::string &name);

    [[nodiscard]] const std::string &name() const { return name_; }
    /// The process that holds the namespaces, as `ip link … netns` takes it.
    [[nodiscard]] std::string pid() const { return std::to_string(holder_->pid()); }

    /// What has to be started for a command to run on this host.
    [[nodiscard]] Command inside(const Command &command) const;
    /// A program on this host.
    [[nodiscard]] Result<std::unique_ptr<Program>> start(const Command &command) const;
    [[nodiscard]] Result<std::string> run(const Command &command) const;

    Result<void> startBus();
    void killBus() { bus_.reset(); }
    /// With the bus before it, where there is none yet.
    Result<void> startAvahi();
    /// Says goodbye, as on a shutdown.
    void stopAvahi();
    /// Dies without a word.
    void killAvahi() { avahi_.reset(); }

private:
    Host(std::string name, std::unique_ptr<Program> holder);
    std::string name_;
    std::unique_ptr<Program> holder_;
    std::unique_ptr<Program> bus_;
    std::unique_ptr<Program> avahi_;
};

} // namespace freehold::testing
