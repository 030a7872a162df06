// SPDX-License-Identifier: GPL-3.0-or-later
#include "peer/channel/frame.h"
#include "peer/pairing/admitting.h"
#include "peer/pairing/joining.h"

#include <cstdlib>

using namespace freehold;
using namespace freehold::peer;

/// Whatever arrives inside of TLS is cut into frames that are written the same again, and both sides of a
/// pairing take them, or refuse.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    FrameReader reader;
    reader.append({reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)});
    Joining joining("laptop", {});
    Admitting admitting("nas", {});
    bool isJoining = true;
    bool isAdmitting = true;
    for (auto frame = reader.next(); frame && *frame; frame = reader.next()) {
        if ((*frame)->payload.size() > mostPayloadBytesOfStrangers)
            std::abort();
        FrameReader again;
        again.append(encode(**frame));
        if (auto same = again.next(); !same || *same != *frame)
            std::abort();
        isJoining = isJoining && joining.receive(**frame).has_value();
        isAdmitting = isAdmitting && admitting.receive(**frame).has_value();
    }
    return 0;
}
