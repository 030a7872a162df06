// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/discovery/linux/avahi_api.h"

#include <algorithm>
#include <dlfcn.h>
#include <string_view>

namespace freehold::platform {

namespace {

// Its name is made by chance: where another has the same, telling none is better than asking for another.
constexpr AvahiPublishFlags flags{};

/// Both libraries export a function of this name, and calls of either go to the one that is loaded first.
/// That has to be avahi-core's, since avahi-core calls it by itself (CMakeLists.txt has the order); so
/// avahi-client's is asked for by its library.
auto *freeClientsGroup()
{
    using Free = int(AvahiEntryGroup *);
    static auto *const found = [] {
        void *library = ::dlopen("libavahi-client.so.3", RTLD_NOW | RTLD_NOLOAD);
        return library == nullptr ? nullptr
                                  : reinterpret_cast<Free *>(::dlsym(library, "avahi_entry_group_free"));
    }();
    return found;
}

} // namespace

void AvahiClientApi::free(Group *group)
{
    if (auto *free = freeClientsGroup())
        free(group);
}

int AvahiClientApi::addService(Connection *, Group *group, const AvahiService &service)
{
    return avahi_entry_group_add_service_strlst(group, service.interface, AVAHI_PROTO_UNSPEC, flags,
        service.name.c_str(), service.type.c_str(), nullptr, nullptr, service.port, service.txt);
}

int AvahiCoreApi::addAddress(
    Connection *server, Group *group, const AvahiService &service, AvahiAddress address)
{
    // The address alone would lead to the name.
    return avahi_server_add_address(server, group, service.interface, AVAHI_PROTO_UNSPEC,
        AVAHI_PUBLISH_NO_REVERSE, service.host.c_str(), &address);
}

int AvahiCoreApi::addService(Connection *server, Group *group, const AvahiService &service)
{
    return avahi_server_add_service_strlst(server, group, service.interface, AVAHI_PROTO_UNSPEC, flags,
        service.name.c_str(), service.type.c_str(), nullptr, service.host.c_str(), service.port, service.txt);
}

bool AvahiCoreApi::isFull(Connection *server)
{
    struct Records {
        unsigned ofInterface = 0;
        unsigned most = 0;
    } records;
    // Nothing else that is public tells of the caches: a heading for each, then a line for each record.
    avahi_server_dump(
        server,
        [](const char *text, void *counted) {
            auto &count = *static_cast<Records *>(counted);
            const std::string_view line(text);
            if (line == ";;; CACHE DUMP FOLLOWS ;;;")
                count.ofInterface = 0;
            else if (!line.starts_with(";;; INTERFACE "))
                count.most = std::max(count.most, ++count.ofInterface);
        },
        &records);
    return records.most >= maxCachedRecords;
}

} // namespace freehold::platform
