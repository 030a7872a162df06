// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_wire/line_reader.h"
#include "api_wire/message.h"

#include <cstdlib>

using namespace freehold::api;

/// Whatever decodes must come out of its own encoding unchanged.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    LineReader reader;
    reader.append(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    while (true) {
        const auto line = reader.next();
        if (!line || !*line)
            return 0;
        const auto message = decode(**line);
        if (!message)
            continue;
        const QByteArray again = std::visit([](const auto &value) { return encode(value); }, *message);
        if (decode(again) != *message)
            std::abort();
    }
}
