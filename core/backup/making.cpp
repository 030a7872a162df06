// SPDX-License-Identifier: GPL-3.0-or-later
#include "backup/making.h"

#include "support/json.h"

#include <QBuffer>
#include <QJsonDocument>

#include <algorithm>

namespace freehold::backup {

Result<Making> Making::begin(Manifest manifest, Secret seed, std::vector<std::unique_ptr<QIODevice>> packs,
    const QByteArray &observations, const Secret &passphrase)
{
    for (const auto &pack : packs)
        manifest.packs.push_back(pack->size());
    manifest.observations = observations.size();
    if (!observations.isEmpty()) {
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(observations);
        buffer->open(QIODevice::ReadOnly);
        packs.push_back(std::move(buffer));
    }
    const std::string text
        = QJsonDocument(json::write(manifest).toObject()).toJson(QJsonDocument::Compact).toStdString() + '\n';
    if (text.size() > Manifest::mostBytes || seed.size() != seedBytes)
        return failure(ErrorCode::internal, {{"missing", "manifest"}});
    Secret start(text.size() + seed.size());
    std::ranges::copy(asBytes(text), start.data());
    std::ranges::copy(seed.view(), start.data() + text.size());
    return Making(TRY(Sealer::create(passphrase)), std::move(start), std::move(packs));
}

Result<QByteArray> Making::next(std::size_t mostBytes)
{
    QByteArray part;
    if (!std::exchange(hasFirstLine_, true))
        part += QByteArray::fromStdString(sealer_.firstLine());
    Secret chunk(chunkBytes);
    while (!isWhole_ && static_cast<std::size_t>(part.size()) + chunkBytes + tagBytes <= mostBytes) {
        const std::size_t filled = TRY(fill(chunk));
        isWhole_ = startTaken_ == start_.size() && current_ == rest_.size();
        const Bytes sealed = TRY(sealer_.seal(chunk.view().first(filled), isWhole_));
        part.append(reinterpret_cast<const char *>(sealed.data()), static_cast<qsizetype>(sealed.size()));
    }
    return part;
}

Result<std::size_t> Making::fill(Secret &chunk)
{
    std::size_t filled = std::min(chunk.size(), start_.size() - startTaken_);
    std::ranges::copy(start_.view().subspan(startTaken_, filled), chunk.data());
    startTaken_ += filled;
    while (filled < chunk.size() && current_ < rest_.size()) {
        QIODevice &source = *rest_[current_];
        const qint64 read = source.read(
            reinterpret_cast<char *>(chunk.data() + filled), static_cast<qint64>(chunk.size() - filled));
        if (read < 0 || (read == 0 && !source.atEnd()))
            return failure(ErrorCode::file_unreadable, {{"place", "pack"}});
        filled += static_cast<std::size_t>(read);
        if (source.atEnd())
            ++current_;
    }
    return filled;
}

} // namespace freehold::backup
