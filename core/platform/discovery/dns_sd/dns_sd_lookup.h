// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/discovery/dns_sd/dns_sd_operation.h"
#include "platform/discovery/service_tracker.h"

#include <QTimer>

#include <optional>

namespace freehold::platform {

/// Answers one question: where the service is and what it says, then the addresses of its host.
/// dns_sd.h knows no time-out, and Avahi's compatibility library no DNSServiceGetAddrInfo.
class DnsSdLookup : public QObject {
    Q_OBJECT

public:
    explicit DnsSdLookup(ServiceQuestion question);
    /// False where the library refuses.
    bool start();

    [[nodiscard]] const ServiceQuestion &question() const { return question_; }
    /// Complete after `ended`; nothing where the service did not answer.
    [[nodiscard]] const std::optional<ServiceAnswer> &answer() const { return answer_; }

Q_SIGNALS:
    /// Once, and never from within start().
    void ended();

private:
    static void DNSSD_API onResolved(DNSServiceRef, DNSServiceFlags, std::uint32_t, DNSServiceErrorType error,
        const char *, const char *host, std::uint16_t port, std::uint16_t txtSize, const unsigned char *txt,
        void *lookup);
    static void DNSSD_API onAddress(DNSServiceRef, DNSServiceFlags flags, std::uint32_t,
        DNSServiceErrorType error, const char *, std::uint16_t type, std::uint16_t, std::uint16_t size,
        const void *data, std::uint32_t, void *lookup);
    void askForAddresses(const char *host);
    void end();

    ServiceQuestion question_;
    std::optional<ServiceAnswer> answer_;
    DnsSdOperation::Owned resolve_;
    DnsSdOperation::Owned ipv4_;
    DnsSdOperation::Owned ipv6_;
    QTimer timer_;
    bool hasEnded_ = false;
};

} // namespace freehold::platform
