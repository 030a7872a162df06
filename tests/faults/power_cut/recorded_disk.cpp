// SPDX-License-Identifier: GPL-3.0-or-later
#define FUSE_USE_VERSION 314
#include "recorded_disk.h"

#include <fuse.h>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>

namespace freehold::testing {

namespace {

using Kind = Operation::Kind;

RecordedDisk &self()
{
    return *static_cast<RecordedDisk *>(fuse_get_context()->private_data);
}

struct Place {
    NodeId folder = 0;
    std::string name;
};

std::optional<Place> placeOf(const Disk &disk, std::string_view path)
{
    const auto slash = path.rfind('/');
    const auto folder = disk.find(path.substr(0, slash));
    if (!folder)
        return std::nullopt;
    return Place{*folder, std::string(path.substr(slash + 1))};
}

std::optional<NodeId> nodeOf(const Disk &disk, const char *path, const fuse_file_info *file)
{
    return file != nullptr ? std::optional<NodeId>(file->fh) : disk.find(path);
}

int getAttributes(const char *path, struct stat *status, fuse_file_info *file)
{
    const auto lock = self().lock();
    const Disk &disk = self().disk();
    const auto id = nodeOf(disk, path, file);
    if (!id)
        return -ENOENT;
    const Disk::Node &node = disk.node(*id);
    *status = {};
    status->st_ino = *id + 1;
    status->st_mode = node.isFolder ? S_IFDIR | 0755 : S_IFREG | 0644;
    status->st_nlink = node.isFolder ? 2 : disk.names(*id);
    status->st_size = static_cast<off_t>(node.content.size());
    status->st_uid = fuse_get_context()->uid;
    status->st_gid = fuse_get_context()->gid;
    return 0;
}

int make(Kind kind, const char *path, NodeId &made)
{
    const auto lock = self().lock();
    const Disk &disk = self().disk();
    const auto place = placeOf(disk, path);
    if (!place)
        return -ENOENT;
    if (disk.node(place->folder).entries.contains(place->name))
        return -EEXIST;
    made = disk.nextNode();
    self().record({kind, made, place->folder, place->name, 0, {}, 0, {}});
    return 0;
}

int createFile(const char *path, mode_t, fuse_file_info *file)
{
    NodeId made = 0;
    const int code = make(Kind::make_file, path, made);
    file->fh = made;
    return code;
}

int makeFolder(const char *path, mode_t)
{
    NodeId made = 0;
    return make(Kind::make_folder, path, made);
}

int openNode(const char *path, fuse_file_info *file)
{
    const auto lock = self().lock();
    const auto id = self().disk().find(path);
    if (!id)
        return -ENOENT;
    file->fh = *id;
    if ((file->flags & O_TRUNC) != 0)
        self().record({Kind::truncate, *id, 0, {}, 0, {}, 0, {}});
    return 0;
}

int readFile(const char *, char *buffer, std::size_t size, off_t offset, fuse_file_info *file)
{
    const auto lock = self().lock();
    const std::string &content = self().disk().node(file->fh).content;
    const auto from = static_cast<std::size_t>(offset);
    if (from >= content.size())
        return 0;
    const std::size_t count = std::min(size, content.size() - from);
    std::copy_n(content.begin() + offset, count, buffer);
    return static_cast<int>(count);
}

int writeFile(const char *, const char *bytes, std::size_t size, off_t offset, fuse_file_info *file)
{
    const auto lock = self().lock();
    self().record(
        {Kind::write, file->fh, 0, {}, 0, {}, static_cast<std::uint64_t>(offset), std::string(bytes, size)});
    return static_cast<int>(size);
}

int truncateFile(const char *path, off_t size, fuse_file_info *file)
{
    const auto lock = self().lock();
    const auto id = nodeOf(self().disk(), path, file);
    if (!id)
        return -ENOENT;
    self().record({Kind::truncate, *id, 0, {}, 0, {}, static_cast<std::uint64_t>(size), {}});
    return 0;
}

int linkEntry(const char *from, const char *to)
{
    const auto lock = self().lock();
    const Disk &disk = self().disk();
    const auto id = disk.find(from);
    const auto place = placeOf(disk, to);
    if (!id || !place)
        return -ENOENT;
    if (disk.node(place->folder).entries.contains(place->name))
        return -EEXIST;
    self().record({Kind::link, *id, place->folder, place->name, 0, {}, 0, {}});
    return 0;
}

int removeEntry(const char *path)
{
    const auto lock = self().lock();
    const Disk &disk = self().disk();
    const auto id = disk.find(path);
    if (!id)
        return -ENOENT;
    if (!disk.node(*id).entries.empty())
        return -ENOTEMPTY;
    const auto place = placeOf(disk, path);
    self().record({Kind::remove, *id, place->folder, place->name, 0, {}, 0, {}});
    return 0;
}

int renameEntry(const char *from, const char *to, unsigned flags)
{
    const auto lock = self().lock();
    const Disk &disk = self().disk();
    const auto id = disk.find(from);
    const auto target = placeOf(disk, to);
    if (!id || !target)
        return -ENOENT;
    if (flags != 0)
        return -EINVAL;
    const auto source = placeOf(disk, from);
    self().record({Kind::rename, *id, source->folder, source->name, target->folder, target->name, 0, {}});
    return 0;
}

int syncNode(const char *, int, fuse_file_info *file)
{
    const auto lock = self().lock();
    self().record({Kind::sync, file->fh, 0, {}, 0, {}, 0, {}});
    return 0;
}

int readFolder(
    const char *, void *buffer, fuse_fill_dir_t fill, off_t, fuse_file_info *file, fuse_readdir_flags)
{
    const auto lock = self().lock();
    for (const auto &[name, id] : self().disk().node(file->fh).entries)
        fill(buffer, name.c_str(), nullptr, 0, FUSE_FILL_DIR_DEFAULTS);
    return 0;
}

int changeMode(const char *, mode_t, fuse_file_info *)
{
    return 0;
}
int changeOwner(const char *, uid_t, gid_t, fuse_file_info *)
{
    return 0;
}
int changeTimes(const char *, const timespec[2], fuse_file_info *)
{
    return 0;
}

void *begin(fuse_conn_info *, fuse_config *config)
{
    config->use_ino = 1;
    // A removed file that is still open stays reachable by its handle, and no hidden name is made for it.
    config->hard_remove = 1;
    config->nullpath_ok = 1;
    return fuse_get_context()->private_data;
}

fuse_operations functions()
{
    fuse_operations table{};
    table.getattr = getAttributes;
    table.mkdir = makeFolder;
    table.link = linkEntry;
    table.unlink = removeEntry;
    table.rmdir = removeEntry;
    table.rename = renameEntry;
    table.chmod = changeMode;
    table.chown = changeOwner;
    table.truncate = truncateFile;
    table.open = openNode;
    table.read = readFile;
    table.write = writeFile;
    table.fsync = syncNode;
    table.opendir = openNode;
    table.readdir = readFolder;
    table.fsyncdir = syncNode;
    table.init = begin;
    table.create = createFile;
    table.utimens = changeTimes;
    return table;
}

} // namespace

std::unique_ptr<RecordedDisk> RecordedDisk::mount(const std::filesystem::path &folder)
{
    std::unique_ptr<RecordedDisk> disk(new RecordedDisk(folder));
    char name[] = "recorded-disk";
    char *values[] = {name};
    fuse_args arguments = FUSE_ARGS_INIT(1, values);
    static const fuse_operations table = functions();
    disk->fuse_ = fuse_new(&arguments, &table, sizeof table, disk.get());
    fuse_opt_free_args(&arguments);
    if (disk->fuse_ == nullptr || fuse_mount(disk->fuse_, folder.c_str()) != 0)
        return nullptr;
    disk->server_ = std::thread([serving = disk->fuse_] { fuse_loop(serving); });
    return disk;
}

RecordedDisk::~RecordedDisk()
{
    if (server_.joinable()) {
        // The loop ends when its mount does.
        fuse_unmount(fuse_);
        server_.join();
    }
    if (fuse_ != nullptr)
        fuse_destroy(fuse_);
}

void RecordedDisk::report(const std::string &text)
{
    const auto held = lock();
    Operation told;
    told.name = text;
    record(std::move(told));
}

std::vector<Operation> RecordedDisk::operations() const
{
    const auto held = lock();
    return operations_;
}

void RecordedDisk::record(Operation operation)
{
    disk_.apply(operation);
    operations_.push_back(std::move(operation));
}

} // namespace freehold::testing
