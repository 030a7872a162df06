// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/calls.h"
#include "support/json.h"

#include <QJsonDocument>

#include <cstdlib>

using namespace freehold;

/// Parameters of any call: what is read is written and read again the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto document = QJsonDocument::fromJson(
        QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    const QJsonObject fields = document.object();
    contract::AllCalls::forEach([&]<class Call>() {
        const auto call = json::read<Call>(fields, "");
        if (!call)
            return;
        const QJsonValue once = json::write(*call);
        const auto again = json::read<Call>(once, "");
        if (!again || json::write(*again) != once)
            std::abort();
    });
    return 0;
}
