// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/fetching.h"

#include "support/log.h"

namespace freehold::members {

using peer::FrameKind;

Fetching::Fetching(peer::MemberNetwork network, peer::ChannelId channel, Places places)
    : network_(network)
    , channel_(channel)
    , places_(std::move(places))
    , helper_(this)
    , time_(this)
{
    connect(&helper_, &QProcess::finished, this, [this](int status, QProcess::ExitStatus how) {
        if (how == QProcess::NormalExit && status == 0)
            return end(head_);
        log::write(log::Level::warning, "members",
            "packs of another member are not sound: " + helper_.readAllStandardError().toStdString());
        end(failure(ErrorCode::repository_damaged, {{"place", places_.folder.string()}}));
    });
    connect(&helper_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(failure(ErrorCode::file_unreadable, {{"place", places_.helper.string()}}));
    });
    time_.setSingleShot(true);
    connect(&time_, &QTimer::timeout, this, [this] {
        if (helper_.state() == QProcess::NotRunning)
            end(failure(ErrorCode::peer_unreachable));
        else
            helper_.kill();
    });
}

Fetching::~Fetching()
{
    isOver_ = true;
    helper_.disconnect(this);
    if (helper_.state() != QProcess::NotRunning) {
        helper_.kill();
        helper_.waitForFinished();
    }
}

void Fetching::start(const std::vector<std::string> &have)
{
    auto incoming = change::Incoming::in(places_.folder);
    if (!incoming)
        return end(std::unexpected(std::move(incoming).error()));
    incoming_.emplace(std::move(*incoming));
    network_.send(channel_, peer::toFrame(Fetch{have}));
    time_.start(patience);
}

void Fetching::received(const peer::Frame &frame)
{
    if (isOver_ || !incoming_)
        return;
    if (auto taken = take(frame); !taken)
        end(std::unexpected(std::move(taken).error()));
}

Result<void> Fetching::take(const peer::Frame &frame)
{
    if (!head_.empty())
        return failure(ErrorCode::message_malformed);
    time_.start(patience);
    switch (frame.kind) {
    case FrameKind::pack_begun:
        return incoming_->beginPack();
    case FrameKind::pack_part:
        if (auto appended = incoming_->append(frame.payload); !appended)
            return appended;
        bytes_ += frame.payload.size();
        network_.send(channel_, peer::toFrame(PackTaken{frame.payload.size()}));
        Q_EMIT progressed(bytes_);
        return {};
    case FrameKind::fetched:
        head_ = TRY(peer::fromFrame<Fetched>(frame)).head;
        if (head_.empty())
            return failure(ErrorCode::message_malformed);
        if (auto finished = incoming_->finish(); !finished)
            return finished;
        index();
        return {};
    default:
        return failure(ErrorCode::message_malformed);
    }
}

void Fetching::index()
{
    if (bytes_ == 0)
        return end(head_);
    time_.start(indexingTime);
    helper_.start(QString::fromStdString(places_.helper.string()),
        {QString::fromStdString(places_.folder.string())}, QIODevice::ReadOnly);
}

void Fetching::end(const Result<std::string> &head)
{
    time_.stop();
    if (!std::exchange(isOver_, true))
        Q_EMIT finished(head);
}

} // namespace freehold::members
