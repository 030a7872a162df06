// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/repository.h"

namespace freehold::testing {

/// A document that is written by hand, once, and its text.
struct HandWritten {
    explicit HandWritten(const std::string &name)
        : path("devices/hand-" + name + ".toml")
        , text("name = \"" + name + "\"\n")
    {
    }

    std::string path;
    std::string text;
};

/// What git's program said, where it failed or said anything at all; empty where all is well.
[[nodiscard]] std::string whatGitSays(
    const std::filesystem::path &workTree, const std::vector<std::string> &arguments);

/// Commits it with git's own program, and brings it to the disk, which git alone does not.
[[nodiscard]] Result<change::ObjectId> commitByHand(
    const std::filesystem::path &workTree, const HandWritten &document);

} // namespace freehold::testing
