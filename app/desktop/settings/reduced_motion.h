// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace freehold::desktop {

/// Whether the system asks for less motion. Tells it once it is known, and each change of it; nothing where
/// the system doesn't say.
class ReducedMotion : public QObject {
    Q_OBJECT

public:
    explicit ReducedMotion(QObject *parent = nullptr);

Q_SIGNALS:
    void changed(bool reduced);
};

} // namespace freehold::desktop
