// SPDX-License-Identifier: GPL-3.0-or-later
#include "key_store/linux/tpm.h"

using namespace freehold;

/// A blob from the disk is taken apart before the TPM is looked for, and here there is none.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static_cast<void>(platform::tpm::unseal("device:/dev/no-tpm", ByteView(data, size)));
    return 0;
}
