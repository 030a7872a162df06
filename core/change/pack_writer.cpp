// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/pack_writer.h"

#include <QByteArray>
#include <QCryptographicHash>

namespace freehold::change::git {

namespace {

/// Names in trees are pressed as well by the quickest level as by any; hashes by none.
constexpr int quickestLevel = 1;

/// A zlib stream of nothing (RFC 1950, RFC 1951), which qCompress() does not make.
constexpr std::string_view emptyStream("\x78\x01\x03\x00\x00\x00\x00\x01", 8);

std::string compressed(std::string_view content)
{
    if (content.empty())
        return std::string(emptyStream);
    constexpr qsizetype lengthBytes = 4; // Qt's own, before the stream
    const QByteArray made = qCompress(reinterpret_cast<const uchar *>(content.data()),
        static_cast<qsizetype>(content.size()), quickestLevel);
    return made.sliced(lengthBytes).toStdString();
}

/// Type and size before an object: four bits of the size beside the type, then seven a byte.
std::string objectHeader(git_object_t type, std::size_t size)
{
    constexpr unsigned more = 0x80;
    std::string header;
    std::size_t byte = (static_cast<std::size_t>(type) << 4) | (size & 0x0f);
    for (size >>= 4; size != 0; size >>= 7) {
        header += static_cast<char>(byte | more);
        byte = size & 0x7f;
    }
    return header + static_cast<char>(byte);
}

std::string bigEndian(std::uint32_t number)
{
    std::string bytes;
    for (const unsigned shift : {24U, 16U, 8U, 0U})
        bytes += static_cast<char>(number >> shift);
    return bytes;
}

} // namespace

Result<git_oid> PackWriter::add(std::string_view content, git_object_t type)
{
    git_oid id;
    if (const int code = git_odb_hash(&id, content.data(), content.size(), type); code != 0)
        return lastError(code, "object");
    // Two documents may say the same; a pack has each object once.
    if (ids_.insert(toHex(id)).second)
        objects_ += objectHeader(type, content.size()) + compressed(content);
    return id;
}

Result<void> PackWriter::write(const std::filesystem::path &packs) const
{
    constexpr std::uint32_t version = 2;
    std::string pack
        = "PACK" + bigEndian(version) + bigEndian(static_cast<std::uint32_t>(ids_.size())) + objects_;
    const QByteArray digest = QCryptographicHash::hash(pack, QCryptographicHash::Sha1);
    pack.append(digest.constData(), static_cast<std::size_t>(digest.size()));

    // The indexer reads all of it again, names it and, as git::Library asks, waits for the disk.
    constexpr unsigned usualMode = 0;
    git_indexer *made = nullptr;
    if (const int code = git_indexer_new(&made, packs.c_str(), usualMode, nullptr, nullptr); code != 0)
        return lastError(code, packs.string());
    const Owned<git_indexer, git_indexer_free> indexer(made);
    git_indexer_progress progress{};
    int code = git_indexer_append(made, pack.data(), pack.size(), &progress);
    if (code == 0)
        code = git_indexer_commit(made, &progress);
    return code == 0 ? Result<void>() : lastError(code, packs.string());
}

} // namespace freehold::change::git
