// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/first_run/first_run_view.h"

namespace freehold::desktop {

FirstRunView::FirstRunView(HouseData &data, Preferences &preferences, QObject *parent)
    : QObject(parent)
    , data_(data)
    , preferences_(preferences)
{
    for (const auto signal : {&HouseData::statusChanged, &HouseData::devicesChanged,
             &HouseData::peopleChanged, &HouseData::readyChanged})
        connect(&data_, signal, this, &FirstRunView::changed);
    connect(&preferences_, &Preferences::firstRunChanged, this, &FirstRunView::changed);
    connect(&data_, &HouseData::failed, this, [this] {
        busy_ = false;
        Q_EMIT changed();
    });
}

bool FirstRunView::isNeeded() const
{
    if (!data_.isReady())
        return false;
    // A house that is there and can't be read is no missing one: Home says what is wrong with it.
    const bool missing = std::ranges::contains(
        data_.status()->attention, contract::FindingCode::house_missing, &contract::Finding::code);
    return missing
        || (data_.house() && preferences_.firstRunStep() > House && !preferences_.isFirstRunEnded());
}

int FirstRunView::step() const
{
    const int walked = preferences_.firstRunStep();
    // A house that exists is never asked for again, and without one nothing can come after it.
    return data_.house() ? std::clamp(walked, static_cast<int>(People), static_cast<int>(Ready))
                         : std::clamp(walked, static_cast<int>(Machine), static_cast<int>(House));
}

QString FirstRunView::machine() const
{
    if (const QString chosen = preferences_.machineName(); !chosen.isEmpty())
        return chosen;
    return data_.status() ? json::toQString(data_.status()->engine.device) : QString();
}

QString FirstRunView::house() const
{
    return data_.house() ? json::toQString(data_.house()->name) : QString();
}

int FirstRunView::found() const
{
    return static_cast<int>(std::ranges::count(data_.devices(), false, &contract::Device::is_this));
}

void FirstRunView::nameMachine(const QString &name)
{
    preferences_.setMachineName(name.trimmed());
    preferences_.setFirstRunStep(House);
}

void FirstRunView::createHouse(const QString &name)
{
    if (busy_ || data_.house())
        return;
    busy_ = true;
    Q_EMIT changed();
    data_.act(contract::HouseCreate{name.trimmed().toStdString(), {}, {}}, this,
        [this](const contract::House &) { goOnFrom(People); });
}

void FirstRunView::setWay(int way)
{
    if (way == way_)
        return;
    way_ = way;
    Q_EMIT changed();
}

void FirstRunView::houseJoined()
{
    goOnFrom(Ready);
}

void FirstRunView::goOnFrom(Step step)
{
    busy_ = false;
    preferences_.setFirstRunStep(step);
    // The name could not be given before there was a house to keep it.
    const QString name = preferences_.machineName();
    const auto *device = data_.thisDevice();
    if (!device || name.isEmpty() || name.toStdString() == device->name) {
        Q_EMIT changed();
        return;
    }
    const contract::DeviceRename rename{device->id, name.toStdString()};
    if (way_ != New) // where it may not, or another is called so, it keeps the name that the house gave it
        data_.client().call(rename, this, [](const auto &) { });
    else
        data_.act(rename, this);
    Q_EMIT changed();
}

void FirstRunView::next()
{
    if (step() < Ready) {
        preferences_.setFirstRunStep(step() + 1);
        return;
    }
    preferences_.setFirstRunEnded(true);
    Q_EMIT ended();
}

void FirstRunView::back()
{
    preferences_.setFirstRunStep(std::max(0, step() - 1));
}

} // namespace freehold::desktop
