// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api_server/transport.h"

#include <memory>

namespace freehold::api {

/// Carries what a client says to another engine, and what that says back, until one of the two goes. Knows
/// nothing of what it carries.
class Relay : public QObject {
    Q_OBJECT

public:
    /// What lies here of one direction and was not taken is at most about so much; then nothing more is read.
    static constexpr qint64 mostHeldBytes = 256 * 1024;

    /// `begun`: what the client has said already.
    Relay(std::unique_ptr<Transport> client, std::unique_ptr<Transport> engine, const QByteArray &begun);

    void abort();

Q_SIGNALS:
    void ended();

private:
    /// Whether there is nothing left.
    static bool pass(Transport &from, Transport &to);
    void passDown();

    std::unique_ptr<Transport> client_;
    std::unique_ptr<Transport> engine_;
    bool hasEngineGone_ = false;
};

} // namespace freehold::api
