// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key_store/key_store.h"

#include <QFuture>
#include <QtConcurrentRun>

namespace freehold::platform {

/// Runs `work` on a pool's thread and then calls `done` in the thread of `context`, unless that is gone.
template <class Work>
void onWorker(QObject *context, Work work, KeyStore::Done<Secret> done)
{
    QtConcurrent::run(std::move(work))
        .then(context,
            [done = std::move(done)](QFuture<Result<Secret>> future) mutable { done(future.takeResult()); });
}

} // namespace freehold::platform
