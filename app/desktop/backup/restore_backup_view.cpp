// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/backup/restore_backup_view.h"

#include "desktop/frame/moments.h"
#include "words/words.h"

namespace freehold::desktop {

RestoreBackupView::RestoreBackupView(HouseData &data, QObject *parent)
    : QObject(parent)
    , data_(data)
{
    connect(&data_, &HouseData::readyChanged, this, [this] {
        if (!data_.isReady() && stage_ != Asking)
            fail(Error{ErrorCode::engine_unreachable, {}, {}});
    });
}

QString RestoreBackupView::origin() const
{
    if (contents_.device.empty())
        return {};
    const QString machine = json::toQString(contents_.device);
    const QString day = longDay(dayOf(contents_.made), dayOf(data_.now()));
    //: %1 is a machine, %2 a day and %3 a time of it
    const QString made = tr(
        "Backup of %1, made on %2 at %3, with %n change(s)", nullptr, static_cast<int>(contents_.changes))
                             .arg(machine, day, clockTime(contents_.made));
    //: %1 is the sentence "Backup of study, made on Monday at 10:00, with 12 changes"
    return contents_.observations ? tr("%1, and with what that machine had seen").arg(made) : made;
}

void RestoreBackupView::look(const QString &file, QString passphrase)
{
    if ((stage_ != Asking && stage_ != Failed) || file.trimmed().isEmpty() || passphrase.isEmpty())
        return;
    std::string text = passphrase.toStdString();
    passphrase.fill(u'\0');
    passphrase_ = Secret::of(std::string_view(text));
    wipe(text);
    contents_ = {};
    sending_ = std::make_unique<BackupSending>(data_.client(), file.trimmed().toStdString());
    // Queued: it ends the one who tells it.
    connect(sending_.get(), &BackupSending::finished, this, &RestoreBackupView::sent, Qt::QueuedConnection);
    go(Looking);
    sending_->start();
}

void RestoreBackupView::sent(const Result<std::string> &backup)
{
    sending_.reset();
    if (!backup) {
        fail(backup.error());
        return;
    }
    backup_ = *backup;
    data_.client().call(contract::BackupCheck{backup_, passphrase()}, this,
        [this](const Result<contract::BackupContents> &contents) { looked(contents); });
}

void RestoreBackupView::looked(const Result<contract::BackupContents> &contents)
{
    if (stage_ != Looking)
        return;
    if (!contents) {
        fail(contents.error());
        return;
    }
    contents_ = *contents;
    go(Known);
}

void RestoreBackupView::restore()
{
    if (stage_ != Known)
        return;
    go(Restoring);
    data_.client().call(
        contract::HouseRestore{backup_, passphrase()}, this, [this](const Result<contract::House> &house) {
            passphrase_ = Secret();
            if (!house) {
                fail(house.error());
                return;
            }
            go(Asking);
            Q_EMIT restored();
        });
}

void RestoreBackupView::beginAgain()
{
    if (stage_ == Restoring)
        return;
    sending_.reset();
    passphrase_ = Secret();
    contents_ = {};
    end_.clear();
    go(Asking);
}

void RestoreBackupView::fail(const Error &error)
{
    sending_.reset();
    passphrase_ = Secret();
    const words::Told told = words::tell(error, words::Audience::app);
    end_ = told.happened + QStringLiteral(". ") + told.remedy + u'.';
    go(Failed);
}

void RestoreBackupView::go(Stage stage)
{
    stage_ = stage;
    Q_EMIT changed();
}

} // namespace freehold::desktop
