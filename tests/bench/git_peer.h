// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/result.h"

#include <QProcessEnvironment>
#include <QStringList>

#include <filesystem>
#include <string>

namespace freehold::bench {

/// The git program in a clone of a house, signing with an SSH key of its own.
class GitPeer {
public:
    /// Clones a house's repository into `folder`.
    [[nodiscard]] static Result<GitPeer> clone(
        const std::filesystem::path &repository, const std::filesystem::path &folder);

    /// Writes one document and commits it; milliseconds of `git add` and `git commit -S`.
    [[nodiscard]] Result<double> commit(const std::string &path, const std::string &text) const;
    /// Milliseconds of `git revert -S` of the newest commit.
    [[nodiscard]] Result<double> revert() const;

private:
    explicit GitPeer(std::filesystem::path folder);
    [[nodiscard]] Result<double> run(const QStringList &arguments) const;

    std::filesystem::path folder_;
    QProcessEnvironment environment_;
};

} // namespace freehold::bench
