// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faults/engine/engine_at_work.h"
#include "scenarios/discovery/probe.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace freehold::testing {

/// The device that offers this service, as `device.list` has it; empty where there is none.
inline QJsonObject deviceOffering(const QJsonArray &devices, const QString &service)
{
    for (const auto device : devices) {
        for (const auto offered : device[u"services"].toArray()) {
            if (offered[u"name"].toString() == service)
                return device.toObject();
        }
    }
    return {};
}

/// Asked of a running engine without a program between.
inline QJsonArray devicesOf(PlainClient &client)
{
    return client.call("device.list").value_or(QJsonObject())[u"result"].toArray();
}

} // namespace freehold::testing
