// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/pack_writer.h"

#include "support/crypto.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <zlib.h>

namespace freehold::change::git {

namespace {

/// An object in the pack, as the index lists it.
struct Entry {
    std::string_view id; ///< its bytes
    std::uint32_t checksum;
    std::uint32_t offset;
};

std::string_view bytesOf(const git_oid &id)
{
    return {reinterpret_cast<const char *>(id.id), sizeof id.id};
}

/// Makes zlib streams (RFC 1950), all with one state: zlib's own compress() makes one of 256 KiB for each.
class Compressor {
public:
    Compressor()
    {
        // Small, as the objects of a change are.
        constexpr int windowBits = 12;
        constexpr int memoryLevel = 5;
        deflateInit2(&state_, Z_BEST_SPEED, Z_DEFLATED, windowBits, memoryLevel, Z_DEFAULT_STRATEGY);
    }
    Compressor(const Compressor &) = delete;
    Compressor &operator=(const Compressor &) = delete;
    ~Compressor() { deflateEnd(&state_); }

    /// Errors: internal, for want of memory alone.
    Result<std::string> compressed(const Object &object)
    {
        // Most of a tree are hashes, which nothing makes smaller. When packs are joined, trees become deltas.
        const int level = object.type == GIT_OBJECT_TREE ? Z_NO_COMPRESSION : Z_BEST_SPEED;
        deflateReset(&state_);
        deflateParams(&state_, level, Z_DEFAULT_STRATEGY);
        std::string stream(deflateBound(&state_, object.content.size()), '\0');
        // zlib's interface takes what it only reads as not const.
        state_.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(object.content.data()));
        state_.avail_in = static_cast<uInt>(object.content.size());
        state_.next_out = reinterpret_cast<Bytef *>(stream.data());
        state_.avail_out = static_cast<uInt>(stream.size());
        if (deflate(&state_, Z_FINISH) != Z_STREAM_END)
            return failure(ErrorCode::internal, {{"reason", "an object could not be compressed"}});
        stream.resize(state_.total_out);
        return stream;
    }

private:
    z_stream state_{};
};

std::uint32_t crc32Of(std::string_view bytes)
{
    return static_cast<std::uint32_t>(
        crc32_z(0, reinterpret_cast<const Bytef *>(bytes.data()), bytes.size()));
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

std::string bigEndian(std::size_t number)
{
    std::string bytes;
    for (const unsigned shift : {24U, 16U, 8U, 0U})
        bytes += static_cast<char>(number >> shift);
    return bytes;
}

/// Ends a file with the hash of all that stands before it, as packs and indexes do; returns the hash.
std::string seal(std::string &file)
{
    std::string digest = crypto::sha1(file);
    file += digest;
    return digest;
}

std::string indexOf(std::vector<Entry> entries, const std::string &packDigest)
{
    std::ranges::sort(entries, {}, &Entry::id);
    constexpr std::string_view magic("\377tOc", 4);
    constexpr std::size_t version = 2;
    std::string index(magic);
    index += bigEndian(version);
    // The fan-out: how many ids begin with this byte or a smaller one.
    std::array<std::size_t, 256> counts{};
    for (const Entry &entry : entries)
        ++counts.at(static_cast<unsigned char>(entry.id.front()));
    std::size_t sum = 0;
    for (const std::size_t count : counts)
        index += bigEndian(sum += count);
    for (const Entry &entry : entries)
        index += entry.id;
    for (const Entry &entry : entries)
        index += bigEndian(entry.checksum);
    for (const Entry &entry : entries)
        index += bigEndian(entry.offset);
    index += packDigest;
    seal(index);
    return index;
}

std::string hexOf(const std::string &digest)
{
    return QByteArray::fromStdString(digest).toHex().toStdString();
}

/// libgit2's hash looks for contents that were made to collide, at four times the cost. A folder's tree, tens
/// of kilobytes with every change, is of names and hashes: nobody can lay such content into it.
Result<git_oid> hashOf(const std::string &content, git_object_t type)
{
    git_oid id;
    if (type == GIT_OBJECT_TREE) {
        const auto hash = crypto::sha1("tree " + std::to_string(content.size()) + '\0' + content);
        std::memcpy(id.id, hash.data(), sizeof id.id);
        return id;
    }
    if (const int code = git_odb_hash(&id, content.data(), content.size(), type); code != 0)
        return lastError(code, "object");
    return id;
}

} // namespace

Result<git_oid> PackWriter::add(std::string content, git_object_t type)
{
    const git_oid id = TRY(hashOf(content, type));
    // Two documents may say the same; a pack has each object once.
    const bool isNew = std::ranges::none_of(
        objects_, [&](const Object &object) { return git_oid_equal(&object.id, &id) != 0; });
    if (isNew)
        objects_.push_back({id, type, std::move(content)});
    return id;
}

Result<PackFiles> PackWriter::write(const std::filesystem::path &packs, const PassingPlaces &passing) const
{
    constexpr std::size_t version = 2;
    std::string pack = "PACK" + bigEndian(version) + bigEndian(objects_.size());
    std::vector<Entry> entries;
    Compressor compressor;
    for (const Object &object : objects_) {
        const std::size_t offset = pack.size();
        pack += objectHeader(object.type, object.content.size()) + TRY(compressor.compressed(object));
        entries.push_back({bytesOf(object.id), crc32Of(std::string_view(pack).substr(offset)),
            static_cast<std::uint32_t>(offset)});
    }
    const std::string digest = seal(pack);
    const std::string index = indexOf(std::move(entries), digest);

    const auto name = (packs / ("pack-" + hexOf(digest))).string();
    auto packFile = TRY(file::PassingFile::write(passing.pack(), name + ".pack", pack));
    packFile.start();
    auto indexFile = TRY(file::PassingFile::write(passing.packIndex(), name + ".idx", index));
    indexFile.start();
    return PackFiles(std::move(packFile), std::move(indexFile), packs, {pack.size(), index.size()});
}

PackFiles::PackFiles(
    file::PassingFile pack, file::PassingFile index, std::filesystem::path packs, Lengths bytes)
    : pack_(std::move(pack))
    , index_(std::move(index))
    , packs_(std::move(packs))
    , bytes_(bytes)
{
}

Result<void> PackFiles::sync()
{
    if (auto synced = pack_.sync(); !synced)
        return synced;
    return index_.sync();
}

Result<void> PackFiles::put()
{
    if (auto put = pack_.put(); !put)
        return put;
    // The index last: git takes a pack to be whole that has one.
    if (auto put = index_.put(); !put)
        return put;
    return file::syncFolder(packs_);
}

} // namespace freehold::change::git
