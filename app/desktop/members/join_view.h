// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/members/found_model.h"

#include <QTimer>
#include <QtQmlIntegration>

namespace freehold::desktop {

/// Joins a house that there is already: this machine shows six digits, and somebody types them at one of that
/// house's machines; or it has an invitation.
class JoinView : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the desktop")
    Q_PROPERTY(freehold::desktop::FoundModel *found READ found CONSTANT)
    Q_PROPERTY(int stage READ stage NOTIFY changed)
    Q_PROPERTY(QString peer READ peer NOTIFY changed)
    Q_PROPERTY(QString house READ house NOTIFY changed)
    Q_PROPERTY(QString digits READ digits NOTIFY changed)
    Q_PROPERTY(QString left READ left NOTIFY changed)
    Q_PROPERTY(QString end READ end NOTIFY changed)
    Q_PROPERTY(QString progress READ progress NOTIFY changed)

public:
    enum Stage : quint8 {
        Asking, ///< which house, or with which invitation
        Calling,
        Digits, ///< are shown here, and typed there
        Agreed, ///< the other side has said yes; this one has to
        Copying,
        Over,
    };
    Q_ENUM(Stage)

    explicit JoinView(HouseData &data, QObject *parent = nullptr);

    [[nodiscard]] FoundModel *found() { return &found_; }
    [[nodiscard]] int stage() const { return stage_; }
    [[nodiscard]] QString peer() const { return json::toQString(pairing_.peer); }
    [[nodiscard]] QString house() const { return json::toQString(pairing_.house.value_or("")); }
    [[nodiscard]] QString digits() const { return json::toQString(pairing_.digits.value_or("")); }
    [[nodiscard]] QString left() const;
    [[nodiscard]] QString end() const { return end_; }
    [[nodiscard]] QString progress() const;

    /// A device that was found, an address of a machine of that house, or an invitation's text.
    Q_INVOKABLE void ask(const QString &where);
    Q_INVOKABLE void confirm();
    /// Tells the other side too.
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void beginAgain();

Q_SIGNALS:
    void changed();
    void joined();

private:
    void asked(int call, const Result<contract::Pairing> &answer);
    void pairingTold(const contract::Pairing &pairing);
    void fail(const Error &error);
    void go(Stage stage);

    HouseData &data_;
    FoundModel found_;
    Stage stage_ = Asking;
    contract::Pairing pairing_;
    QString end_;
    int calls_ = 0; ///< so far; answers to all but the last are of no use any more
    QTimer second_; ///< while a time is shown that runs
};

} // namespace freehold::desktop
