// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/settings/autostart.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

namespace freehold::desktop::autostart {

namespace {
QString entry()
{
    return QStandardPaths::writableLocation(QStandardPaths::ConfigLocation)
        + QStringLiteral("/autostart/org.freehold.Freehold.desktop");
}
} // namespace

bool isOn()
{
    return QFile::exists(entry());
}

Result<void> set(bool on)
{
    if (!on) {
        if (QFile::exists(entry()) && !QFile::remove(entry()))
            return failure(ErrorCode::file_unwritable, {{"place", entry().toStdString()}});
        return {};
    }
    QDir().mkpath(QFileInfo(entry()).path());
    QSaveFile file(entry());
    QString program = QCoreApplication::applicationFilePath();
    program.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    const QString text = QStringLiteral("[Desktop Entry]\nType=Application\nName=Freehold\n"
                                        "Exec=\"%1\" --hidden\nIcon=freehold\nTerminal=false\n")
                             .arg(program);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0 || !file.commit())
        return failure(ErrorCode::file_unwritable, {{"place", entry().toStdString()}});
    return {};
}

} // namespace freehold::desktop::autostart
