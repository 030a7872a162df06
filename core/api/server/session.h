// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api_server/relay.h"
#include "api_server/server.h"
#include "api_wire/line_reader.h"

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

    /// Asks who this is; nothing is read before that is answered.
    Session(std::unique_ptr<Transport> transport, Answering answering);

    /// An encoded notification.
    void notify(const QByteArray &line);
    [[nodiscard]] bool isWatching() const { return watching_; }
    /// Asks again whether the user may still do what goes on: watch, or, with the role of then, talk to
    /// another member. Ends the connection where not.
    void checkStanding();
    [[nodiscard]] bool isStranger() const { return standing_ == Standing::stranger; }
    /// At once, without what was not sent yet.
    void abort();

Q_SIGNALS:
    void ended();
    /// The user has no access: one call is refused, then the connection ends.
    void strangerFound();

private:
    enum class Standing : std::uint8_t { asked, known, stranger };

    void askStanding();
    void settle(Standing standing);
    [[nodiscard]] bool mayRead() const;
    void readLines();
    void take(QByteArray line);
    void call(const Request &request);
    void reachIfQuiet();
    void reached(const MessageId &id, Result<Reached> reached);
    void checkWatching();
    void checkRole();
    void answer(const Response &response);
    void write(const QByteArray &line);

    std::unique_ptr<Transport> transport_; ///< null once another member is talked to
    Answering answering_;
    LineReader lines_;
    Standing standing_ = Standing::asked;
    int open_ = 0;
    bool watching_ = false;
    std::optional<Request> reach_; ///< to reach another member; nothing is read until that is answered
    bool reaching_ = false; ///< it was passed on
    std::unique_ptr<Relay> relay_;
    contract::Role role_ = contract::Role::guest; ///< with which the other member is talked to
};

} // namespace freehold::api
