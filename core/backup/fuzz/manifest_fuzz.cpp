// SPDX-License-Identifier: GPL-3.0-or-later
#include "backup/manifest.h"
#include "support/json.h"

#include <QJsonDocument>

// What a backup says of itself, whoever wrote it with the passphrase.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace freehold;
    const auto document = QJsonDocument::fromJson(
        QByteArray::fromRawData(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    const auto manifest = json::read<backup::Manifest, json::UnknownFields::ignored>(document.object(), {});
    if (manifest)
        (void)json::write(*manifest);
    return 0;
}
