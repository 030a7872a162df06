// SPDX-License-Identifier: GPL-3.0-or-later
#include "backup/reading.h"

#include "backup/damaged.h"
#include "support/file.h"
#include "support/json.h"

#include <QJsonDocument>

#include <algorithm>
#include <cerrno>

namespace freehold::backup {

Result<Reading> Reading::open(const std::filesystem::path &path, const Secret &passphrase)
{
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    std::ifstream file(path, std::ios::binary);
    if (error || !file)
        return std::unexpected(file::errorFor(error ? error.value() : errno, path, false));
    std::string line(mostFirstLineBytes, '\0');
    file.getline(line.data(), static_cast<std::streamsize>(line.size()));
    if (!file || file.eof())
        return damaged("first line");
    line.resize(static_cast<std::size_t>(file.gcount()));
    line.back() = '\n'; // as which getline() counts it
    const std::uintmax_t left = size - line.size();
    Reading reading(std::move(file), left, TRY(Opener::create(line, passphrase)));
    if (auto read = reading.readManifest(); !read)
        return std::unexpected(std::move(read).error());
    return reading;
}

Result<void> Reading::refill()
{
    constexpr std::uintmax_t most = chunkBytes + tagBytes;
    if (left_ == 0)
        return damaged("end");
    Bytes sealed(static_cast<std::size_t>(std::min(left_, most)));
    file_.read(reinterpret_cast<char *>(sealed.data()), static_cast<std::streamsize>(sealed.size()));
    if (!file_)
        return damaged("end");
    left_ -= sealed.size();
    chunk_ = TRY(opener_.open(sealed, left_ == 0));
    taken_ = 0;
    return {};
}

Result<void> Reading::read(std::span<std::uint8_t> into)
{
    while (!into.empty()) {
        if (taken_ == chunk_.size()) {
            if (auto filled = refill(); !filled)
                return filled;
        }
        const std::size_t size = std::min(into.size(), chunk_.size() - taken_);
        std::ranges::copy(chunk_.view().subspan(taken_, size), into.begin());
        taken_ += size;
        into = into.subspan(size);
    }
    return {};
}

Result<void> Reading::readManifest()
{
    std::string text;
    for (std::uint8_t byte = 0; byte != '\n'; text += static_cast<char>(byte)) {
        if (text.size() == Manifest::mostBytes)
            return damaged("manifest");
        if (auto had = read({&byte, 1}); !had)
            return had;
    }
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(text));
    auto manifest = json::read<Manifest, json::UnknownFields::ignored>(document.object(), {});
    if (!manifest)
        return damaged("manifest");
    if (manifest->version > Manifest::newestVersion)
        return failure(ErrorCode::format_newer, {{"part", "backup"}});
    manifest_ = std::move(*manifest);
    seed_ = Secret(seedBytes);
    return read({seed_.data(), seedBytes});
}

Result<void> Reading::packs(
    const std::function<Result<void>()> &begin, const std::function<Result<void>(const QByteArray &)> &take)
{
    for (std::int64_t pack : manifest_.packs) {
        if (auto begun = begin(); !begun)
            return begun;
        while (pack > 0) {
            QByteArray part(std::min<std::int64_t>(pack, chunkBytes), Qt::Uninitialized);
            if (auto had = read(
                    {reinterpret_cast<std::uint8_t *>(part.data()), static_cast<std::size_t>(part.size())});
                !had)
                return had;
            if (auto taken = take(part); !taken)
                return taken;
            pack -= part.size();
        }
    }
    return {};
}

Result<std::optional<store::Observations>> Reading::observations()
{
    if (manifest_.observations < 0 || manifest_.observations > mostObservationBytes)
        return damaged("observations");
    QByteArray text(manifest_.observations, Qt::Uninitialized);
    auto had = read({reinterpret_cast<std::uint8_t *>(text.data()), static_cast<std::size_t>(text.size())});
    if (!had)
        return std::unexpected(std::move(had).error());
    if (taken_ != chunk_.size() || left_ != 0)
        return damaged("end");
    if (text.isEmpty())
        return std::nullopt;
    const auto document = QJsonDocument::fromJson(text);
    auto seen = json::read<store::Observations, json::UnknownFields::ignored>(document.object(), {});
    if (!document.isObject() || !seen)
        return damaged("observations");
    return std::move(*seen);
}

} // namespace freehold::backup
