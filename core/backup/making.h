// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backup/manifest.h"
#include "backup/sealed_stream.h"

#include <QByteArray>
#include <QIODevice>

#include <memory>
#include <vector>

namespace freehold::backup {

/// A backup while it is made: the bytes of its file, one part after the other. House thread.
class Making {
public:
    /// `packs` are open to be read; their lengths, and that of what the machine has seen, complete the
    /// manifest. Errors: those of Sealer.
    [[nodiscard]] static Result<Making> begin(Manifest manifest, Secret seed,
        std::vector<std::unique_ptr<QIODevice>> packs, const QByteArray &observations,
        const Secret &passphrase);

    /// The next part of the file, of about `mostBytes`. Errors: file_unreadable, internal.
    [[nodiscard]] Result<QByteArray> next(std::size_t mostBytes);
    /// Nothing more comes.
    [[nodiscard]] bool isWhole() const { return isWhole_; }

private:
    Making(Sealer sealer, Secret start, std::vector<std::unique_ptr<QIODevice>> rest)
        : sealer_(std::move(sealer))
        , start_(std::move(start))
        , rest_(std::move(rest))
    {
    }
    /// As much of what is to be sealed as there is, up to a chunk; its length.
    [[nodiscard]] Result<std::size_t> fill(Secret &chunk);

    Sealer sealer_;
    Secret start_; ///< manifest and seed
    std::size_t startTaken_ = 0;
    std::vector<std::unique_ptr<QIODevice>> rest_; ///< what follows, in its order
    std::size_t current_ = 0;
    bool hasFirstLine_ = false;
    bool isWhole_ = false;
};

} // namespace freehold::backup
