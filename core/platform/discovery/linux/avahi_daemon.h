// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/discovery/backoff.h"
#include "platform/discovery/linux/avahi_stack.h"
#include "platform/discovery/linux/bus_watch.h"

#include <QObject>

#include <memory>

namespace freehold::platform {

/// Follows Avahi's daemon through its restarts, and those of D-Bus.
class AvahiDaemon : public QObject {
    Q_OBJECT

public:
    explicit AvahiDaemon(ServiceTracker &tracker, QObject *parent = nullptr);

    void start();
    /// Whether it runs, as far as is known.
    [[nodiscard]] bool isRunning() const { return stack_ != nullptr; }
    /// What browses through it, while it runs.
    [[nodiscard]] AvahiStack<AvahiClientApi> *stack() { return stack_.get(); }

Q_SIGNALS:
    void found();
    void lost();

private:
    struct Free {
        void operator()(AvahiClient *client) const { avahi_client_free(client); }
    };

    static void onState(AvahiClient *client, AvahiClientState state, void *daemon);
    void connectToBus();
    /// The connection failed: begins anew, from outside of its callbacks.
    void reconnect();

    ServiceTracker &tracker_;
    BusWatch bus_;
    Backoff backoff_;
    std::unique_ptr<AvahiClient, Free> client_;
    std::unique_ptr<AvahiStack<AvahiClientApi>> stack_;
};

} // namespace freehold::platform
