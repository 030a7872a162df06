// SPDX-License-Identifier: GPL-3.0-or-later
#include "key_store/desktop_key_store.h"

#include <openssl/crypto.h>
#include <qt6keychain/keychain.h>

namespace freehold::platform {

namespace {

const QString service = QStringLiteral("Freehold");

std::string problemOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        return "missing";
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
    case QKeychain::CouldNotDeleteEntry:
        return "refused";
    default:
        return "unreachable";
    }
}

std::unexpected<Error> failureOf(const QKeychain::Job &job)
{
    return keyStoreFailure(SealedBy::key_store, problemOf(job.error()));
}

/// Wipes the bytes that the job and this array share.
void wipe(const QByteArray &shared)
{
    OPENSSL_cleanse(const_cast<char *>(shared.constData()), static_cast<std::size_t>(shared.size()));
}

Result<Secret> keyOf(const QKeychain::ReadPasswordJob &job)
{
    if (job.error() != QKeychain::NoError)
        return failureOf(job);
    const QByteArray data = job.binaryData();
    Secret key = Secret::of(std::string_view(data.constData(), static_cast<std::size_t>(data.size())));
    wipe(data);
    if (key.size() != Vault::keyBytes)
        return keyStoreFailure(SealedBy::key_store, "damaged");
    return key;
}

template <class Job, class Finished>
void run(Job *job, QObject *context, const std::string &id, Finished finished)
{
    job->setKey(QString::fromStdString("vault-" + id));
    QObject::connect(job, &QKeychain::Job::finished, context,
        [job, finished = std::move(finished)](QKeychain::Job *) mutable { finished(*job); });
    job->start();
}

} // namespace

void DesktopKeyStore::create(const std::string &id, Done<Secret> done)
{
    Secret key = Secret::random(Vault::keyBytes);
    auto *job = new QKeychain::WritePasswordJob(service);
    const QByteArray data(key.text().data(), static_cast<qsizetype>(key.size()));
    job->setBinaryData(data);
    run(job, &context_, id,
        [done = std::move(done), key = std::move(key), data](const QKeychain::Job &written) mutable {
            wipe(data);
            if (written.error() != QKeychain::NoError)
                return done(failureOf(written));
            done(std::move(key));
        });
}

void DesktopKeyStore::fetch(const std::string &id, Done<Secret> done)
{
    run(new QKeychain::ReadPasswordJob(service), &context_, id,
        [done = std::move(done)](const QKeychain::ReadPasswordJob &read) mutable { done(keyOf(read)); });
}

void DesktopKeyStore::remove(const std::string &id, Done<void> done)
{
    run(new QKeychain::DeletePasswordJob(service), &context_, id,
        [done = std::move(done)](const QKeychain::Job &removed) mutable {
            if (removed.error() != QKeychain::NoError && removed.error() != QKeychain::EntryNotFound)
                return done(failureOf(removed));
            done({});
        });
}

} // namespace freehold::platform
