// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/discovery/linux/avahi_daemon.h"

#include "platform/discovery/linux/avahi_poll.h"
#include "support/log.h"

#include <avahi-common/error.h>

#include <format>

namespace freehold::platform {

AvahiDaemon::AvahiDaemon(ServiceTracker &tracker, QObject *parent)
    : QObject(parent)
    , tracker_(tracker)
{
    connect(&backoff_, &QTimer::timeout, this, &AvahiDaemon::connectToBus);
    connect(&bus_, &BusWatch::appeared, this, [this] {
        if (client_)
            return;
        backoff_.reset();
        backoff_.tryLater(); // the socket is there a moment before somebody listens
    });
}

void AvahiDaemon::start()
{
    connectToBus();
}

void AvahiDaemon::connectToBus()
{
    int error = 0;
    // With NO_FAIL the library itself waits for the daemon to come; it needs a bus to do so.
    AvahiClient *client = avahi_client_new(&qtAvahiPoll(), AVAHI_CLIENT_NO_FAIL, onState, this, &error);
    if (client) {
        client_.reset(client);
        return;
    }
    stack_.reset();
    log::write(log::Level::debug, "discovery",
        std::format("no connection to Avahi's daemon: {}", avahi_strerror(error)));
    if (bus_.exists())
        backoff_.tryLater();
}

void AvahiDaemon::onState(AvahiClient *client, AvahiClientState state, void *daemon)
{
    auto *self = static_cast<AvahiDaemon *>(daemon);
    switch (state) {
    case AVAHI_CLIENT_S_REGISTERING:
    case AVAHI_CLIENT_S_RUNNING:
    case AVAHI_CLIENT_S_COLLISION:
        // Told first from within avahi_client_new, before the client can be used.
        if (self->stack_)
            return;
        self->backoff_.reset();
        self->stack_ = std::make_unique<AvahiStack<AvahiClientApi>>(client, self->tracker_);
        QMetaObject::invokeMethod(self, &AvahiDaemon::found, Qt::QueuedConnection);
        return;
    case AVAHI_CLIENT_FAILURE:
        QMetaObject::invokeMethod(self, &AvahiDaemon::reconnect, Qt::QueuedConnection);
        return;
    case AVAHI_CLIENT_CONNECTING:
        return;
    }
}

void AvahiDaemon::reconnect()
{
    if (!client_)
        return;
    if (stack_)
        Q_EMIT lost(); // who uses the stack lets go of it
    stack_.reset();
    client_.reset();
    backoff_.tryLater();
}

} // namespace freehold::platform
