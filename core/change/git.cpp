// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/git.h"

#include <QTemporaryDir>

#include <cerrno>
#include <system_error>

namespace freehold::change::git {

std::string toHex(const git_oid &id)
{
    char text[GIT_OID_SHA1_HEXSIZE + 1];
    git_oid_tostr(text, sizeof text, &id);
    return text;
}

Result<git_oid> fromHex(std::string_view hex)
{
    git_oid id;
    if (hex.size() != GIT_OID_SHA1_HEXSIZE || git_oid_fromstrn(&id, hex.data(), hex.size()) != 0)
        return failure(ErrorCode::change_missing, {{"change", std::string(hex)}});
    return id;
}

namespace {

/// At its start the library reads all authorities that this system believes, and keeps them. A house fetches
/// nothing by TLS with it: they give way to those of an empty folder. Where another library does its TLS, it
/// reads none before it needs them, and this changes nothing.
void forgetAuthorities()
{
    const QTemporaryDir empty;
    if (empty.isValid())
        git_libgit2_opts(GIT_OPT_SET_SSL_CERT_LOCATIONS, nullptr, qUtf8Printable(empty.path()));
}

} // namespace

Library::Library()
{
    if (git_libgit2_init() == 1)
        forgetAuthorities();
    git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, 1);
    // For paging through history, and for looking at what others changed, where each tree is read several
    // times. Who rests lets go of it (Repository::rest).
    constexpr ssize_t cacheBytes = 16L * 1024 * 1024;
    git_libgit2_opts(GIT_OPT_SET_CACHE_MAX_SIZE, cacheBytes);
    // A folder of a thousand documents makes a tree of 40 KiB, which each change reads several times; by
    // default none above 4 KiB is kept.
    constexpr std::size_t largestTreeBytes = 256UL * 1024;
    git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, GIT_OBJECT_TREE, largestTreeBytes);
}

Library::~Library()
{
    git_libgit2_shutdown();
}

std::unexpected<Error> lastError(int code, std::string_view place)
{
    const git_error *error = git_error_last();
    const std::string message = error != nullptr && error->message != nullptr ? error->message : "";
    Arguments arguments{{"place", std::string(place)}, {"detail", message}};
    // libgit2 keeps the system's errno in its message alone.
    const auto says = [&](int number) {
        return message.find(std::generic_category().message(number)) != std::string::npos;
    };
    if (code == GIT_ELOCKED)
        return failure(ErrorCode::repository_locked, std::move(arguments));
    if (says(ENOSPC) || says(EDQUOT))
        return failure(ErrorCode::disk_full, std::move(arguments));
    if (says(EROFS) || says(EACCES) || says(EPERM))
        return failure(ErrorCode::folder_read_only, std::move(arguments));
    return failure(ErrorCode::repository_damaged, std::move(arguments));
}

} // namespace freehold::change::git
