// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/repository.h"

#include "change/configuration.h"
#include "change/fresh_objects.h"
#include "change/git.h"
#include "support/file.h"
#include "support/log.h"

#include <git2/sys/repository.h>

#include <algorithm>

namespace freehold::change {

namespace {

using namespace git;

constexpr const char *fileMode = "core.fileMode";

/// What is asked of git that it keeps its hands off our files: no line endings, no reflogs, no gc of its own.
/// A document is a text: whether its file may be executed is no part of it.
constexpr std::pair<const char *, const char *> settings[] = {
    {"core.autocrlf", "false"},
    {fileMode, "false"},
    {"core.logallrefupdates", "false"},
    {"gc.auto", "0"},
    {"gpg.format", "ssh"},
    {"gpg.ssh.allowedSignersFile", "../allowed_signers"},
    {"user.name", "by hand"},
    {"user.email", "by-hand@freehold.invalid"},
};

} // namespace

void Repository::Free::operator()(git_repository *repository) const
{
    git_repository_free(repository);
}

Repository::Repository(std::unique_ptr<git::Library> library, std::filesystem::path folder,
    std::unique_ptr<git_repository, Free> repository)
    : library_(std::move(library))
    , folder_(std::move(folder))
    , passing_(folder_ / ".git" / "freehold")
    , repository_(std::move(repository))
    , freshObjects_(std::make_unique<git::FreshObjects>())
    , replaced_(std::make_unique<file::Replaced>())
    , aside_(std::make_unique<Aside>())
{
}

Repository::Repository(Repository &&) noexcept = default;
Repository &Repository::operator=(Repository &&) noexcept = default;
Repository::~Repository() = default;

Result<Repository> Repository::create(const std::filesystem::path &folder)
{
    const git::Library library;
    git_repository_init_options options;
    git_repository_init_options_init(&options, GIT_REPOSITORY_INIT_OPTIONS_VERSION);
    options.flags = GIT_REPOSITORY_INIT_MKPATH | GIT_REPOSITORY_INIT_NO_REINIT;
    options.mode = GIT_REPOSITORY_INIT_SHARED_UMASK;
    options.initial_head = "main";
    git_repository *made = nullptr;
    if (const int code = git_repository_init_ext(&made, folder.c_str(), &options); code != 0)
        return lastError(code, folder.string());
    std::unique_ptr<git_repository, Free> repository(made);
    git_config *config = nullptr;
    git_repository_config(&config, made);
    const Owned<git_config, git_config_free> owned(config);
    for (const auto &[key, value] : settings) {
        if (const int code = git_config_set_string(config, key, value); code != 0)
            return lastError(code, folder.string());
    }
    repository.reset();
    // libgit2 waits for the disk with what changes a repository, and not with what makes one.
    if (auto synced = file::syncTree(folder); !synced)
        return std::unexpected(std::move(synced).error());
    return open(folder);
}

Result<Repository> Repository::open(const std::filesystem::path &folder)
{
    Repository repository = TRY(openToRead(folder));
    repository.ignoreFileModes();
    if (auto cleared = repository.clearLeftOvers(); !cleared)
        return std::unexpected(std::move(cleared).error());
    return repository;
}

Result<Repository> Repository::openToRead(
    const std::filesystem::path &folder, const std::vector<std::filesystem::path> &more)
{
    auto library = std::make_unique<git::Library>();
    git_repository *opened = nullptr;
    if (const int code
        = git_repository_open_ext(&opened, folder.c_str(), GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr);
        code != 0)
        return lastError(code, folder.string());
    Repository repository(std::move(library), folder, std::unique_ptr<git_repository, Free>(opened));
    git_odb *database = nullptr;
    git_repository_odb(&database, opened);
    const Odb owned(database);
    for (const auto &objects : more) {
        if (const int code = git_odb_add_disk_alternate(database, objects.c_str()); code != 0)
            return lastError(code, objects.string());
    }
    repository.more_ = more;
    return repository;
}

void Repository::ignoreFileModes() const
{
    git_config *config = nullptr;
    git_repository_config(&config, handle());
    const Owned<git_config, git_config_free> owned(config);
    int isOn = 1;
    const bool isKnown = git_config_get_bool(&isOn, config, fileMode) == 0;
    if ((!isKnown || isOn != 0) && git_config_set_bool(config, fileMode, 0) != 0)
        log::write(log::Level::warning, "change", "git's settings could not be written");
}

void Repository::makeReady(const ObjectId &head, const std::string &path)
{
    replaced_->release();
    std::error_code none;
    const auto indexBytes = std::filesystem::file_size(folder_ / ".git" / "index", none);
    lengths_.index = none ? 0 : indexBytes;
    passing_.makeFiles(lengths_);
    git_odb *database = nullptr;
    git_repository_odb(&database, handle());
    const Odb owned(database);
    freshObjects_->settleAhead(database);
    // What can't be read now is told to whoever needs it.
    [[maybe_unused]] const auto blob
        = commit(head).and_then([&](const Commit &found) { return blobAt(found.tree, path); });
}

void Repository::rest()
{
    git_repository__cleanup(handle());
    freshObjects_->forget();
}

Result<ObjectId> Repository::resolve(const std::string &reference) const
{
    git_oid id;
    const int code = git_reference_name_to_id(&id, handle(), reference.c_str());
    if (code == GIT_ENOTFOUND)
        return ObjectId();
    if (code != 0)
        return lastError(code, reference);
    return toHex(id);
}

Result<void> Repository::setReference(const std::string &name, const ObjectId &target)
{
    const git_oid id = TRY(fromHex(target));
    // libgit2 would make its folder too, without waiting for the disk.
    if (auto folder = file::makeFolder((folder_ / ".git" / name).parent_path()); !folder)
        return folder;
    git_reference *made = nullptr;
    const int code = git_reference_create(&made, handle(), name.c_str(), &id, 1, nullptr);
    const ReferenceObject owned(made);
    if (code != 0)
        return lastError(code, name);
    return {};
}

Result<void> Repository::overwriteReference(const std::string &name, const ObjectId &target)
{
    const auto place = (folder_ / ".git" / name).string();
    std::error_code unknown;
    if (!std::filesystem::exists(place + ".lock", unknown)
        && TRY(file::overwriteDurably(place, target + '\n')))
        return {};
    return setReference(name, target);
}

Result<bool> Repository::moveMain(const ObjectId &from, const ObjectId &to)
{
    const git_oid target = TRY(fromHex(to));
    git_reference *made = nullptr;
    int code = 0;
    if (from.empty()) {
        code = git_reference_create(&made, handle(), mainReference, &target, 0, nullptr);
    } else {
        const git_oid current = TRY(fromHex(from));
        code = git_reference_create_matching(&made, handle(), mainReference, &target, 1, &current, nullptr);
    }
    const ReferenceObject owned(made);
    if (code == GIT_EMODIFIED || code == GIT_EEXISTS || code == GIT_ENOTFOUND)
        return false;
    if (code != 0)
        return notMoved(from, to, lastError(code, mainReference).error());
    return true;
}

std::unexpected<Error> Repository::notMoved(const ObjectId &from, const ObjectId &to, Error error)
{
    // What failed may have come after the move, such as waiting for the disk: it would pass for somebody
    // else's.
    if (!from.empty() && resolve(mainReference) == to && !setReference(mainReference, from))
        log::write(log::Level::error, "change", "main moved, and could not be put back");
    return std::unexpected(std::move(error));
}

Result<bool> Repository::moveMain(const ObjectId &from, NextMain next)
{
    if (!next.lock.isHeld())
        return moveMain(from, next.id);
    if (TRY(resolve(mainReference)) != from)
        return false;
    replaced_->hold(folder_ / ".git" / mainReference);
    if (auto moved = next.lock.move(); !moved)
        return notMoved(from, next.id, std::move(moved).error());
    return true;
}

Result<void> Repository::removeReference(const std::string &name)
{
    const int code = git_reference_remove(handle(), name.c_str());
    if (code != 0 && code != GIT_ENOTFOUND)
        return lastError(code, name);
    // libgit2 fsyncs what it writes, not what it removes.
    return file::syncFolder((folder_ / ".git" / name).parent_path());
}

Result<std::vector<Reference>> Repository::references(const std::string &glob) const
{
    git_reference_iterator *made = nullptr;
    if (const int code = git_reference_iterator_glob_new(&made, handle(), glob.c_str()); code != 0)
        return lastError(code, glob);
    const Owned<git_reference_iterator, git_reference_iterator_free> iterator(made);
    std::vector<Reference> found;
    git_reference *next = nullptr;
    while (git_reference_next(&next, iterator.get()) == 0) {
        const ReferenceObject reference(next);
        if (const git_oid *target = git_reference_target(next))
            found.push_back({git_reference_name(next), toHex(*target)});
    }
    std::ranges::sort(found, {}, &Reference::name);
    return found;
}

std::string Repository::headReference() const
{
    git_reference *head = nullptr;
    if (git_reference_lookup(&head, handle(), "HEAD") != 0)
        return {};
    const ReferenceObject owned(head);
    const char *target = git_reference_symbolic_target(head);
    return target == nullptr ? std::string() : target;
}

Result<Commit> Repository::commit(const ObjectId &id) const
{
    const git_oid oid = TRY(fromHex(id));
    git_commit *found = nullptr;
    const int code = git_commit_lookup(&found, handle(), &oid);
    const CommitObject owned(found);
    if (code == GIT_ENOTFOUND)
        return failure(ErrorCode::change_missing, {{"change", id}});
    if (code != 0)
        return lastError(code, id);
    Commit commit{id, toHex(*git_commit_tree_id(found)), {},
        Time(std::chrono::seconds(git_commit_time(found))), git_commit_message(found)};
    for (unsigned parent = 0; parent < git_commit_parentcount(found); ++parent)
        commit.parents.push_back(toHex(*git_commit_parent_id(found, parent)));
    return commit;
}

bool Repository::holds(const ObjectId &id) const
{
    const auto oid = fromHex(id);
    git_odb *database = nullptr;
    git_repository_odb(&database, handle());
    const Odb owned(database);
    return oid && git_odb_exists(database, &*oid) == 1;
}

std::optional<std::size_t> Repository::sizeOfBlob(const ObjectId &id) const
{
    const auto oid = fromHex(id);
    git_odb *database = nullptr;
    git_repository_odb(&database, handle());
    const Odb owned(database);
    std::size_t size = 0;
    git_object_t type = GIT_OBJECT_INVALID;
    if (!oid || git_odb_read_header(&size, &type, database, &*oid) != 0 || type != GIT_OBJECT_BLOB)
        return std::nullopt;
    return size;
}

Result<std::string> Repository::rawCommit(const ObjectId &id) const
{
    const git_oid oid = TRY(fromHex(id));
    git_odb *database = nullptr;
    git_repository_odb(&database, handle());
    const Odb owned(database);
    git_odb_object *object = nullptr;
    if (const int code = git_odb_read(&object, database, &oid); code != 0)
        return lastError(code, id);
    const Owned<git_odb_object, git_odb_object_free> ownedObject(object);
    return std::string(static_cast<const char *>(git_odb_object_data(object)), git_odb_object_size(object));
}

Result<ObjectId> Repository::expand(const std::string &prefix) const
{
    // Shorter ones are ambiguous by accident; git's own default is seven.
    constexpr std::size_t shortest = 4;
    git_oid id;
    if (prefix.size() < shortest || prefix.size() > GIT_OID_SHA1_HEXSIZE
        || git_oid_fromstrp(&id, prefix.c_str()) != 0)
        return failure(ErrorCode::change_missing, {{"change", prefix}});
    if (prefix.size() < GIT_OID_SHA1_HEXSIZE) {
        git_odb *database = nullptr;
        git_repository_odb(&database, handle());
        const Odb owned(database);
        freshObjects_->settle(database);
    }
    git_commit *found = nullptr;
    const int code = git_commit_lookup_prefix(&found, handle(), &id, prefix.size());
    const CommitObject owned(found);
    if (code == GIT_EAMBIGUOUS)
        return failure(ErrorCode::change_id_ambiguous, {{"change", prefix}});
    if (code != 0)
        return failure(ErrorCode::change_missing, {{"change", prefix}});
    return toHex(*git_commit_id(found));
}

Result<bool> Repository::isAncestor(const ObjectId &ancestor, const ObjectId &descendant) const
{
    if (ancestor == descendant)
        return true;
    const git_oid old = TRY(fromHex(ancestor));
    const git_oid young = TRY(fromHex(descendant));
    const int code = git_graph_descendant_of(handle(), &young, &old);
    if (code < 0)
        return lastError(code, descendant);
    return code == 1;
}

Result<std::vector<ObjectId>> Repository::commitsBetween(
    const std::vector<ObjectId> &known, const std::vector<ObjectId> &heads) const
{
    git_revwalk *made = nullptr;
    if (const int code = git_revwalk_new(&made, handle()); code != 0)
        return lastError(code, folder_.string());
    const Owned<git_revwalk, git_revwalk_free> walk(made);
    git_revwalk_sorting(made, GIT_SORT_TOPOLOGICAL | GIT_SORT_REVERSE);
    for (const ObjectId &one : heads) {
        const git_oid id = TRY(fromHex(one));
        if (const int code = git_revwalk_push(made, &id); code != 0)
            return lastError(code, one);
    }
    for (const ObjectId &one : known) {
        const git_oid id = TRY(fromHex(one));
        if (const int code = git_revwalk_hide(made, &id); code != 0)
            return lastError(code, one);
    }
    std::vector<ObjectId> commits;
    git_oid next;
    int code = 0;
    while ((code = git_revwalk_next(&next, made)) == 0)
        commits.push_back(toHex(next));
    if (code != GIT_ITEROVER)
        return lastError(code, folder_.string());
    return commits;
}

Result<ObjectId> Repository::mergeBase(const ObjectId &one, const ObjectId &other) const
{
    const git_oid first = TRY(fromHex(one));
    const git_oid second = TRY(fromHex(other));
    git_oid base;
    const int code = git_merge_base(&base, handle(), &first, &second);
    if (code == GIT_ENOTFOUND)
        return ObjectId();
    if (code != 0)
        return lastError(code, one);
    return toHex(base);
}

Result<std::string> Repository::blob(const ObjectId &id) const
{
    const git_oid oid = TRY(fromHex(id));
    git_blob *found = nullptr;
    const int code = git_blob_lookup(&found, handle(), &oid);
    const BlobObject owned(found);
    if (code != 0)
        return lastError(code, id);
    const auto size = git_blob_rawsize(found);
    if (size > static_cast<git_object_size_t>(maximumDocumentBytes))
        return failure(ErrorCode::document_too_large, {{"limit", std::to_string(maximumDocumentBytes)}});
    return std::string(static_cast<const char *>(git_blob_rawcontent(found)), size);
}

} // namespace freehold::change
