// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/pack_indexing.h"

#include "support/log.h"

namespace freehold::members {

PackIndexing::PackIndexing(std::filesystem::path helper)
    : program_(std::move(helper))
    , helper_(this)
    , time_(this)
{
    connect(&helper_, &QProcess::finished, this, [this](int status, QProcess::ExitStatus how) {
        time_.stop();
        if (how == QProcess::NormalExit && status == 0) {
            Q_EMIT finished({});
            return;
        }
        log::write(log::Level::warning, "members",
            "packs are not sound: " + helper_.readAllStandardError().toStdString());
        Q_EMIT finished(failure(ErrorCode::repository_damaged));
    });
    connect(&helper_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        time_.stop();
        Q_EMIT finished(failure(ErrorCode::file_unreadable, {{"place", program_.string()}}));
    });
    time_.setSingleShot(true);
    connect(&time_, &QTimer::timeout, &helper_, &QProcess::kill);
}

PackIndexing::~PackIndexing()
{
    helper_.disconnect(this);
    if (helper_.state() != QProcess::NotRunning) {
        helper_.kill();
        helper_.waitForFinished();
    }
}

void PackIndexing::start(const std::vector<std::filesystem::path> &folders)
{
    QStringList arguments;
    for (const auto &folder : folders)
        arguments.push_back(QString::fromStdString(folder.string()));
    time_.start(longest);
    helper_.start(QString::fromStdString(program_.string()), arguments, QIODevice::ReadOnly);
}

} // namespace freehold::members
