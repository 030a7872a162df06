// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>

namespace freehold::desktop {

/// One window a user: the second start asks the first to come forward.
class SingleWindow : public QObject {
    Q_OBJECT

public:
    explicit SingleWindow(QObject *parent = nullptr);

    /// False where another has it; that one has been asked to come forward, unless `quietly`.
    [[nodiscard]] bool acquire(bool quietly);

Q_SIGNALS:
    void raiseAsked();

private:
    QLocalServer server_;
};

} // namespace freehold::desktop
