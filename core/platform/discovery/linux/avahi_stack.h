// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/discovery/linux/avahi_api.h"
#include "platform/discovery/service_tracker.h"

#include <map>
#include <memory>
#include <string>

namespace freehold::platform {

/// Browses and resolves over one of Avahi's libraries: a browser of types, a browser for each type, a
/// resolver for each question, freed right after its answer. Dies before its connection.
template <class Api>
class AvahiStack final : public ServiceStack {
public:
    AvahiStack(typename Api::Connection *connection, ServiceTracker &tracker)
        : connection_(connection)
        , tracker_(tracker)
    {
    }
    bool browseTypes() override;
    bool browse(const std::string &type) override;
    void stopBrowsing(const std::string &type) override;
    bool resolve(const ServiceQuestion &question) override;
    void announce(const std::optional<Announcement> &announcement) override;
    [[nodiscard]] bool isFull() const override { return Api::isFull(connection_); }

private:
    struct Free {
        void operator()(auto *object) const { Api::free(object); }
    };
    template <class Object>
    using Owned = std::unique_ptr<Object, Free>;
    struct Asked {
        AvahiStack *stack;
        ServiceQuestion question;
        Owned<typename Api::Resolver> resolver;
    };

    static void onType(typename Api::TypeBrowser *, AvahiIfIndex interface, AvahiProtocol protocol,
        AvahiBrowserEvent event, const char *type, const char *domain, AvahiLookupResultFlags, void *stack);
    static void onService(typename Api::Browser *, AvahiIfIndex interface, AvahiProtocol protocol,
        AvahiBrowserEvent event, const char *name, const char *type, const char *domain,
        AvahiLookupResultFlags, void *stack);
    static void onAnswer(typename Api::Resolver *, AvahiIfIndex, AvahiProtocol, AvahiResolverEvent event,
        const char *name, const char *type, const char *domain, const char *host, const AvahiAddress *address,
        std::uint16_t port, AvahiStringList *txt, AvahiLookupResultFlags, void *asked);

    /// Into group_. False where the library refuses.
    [[nodiscard]] bool tell(const Announcement &announcement);
    /// Tells a limit where that is why an object was refused.
    void noteRefusal();

    typename Api::Connection *connection_;
    ServiceTracker &tracker_;
    Owned<typename Api::TypeBrowser> types_;
    std::map<std::string, Owned<typename Api::Browser>> browsers_;
    std::map<ServiceQuestion, Asked> asked_;
    Owned<typename Api::Group> group_; ///< what is announced
};

extern template class AvahiStack<AvahiClientApi>;
extern template class AvahiStack<AvahiCoreApi>;

} // namespace freehold::platform
