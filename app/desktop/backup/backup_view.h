// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backup_file/backup_writing.h"
#include "desktop/backup/admitting_backups.h"
#include "desktop/frame/house_data.h"

#include <QUrl>
#include <QtQmlIntegration>

#include <memory>

namespace freehold::desktop {

/// Backs the house up into a file.
class BackupView : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the desktop")
    Q_PROPERTY(int stage READ stage NOTIFY changed)
    Q_PROPERTY(QString suggested READ suggested NOTIFY changed)
    Q_PROPERTY(QString progress READ progress NOTIFY changed)
    Q_PROPERTY(QString end READ end NOTIFY changed)
    Q_PROPERTY(freehold::desktop::AdmittingBackups *admitting READ admitting CONSTANT)

public:
    enum Stage : quint8 {
        Asking, ///< where to, and with which passphrase
        Writing,
        Made, ///< and looked at
        Failed,
    };
    Q_ENUM(Stage)

    explicit BackupView(HouseData &data, QObject *parent = nullptr);

    [[nodiscard]] int stage() const { return stage_; }
    /// A file in the user's documents that isn't there yet.
    [[nodiscard]] QString suggested() const;
    [[nodiscard]] QString progress() const;
    [[nodiscard]] QString end() const { return end_; }
    /// Those that still let a machine in.
    [[nodiscard]] AdmittingBackups *admitting() { return &admitting_; }

    /// The passphrase is overwritten here as soon as it is kept safely; what the text field held is not.
    Q_INVOKABLE void make(const QString &file, QString passphrase, bool withObservations);
    Q_INVOKABLE void beginAgain();
    /// A file chosen in a dialog, as people write it.
    [[nodiscard]] Q_INVOKABLE static QString pathOf(const QUrl &file) { return file.toLocalFile(); }

Q_SIGNALS:
    void changed();

private:
    void made(const Result<BackupMade> &made);
    void go(Stage stage);

    HouseData &data_;
    AdmittingBackups admitting_;
    Stage stage_ = Asking;
    qint64 bytes_ = 0;
    QString end_;
    std::unique_ptr<BackupWriting> writing_;
};

} // namespace freehold::desktop
