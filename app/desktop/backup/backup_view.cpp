// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/backup/backup_view.h"

#include "desktop/frame/moments.h"
#include "words/words.h"

#include <QDir>
#include <QLocale>
#include <QStandardPaths>

namespace freehold::desktop {

BackupView::BackupView(HouseData &data, QObject *parent)
    : QObject(parent)
    , data_(data)
    , admitting_(data)
{
    connect(&data_, &HouseData::statusChanged, this, &BackupView::changed);
}

QString BackupView::suggested() const
{
    const QString day = dayOf(data_.now()).toString(Qt::ISODate);
    const QString house = data_.house() ? json::toQString(data_.house()->name) : QString();
    QString name = QStringLiteral("%1 %2.freehold").arg(house, day);
    name.replace(u'/', u'-');
    return QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)).filePath(name);
}

QString BackupView::progress() const
{
    return bytes_ > 0 ? QLocale().formattedDataSize(bytes_, 1) : QString();
}

void BackupView::make(const QString &file, QString passphrase, bool withObservations)
{
    if (stage_ == Writing || file.trimmed().isEmpty() || passphrase.isEmpty())
        return;
    std::string text = passphrase.toStdString();
    passphrase.fill(u'\0');
    bytes_ = 0;
    writing_ = std::make_unique<BackupWriting>(
        data_.client(), file.trimmed().toStdString(), Secret::of(std::string_view(text)), withObservations);
    wipe(text);
    connect(writing_.get(), &BackupWriting::progressed, this, [this](qint64 bytes) {
        bytes_ = bytes;
        Q_EMIT changed();
    });
    // Queued: it ends the one who tells it.
    connect(writing_.get(), &BackupWriting::finished, this, &BackupView::made, Qt::QueuedConnection);
    go(Writing);
    writing_->start();
}

void BackupView::made(const Result<BackupMade> &made)
{
    writing_.reset();
    if (made) {
        admitting_.refresh();
        end_ = tr("%1 holds the house now (%2), and was read again to its last signature.")
                   .arg(json::toQString(made->file), QLocale().formattedDataSize(made->bytes, 1));
        go(Made);
        return;
    }
    const words::Told told = words::tell(made.error(), words::Audience::app);
    end_ = told.happened + QStringLiteral(". ") + told.remedy + u'.';
    go(Failed);
}

void BackupView::beginAgain()
{
    if (stage_ == Writing)
        return;
    end_.clear();
    go(Asking);
}

void BackupView::go(Stage stage)
{
    stage_ = stage;
    Q_EMIT changed();
}

} // namespace freehold::desktop
