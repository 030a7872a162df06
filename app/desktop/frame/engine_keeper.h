// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api_client/client.h"

#include <QObject>
#include <QTimer>

namespace freehold::desktop {

/// Where there may be an engine, and how one of this user's own is started.
struct EnginePlaces {
    QString
        chosen; ///< the socket that FREEHOLD_SOCKET names: somebody else serves it; empty where it isn't set
    QString systems; ///< the socket of the system's engine, in a folder that is there where it is installed
    QString program; ///< the engine's program; empty: none can be started
    QString lastWords; ///< the file that takes what an engine says
};

/// This machine's.
[[nodiscard]] EnginePlaces enginePlaces();

/// Sees to it that there is an engine: looks for one, starts this user's own where none answers, and
/// starts it again when it dies, three times. Never a second beside the system's, nor one at a place that
/// somebody chose. An engine that it started outlives the window: the house goes on.
class EngineKeeper : public QObject {
    Q_OBJECT

public:
    enum class State : std::uint8_t {
        looking,
        starting, ///< an engine was started and has not answered yet
        running,
        gone, ///< three tries were in vain, or it is not ours to start
    };

    /// `client` must outlive this.
    EngineKeeper(api::Client &client, EnginePlaces places, QObject *parent = nullptr);

    [[nodiscard]] State state() const { return state_; }
    [[nodiscard]] int tries() const { return tries_; }
    /// The engine is the system's, which this user can't start.
    [[nodiscard]] bool isSystems() const;
    /// The only place that is looked at, because somebody chose it; empty where nobody did.
    [[nodiscard]] const QString &chosenPlace() const { return places_.chosen; }
    /// An engine that doesn't answer can be started from here.
    [[nodiscard]] bool mayStart() const;
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
    EnginePlaces places_;
    State state_ = State::looking;
    int tries_ = 0;
    bool lastWasSystems_ = false; ///< its folder may go while the service is down
    Error error_;
    QTimer patience_; ///< for an engine that was started to answer
    QTimer backOff_;
    QTimer proven_; ///< an engine that lives so long has all its tries again
};

} // namespace freehold::desktop
