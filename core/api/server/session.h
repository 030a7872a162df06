// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api_server/server.h"
#include "api_wire/line_reader.h"

#include <QLocalSocket>

namespace freehold::api {

/// One client. Ends by itself when the client goes, sends what is no message, or doesn't read.
class Session : public QObject {
    Q_OBJECT

public:
    /// More unanswered calls than any screen makes; further ones wait in the client's own buffer.
    static constexpr int callLimit = 64;
    /// What may wait for a client to read it. One that lets this much pile up is gone or stuck, and
    /// reconnects when it is not.
    static constexpr qint64 backlogLimitBytes = 16 * 1024 * 1024;
    /// The longest message of a user without access, who is told that and no more.
    static constexpr qsizetype strangersLimitBytes = 64 * 1024;

    /// Asks the backend who this is; nothing is read before it has answered.
    Session(QLocalSocket *socket, platform::PeerCredentials user, Backend &backend);

    /// An encoded notification.
    void notify(const QByteArray &line);
    [[nodiscard]] bool isWatching() const { return watching_; }
    /// Asks again whether the user may watch, and ends the connection where not.
    void checkWatching();
    [[nodiscard]] const platform::PeerCredentials &user() const { return user_; }
    [[nodiscard]] bool isStranger() const { return standing_ == Standing::stranger; }
    /// At once, without what was not sent yet.
    void abort() { socket_->abort(); }

Q_SIGNALS:
    void ended();
    /// The user has no access: one call is refused, then the connection ends.
    void strangerFound();

private:
    enum class Standing : std::uint8_t { asked, known, stranger };

    void askStanding();
    void settle(Standing standing);
    void readLines();
    void take(QByteArray line);
    void answer(const Response &response);
    void write(const QByteArray &line);

    std::unique_ptr<QLocalSocket> socket_;
    platform::PeerCredentials user_;
    Backend &backend_;
    LineReader lines_;
    Standing standing_ = Standing::asked;
    int open_ = 0;
    bool watching_ = false;
};

} // namespace freehold::api
