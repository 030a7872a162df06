// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/replication/incoming.h"

#include "support/file.h"

#include <cerrno>

namespace freehold::change {

Result<Incoming> Incoming::in(std::filesystem::path folder)
{
    std::error_code error;
    std::filesystem::remove_all(folder, error);
    if (auto made = file::makeFolder(folder); !made)
        return std::unexpected(std::move(made).error());
    return Incoming(std::move(folder));
}

Result<void> Incoming::beginPack()
{
    if (auto ended = finish(); !ended)
        return ended;
    if (packs_ >= mostPacks)
        return failure(
            ErrorCode::message_too_large, {{"part", "packs"}, {"limit", std::to_string(mostPacks)}});
    const auto path = folder_ / (std::to_string(packs_++) + ".incoming");
    pack_.open(path, std::ios::binary | std::ios::trunc);
    if (!pack_)
        return std::unexpected(file::errorFor(errno, path, true));
    return {};
}

Result<void> Incoming::append(const QByteArray &part)
{
    if (!pack_.is_open())
        return failure(ErrorCode::message_malformed);
    bytes_ += static_cast<std::size_t>(part.size());
    if (bytes_ > mostBytes)
        return failure(
            ErrorCode::message_too_large, {{"part", "packs"}, {"limit", std::to_string(mostBytes)}});
    if (!pack_.write(part.constData(), part.size()))
        return std::unexpected(file::errorFor(errno, folder_, true));
    return {};
}

Result<void> Incoming::finish()
{
    if (!pack_.is_open())
        return {};
    pack_.close();
    if (!pack_)
        return std::unexpected(file::errorFor(errno, folder_, true));
    return {};
}

Result<void> Incoming::moveInto(const std::filesystem::path &packs)
{
    // The pack first: git takes an index for the word that its pack is there.
    std::error_code error;
    for (const char *extension : {".pack", ".idx"}) {
        for (const auto &entry : std::filesystem::directory_iterator(folder_, error)) {
            if (entry.path().extension() != extension)
                continue;
            std::filesystem::rename(entry.path(), packs / entry.path().filename(), error);
            if (error)
                return std::unexpected(file::errorFor(error.value(), packs, true));
        }
        if (auto synced = file::syncFolder(packs); !synced)
            return synced;
    }
    std::filesystem::remove_all(folder_, error);
    return {};
}

} // namespace freehold::change
