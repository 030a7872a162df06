// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/domain.h"

#include <algorithm>

namespace freehold::change {

Validate validatorOf(std::span<Domain *const> domains)
{
    std::vector<Validate> all;
    all.reserve(domains.size());
    for (const Domain *domain : domains)
        all.push_back(domain->validator());
    return [all = std::move(all)](const Delta &delta) {
        std::vector<Problem> problems;
        for (const Validate &one : all)
            std::ranges::move(one(delta), std::back_inserter(problems));
        return problems;
    };
}

} // namespace freehold::change
