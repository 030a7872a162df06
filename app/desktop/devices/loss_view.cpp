// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/devices/loss_view.h"

namespace freehold::desktop {

LossView::LossView(HouseData &data, AdmittingBackups &admitting, QObject *parent)
    : QObject(parent)
    , data_(data)
    , admitting_(admitting)
{
    connect(&admitting_, &AdmittingBackups::changed, this, [this] {
        hadBackups_ = hadBackups_ || backups() > 0;
        Q_EMIT changed();
    });
    connect(&data_, &HouseData::devicesChanged, this, &LossView::changed);
}

QUrl LossView::router() const
{
    const auto &devices = data_.devices();
    const auto gateway = std::ranges::find_if(devices, [](const contract::Device &device) {
        return device.gateway && !device.is_this && !device.addresses.empty();
    });
    if (gateway == devices.end())
        return {};
    QUrl page;
    page.setScheme(QStringLiteral("http"));
    page.setHost(json::toQString(gateway->addresses.front()));
    return page;
}

void LossView::begin(const QString &device, const QString &name)
{
    device_ = device;
    name_ = name;
    hadBackups_ = backups() > 0;
    admitting_.refresh();
    Q_EMIT changed();
    Q_EMIT begun();
}

} // namespace freehold::desktop
