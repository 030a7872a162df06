// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <memory>

namespace freehold::desktop {

/// Notifications to a person. What they ask outlives them: it stands on Home as well.
class Notifier : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Pressing it gives `subject` back.
    virtual void show(const QString &title, const QString &text, const QString &subject) = 0;

Q_SIGNALS:
    void pressed(const QString &subject);
};

/// The desktop's own.
[[nodiscard]] std::unique_ptr<Notifier> desktopNotifier();

} // namespace freehold::desktop
