// SPDX-License-Identifier: GPL-3.0-or-later
#include "key_store/key_store.h"

namespace freehold::platform {

std::unexpected<Error> keyStoreFailure(SealedBy store, std::string problem)
{
    return failure(ErrorCode::key_store_unavailable,
        {{"store", std::string(name(store))}, {"problem", std::move(problem)}});
}

} // namespace freehold::platform
