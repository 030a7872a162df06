// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/frame/moments.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace freehold::desktop {

namespace {
QDateTime local(Time time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count());
}

struct Moments {
    Q_DECLARE_TR_FUNCTIONS(Moments)
};

constexpr int daysCalledByName = 6;
} // namespace

QDate dayOf(Time time)
{
    return local(time).date();
}

QString clockTime(Time time)
{
    QString format = QLocale().timeFormat(QLocale::ShortFormat);
    format.remove(QStringLiteral(":ss")); // the C locale's own, where a session sets none
    return QLocale().toString(local(time).time(), format);
}

QString moment(Time time, Time now)
{
    const QDate day = dayOf(time);
    const QDate today = dayOf(now);
    if (day == today)
        return clockTime(time);
    if (day.daysTo(today) > 0 && day.daysTo(today) <= daysCalledByName)
        //: a day of the week and a time
        return Moments::tr("%1 %2").arg(QLocale().dayName(day.dayOfWeek()), clockTime(time));
    return shortDay(day, today);
}

QString shortDay(QDate day, QDate today)
{
    return QLocale().toString(
        day, day.year() == today.year() ? Moments::tr("d MMMM") : Moments::tr("d MMMM yyyy"));
}

QString dayTitle(QDate day, QDate today)
{
    const qint64 ago = day.daysTo(today);
    if (ago == 0)
        return Moments::tr("Today");
    if (ago == 1)
        return Moments::tr("Yesterday");
    if (ago > 0 && ago <= daysCalledByName)
        return QLocale().standaloneDayName(day.dayOfWeek());
    return {};
}

QString longDay(QDate day, QDate today)
{
    return QLocale().toString(
        day, day.year() == today.year() ? Moments::tr("dddd d MMMM") : Moments::tr("dddd d MMMM yyyy"));
}

QString timeLeft(std::chrono::milliseconds left)
{
    const auto seconds = std::max<qint64>(0, std::chrono::ceil<std::chrono::seconds>(left).count());
    const QLocale locale;
    if (seconds < 60)
        return Moments::tr("%1 s").arg(locale.toString(seconds));
    if (seconds < 3600)
        return Moments::tr("%1 min %2 s").arg(locale.toString(seconds / 60), locale.toString(seconds % 60));
    return Moments::tr("%1 h %2 min")
        .arg(locale.toString(seconds / 3600), locale.toString(seconds / 60 % 60));
}

QString withFullStop(const QString &text)
{
    const bool ends = text.isEmpty() || text.endsWith(u'.') || text.endsWith(u'?');
    return ends ? text : text + u'.';
}

QString capitalised(QString name)
{
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return name;
}

} // namespace freehold::desktop
