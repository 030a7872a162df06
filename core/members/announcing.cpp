// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/announcing.h"

#include "support/crypto.h"

#include <array>

namespace freehold::members {

namespace {

constexpr std::size_t idBytes = 8;

std::string byChance()
{
    return toHex(crypto::randomBytes(idBytes));
}

/// What members announce on a day of UTC.
std::string idOf(const Secret &secret, std::chrono::sys_days day)
{
    const std::string text = "freehold announcing 1\n" + toRfc3339(Time(day));
    return toHex(ByteView(crypto::hmacSha256(secret.view(), asBytes(text))).first(idBytes));
}

platform::Announcement announcementOf(std::uint16_t port, const std::string &id)
{
    return {"freehold-" + byChance(), Announcing::serviceType, port, {"v=1", "id=" + id}, {}};
}

} // namespace

Announcing::Announcing(const Clock &clock)
    : clock_(clock)
{
    end_.setSingleShot(true);
    end_.setInterval(time);
    connect(&end_, &QTimer::timeout, this, &Announcing::close);
    day_.setSingleShot(true);
    day_.setTimerType(Qt::VeryCoarseTimer);
    connect(&day_, &QTimer::timeout, this, &Announcing::tellMembers);
}

bool Announcing::isOurs(const Secret &secret, const std::string &id, Time now)
{
    const auto day = std::chrono::floor<std::chrono::days>(now);
    return id == idOf(secret, day) || id == idOf(secret, day - std::chrono::days(1))
        || id == idOf(secret, day + std::chrono::days(1));
}

Result<contract::OpenPairing> Announcing::open(std::uint16_t port)
{
    if (port == 0)
        return failure(ErrorCode::member_port_closed);
    if (!end_.isActive())
        tell(announcementOf(port, byChance()));
    end_.start();
    return contract::OpenPairing{clock_.now() + time};
}

void Announcing::close()
{
    end_.stop();
    tellMembers();
}

void Announcing::setAtHome(std::optional<Secret> secret, std::uint16_t port)
{
    secret_ = std::move(secret);
    port_ = port;
    if (!end_.isActive())
        tellMembers();
}

void Announcing::tellMembers()
{
    day_.stop();
    if (!secret_ || port_ == 0) {
        tell(std::nullopt);
        return;
    }
    const auto today = std::chrono::floor<std::chrono::days>(clock_.now());
    const std::string id = idOf(*secret_, today);
    const auto left = today + std::chrono::days(1) - clock_.now();
    day_.start(std::chrono::ceil<std::chrono::milliseconds>(left));
    const std::vector<std::string> txt{"v=1", "id=" + id};
    if (!end_.isActive() && !(told_ && told_->txt == txt && told_->port == port_))
        tell(announcementOf(port_, id));
}

void Announcing::tell(std::optional<platform::Announcement> announcement)
{
    if (announcement == told_)
        return;
    told_ = std::move(announcement);
    Q_EMIT wanted(told_);
}

} // namespace freehold::members
