// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/discovery/service_discovery.h"
#include "support/bytes.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

/// What strangers may say of their services, and how much of it is kept.
namespace freehold::platform {

/// A DNS label (RFC 1035 2.3.4), which is what an instance name is (RFC 6763 4.1.1).
constexpr std::size_t maxInstanceNameBytes = 63;
/// A whole domain name (RFC 1035 2.3.4).
constexpr std::size_t maxDomainNameBytes = 255;
/// Two labels, "_name._tcp" (RFC 6763 section 7): 15 letters by the book; longer ones are met in homes.
constexpr std::size_t maxTypeBytes = 64;
/// The richest printers and televisions say about 30 things of themselves.
constexpr std::size_t maxTxtKeys = 64;
/// One string of a TXT record has a length byte (RFC 6763 6.1).
constexpr std::size_t maxTxtValueBytes = 255;
/// RFC 6763 6.2 advises at most 1,300; what goes beyond a little more is no description.
constexpr std::size_t maxTxtBytes = 2048;

/// UTF-8 without ASCII control characters, which no name may have (RFC 6763 4.1.1), which no description for
/// people needs, and which take six times their room in JSON.
[[nodiscard]] bool isPlainText(std::string_view text);

/// Whether an instance's names keep to the bounds above and are plain text.
[[nodiscard]] bool isAcceptable(const ServiceInstance &instance);
[[nodiscard]] bool isAcceptableType(std::string_view type);
[[nodiscard]] bool isAcceptableHost(std::string_view host);

/// Reads a TXT record string by string (RFC 6763 section 6): keys in lower case, the first of equal keys
/// counts, a key without "=" has an empty value; what is over a bound or no plain text is left out.
class TxtReader {
public:
    void add(ByteView entry);
    /// All strings of a record's data, each with its length byte before it (RFC 1035 3.3.14).
    void addRecord(ByteView data);
    [[nodiscard]] std::map<std::string, std::string> take() { return std::move(values_); }

private:
    std::map<std::string, std::string> values_;
    std::size_t bytes_ = 0;
};

} // namespace freehold::platform
