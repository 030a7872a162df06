// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Freehold.Desktop
import Freehold.Devices

/// Joins the Devices page to its view models. Imported only here, so that other pages start without it.
DevicesPage {
    id: page

    required property Desktop desktop

    devices: desktop.devices
    newDevices: desktop.newDevices
    device: desktop.device
    addMachine: desktop.addMachine
    loss: desktop.loss
    mayShow: desktop.frame.elsewhere === ""
    onCopied: text => page.desktop.frame.copy(text)
    onShowAsked: (device, name) => page.desktop.frame.showMember(device, name)
}
