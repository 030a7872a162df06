// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api_client/client.h"

#include <QObject>
#include <QTimer>

namespace freehold::desktop {

/// Sees to it that there is an engine: looks for one, starts this user's own where none answers, and
/// starts it again when it dies, three times. Never a second beside the system's. An engine that it started
/// outlives the window: the house goes on.
class EngineKeeper : public QObject {
    Q_OBJECT

public:
    enum class State : std::uint8_t {
        looking,
        starting, ///< an engine was started and has not answered yet
        running,
        gone, ///< three tries were in vain, or it is not ours to start
    };

    EngineKeeper(api::Client &client, bool mayStart, QObject *parent = nullptr);

    [[nodiscard]] State state() const { return state_; }
    [[nodiscard]] int tries() const { return tries_; }
    /// The engine is the system's, which this user can't start.
    [[nodiscard]] bool isSystems() const;
    [[nodiscard]] const Error &error() const { return error_; }
    /// What the engine said last, as it said it; empty where it said nothing.
    [[nodiscard]] QString lastWords() const;

    /// Three tries more.
    void startAgain();

Q_SIGNALS:
    void stateChanged();

private:
    void connectionChanged();
    void attemptFailed(const Error &error);
    void tryToStart();
    void setState(State state);

    api::Client &client_;
    bool mayStart_;
    State state_ = State::looking;
    int tries_ = 0;
    Error error_;
    QTimer patience_; ///< for an engine that was started to answer
    QTimer backOff_;
};

} // namespace freehold::desktop
