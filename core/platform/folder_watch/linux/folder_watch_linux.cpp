// SPDX-License-Identifier: GPL-3.0-or-later
// Over inotify(7), which tells of all files of a folder by one watch; Qt's own watcher needs one for each
// file, and keeps each one's path twice.
#include "folder_watch/folder_watch.h"

#include "support/log.h"

#include <QSocketNotifier>

#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <map>
#include <set>

namespace freehold::platform {

namespace {

constexpr std::uint32_t wanted = IN_ATTRIB | IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_DELETE_SELF
    | IN_MODIFY | IN_MOVED_FROM | IN_MOVED_TO | IN_MOVE_SELF | IN_ONLYDIR;

} // namespace

struct FolderWatch::Backend {
    ~Backend()
    {
        notifier.reset();
        if (descriptor >= 0)
            ::close(descriptor);
    }
    /// Whether anything happened. What is gone is watched no more.
    bool read()
    {
        constexpr std::size_t bytes = 16UL * 1024;
        alignas(inotify_event) std::array<char, bytes> buffer{};
        bool any = false;
        for (;;) {
            const ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
            if (got <= 0)
                return any;
            any = true;
            for (ssize_t at = 0; at < got;) {
                inotify_event event{};
                std::memcpy(&event, buffer.data() + at, sizeof event);
                if ((event.mask & (IN_IGNORED | IN_MOVE_SELF)) != 0)
                    forget(event.wd, (event.mask & IN_MOVE_SELF) != 0);
                at += static_cast<ssize_t>(sizeof event + event.len);
            }
        }
    }
    void forget(int watch, bool isThere)
    {
        if (isThere)
            ::inotify_rm_watch(descriptor, watch);
        std::erase_if(watches, [watch](const auto &one) { return one.second == watch; });
    }

    int descriptor = -1;
    std::unique_ptr<QSocketNotifier> notifier;
    std::map<std::filesystem::path, int> watches;
};

FolderWatch::FolderWatch(QObject *parent)
    : QObject(parent)
    , backend_(std::make_unique<Backend>())
{
    backend_->descriptor = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (backend_->descriptor < 0) {
        log::write(log::Level::warning, "platform",
            std::string("changes of files are not noticed by themselves: ") + std::strerror(errno));
        return;
    }
    backend_->notifier = std::make_unique<QSocketNotifier>(backend_->descriptor, QSocketNotifier::Read);
    connect(backend_->notifier.get(), &QSocketNotifier::activated, this, [this] {
        if (backend_->read())
            Q_EMIT changed();
    });
}

FolderWatch::~FolderWatch() = default;

void FolderWatch::setFolders(const std::vector<std::filesystem::path> &folders)
{
    if (backend_->descriptor < 0)
        return;
    const std::set<std::filesystem::path> kept(folders.begin(), folders.end());
    std::erase_if(backend_->watches, [&](const auto &one) {
        const bool isOver = !kept.contains(one.first);
        if (isOver)
            ::inotify_rm_watch(backend_->descriptor, one.second);
        return isOver;
    });
    for (const auto &folder : kept) {
        if (backend_->watches.contains(folder))
            continue;
        const int watch = ::inotify_add_watch(backend_->descriptor, folder.c_str(), wanted);
        if (watch >= 0)
            backend_->watches.emplace(folder, watch);
        else if (errno != ENOENT && errno != ENOTDIR)
            log::write(log::Level::warning, "platform",
                "changes in " + folder.string() + " are not noticed by themselves: " + std::strerror(errno));
    }
}

} // namespace freehold::platform
