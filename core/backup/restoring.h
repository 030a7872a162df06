// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backup/manifest.h"
#include "change/configuration.h"
#include "change/replication/incoming.h"
#include "members/beside.h"
#include "members/pack_indexing.h"
#include "store/observations.h"
#include "support/secret.h"

#include <QObject>

#include <filesystem>
#include <memory>
#include <optional>

namespace freehold::backup {

/// What was in a backup, and is sound.
struct Restored {
    Manifest manifest;
    Secret seed; ///< of the key that admits
    std::optional<store::Observations> observations; ///< of the machine that made it
    std::int64_t changes = 0;
};

/// Makes the repository of a house out of a backup's file. Nothing in it is believed: every signature of its
/// history is verified, and that it is the house that it says, with a key that admits a machine. House
/// thread; what takes long runs beside.
class Restoring : public QObject {
    Q_OBJECT

public:
    struct Places {
        std::filesystem::path file;
        std::filesystem::path helper; ///< freehold-index-pack
        std::filesystem::path incoming; ///< nothing else's
        std::filesystem::path making; ///< where the repository is made; takes its place as a whole
        change::Validate validate; ///< called in another thread
    };
    Restoring(Places places, Secret passphrase);

    void start();

Q_SIGNALS:
    /// The last thing it tells. The repository lies at `making`, its `main` where the backup has it. Errors:
    /// those of Reading; signature_invalid and the like where the history is not sound.
    void finished(const freehold::Result<std::shared_ptr<freehold::backup::Restored>> &restored);

private:
    struct State; ///< what the work beside shares with this
    void unsealed();
    void indexed(const Result<void> &indexed);
    void end(const Result<void> &done);

    std::shared_ptr<State> state_;
    members::PackIndexing indexing_;
    members::Beside beside_;
};

} // namespace freehold::backup
