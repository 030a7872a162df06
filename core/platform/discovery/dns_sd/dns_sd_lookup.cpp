// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/discovery/dns_sd/dns_sd_lookup.h"

#include "platform/discovery/dns_sd/dns_sd_names.h"
#include "platform/discovery/service_text.h"

#include <QtEndian>

#include <arpa/inet.h>

#include <array>
#include <chrono>

namespace freehold::platform {

namespace {

using namespace std::chrono_literals;

/// Avahi's own resolver gives up then, too.
constexpr auto silence = 5s;
/// A host has its addresses at hand when it answers for its service; IPv6 may never come.
constexpr auto addressSilence = 1s;

} // namespace

DnsSdLookup::DnsSdLookup(ServiceQuestion question)
    : question_(std::move(question))
{
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &DnsSdLookup::end);
}

bool DnsSdLookup::start()
{
    const auto &instance = question_.instance;
    resolve_ = DnsSdOperation::start([&](DNSServiceRef *reference) {
        return DNSServiceResolve(reference, 0, static_cast<std::uint32_t>(instance.interface),
            instance.name.c_str(), instance.type.c_str(), instance.domain.c_str(), onResolved, this);
    });
    if (!resolve_)
        return false;
    connect(resolve_.get(), &DnsSdOperation::failed, this, &DnsSdLookup::end);
    timer_.start(silence);
    return true;
}

void DnsSdLookup::onResolved(DNSServiceRef, DNSServiceFlags, std::uint32_t, DNSServiceErrorType error,
    const char *, const char *host, std::uint16_t port, std::uint16_t txtSize, const unsigned char *txt,
    void *lookup)
{
    auto *self = static_cast<DnsSdLookup *>(lookup);
    if (self->hasEnded_ || self->answer_)
        return;
    if (error != kDNSServiceErr_NoError)
        return self->end();
    TxtReader reader;
    reader.addRecord({txt, txtSize});
    self->answer_ = {withoutDot(host), qFromBigEndian(port), {}, reader.take()};
    self->resolve_.reset();
    self->askForAddresses(host);
}

void DnsSdLookup::askForAddresses(const char *host)
{
    const auto ask = [&](std::uint16_t type) {
        return DnsSdOperation::start([&](DNSServiceRef *reference) {
            return DNSServiceQueryRecord(reference, 0,
                static_cast<std::uint32_t>(question_.instance.interface), host, type, kDNSServiceClass_IN,
                onAddress, this);
        });
    };
    ipv4_ = ask(kDNSServiceType_A);
    ipv6_ = ask(kDNSServiceType_AAAA);
    timer_.start(ipv4_ || ipv6_ ? addressSilence : 0s);
}

void DnsSdLookup::onAddress(DNSServiceRef, DNSServiceFlags flags, std::uint32_t, DNSServiceErrorType error,
    const char *, std::uint16_t type, std::uint16_t, std::uint16_t size, const void *data, std::uint32_t,
    void *lookup)
{
    auto *self = static_cast<DnsSdLookup *>(lookup);
    if (self->hasEnded_ || error != kDNSServiceErr_NoError || !(flags & kDNSServiceFlagsAdd))
        return;
    const bool isIpv4 = type == kDNSServiceType_A && size == sizeof(in_addr);
    if (!isIpv4 && !(type == kDNSServiceType_AAAA && size == sizeof(in6_addr)))
        return;
    std::array<char, INET6_ADDRSTRLEN> text{};
    ::inet_ntop(isIpv4 ? AF_INET : AF_INET6, data, text.data(), text.size());
    auto &addresses = self->answer_->addresses;
    if (std::ranges::find(addresses, text.data()) == addresses.end())
        addresses.emplace_back(text.data());
    (isIpv4 ? self->ipv4_ : self->ipv6_).reset();
    if (!self->ipv4_ && !self->ipv6_)
        self->end();
}

void DnsSdLookup::end()
{
    if (hasEnded_)
        return;
    hasEnded_ = true;
    timer_.stop();
    resolve_.reset();
    ipv4_.reset();
    ipv6_.reset();
    Q_EMIT ended();
}

} // namespace freehold::platform
