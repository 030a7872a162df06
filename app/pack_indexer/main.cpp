// SPDX-License-Identifier: GPL-3.0-or-later
// freehold-index-pack FOLDER…: indexes the packs that other machines sent (FOLDER/*.incoming), each as git's
// own index-pack would, and leaves what is sound as pack-*.pack and pack-*.idx in FOLDER. A program of its
// own, so that what a stranger made is read where there is nothing else to be had.
#include "confinement.h"
#include "limits.h"
#include "pack_indexer/indexing.h"

#include <git2.h>

#include <cstdio>

namespace {

/// Far above what any house has; a pack that claims more is refused by its first bytes.
constexpr std::size_t mostObjects = 2'000'000;

} // namespace

int main(int argumentCount, char *arguments[])
{
    if (argumentCount < 2) {
        std::fputs("usage: freehold-index-pack FOLDER...\n", stderr);
        return 2;
    }
    if (!freehold::limitThisProcess()) {
        std::perror("freehold-index-pack: this process can't be bounded");
        return 1;
    }
    const std::vector<std::filesystem::path> folders(arguments + 1, arguments + argumentCount);
    if (!freehold::confineThisProcess(folders)) {
        std::perror("freehold-index-pack: this process can't be confined");
        return 1;
    }
    git_libgit2_init();
    git_libgit2_opts(GIT_OPT_SET_PACK_MAX_OBJECTS, mostObjects);
    git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, 1);

    const std::string wrong = freehold::indexPacks(folders);
    if (!wrong.empty())
        std::fprintf(stderr, "%s\n", wrong.c_str());
    git_libgit2_shutdown();
    return wrong.empty() ? 0 : 1;
}
