// SPDX-License-Identifier: GPL-3.0-or-later
// A folder tells Qt's watcher of files that come and go, a file of its own content.
#include "folder_watch/folder_watch.h"

#include <QDir>
#include <QFileSystemWatcher>
#include <QSet>

namespace freehold::platform {

struct FolderWatch::Backend {
    QFileSystemWatcher watcher;
};

FolderWatch::FolderWatch(QObject *parent)
    : QObject(parent)
    , backend_(std::make_unique<Backend>())
{
    connect(&backend_->watcher, &QFileSystemWatcher::fileChanged, this, &FolderWatch::changed);
    connect(&backend_->watcher, &QFileSystemWatcher::directoryChanged, this, &FolderWatch::changed);
}

FolderWatch::~FolderWatch() = default;

void FolderWatch::setFolders(const std::vector<std::filesystem::path> &folders)
{
    QSet<QString> places;
    for (const auto &path : folders) {
        const QDir folder(QString::fromStdString(path.string()));
        if (!folder.exists())
            continue;
        places.insert(folder.path());
        for (const QFileInfo &file : folder.entryInfoList(QDir::Files | QDir::Hidden))
            places.insert(file.filePath());
    }
    const QStringList watched = backend_->watcher.files() + backend_->watcher.directories();
    QStringList over;
    for (const QString &place : watched) {
        if (!places.remove(place))
            over.append(place);
    }
    if (!over.isEmpty())
        backend_->watcher.removePaths(over);
    if (!places.isEmpty())
        backend_->watcher.addPaths(places.values());
}

} // namespace freehold::platform
