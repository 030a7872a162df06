// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/freed.h"
#include "support/result.h"

#include <git2.h>

#include <memory>
#include <string>
#include <string_view>

/// libgit2's C objects in C++'s hands; for the implementation files of this folder only.
namespace freehold::change::git {

template <class Type, auto free>
using Owned = std::unique_ptr<Type, Freed<free>>;

using CommitObject = Owned<git_commit, git_commit_free>;
using TreeObject = Owned<git_tree, git_tree_free>;
using BlobObject = Owned<git_blob, git_blob_free>;
using ReferenceObject = Owned<git_reference, git_reference_free>;
using Odb = Owned<git_odb, git_odb_free>;
using Diff = Owned<git_diff, git_diff_free>;
using Index = Owned<git_index, git_index_free>;
using PackBuilder = Owned<git_packbuilder, git_packbuilder_free>;

class Buffer {
public:
    Buffer() = default;
    Buffer(const Buffer &) = delete;
    Buffer &operator=(const Buffer &) = delete;
    ~Buffer() { git_buf_dispose(&buffer_); }
    git_buf *out() { return &buffer_; }
    [[nodiscard]] std::string text() const { return {buffer_.ptr, buffer_.size}; }

private:
    git_buf buffer_ = GIT_BUF_INIT;
};

[[nodiscard]] std::string toHex(const git_oid &id);
/// Errors: change_missing where the text is no id.
[[nodiscard]] Result<git_oid> fromHex(std::string_view hex);

/// libgit2 started for the process, with fsync on; for as long as one of these lives.
class Library {
public:
    Library();
    Library(const Library &) = delete;
    Library &operator=(const Library &) = delete;
    ~Library();
};

/// The error that fits libgit2's last one in this thread.
[[nodiscard]] std::unexpected<Error> lastError(int code, std::string_view place);

} // namespace freehold::change::git
