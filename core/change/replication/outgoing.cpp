// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/replication/outgoing.h"

#include "change/git.h"

#include <QBuffer>
#include <QFile>

#include <git2/sys/odb_backend.h>

#include <algorithm>

namespace freehold::change {

using namespace git;

namespace {

int append(void *part, std::size_t size, void *bytes)
{
    static_cast<QByteArray *>(bytes)->append(static_cast<const char *>(part), static_cast<qsizetype>(size));
    return 0;
}

int insertObject(const git_oid *id, void *builder)
{
    return git_packbuilder_insert(static_cast<git_packbuilder *>(builder), id, nullptr);
}

Result<PackBuilder> newBuilder(const Repository &repository)
{
    git_packbuilder *made = nullptr;
    if (const int code = git_packbuilder_new(&made, repository.handle()); code != 0)
        return lastError(code, repository.folder().string());
    git_packbuilder_set_threads(made, 0); // as many as there are cores
    return PackBuilder(made);
}

Result<std::unique_ptr<QIODevice>> readable(const PackBuilder &builder, const Repository &repository)
{
    QByteArray bytes;
    if (const int code = git_packbuilder_foreach(builder.get(), append, &bytes); code != 0)
        return lastError(code, repository.folder().string());
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    return buffer;
}

/// What plain git has written and nobody has packed yet.
Result<std::unique_ptr<QIODevice>> looseObjects(const Repository &repository)
{
    const PackBuilder builder = TRY(newBuilder(repository));
    git_odb *database = nullptr;
    git_odb_new(&database);
    const Odb owned(database);
    git_odb_backend *backend = nullptr;
    const auto objects = repository.folder() / ".git" / "objects";
    if (const int code = git_odb_backend_loose(&backend, objects.c_str(), -1, 0, 0, 0); code != 0)
        return lastError(code, objects.string());
    git_odb_add_backend(database, backend, 1);
    if (const int code = git_odb_foreach(database, insertObject, builder.get()); code != 0)
        return lastError(code, objects.string());
    if (git_packbuilder_object_count(builder.get()) == 0)
        return nullptr;
    return readable(builder, repository);
}

Result<std::vector<std::unique_ptr<QIODevice>>> allPacks(const Repository &repository)
{
    std::vector<std::unique_ptr<QIODevice>> packs;
    const auto folder = repository.folder() / ".git" / "objects" / "pack";
    std::error_code error;
    for (const auto &entry : std::filesystem::directory_iterator(folder, error)) {
        if (entry.path().extension() != ".pack")
            continue;
        // Open from here on, so that it is there though packs are joined meanwhile.
        auto pack = std::make_unique<QFile>(entry.path());
        if (!pack->open(QIODevice::ReadOnly))
            return failure(ErrorCode::file_unreadable, {{"place", entry.path().string()}});
        packs.push_back(std::move(pack));
    }
    if (auto loose = TRY(looseObjects(repository)))
        packs.push_back(std::move(loose));
    return packs;
}

} // namespace

Result<std::vector<std::unique_ptr<QIODevice>>> packsFor(
    const Repository &repository, const ObjectId &head, const Haves &haves)
{
    git_revwalk *made = nullptr;
    if (const int code = git_revwalk_new(&made, repository.handle()); code != 0)
        return lastError(code, head);
    const Owned<git_revwalk, git_revwalk_free> walk(made);
    const git_oid from = TRY(fromHex(head));
    if (const int code = git_revwalk_push(made, &from); code != 0)
        return lastError(code, head);
    const auto hide = [&](const ObjectId &one) {
        const auto id = fromHex(one);
        return id && git_revwalk_hide(made, &*id) == 0;
    };
    const auto hidden = std::ranges::count_if(haves.heads, hide);
    // What is hidden costs a look at its tree; the first that is known has all that is older.
    const bool knowsAll = !haves.heads.empty() && hidden == std::ssize(haves.heads);
    const bool hasOlder = !knowsAll && std::ranges::any_of(haves.older, hide);
    if (hidden == 0 && !hasOlder)
        return allPacks(repository);
    const PackBuilder builder = TRY(newBuilder(repository));
    if (const int code = git_packbuilder_insert_walk(builder.get(), made); code != 0)
        return lastError(code, head);
    std::vector<std::unique_ptr<QIODevice>> packs;
    if (git_packbuilder_object_count(builder.get()) > 0)
        packs.push_back(TRY(readable(builder, repository)));
    return packs;
}

} // namespace freehold::change
