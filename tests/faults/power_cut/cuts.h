// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "disk.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace freehold::testing {

/// The kernel writes SQLite's shared memory when it likes; it is made again by whoever opens it first.
[[nodiscard]] inline std::vector<Operation> withoutSharedMemory(std::vector<Operation> operations)
{
    for (std::size_t at = 0; at < operations.size(); ++at) {
        if (operations[at].kind == Operation::Kind::write && describe(operations, at).ends_with("-shm"))
            operations[at].bytes.clear();
    }
    return operations;
}

/// A program's operations, played into a disk; at each moment that can be seen after a cut, a look.
class Cuts {
public:
    Cuts(const std::vector<Operation> &operations, Loss loss)
        : operations_(operations)
        , loss_(loss)
    {
    }

    /// Cuts after each operation of [from, to) but those of others, with `ignored` left out of all; calls
    /// `look` with what is left and what was reported, once for all cuts that leave the same. Ends when
    /// `look` says so.
    template <class Look>
    void play(std::size_t from, std::size_t to, std::size_t ignored, const Look &look)
    {
        Disk disk;
        std::vector<std::string> reports;
        std::optional<Tree> last;
        bool ours = true;
        for (std::size_t at = 0; at < to; ++at) {
            const Operation &operation = operations_[at];
            if (operation.kind == Operation::Kind::report) {
                reports.push_back(operation.name);
                ours = ours || operation.name == "resume";
            } else if (at != ignored) {
                disk.apply(operation);
            }
            if (at < from || !ours)
                continue;
            ours = operation.kind != Operation::Kind::report || operation.name != "pause";
            const bool isSame = ours && at + 1 < to && operations_[at + 1].kind == Operation::Kind::report;
            if (isSame)
                continue; // The report that follows asks more of the same.
            Tree left = disk.survivors(loss_);
            if (operation.kind != Operation::Kind::report && left == last)
                continue;
            last = std::move(left);
            if (!look(at, *last, reports))
                return;
        }
    }

private:
    const std::vector<Operation> &operations_;
    Loss loss_;
};

} // namespace freehold::testing
