// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/desktop.h"

#include "words/words.h"

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
    , toTime_(data_, history_)
    , settings_(data_, preferences_)
    , firstRun_(data_, preferences_)
    , addMachine_(data_)
    , join_(data_)
    , backup_(data_)
    , loss_(data_, *backup_.admitting())
    , restoreBackup_(data_)
{
    connect(&device_, &DeviceView::memberForgotten, &loss_, &LossView::begin);
    connect(&join_, &JoinView::joined, &firstRun_, &FirstRunView::houseJoined);
    connect(&restoreBackup_, &RestoreBackupView::restored, &firstRun_, &FirstRunView::houseJoined);
    connect(&firstRun_, &FirstRunView::changed, this, &Desktop::shownChanged);
    connect(&frame_, &FrameView::changed, this, &Desktop::shownChanged);
    connect(&frame_, &FrameView::pageChanged, this, &Desktop::shownChanged);
    connect(
        &devices_, &DevicesModel::searchChanged, this, [this] { newDevices_.setSearch(devices_.search()); });
    connect(&home_, &HomeView::changed, this, [this] {
        if (data_.isReady())
            frame_.setLastKnown(home_.counts());
    });
}

int Desktop::shown() const
{
    if (firstRun_.isNeeded())
        return FirstRun;
    if (frame_.isGone())
        return EngineGone;
    return frame_.isRunning() ? frame_.page() : Starting;
}

void Desktop::undoLast()
{
    const auto *change = history_.find(history_.newestUndoable());
    if (!change) {
        frame_.tell(tr("There is nothing to take back."));
        return;
    }
    //: %1 is a change, in a sentence
    const QString said = tr("Taken back: %1").arg(words::summary(*change));
    data_.act(contract::ChangeUndo{change->id}, this,
        [this, said](const contract::Change &) { frame_.tell(said); });
}

void Desktop::showDevice(const QString &device)
{
    devices_.setSearch({});
    device_.setDevice(device);
    frame_.setPage(FrameView::Devices);
}

void Desktop::showAddMachine()
{
    frame_.setPage(FrameView::Devices);
    addMachine_.open();
}

} // namespace freehold::desktop
