// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peer/channel/frame.h"
#include "peer/tls/tls_stream.h"

#include <QObject>

#include <cstdint>
#include <memory>
#include <optional>

namespace freehold::peer {

/// One connection to another machine: frames over TLS. Lives in one thread.
class Channel : public QObject {
    Q_OBJECT

public:
    /// What the other side doesn't take in time may be so much; a channel with more is ended.
    static constexpr qint64 backlogLimitBytes = 8 * 1024 * 1024;

    Channel(std::unique_ptr<QIODevice> transport, TlsStream::Side side,
        std::shared_ptr<const TlsIdentity> identity);

    void start() { stream_.start(); }
    /// The other side's key, once opened.
    [[nodiscard]] const std::optional<crypto::PublicKey> &peer() const { return stream_.peer(); }
    /// Whose key it is decides how much it may say at once.
    void setLimit(std::uint32_t payloadBytes) { reader_.setLimit(payloadBytes); }
    void send(const Frame &frame);
    void close() { stream_.close(); }

Q_SIGNALS:
    void opened();
    void received(const freehold::peer::Frame &frame);
    /// The last thing it tells. An error says that it was the other side's fault.
    void closed(const std::optional<freehold::Error> &error);

private:
    void read();
    void end(const std::optional<Error> &error);

    TlsStream stream_;
    FrameReader reader_;
    bool hasEnded_ = false;
};

} // namespace freehold::peer
