// SPDX-License-Identifier: GPL-3.0-or-later
// crowd HOSTS SERVICES: that many hosts with that many services between them, told by this machine's Avahi
// daemon in their stead. Says "established" when all are on the network, and stays.
#include <avahi-client/client.h>
#include <avahi-client/publish.h>
#include <avahi-common/error.h>
#include <avahi-common/simple-watch.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

constexpr std::array types{"_ipp._tcp", "_http._tcp", "_airplay._tcp", "_googlecast._tcp", "_ssh._tcp"};

struct Crowd {
    AvahiSimplePoll *loop = nullptr;
    int hosts = 0;
    int established = 0;
};

void groupChanged(AvahiEntryGroup *group, AvahiEntryGroupState state, void *userData)
{
    auto *crowd = static_cast<Crowd *>(userData);
    if (state == AVAHI_ENTRY_GROUP_COLLISION || state == AVAHI_ENTRY_GROUP_FAILURE) {
        std::fprintf(
            stderr, "error: %s\n", avahi_strerror(avahi_client_errno(avahi_entry_group_get_client(group))));
        std::exit(1);
    }
    if (state != AVAHI_ENTRY_GROUP_ESTABLISHED || ++crowd->established < crowd->hosts)
        return;
    std::puts("established");
    std::fflush(stdout);
}

int publish(AvahiClient *client, Crowd *crowd, int host, int services)
{
    AvahiEntryGroup *group = avahi_entry_group_new(client, groupChanged, crowd);
    const std::string name = "crowd-" + std::to_string(host) + ".local";
    const std::string text = "10.78." + std::to_string(host / 250) + '.' + std::to_string(1 + host % 250);
    AvahiAddress address;
    avahi_address_parse(text.c_str(), AVAHI_PROTO_INET, &address);
    int code = avahi_entry_group_add_address(
        group, AVAHI_IF_UNSPEC, AVAHI_PROTO_INET, AVAHI_PUBLISH_NO_REVERSE, name.c_str(), &address);
    for (int service = 0; code == AVAHI_OK && service < services; ++service) {
        const std::string instance = "Service " + std::to_string(service) + " of " + std::to_string(host);
        code = avahi_entry_group_add_service(group, AVAHI_IF_UNSPEC, AVAHI_PROTO_INET, AvahiPublishFlags{},
            instance.c_str(), types[static_cast<std::size_t>(service) % types.size()], nullptr, name.c_str(),
            80, nullptr);
    }
    return code == AVAHI_OK ? avahi_entry_group_commit(group) : code;
}

} // namespace

int main(int argumentCount, char *arguments[])
{
    if (argumentCount != 3) {
        std::fputs("usage: crowd HOSTS SERVICES\n", stderr);
        return 2;
    }
    Crowd crowd;
    crowd.hosts = std::atoi(arguments[1]);
    const int services = std::atoi(arguments[2]);
    crowd.loop = avahi_simple_poll_new();
    int code = 0;
    AvahiClient *client
        = avahi_client_new(avahi_simple_poll_get(crowd.loop), AvahiClientFlags{}, nullptr, nullptr, &code);
    for (int host = 0; client != nullptr && code == AVAHI_OK && host < crowd.hosts; ++host) {
        const int share = services * (host + 1) / crowd.hosts - services * host / crowd.hosts;
        code = publish(client, &crowd, host, share);
    }
    if (code != AVAHI_OK) {
        std::fprintf(stderr, "error: %s\n", avahi_strerror(code));
        return 1;
    }
    return avahi_simple_poll_loop(crowd.loop);
}
