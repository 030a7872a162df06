// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/by_hand.h"
#include "change/pipeline.h"

#include <memory>

namespace freehold::change {

/// Where the house stands once there is one. Domains and calls are made before a house is, and ask here.
/// House thread.
struct HouseSlot {
    std::unique_ptr<Pipeline> pipeline;
    std::unique_ptr<ByHand> byHand;

    /// Errors: house_missing.
    [[nodiscard]] Result<Pipeline *> get() const
    {
        if (pipeline == nullptr)
            return failure(ErrorCode::house_missing);
        return pipeline.get();
    }
    /// The house's configuration; an empty one before there is a house.
    [[nodiscard]] const Configuration &configuration() const
    {
        static const Configuration none;
        return pipeline == nullptr ? none : pipeline->configuration();
    }
};

} // namespace freehold::change
