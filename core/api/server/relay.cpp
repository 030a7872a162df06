// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_server/relay.h"

#include "support/secret.h"

namespace freehold::api {

Relay::Relay(std::unique_ptr<Transport> client, std::unique_ptr<Transport> engine, const QByteArray &begun)
    : client_(std::move(client))
    , engine_(std::move(engine))
{
    client_->setReadLimit(mostHeldBytes);
    engine_->setReadLimit(mostHeldBytes);
    const auto up = [this] { pass(*client_, *engine_); };
    connect(client_.get(), &Transport::readyRead, this, up);
    connect(engine_.get(), &Transport::written, this, up);
    connect(engine_.get(), &Transport::readyRead, this, &Relay::passDown);
    connect(client_.get(), &Transport::written, this, &Relay::passDown);
    // A client that has gone waits for no answer; what the engine said last still arrives.
    connect(client_.get(), &Transport::closed, this, &Relay::ended);
    connect(engine_.get(), &Transport::closed, this, [this] {
        hasEngineGone_ = true;
        passDown();
    });
    engine_->write(begun);
    // In a later turn: whoever makes this has not heard of it yet.
    QMetaObject::invokeMethod(this, up, Qt::QueuedConnection);
}

void Relay::abort()
{
    client_->abort();
}

void Relay::passDown()
{
    if (pass(*engine_, *client_) && hasEngineGone_)
        client_->close();
}

bool Relay::pass(Transport &from, Transport &to)
{
    while (to.isOpen() && to.bytesToWrite() < mostHeldBytes) {
        QByteArray bytes = from.read(mostHeldBytes);
        if (bytes.isEmpty())
            return true;
        to.write(bytes);
        wipe(bytes); // a passphrase may be in it
    }
    return false;
}

} // namespace freehold::api
