// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/file_status.h"
#include "change/git.h"
#include "change/passing_places.h"
#include "support/passing_file.h"

#include <string>
#include <vector>

namespace freehold::change::git {

/// git's index (gitformat-index(5)), kept in memory: read again only where somebody else has written it, and
/// written in a third of libgit2's time, whose SHA-1 looks for attacks that nobody can make on a file of our
/// own.
class IndexFile {
public:
    /// `passing`: where it lies until it is whole; `replaced`: where the one that it replaces is held.
    IndexFile(git_repository *repository, const PassingPlaces &passing, file::Replaced &replaced);

    /// The index as the file has it, owned by this; null where it can't be read. What was changed in it and
    /// not written is gone.
    [[nodiscard]] git_index *open();
    /// The files in it that were changed within the same tick of the clock as the index, or later: their
    /// times don't vouch for them ("racy-git" in git's documentation).
    [[nodiscard]] const std::vector<std::string> &racy() const { return racy_; }
    /// Lets go of it, until it is needed again.
    void rest();
    /// Replaces the file, without waiting for the disk. `changed`: of which files the index was changed.
    /// Errors: repository_locked while another program writes it; those of file.h.
    [[nodiscard]] Result<void> write(std::vector<std::string> changed);

private:
    [[nodiscard]] Result<void> replace(const std::string &content) const;
    [[nodiscard]] Result<void> writeAsLibraryDoes() const;
    [[nodiscard]] std::vector<std::string> racyIn(std::int64_t writtenNanoseconds) const;

    git_repository *repository_;
    const PassingPlaces &passing_;
    file::Replaced &replaced_;
    std::filesystem::path place_;
    Index index_;
    std::optional<FileStatus> known_; ///< the file's, when it was as `index_` is
    std::vector<std::string> racy_;
};

} // namespace freehold::change::git
