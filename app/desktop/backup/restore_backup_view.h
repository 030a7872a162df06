// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backup_file/backup_sending.h"
#include "desktop/frame/house_data.h"
#include "support/secret.h"

#include <QUrl>
#include <QtQmlIntegration>

#include <memory>

namespace freehold::desktop {

/// Makes this machine a new one of the house in a backup's file: first it is looked at, and said what is in
/// it.
class RestoreBackupView : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the desktop")
    Q_PROPERTY(int stage READ stage NOTIFY changed)
    Q_PROPERTY(QString house READ house NOTIFY changed)
    Q_PROPERTY(QString origin READ origin NOTIFY changed)
    Q_PROPERTY(QString end READ end NOTIFY changed)

public:
    enum Stage : quint8 {
        Asking, ///< which file, and its passphrase
        Looking,
        Known, ///< what is in it; a person has to say yes
        Restoring,
        Failed,
    };
    Q_ENUM(Stage)

    explicit RestoreBackupView(HouseData &data, QObject *parent = nullptr);

    [[nodiscard]] int stage() const { return stage_; }
    [[nodiscard]] QString house() const { return json::toQString(contents_.house); }
    /// Which machine made it, and when.
    [[nodiscard]] QString origin() const;
    [[nodiscard]] QString end() const { return end_; }

    /// The passphrase is overwritten here as soon as it is kept safely; what the text field held is not.
    Q_INVOKABLE void look(const QString &file, QString passphrase);
    Q_INVOKABLE void restore();
    Q_INVOKABLE void beginAgain();
    /// A file chosen in a dialog, as people write it.
    [[nodiscard]] Q_INVOKABLE static QString pathOf(const QUrl &file) { return file.toLocalFile(); }

Q_SIGNALS:
    void changed();
    void restored();

private:
    void sent(const Result<std::string> &backup);
    void looked(const Result<contract::BackupContents> &contents);
    void fail(const Error &error);
    void go(Stage stage);
    [[nodiscard]] std::string passphrase() const { return std::string(passphrase_.text()); }

    HouseData &data_;
    Stage stage_ = Asking;
    Secret passphrase_;
    std::string backup_;
    contract::BackupContents contents_;
    QString end_;
    std::unique_ptr<BackupSending> sending_;
};

} // namespace freehold::desktop
