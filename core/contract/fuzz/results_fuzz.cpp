// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/calls.h"
#include "support/json.h"

#include <QJsonDocument>

#include <cstdlib>

using namespace freehold;

namespace {

/// As clients read: what is not known is left out, and the rest comes out of its own form unchanged.
template <class Type>
void readAgain(const QJsonValue &value)
{
    const auto read = json::read<Type, json::UnknownFields::ignored>(value, "");
    if (!read)
        return;
    const QJsonValue once = json::write(*read);
    const auto again = json::read<Type>(once, "");
    if (!again || json::write(*again) != once)
        std::abort();
}

} // namespace

/// What an engine says: the result of any call, and any notification.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto document = QJsonDocument::fromJson(
        QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    const QJsonValue value
        = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    contract::AllCalls::forEach([&]<class Call>() { readAgain<typename Call::Result>(value); });
    contract::AllNotifications::forEach([&]<class Type>() { readAgain<Type>(value); });
    return 0;
}
