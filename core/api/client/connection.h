// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api_wire/line_reader.h"
#include "api_wire/message.h"

#include <QLocalSocket>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <string>
#include <vector>

namespace freehold::api {

/// A byte stream to an engine that comes back by itself: tries each place in turn, then waits, longer each
/// time. What is said over it is the client's matter. Private to this library.
class Connection : public QObject {
    Q_OBJECT

public:
    explicit Connection(std::vector<std::string> places);

    void start();
    /// The place that is tried or connected; empty between two rounds.
    [[nodiscard]] std::string place() const { return place_ < places_.size() ? places_[place_] : ""; }
    void send(const QByteArray &line);
    /// What is at the other end is an engine that serves us: the next wait is short again.
    void establish();
    /// Ends what stands, and begins again soon.
    void startAnew();
    /// Leaves this place for the next, remembering why.
    void giveUp(Error reason);

Q_SIGNALS:
    void opened();
    /// The stream that was opened is gone.
    void closed();
    void received(freehold::api::Message message);
    void attemptFailed(const freehold::Error &error);

private:
    enum class Phase : std::uint8_t { idle, connecting, greeting, established };

    void tryPlace();
    void connectionMade();
    void connectionGone();
    void read();
    void waitAndStartAgain();

    std::vector<std::string> places_;
    std::size_t place_ = 0;
    Phase phase_ = Phase::idle;
    Error reason_; ///< why the last round failed
    QLocalSocket socket_;
    LineReader reader_;
    QTimer wait_;
    std::chrono::milliseconds nextWait_;
};

} // namespace freehold::api
