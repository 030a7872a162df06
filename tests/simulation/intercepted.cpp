// SPDX-License-Identifier: GPL-3.0-or-later
// The system's calls that change a disk, before the C library's own: the linker gives those of the program to
// all libraries. Each asks disk.h first.
#include "simulation/disk.h"

#include <cerrno>
#include <cstdarg>
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

namespace {

namespace disk = freehold::simulation::disk;

template <class Function>
Function *systems(const char *name)
{
    return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
}

bool fails(disk::Kind kind = disk::Kind::needs_room)
{
    const int error = disk::errorOfNext(kind);
    if (error != 0)
        errno = error;
    return error != 0;
}

} // namespace

extern "C" {

ssize_t write(int descriptor, const void *bytes, size_t size)
{
    static auto *const next = systems<ssize_t(int, const void *, size_t)>("write");
    return descriptor > STDERR_FILENO && fails() ? -1 : next(descriptor, bytes, size);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t size, off_t offset)
{
    static auto *const next = systems<ssize_t(int, const void *, size_t, off_t)>("pwrite");
    return fails() ? -1 : next(descriptor, bytes, size, offset);
}

int fsync(int descriptor)
{
    static auto *const next = systems<int(int)>("fsync");
    return fails() ? -1 : next(descriptor);
}

int fdatasync(int descriptor)
{
    static auto *const next = systems<int(int)>("fdatasync");
    return fails() ? -1 : next(descriptor);
}

int ftruncate(int descriptor, off_t length) noexcept
{
    static auto *const next = systems<int(int, off_t)>("ftruncate");
    return fails() ? -1 : next(descriptor, length);
}

int rename(const char *from, const char *to) noexcept
{
    static auto *const next = systems<int(const char *, const char *)>("rename");
    return fails(disk::Kind::renames) ? -1 : next(from, to);
}

int link(const char *from, const char *to) noexcept
{
    static auto *const next = systems<int(const char *, const char *)>("link");
    return fails() ? -1 : next(from, to);
}

int unlink(const char *path) noexcept
{
    static auto *const next = systems<int(const char *)>("unlink");
    return fails(disk::Kind::removes) ? -1 : next(path);
}

int mkdir(const char *path, mode_t mode) noexcept
{
    static auto *const next = systems<int(const char *, mode_t)>("mkdir");
    return fails() ? -1 : next(path, mode);
}

int open(const char *path, int flags, ...)
{
    static auto *const next = systems<int(const char *, int, ...)>("open");
    std::va_list more;
    va_start(more, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
    va_end(more);
    return (flags & (O_CREAT | O_TRUNC)) != 0 && fails() ? -1 : next(path, flags, mode);
}

int pthread_create(
    pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *), void *argument)
{
    static auto *const next
        = systems<int(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *)>("pthread_create");
    return disk::hasThreads() ? next(thread, attributes, start, argument) : EAGAIN;
}

} // extern "C"
