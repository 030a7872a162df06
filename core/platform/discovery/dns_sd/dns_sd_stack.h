// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/discovery/dns_sd/dns_sd_lookup.h"
#include "platform/discovery/dns_sd/dns_sd_operation.h"
#include "platform/discovery/service_tracker.h"

#include <map>
#include <memory>
#include <string>

namespace freehold::platform {

/// Browses and resolves over dns_sd.h. That interface does not say which transport a service was found on.
class DnsSdStack final : public QObject, public ServiceStack {
    Q_OBJECT

public:
    explicit DnsSdStack(ServiceTracker &tracker)
        : tracker_(tracker)
    {
    }
    /// False where no service stands behind the library.
    bool browseTypes() override;
    bool browse(const std::string &type) override;
    void stopBrowsing(const std::string &type) override;
    bool resolve(const ServiceQuestion &question) override;
    void announce(const std::optional<Announcement> &announcement) override;

Q_SIGNALS:
    /// The service behind the library is gone; this stack is of no more use.
    void lost();

private:
    struct Later {
        void operator()(QObject *object) const
        {
            object->disconnect();
            object->deleteLater();
        }
    };

    static void DNSSD_API onType(DNSServiceRef, DNSServiceFlags flags, std::uint32_t interface,
        DNSServiceErrorType error, const char *, std::uint16_t, std::uint16_t, std::uint16_t size,
        const void *data, std::uint32_t, void *stack);
    static void DNSSD_API onService(DNSServiceRef, DNSServiceFlags flags, std::uint32_t interface,
        DNSServiceErrorType error, const char *name, const char *type, const char *domain, void *stack);
    void finish(const ServiceQuestion &question);

    ServiceTracker &tracker_;
    DnsSdOperation::Owned types_;
    std::map<std::string, DnsSdOperation::Owned> browsers_;
    std::map<ServiceQuestion, std::unique_ptr<DnsSdLookup, Later>> lookups_;
    std::vector<DnsSdOperation::Owned> announced_; ///< one an interface
    /// Avahi's compatibility library tells a type and an instance once a transport, with the same words.
    std::map<std::pair<std::string, int>, int> timesTypeFound_; ///< by type and interface
    std::map<ServiceInstance, int> timesFound_;
};

} // namespace freehold::platform
