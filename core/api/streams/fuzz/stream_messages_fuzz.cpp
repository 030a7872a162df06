// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_streams/stream_messages.h"

#include <cstdlib>

using namespace freehold;

/// What a member says of streams is read to the same again, or refused. The first byte is the frame's kind.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const peer::Frame frame{static_cast<peer::FrameKind>(*data),
        QByteArray(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size - 1))};
    if (const auto message = api::streamMessage(frame);
        message && api::streamMessage(api::toFrame(*message)) != *message)
        std::abort();
    return 0;
}
