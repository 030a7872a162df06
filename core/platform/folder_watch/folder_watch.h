// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <filesystem>
#include <memory>
#include <vector>

namespace freehold::platform {

/// Tells that something in some folders has changed: a file that comes, goes or is written, or the folder
/// itself. Not what lies in folders below. Lives in a thread with an event loop.
class FolderWatch : public QObject {
    Q_OBJECT

public:
    explicit FolderWatch(QObject *parent = nullptr);
    ~FolderWatch() override;

    /// The folders that are watched from now on. One that is not there, or not any more, is told of by the
    /// folder that it lies in; who hears that says it again.
    void setFolders(const std::vector<std::filesystem::path> &folders);

Q_SIGNALS:
    /// Once for all that is known by then.
    void changed();

private:
    struct Backend;
    std::unique_ptr<Backend> backend_;
};

} // namespace freehold::platform
