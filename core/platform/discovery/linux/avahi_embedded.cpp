// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/discovery/linux/avahi_embedded.h"

#include "platform/discovery/linux/avahi_poll.h"
#include "support/log.h"

#include <avahi-common/error.h>
#include <avahi-core/log.h>

#include <format>

namespace freehold::platform {

namespace {

/// Nothing of this machine is told but what is announced, for as long as it is.
AvahiServerConfig silentConfiguration()
{
    AvahiServerConfig config;
    avahi_server_config_init(&config);
    config.publish_hinfo = 0;
    config.publish_addresses = 0;
    config.publish_workstation = 0;
    config.publish_domain = 0;
    config.enable_wide_area = 0;
    config.n_cache_entries_max = maxCachedRecords;
    return config;
}

/// Whatever a neighbour sends wrongly is a line there: nothing that anybody wants to read by default.
void logLine(AvahiLogLevel, const char *text)
{
    log::write(log::Level::debug, "discovery", text);
}

} // namespace

AvahiEmbedded::AvahiEmbedded(ServiceTracker &tracker, QObject *parent)
    : QObject(parent)
    , tracker_(tracker)
{
    avahi_set_log_function(logLine);
    connect(&backoff_, &QTimer::timeout, this, &AvahiEmbedded::start);
}

void AvahiEmbedded::start()
{
    const AvahiServerConfig config = silentConfiguration();
    int error = 0;
    server_.reset(avahi_server_new(
        &qtAvahiPoll(), &config, [](AvahiServer *, AvahiServerState, void *) { }, nullptr, &error));
    if (!server_) {
        log::write(log::Level::debug, "discovery",
            std::format("Avahi's embedded stack can't start: {}", avahi_strerror(error)));
        backoff_.tryLater();
        Q_EMIT failed();
        return;
    }
    backoff_.reset();
    stack_ = std::make_unique<AvahiStack<AvahiCoreApi>>(server_.get(), tracker_);
    Q_EMIT started();
}

void AvahiEmbedded::stop()
{
    backoff_.reset();
    stack_.reset();
    server_.reset();
}

} // namespace freehold::platform
