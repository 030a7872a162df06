// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>

namespace freehold::desktop {

/// One window a user and engine: the second start asks the first to come forward.
class SingleWindow : public QObject {
    Q_OBJECT

public:
    /// `chosenEngine`: the socket that FREEHOLD_SOCKET names, whose window is another than this user's usual
    /// one.
    explicit SingleWindow(const QString &chosenEngine, QObject *parent = nullptr);

    /// False where another has it; that one has been asked to come forward, unless `quietly`. Where the place
    /// can't be had for another reason, the window opens all the same.
    [[nodiscard]] bool acquire(bool quietly);

Q_SIGNALS:
    void raiseAsked();

private:
    QString place_;
    QLocalServer server_;
};

} // namespace freehold::desktop
