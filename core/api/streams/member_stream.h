// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api_server/transport.h"
#include "api_streams/stream_messages.h"

#include <functional>

namespace freehold::api {

/// One stream over the channel to another member. What it holds of what the other side has said is at most
/// the window; what waits to be sent, its user bounds by bytesToWrite().
class MemberStream final : public Transport {
public:
    /// Both outlive this.
    struct Way {
        std::function<void(const StreamMessage &)> send;
        std::function<void()> forget; ///< nothing more is heard for it
    };
    MemberStream(std::int64_t number, Way way);
    ~MemberStream() override;

    [[nodiscard]] QByteArray read(qint64 mostBytes) override;
    void write(const QByteArray &bytes) override;
    [[nodiscard]] qint64 bytesToWrite() const override { return waiting_.size(); }
    void setReadLimit(qint64) override { }
    [[nodiscard]] bool isOpen() const override { return state_ == State::open; }
    void close() override;
    void abort() override;

    // What the other side says. Errors: message_malformed: nobody honest says so.
    [[nodiscard]] Result<void> hearBytes(const QByteArray &bytes);
    [[nodiscard]] Result<void> hearTaken(qint64 bytes);
    /// The other side is gone, or has closed it.
    void cut();

private:
    enum class State : std::uint8_t { open, closing, over };

    void sendOn();
    void end();

    std::int64_t number_;
    Way way_;
    State state_ = State::open;
    QByteArray heard_; ///< and not read
    qint64 read_ = 0; ///< and not said to be taken
    QByteArray waiting_; ///< to be sent
    qint64 onTheWay_ = 0; ///< sent, and not said to be taken
};

} // namespace freehold::api
