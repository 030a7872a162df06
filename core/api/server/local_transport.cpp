// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_server/local_transport.h"

namespace freehold::api {

LocalTransport::LocalTransport(std::unique_ptr<QLocalSocket> socket)
    : socket_(std::move(socket))
{
    socket_->setParent(nullptr);
    connect(socket_.get(), &QLocalSocket::readyRead, this, &Transport::readyRead);
    connect(socket_.get(), &QLocalSocket::bytesWritten, this, &Transport::written);
    connect(socket_.get(), &QLocalSocket::disconnected, this, &Transport::closed);
}

} // namespace freehold::api
