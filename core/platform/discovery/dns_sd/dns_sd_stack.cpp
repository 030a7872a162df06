// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/discovery/dns_sd/dns_sd_stack.h"

#include "platform/discovery/dns_sd/dns_sd_names.h"
#include "support/log.h"

#include <QtEndian>

namespace freehold::platform {

namespace {

/// Every operation of Avahi's compatibility library is a D-Bus connection, of which a user has 256. A
/// lookup has two of them at most.
constexpr std::size_t maxBrowsers = 128;
constexpr std::size_t maxLookups = 32;

} // namespace

bool DnsSdStack::browseTypes()
{
    timesTypeFound_.clear();
    types_ = DnsSdOperation::start([this](DNSServiceRef *reference) {
        return DNSServiceQueryRecord(reference, 0, 0, "_services._dns-sd._udp.local.", kDNSServiceType_PTR,
            kDNSServiceClass_IN, onType, this);
    });
    if (!types_)
        return false;
    connect(types_.get(), &DnsSdOperation::failed, this, &DnsSdStack::lost);
    return true;
}

bool DnsSdStack::browse(const std::string &type)
{
    if (browsers_.size() >= maxBrowsers) {
        tracker_.meet("types");
        return false;
    }
    auto browser = DnsSdOperation::start([&](DNSServiceRef *reference) {
        return DNSServiceBrowse(reference, 0, 0, type.c_str(), "local.", onService, this);
    });
    if (!browser)
        return false;
    browsers_.insert_or_assign(type, std::move(browser));
    return true;
}

void DnsSdStack::stopBrowsing(const std::string &type)
{
    browsers_.erase(type);
    std::erase_if(timesFound_, [&](const auto &item) { return item.first.type == type; });
}

bool DnsSdStack::resolve(const ServiceQuestion &question)
{
    if (lookups_.size() >= maxLookups)
        return false;
    std::unique_ptr<DnsSdLookup, Later> lookup(new DnsSdLookup(question));
    if (!lookup->start())
        return false;
    connect(lookup.get(), &DnsSdLookup::ended, this, [this, question] { finish(question); });
    lookups_.insert_or_assign(question, std::move(lookup));
    return true;
}

void DnsSdStack::finish(const ServiceQuestion &question)
{
    const auto lookup = lookups_.extract(question);
    if (const auto &answer = lookup.mapped()->answer(); answer)
        tracker_.answered(question, *answer);
    else
        tracker_.unanswered(question);
}

void DnsSdStack::announce(const std::optional<Announcement> &announcement)
{
    announced_.clear();
    if (!announcement)
        return;
    std::string txt; // each behind its length (RFC 6763, section 6.1)
    for (const std::string &entry : announcement->txt)
        txt += static_cast<char>(entry.size()) + entry;
    for (const auto &[interface, addresses] : announcement->places) {
        auto operation = DnsSdOperation::start([&, index = interface](DNSServiceRef *reference) {
            return DNSServiceRegister(reference, kDNSServiceFlagsNoAutoRename,
                static_cast<std::uint32_t>(index), announcement->name.c_str(), announcement->type.c_str(),
                nullptr, nullptr, qToBigEndian(announcement->port), static_cast<std::uint16_t>(txt.size()),
                txt.data(), nullptr, nullptr);
        });
        if (operation)
            announced_.push_back(std::move(operation));
        else
            log::write(log::Level::warning, "discovery", "a service can't be announced");
    }
}

void DnsSdStack::onType(DNSServiceRef, DNSServiceFlags flags, std::uint32_t interface,
    DNSServiceErrorType error, const char *, std::uint16_t, std::uint16_t, std::uint16_t size,
    const void *data, std::uint32_t, void *stack)
{
    auto *self = static_cast<DnsSdStack *>(stack);
    if (error != kDNSServiceErr_NoError) {
        Q_EMIT self->lost();
        return;
    }
    const auto type = typeFromPointer({static_cast<const std::uint8_t *>(data), size});
    if (!type)
        return;
    const std::pair key{*type, static_cast<int>(interface)};
    const ServiceType found{*type, static_cast<int>(interface), Transport::ipv4};
    if (flags & kDNSServiceFlagsAdd) {
        if (self->timesTypeFound_.size() < 2 * maxTypes)
            ++self->timesTypeFound_[key];
        self->tracker_.typeAppeared(found);
        return;
    }
    const auto times = self->timesTypeFound_.find(key);
    if (times != self->timesTypeFound_.end() && --times->second > 0)
        return;
    if (times != self->timesTypeFound_.end())
        self->timesTypeFound_.erase(times);
    self->tracker_.typeWithdrawn(found);
}

void DnsSdStack::onService(DNSServiceRef, DNSServiceFlags flags, std::uint32_t interface,
    DNSServiceErrorType error, const char *name, const char *type, const char *domain, void *stack)
{
    auto *self = static_cast<DnsSdStack *>(stack);
    if (error != kDNSServiceErr_NoError)
        return; // the browser of types tells when all is lost
    const ServiceInstance instance{static_cast<int>(interface), name, withoutDot(type), withoutDot(domain)};
    if (flags & kDNSServiceFlagsAdd) {
        if (self->timesFound_.size() < maxInstances && ++self->timesFound_[instance] > 1)
            return;
        self->tracker_.appeared({instance, Transport::ipv4});
        return;
    }
    const auto found = self->timesFound_.find(instance);
    if (found != self->timesFound_.end() && --found->second > 0)
        return;
    if (found != self->timesFound_.end())
        self->timesFound_.erase(found);
    self->tracker_.withdrawn({instance, Transport::ipv4});
}

} // namespace freehold::platform
