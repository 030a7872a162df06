// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/history/restore_to_time.h"

#include "desktop/frame/moments.h"

#include <QLocale>

#include <array>

namespace freehold::desktop {

namespace {
/// The locale's own, with the year in full: what follows from two digits is guesswork.
QString dayFormat()
{
    QString format = QLocale().dateFormat(QLocale::ShortFormat);
    if (!format.contains(QStringLiteral("yyyy")))
        format.replace(QStringLiteral("yy"), QStringLiteral("yyyy"));
    return format;
}

QDate dayFrom(const QString &typed)
{
    // People write 1.2.2026 as well as 01.02.2026.
    QString loose = dayFormat();
    loose.replace(QStringLiteral("dd"), QStringLiteral("d"))
        .replace(QStringLiteral("MM"), QStringLiteral("M"));
    const QDate day = QLocale().toDate(typed.trimmed(), dayFormat());
    return day.isValid() ? day : QLocale().toDate(typed.trimmed(), loose);
}

QTime timeFrom(const QString &typed)
{
    const QTime time = QLocale().toTime(typed.trimmed(), QLocale::ShortFormat);
    return time.isValid() ? time : QTime::fromString(typed.trimmed(), QStringLiteral("H:mm"));
}

Time timeOf(const QDateTime &when)
{
    return Time(std::chrono::milliseconds(when.toMSecsSinceEpoch()));
}
} // namespace

RestoreToTime::RestoreToTime(HouseData &data, const HistoryModel &history, QObject *parent)
    : RestoreView(data, history, parent)
    , data_(data)
{
}

void RestoreToTime::begin()
{
    const auto now = QDateTime::fromMSecsSinceEpoch(data_.now().time_since_epoch().count());
    choose({now.date().addDays(-1), QTime(now.time().hour(), now.time().minute())});
}

void RestoreToTime::setDay(const QString &typed)
{
    const QDate day = dayFrom(typed);
    if (day.isValid())
        choose({day, when_.time()});
    else
        //: %1 is today, as people write it
        refuse(tr("Write the day as in %1.").arg(QLocale().toString(dayOf(data_.now()), dayFormat())));
}

void RestoreToTime::setTime(const QString &typed)
{
    const QTime time = timeFrom(typed);
    if (time.isValid())
        choose({when_.date(), time});
    else
        refuse(tr("Write the time as in %1.").arg(clockTime(data_.now())));
}

void RestoreToTime::moveBy(int days)
{
    choose(when_.addDays(days));
}

QString RestoreToTime::day() const
{
    return QLocale().toString(when_.date(), dayFormat());
}

QString RestoreToTime::time() const
{
    return when_.isValid() ? clockTime(timeOf(when_)) : QString();
}

QString RestoreToTime::button() const
{
    const QString when = moment(timeOf(when_), data_.now());
    if (when.endsWith(time()))
        return tr("Put the house back to %1").arg(when);
    return tr("Put the house back to %1, %2").arg(when, time());
}

bool RestoreToTime::isLatest() const
{
    return when_.date() >= dayOf(data_.now());
}

void RestoreToTime::choose(const QDateTime &when)
{
    if (timeOf(when) > data_.now()) {
        refuse(tr("That is still to come."));
        return;
    }
    when_ = when;
    refusal_.clear();
    setTarget(toRfc3339(timeOf(when_)));
    Q_EMIT whenChanged();
}

void RestoreToTime::refuse(const QString &why)
{
    refusal_ = why;
    Q_EMIT whenChanged();
}

} // namespace freehold::desktop
