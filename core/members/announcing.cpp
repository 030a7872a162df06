// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/announcing.h"

#include "support/crypto.h"

#include <QByteArray>

namespace freehold::members {

namespace {
std::string byChance()
{
    constexpr std::size_t bytes = 8;
    const auto random = crypto::randomBytes(bytes);
    return QByteArray(reinterpret_cast<const char *>(random.data()), static_cast<qsizetype>(random.size()))
        .toHex()
        .toStdString();
}
} // namespace

Announcing::Announcing(const Clock &clock)
    : clock_(clock)
{
    end_.setSingleShot(true);
    end_.setInterval(time);
    connect(&end_, &QTimer::timeout, this, &Announcing::close);
}

Result<contract::OpenPairing> Announcing::open(std::uint16_t port)
{
    if (port == 0)
        return failure(ErrorCode::member_port_closed);
    if (!end_.isActive())
        Q_EMIT wanted(platform::Announcement{
            "freehold-" + byChance(), serviceType, port, {"v=1", "id=" + byChance()}, {}});
    end_.start();
    return contract::OpenPairing{clock_.now() + time};
}

void Announcing::close()
{
    end_.stop();
    Q_EMIT wanted(std::nullopt);
}

} // namespace freehold::members
