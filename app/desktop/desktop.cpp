// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/desktop.h"

namespace freehold::desktop {

Desktop::Desktop(api::Client &client, const Clock &clock, EnginePlaces places)
    : data_(client, clock)
    , keeper_(client, std::move(places))
    , frame_(data_, keeper_)
    , home_(data_)
    , trials_(data_)
    , map_(data_)
    , devices_(data_, DevicesModel::Which::known)
    , newDevices_(data_, DevicesModel::Which::is_new)
    , device_(data_)
    , history_(data_)
    , change_(data_, history_)
    , settings_(data_, preferences_)
    , firstRun_(data_, preferences_)
{
    connect(&home_, &HomeView::changed, this, [this] {
        if (data_.isReady())
            frame_.setLastKnown(home_.counts());
    });
}

void Desktop::undoLast()
{
    if (const std::string change = history_.newestUndoable(); !change.empty())
        data_.act(contract::ChangeUndo{change}, this);
}

void Desktop::showDevice(const QString &device)
{
    devices_.setSearch({});
    device_.setDevice(device);
    frame_.setPage(FrameView::Devices);
}

} // namespace freehold::desktop
