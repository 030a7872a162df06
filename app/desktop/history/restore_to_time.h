// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/history/restore_view.h"

#include <QDateTime>

namespace freehold::desktop {

/// Putting the house back to a day and a time that a person chooses, in this machine's time zone.
class RestoreToTime : public RestoreView {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the desktop")
    Q_PROPERTY(QString day READ day NOTIFY whenChanged)
    Q_PROPERTY(QString time READ time NOTIFY whenChanged)
    Q_PROPERTY(QString refusal READ refusal NOTIFY whenChanged)
    Q_PROPERTY(QString button READ button NOTIFY whenChanged)
    Q_PROPERTY(bool latest READ isLatest NOTIFY whenChanged)

public:
    /// Both must outlive this.
    RestoreToTime(HouseData &data, const HistoryModel &history, QObject *parent = nullptr);

    /// Yesterday at this time, to begin with.
    Q_INVOKABLE void begin();
    /// As people write a day and a time here; what can't be understood is refused by `refusal`.
    Q_INVOKABLE void setDay(const QString &typed);
    Q_INVOKABLE void setTime(const QString &typed);
    Q_INVOKABLE void moveBy(int days);

    [[nodiscard]] QString day() const;
    [[nodiscard]] QString time() const;
    /// Why what was typed last can't be used; empty where it can.
    [[nodiscard]] QString refusal() const { return refusal_; }
    /// "Put the house back to Sunday 20:31".
    [[nodiscard]] QString button() const;
    /// A day further would be in the future.
    [[nodiscard]] bool isLatest() const;

Q_SIGNALS:
    void whenChanged();

private:
    void choose(const QDateTime &when);
    void refuse(const QString &why);

    const HouseData &data_;
    QDateTime when_;
    QString refusal_;
};

} // namespace freehold::desktop
