// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/result.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

#include <chrono>
#include <filesystem>
#include <vector>

namespace freehold::members {

/// Has the helper program index packs that were not looked at yet. House thread.
class PackIndexing : public QObject {
    Q_OBJECT

public:
    /// A helper that takes longer is ended.
    static constexpr std::chrono::minutes longest{3};

    /// `helper`: freehold-index-pack.
    explicit PackIndexing(std::filesystem::path helper);
    ~PackIndexing() override;

    /// `folders`: with packs in them and nothing else; each is called sound, or none.
    void start(const std::vector<std::filesystem::path> &folders);

Q_SIGNALS:
    /// Errors: repository_damaged where a pack is not sound, file_unreadable where there is no helper.
    void finished(const freehold::Result<void> &indexed);

private:
    std::filesystem::path program_;
    QProcess helper_;
    QTimer time_;
};

} // namespace freehold::members
