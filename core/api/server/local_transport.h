// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api_server/transport.h"

#include <QLocalSocket>

#include <memory>

namespace freehold::api {

/// A client on this machine.
class LocalTransport final : public Transport {
public:
    explicit LocalTransport(std::unique_ptr<QLocalSocket> socket);

    [[nodiscard]] QByteArray read(qint64 mostBytes) override { return socket_->read(mostBytes); }
    void write(const QByteArray &bytes) override { socket_->write(bytes); }
    [[nodiscard]] qint64 bytesToWrite() const override { return socket_->bytesToWrite(); }
    void setReadLimit(qint64 bytes) override { socket_->setReadBufferSize(bytes); }
    [[nodiscard]] bool isOpen() const override { return socket_->state() == QLocalSocket::ConnectedState; }
    void close() override { socket_->disconnectFromServer(); }
    void abort() override { socket_->abort(); }

private:
    std::unique_ptr<QLocalSocket> socket_;
};

} // namespace freehold::api
