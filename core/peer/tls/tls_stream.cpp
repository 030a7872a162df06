// SPDX-License-Identifier: GPL-3.0-or-later
#include "peer/tls/tls_stream.h"

#include <QAbstractSocket>
#include <QPointer>

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <array>

namespace freehold::peer {

namespace {

/// A TLS record (RFC 8446, section 5.1).
constexpr std::size_t recordBytes = 16UL * 1024;

/// For what was said before a goodbye to get through.
constexpr std::chrono::seconds goodbyeTime{5};

} // namespace

TlsStream::TlsStream(
    std::unique_ptr<QIODevice> transport, Side side, std::shared_ptr<const TlsIdentity> identity)
    : transport_(std::move(transport))
    , identity_(std::move(identity))
    , session_(SSL_new(identity_->context()))
    , handshake_(this)
{
    // What arrives and what is to be sent passes through memory: the transport need not be a socket.
    SSL_set_bio(session_.get(), BIO_new(BIO_s_mem()), BIO_new(BIO_s_mem()));
    if (side == Side::client)
        SSL_set_connect_state(session_.get());
    else
        SSL_set_accept_state(session_.get());
    handshake_.setSingleShot(true);
    handshake_.setInterval(handshakeTime);
    connect(&handshake_, &QTimer::timeout, this, [this] { end(false); });
    connect(transport_.get(), &QIODevice::readyRead, this, &TlsStream::pump);
    connect(transport_.get(), &QIODevice::readChannelFinished, this, [this] {
        const QPointer<TlsStream> self(this);
        pump();
        if (self)
            end(false);
    });
    connect(transport_.get(), &QIODevice::aboutToClose, this, [this] { end(false); });
}

TlsStream::~TlsStream()
{
    hasEnded_ = true;
    if (transport_)
        transport_->disconnect(this);
}

void TlsStream::start()
{
    handshake_.start();
    pump();
}

QByteArray TlsStream::read()
{
    QByteArray bytes = std::exchange(decrypted_, {});
    // More may wait in the transport, which does not tell of it again.
    if (bytes.size() >= readLimitBytes)
        QMetaObject::invokeMethod(this, &TlsStream::pump, Qt::QueuedConnection);
    return bytes;
}

void TlsStream::write(const QByteArray &bytes)
{
    if (hasEnded_ || !peer_)
        return;
    // Into memory, so it always takes all.
    SSL_write(session_.get(), bytes.constData(), static_cast<int>(bytes.size()));
    flush();
}

qint64 TlsStream::bytesToWrite() const
{
    return transport_ ? transport_->bytesToWrite() : 0;
}

void TlsStream::close()
{
    if (hasEnded_)
        return;
    SSL_shutdown(session_.get());
    flush();
    transport_->disconnect(this);
    transport_->close();
    // What was said last is still on its way; nobody waits for it, and it is not cut off.
    if (auto *socket = qobject_cast<QAbstractSocket *>(transport_.get());
        socket != nullptr && socket->state() == QAbstractSocket::ClosingState) {
        connect(socket, &QAbstractSocket::disconnected, transport_.release(), &QObject::deleteLater);
        QTimer::singleShot(goodbyeTime, socket, &QAbstractSocket::abort);
    }
    end(true);
}

void TlsStream::pump()
{
    if (hasEnded_)
        return;
    const QPointer<TlsStream> self(this);
    takeFromTransport();
    if (!hasEnded_ && !peer_)
        shakeHands();
    if (self && !hasEnded_ && peer_)
        decrypt();
}

void TlsStream::takeFromTransport()
{
    std::array<char, recordBytes> bytes;
    while (transport_->isOpen()
        && decrypted_.size() + BIO_pending(SSL_get_rbio(session_.get())) < readLimitBytes) {
        const qint64 size = transport_->read(bytes.data(), bytes.size());
        if (size <= 0)
            return;
        BIO_write(SSL_get_rbio(session_.get()), bytes.data(), static_cast<int>(size));
    }
}

void TlsStream::shakeHands()
{
    ERR_clear_error();
    const int done = SSL_do_handshake(session_.get());
    const int reason = SSL_get_error(session_.get(), done);
    flush(); // an alert, too
    if (done != 1) {
        if (reason != SSL_ERROR_WANT_READ)
            end(false);
        return;
    }
    peer_ = peerOf(session_.get());
    if (!peer_)
        return end(false);
    handshake_.stop();
    Q_EMIT established();
}

void TlsStream::decrypt()
{
    std::array<char, recordBytes> bytes;
    int reason = SSL_ERROR_NONE;
    const qsizetype before = decrypted_.size();
    while (decrypted_.size() < readLimitBytes) {
        ERR_clear_error();
        const int size = SSL_read(session_.get(), bytes.data(), bytes.size());
        if (size <= 0) {
            reason = SSL_get_error(session_.get(), size);
            break;
        }
        decrypted_.append(bytes.data(), size);
    }
    flush(); // what the protocol itself answers
    const QPointer<TlsStream> self(this);
    if (decrypted_.size() > before)
        Q_EMIT readyRead();
    if (self && reason != SSL_ERROR_NONE && reason != SSL_ERROR_WANT_READ)
        end(reason == SSL_ERROR_ZERO_RETURN);
}

void TlsStream::flush()
{
    BIO *out = SSL_get_wbio(session_.get());
    std::array<char, recordBytes> bytes;
    while (BIO_pending(out) > 0) {
        const int size = BIO_read(out, bytes.data(), bytes.size());
        if (size <= 0 || transport_->write(bytes.data(), size) != size)
            return;
    }
}

void TlsStream::end(bool cleanly)
{
    if (std::exchange(hasEnded_, true))
        return;
    handshake_.stop();
    Q_EMIT ended(cleanly);
}

void TlsStream::Free::operator()(SSL *session) const
{
    SSL_free(session);
}

} // namespace freehold::peer
