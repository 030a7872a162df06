// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peer/tls/tls_identity.h"

#include <QByteArray>
#include <QIODevice>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace freehold::peer {

/// TLS over any stream of bytes: a socket, or a way through another machine. Lives in one thread.
class TlsStream : public QObject {
    Q_OBJECT

public:
    enum class Side : std::uint8_t { server, client };

    /// Whoever has not shown a key by then is somebody else.
    static constexpr std::chrono::seconds handshakeTime{10};
    /// What was decrypted and nobody has read is at most about this; the transport waits then.
    static constexpr qsizetype readLimitBytes = 256 * 1024;

    /// `transport` is open and owned; what it holds by itself is bounded by whoever opened it.
    TlsStream(std::unique_ptr<QIODevice> transport, Side side, std::shared_ptr<const TlsIdentity> identity);
    ~TlsStream() override;

    void start();
    /// The other side's key, once established.
    [[nodiscard]] const std::optional<crypto::PublicKey> &peer() const { return peer_; }
    /// All that has arrived and was not read yet.
    [[nodiscard]] QByteArray read();
    /// Once established.
    void write(const QByteArray &bytes);
    /// What still waits for the transport.
    [[nodiscard]] qint64 bytesToWrite() const;
    /// Says goodbye (RFC 8446, section 6.1) and lets go of the transport.
    void close();

Q_SIGNALS:
    void established();
    void readyRead();
    /// The other side went, said something that is no TLS, or has no key. Told once, and the last thing.
    void ended(bool cleanly);

private:
    struct Free {
        void operator()(SSL *session) const;
    };
    void pump();
    void takeFromTransport();
    void shakeHands();
    void decrypt();
    void flush();
    void end(bool cleanly);

    std::unique_ptr<QIODevice> transport_;
    std::shared_ptr<const TlsIdentity> identity_;
    std::unique_ptr<SSL, Free> session_;
    std::optional<crypto::PublicKey> peer_;
    QByteArray decrypted_;
    QTimer handshake_;
    bool hasEnded_ = false;
};

} // namespace freehold::peer
