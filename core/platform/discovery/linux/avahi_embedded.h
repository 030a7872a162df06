// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/discovery/backoff.h"
#include "platform/discovery/linux/avahi_stack.h"

#include <QObject>

#include <memory>

namespace freehold::platform {

/// Avahi's stack in this process, for a machine without its daemon. It asks and listens, and announces
/// nothing. Follows interfaces by itself.
class AvahiEmbedded : public QObject {
    Q_OBJECT

public:
    explicit AvahiEmbedded(ServiceTracker &tracker, QObject *parent = nullptr);

    /// Takes port 5353, or goes on trying to.
    void start();
    /// Gives the port back.
    void stop();
    [[nodiscard]] AvahiStack<AvahiCoreApi> *stack() { return stack_.get(); }

Q_SIGNALS:
    void started();
    void failed();

private:
    struct Free {
        void operator()(AvahiServer *server) const { avahi_server_free(server); }
    };

    ServiceTracker &tracker_;
    Backoff backoff_;
    std::unique_ptr<AvahiServer, Free> server_;
    std::unique_ptr<AvahiStack<AvahiCoreApi>> stack_;
};

} // namespace freehold::platform
