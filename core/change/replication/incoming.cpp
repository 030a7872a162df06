// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/replication/incoming.h"

#include "support/file.h"

#include <cerrno>

namespace freehold::change {

Result<Incoming> Incoming::in(std::filesystem::path folder)
{
    std::error_code error;
    std::filesystem::remove_all(folder, error);
    if (auto made = file::makeFolder(folder / "pack"); !made)
        return std::unexpected(std::move(made).error());
    return Incoming(std::move(folder));
}

Incoming::Incoming(Incoming &&other) noexcept
    : folder_(std::exchange(other.folder_, {}))
    , pack_(std::move(other.pack_))
    , begun_(other.begun_)
    , bytes_(other.bytes_)
{
}

Incoming &Incoming::operator=(Incoming &&other) noexcept
{
    std::swap(folder_, other.folder_);
    std::swap(pack_, other.pack_);
    std::swap(begun_, other.begun_);
    std::swap(bytes_, other.bytes_);
    return *this;
}

Incoming::~Incoming()
{
    remove();
}

void Incoming::remove()
{
    std::error_code error;
    if (!folder_.empty())
        std::filesystem::remove_all(folder_, error);
}

Result<void> Incoming::beginPack()
{
    if (auto ended = finish(); !ended)
        return ended;
    if (begun_ >= mostPacks)
        return failure(
            ErrorCode::message_too_large, {{"part", "packs"}, {"limit", std::to_string(mostPacks)}});
    const auto path = packs() / (std::to_string(begun_++) + ".incoming");
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

Result<void> Incoming::moveInto(const std::filesystem::path &place)
{
    // The pack first: git takes an index for the word that its pack is there.
    std::error_code error;
    for (const char *extension : {".pack", ".idx"}) {
        for (const auto &entry : std::filesystem::directory_iterator(packs(), error)) {
            if (entry.path().extension() != extension)
                continue;
            std::filesystem::rename(entry.path(), place / entry.path().filename(), error);
            if (error)
                return std::unexpected(file::errorFor(error.value(), place, true));
        }
        if (auto synced = file::syncFolder(place); !synced)
            return synced;
    }
    remove();
    return {};
}

} // namespace freehold::change
