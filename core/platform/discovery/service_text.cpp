// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/discovery/service_text.h"

#include <QByteArrayView>

#include <algorithm>

namespace freehold::platform {

bool isPlainText(std::string_view text)
{
    constexpr char erase = 0x7f;
    const QByteArrayView bytes(text.data(), static_cast<qsizetype>(text.size()));
    return bytes.isValidUtf8()
        && std::ranges::none_of(text, [](char byte) { return (byte >= 0 && byte < ' ') || byte == erase; });
}

bool isAcceptable(const ServiceInstance &instance)
{
    return instance.interface > 0 && !instance.name.empty() && instance.name.size() <= maxInstanceNameBytes
        && isPlainText(instance.name) && isAcceptableType(instance.type)
        && instance.domain.size() <= maxDomainNameBytes && isPlainText(instance.domain);
}

bool isAcceptableType(std::string_view type)
{
    return type.size() <= maxTypeBytes && type.starts_with('_') && isPlainText(type)
        && (type.ends_with("._tcp") || type.ends_with("._udp"));
}

bool isAcceptableHost(std::string_view host)
{
    return !host.empty() && host.size() <= maxDomainNameBytes && isPlainText(host);
}

void TxtReader::add(ByteView entry)
{
    const std::string_view text(reinterpret_cast<const char *>(entry.data()), entry.size());
    const auto equals = text.find('=');
    std::string key(text.substr(0, equals));
    const auto value = equals == std::string_view::npos ? std::string_view() : text.substr(equals + 1);
    // Printable ASCII without "=" (RFC 6763 6.4).
    const bool readable = !key.empty()
        && std::ranges::all_of(key, [](char letter) { return letter >= ' ' && letter <= '~'; });
    if (!readable || value.size() > maxTxtValueBytes || !isPlainText(value))
        return;
    std::ranges::transform(key, key.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    if (values_.size() >= maxTxtKeys || bytes_ + key.size() + value.size() > maxTxtBytes)
        return;
    if (values_.emplace(key, value).second)
        bytes_ += key.size() + value.size();
}

void TxtReader::addRecord(ByteView data)
{
    while (!data.empty()) {
        const std::size_t size = data.front();
        data = data.subspan(1);
        if (size > data.size())
            return;
        add(data.first(size));
        data = data.subspan(size);
    }
}

} // namespace freehold::platform
