// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/result.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

#include <chrono>
#include <filesystem>

namespace freehold::members {

/// Has the helper program index what lies in a folder and was not looked at yet. House thread.
class PackIndexing : public QObject {
    Q_OBJECT

public:
    /// A helper that takes longer is ended.
    static constexpr std::chrono::minutes longest{3};

    struct Places {
        std::filesystem::path helper; ///< freehold-index-pack
        std::filesystem::path folder; ///< nothing else's
    };
    explicit PackIndexing(Places places);
    ~PackIndexing() override;

    void start();

Q_SIGNALS:
    /// Errors: repository_damaged where a pack is not sound, file_unreadable where there is no helper.
    void finished(const freehold::Result<void> &indexed);

private:
    Places places_;
    QProcess helper_;
    QTimer time_;
};

} // namespace freehold::members
