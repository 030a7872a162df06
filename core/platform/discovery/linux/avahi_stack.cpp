// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/discovery/linux/avahi_stack.h"

#include "platform/discovery/service_text.h"
#include "support/log.h"

#include <avahi-common/error.h>

#include <array>
#include <optional>
#include <ranges>

namespace freehold::platform {

namespace {

/// Every lookup is local: mDNS, never a unicast server elsewhere.
constexpr AvahiLookupFlags flags{};

std::optional<Transport> transportOf(AvahiProtocol protocol)
{
    switch (protocol) {
    case AVAHI_PROTO_INET:
        return Transport::ipv4;
    case AVAHI_PROTO_INET6:
        return Transport::ipv6;
    default:
        return std::nullopt;
    }
}

std::map<std::string, std::string> readTxt(AvahiStringList *txt)
{
    TxtReader reader;
    for (AvahiStringList *entry = txt; entry; entry = avahi_string_list_get_next(entry))
        reader.add({avahi_string_list_get_text(entry), avahi_string_list_get_size(entry)});
    return reader.take();
}

} // namespace

template <class Api>
bool AvahiStack<Api>::browseTypes()
{
    types_.reset(
        Api::newTypeBrowser(connection_, AVAHI_IF_UNSPEC, AVAHI_PROTO_UNSPEC, nullptr, flags, onType, this));
    return types_ != nullptr;
}

template <class Api>
bool AvahiStack<Api>::browse(const std::string &type)
{
    Owned<typename Api::Browser> browser(Api::newBrowser(
        connection_, AVAHI_IF_UNSPEC, AVAHI_PROTO_UNSPEC, type.c_str(), nullptr, flags, onService, this));
    if (!browser) {
        noteRefusal();
        return false;
    }
    browsers_.insert_or_assign(type, std::move(browser));
    return true;
}

template <class Api>
void AvahiStack<Api>::stopBrowsing(const std::string &type)
{
    browsers_.erase(type);
}

template <class Api>
bool AvahiStack<Api>::resolve(const ServiceQuestion &question)
{
    const auto [asked, isNew] = asked_.try_emplace(question, this, question, nullptr);
    if (!isNew)
        return true;
    // Asked for the address of the transport's own family: each host has that one, and the other
    // family's question comes with the other transport.
    const auto protocol = question.transport == Transport::ipv4 ? AVAHI_PROTO_INET : AVAHI_PROTO_INET6;
    const auto &instance = question.instance;
    asked->second.resolver.reset(
        Api::newResolver(connection_, instance.interface, protocol, instance.name.c_str(),
            instance.type.c_str(), instance.domain.c_str(), protocol, flags, onAnswer, &asked->second));
    if (asked->second.resolver)
        return true;
    asked_.erase(asked);
    noteRefusal();
    return false;
}

template <class Api>
void AvahiStack<Api>::announce(const std::optional<Announcement> &announcement)
{
    group_.reset();
    if (!announcement || tell(*announcement))
        return;
    log::write(log::Level::warning, "discovery",
        std::string("a service can't be announced: ") + avahi_strerror(Api::error(connection_)));
    group_.reset();
}

template <class Api>
bool AvahiStack<Api>::tell(const Announcement &announcement)
{
    group_.reset(Api::newGroup(connection_));
    if (!group_)
        return false;
    struct FreeList {
        void operator()(AvahiStringList *list) const { avahi_string_list_free(list); }
    };
    std::unique_ptr<AvahiStringList, FreeList> txt;
    for (const std::string &entry : announcement.txt | std::views::reverse) // each goes before the others
        txt.reset(avahi_string_list_add(txt.release(), entry.c_str()));
    for (const auto &[interface, addresses] : announcement.places) {
        const AvahiService service{interface, announcement.name, announcement.type,
            announcement.name + ".local", announcement.port, txt.get()};
        for (const std::string &text : addresses) {
            AvahiAddress address{};
            if (avahi_address_parse(text.c_str(), AVAHI_PROTO_UNSPEC, &address) == nullptr
                || Api::addAddress(connection_, group_.get(), service, address) < 0)
                return false;
        }
        if (Api::addService(connection_, group_.get(), service) < 0)
            return false;
    }
    return Api::commit(group_.get()) >= 0;
}

template <class Api>
void AvahiStack<Api>::onType(typename Api::TypeBrowser *, AvahiIfIndex interface, AvahiProtocol protocol,
    AvahiBrowserEvent event, const char *type, const char *, AvahiLookupResultFlags, void *stack)
{
    const auto transport = transportOf(protocol);
    if (!transport || !type)
        return;
    ServiceTracker &tracker = static_cast<AvahiStack *>(stack)->tracker_;
    if (event == AVAHI_BROWSER_NEW)
        tracker.typeAppeared({type, interface, *transport});
    else if (event == AVAHI_BROWSER_REMOVE)
        tracker.typeWithdrawn({type, interface, *transport});
}

template <class Api>
void AvahiStack<Api>::onService(typename Api::Browser *, AvahiIfIndex interface, AvahiProtocol protocol,
    AvahiBrowserEvent event, const char *name, const char *type, const char *domain, AvahiLookupResultFlags,
    void *stack)
{
    const auto transport = transportOf(protocol);
    if (!transport || !name)
        return;
    ServiceTracker &tracker = static_cast<AvahiStack *>(stack)->tracker_;
    if (event == AVAHI_BROWSER_NEW)
        tracker.appeared({{interface, name, type, domain}, *transport});
    else if (event == AVAHI_BROWSER_REMOVE)
        tracker.withdrawn({{interface, name, type, domain}, *transport});
}

template <class Api>
void AvahiStack<Api>::onAnswer(typename Api::Resolver *, AvahiIfIndex, AvahiProtocol,
    AvahiResolverEvent event, const char *, const char *, const char *, const char *host,
    const AvahiAddress *address, std::uint16_t port, AvahiStringList *txt, AvahiLookupResultFlags,
    void *asked)
{
    auto *answered = static_cast<Asked *>(asked);
    ServiceTracker &tracker = answered->stack->tracker_;
    const ServiceQuestion question = answered->question;
    std::optional<ServiceAnswer> answer;
    if (event == AVAHI_RESOLVER_FOUND) {
        answer = {host, port, {}, readTxt(txt)};
        std::array<char, AVAHI_ADDRESS_STR_MAX> text{};
        if (address && avahi_address_snprint(text.data(), text.size(), address))
            answer->addresses.emplace_back(text.data());
    }
    answered->stack->asked_.erase(question);
    if (answer)
        tracker.answered(question, std::move(*answer));
    else
        tracker.unanswered(question);
}

template <class Api>
void AvahiStack<Api>::noteRefusal()
{
    if (Api::error(connection_) == AVAHI_ERR_TOO_MANY_OBJECTS)
        tracker_.meet("daemon-objects");
}

template class AvahiStack<AvahiClientApi>;
template class AvahiStack<AvahiCoreApi>;

} // namespace freehold::platform
