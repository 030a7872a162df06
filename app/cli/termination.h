// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace freehold::cli {

/// SIGINT and SIGTERM as an event of the loop, for as long as this lives. One at a time.
class Termination : public QObject {
    Q_OBJECT

public:
    Termination();
    ~Termination() override;

Q_SIGNALS:
    void asked();

private:
    int descriptor_ = -1; ///< the read end of the pipe
    std::unique_ptr<QSocketNotifier> notifier_;
};

} // namespace freehold::cli
