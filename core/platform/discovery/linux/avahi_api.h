// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <avahi-client/client.h>
#include <avahi-client/lookup.h>
#include <avahi-client/publish.h>
#include <avahi-core/core.h>
#include <avahi-core/lookup.h>
#include <avahi-core/publish.h>

#include <cstdint>
#include <string>

/// Avahi's two libraries under one set of names: they differ in their types, not in what they do.
namespace freehold::platform {

/// What is told of a service on one interface.
struct AvahiService {
    AvahiIfIndex interface = AVAHI_IF_UNSPEC;
    std::string name;
    std::string type;
    std::string host; ///< where the library has no host name of its own to tell
    std::uint16_t port = 0;
    AvahiStringList *txt = nullptr; ///< not owned
};

/// avahi-client: what the daemon knows, over D-Bus.
struct AvahiClientApi {
    using Connection = AvahiClient;
    using TypeBrowser = AvahiServiceTypeBrowser;
    using Browser = AvahiServiceBrowser;
    using Resolver = AvahiServiceResolver;
    using Group = AvahiEntryGroup;
    static constexpr auto error = avahi_client_errno;
    static constexpr auto newTypeBrowser = avahi_service_type_browser_new;
    static constexpr auto newBrowser = avahi_service_browser_new;
    static constexpr auto newResolver = avahi_service_resolver_new;
    static void free(TypeBrowser *browser) { avahi_service_type_browser_free(browser); }
    static void free(Browser *browser) { avahi_service_browser_free(browser); }
    static void free(Resolver *resolver) { avahi_service_resolver_free(resolver); }
    static void free(Group *group);
    static Group *newGroup(Connection *client) { return avahi_entry_group_new(client, nullptr, nullptr); }
    /// The daemon has the host's name and addresses.
    static int addAddress(Connection *, Group *, const AvahiService &, AvahiAddress) { return 0; }
    static int addService(Connection *client, Group *group, const AvahiService &service);
    static int commit(Group *group) { return avahi_entry_group_commit(group); }
    /// The daemon tells nobody how much it knows.
    static bool isFull(Connection *) { return false; }
};

/// Records that avahi-core keeps of an interface and family, and ignores what is beyond: 1,000 services of
/// 300 devices are about 3,600 records. It is what Avahi's daemon keeps.
constexpr unsigned maxCachedRecords = 4096;

/// avahi-core: mDNS in this process.
struct AvahiCoreApi {
    using Connection = AvahiServer;
    using TypeBrowser = AvahiSServiceTypeBrowser;
    using Browser = AvahiSServiceBrowser;
    using Resolver = AvahiSServiceResolver;
    using Group = AvahiSEntryGroup;
    static constexpr auto error = avahi_server_errno;
    static constexpr auto newTypeBrowser = avahi_s_service_type_browser_new;
    static constexpr auto newBrowser = avahi_s_service_browser_new;
    static constexpr auto newResolver = avahi_s_service_resolver_new;
    static void free(TypeBrowser *browser) { avahi_s_service_type_browser_free(browser); }
    static void free(Browser *browser) { avahi_s_service_browser_free(browser); }
    static void free(Resolver *resolver) { avahi_s_service_resolver_free(resolver); }
    static void free(Group *group) { avahi_s_entry_group_free(group); }
    static Group *newGroup(Connection *server) { return avahi_s_entry_group_new(server, nullptr, nullptr); }
    static int addAddress(
        Connection *server, Group *group, const AvahiService &service, AvahiAddress address);
    static int addService(Connection *server, Group *group, const AvahiService &service);
    static int commit(Group *group) { return avahi_s_entry_group_commit(group); }
    /// Whether one of the interfaces has no room for another record.
    static bool isFull(Connection *server);
};

} // namespace freehold::platform
