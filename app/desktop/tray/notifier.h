// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace freehold::desktop {

/// The desktop's own notifications. What they ask outlives them: it stands on Home as well.
class Notifier : public QObject {
    Q_OBJECT

public:
    explicit Notifier(QObject *parent = nullptr);

    /// Pressing it gives `subject` back.
    void show(const QString &title, const QString &text, const QString &subject);

Q_SIGNALS:
    void pressed(const QString &subject);

private:
    Q_SLOT void actionInvoked(uint id, const QString &action);
    Q_SLOT void closed(uint id, uint reason);

    QHash<uint, QString> subjects_;
};

} // namespace freehold::desktop
