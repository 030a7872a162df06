// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/home/home_view.h"

#include "desktop/devices/device_words.h"
#include "desktop/frame/moments.h"
#include "support/secret.h"
#include "words/words.h"

#include <array>

namespace freehold::desktop {

namespace {
std::array<int, 3> countPlaces(const HouseData &data)
{
    std::array<int, 3> counts{};
    for (const auto &device : data.devices())
        ++counts[static_cast<std::size_t>(placeOf(device, data.now()))];
    return counts;
}

QString argument(const contract::Finding &finding, const std::string &key)
{
    const auto found = finding.args.find(key);
    return found == finding.args.end() ? QString() : json::toQString(found->second);
}
} // namespace

HomeView::HomeView(HouseData &data, QObject *parent)
    : QObject(parent)
    , data_(data)
{
    for (const auto signal : {&HouseData::statusChanged, &HouseData::devicesChanged,
             &HouseData::peopleChanged, &HouseData::readyChanged, &HouseData::pairingsChanged})
        connect(&data_, signal, this, &HomeView::refresh);
    refresh();
}

void HomeView::tellNewDevice(const contract::Finding &finding, Attention &item) const
{
    const auto *device = data_.device(item.subject.toStdString());
    if (!device || !device->first_seen)
        return;
    const QString kind = words::name(device->kind);
    const QString when = moment(*device->first_seen, data_.now());
    const bool today = dayOf(*device->first_seen) == dayOf(data_.now());
    if (device->kind == contract::DeviceKind::unknown)
        item.title = today ? tr("A new device joined at %1. Whose is it?").arg(when)
                           : tr("A new device joined on %1. Whose is it?").arg(when);
    else
        item.title = today ? tr("A new %1 joined at %2. Whose is it?").arg(kind, when)
                           : tr("A new %1 joined on %2. Whose is it?").arg(kind, when);
    //: %1 is the name that a device gives itself
    item.meaning = tr("It calls itself “%1”.").arg(argument(finding, "name"));
}

QString HomeView::headline() const
{
    const int needed = needs();
    if (needed == 0)
        return tr("All is well.");
    if (needed == 1)
        return tr("One thing needs you. All else is well.");
    return tr("%n thing(s) need you.", "", needed);
}

QString HomeView::counts() const
{
    const auto [home, elsewhere, lost] = countPlaces(data_);
    QStringList sentences{tr("%n device(s) are at home.", "", home)};
    if (elsewhere > 0)
        sentences.append(tr("%n are elsewhere.", "", elsewhere));
    if (lost > 0)
        sentences.append(tr("%n have not been seen lately.", "", lost));
    return sentences.join(u' ');
}

QString HomeView::shortCounts() const
{
    const auto [home, elsewhere, lost] = countPlaces(data_);
    return tr("%1 at home, %2 elsewhere, %3 not seen lately.").arg(home).arg(elsewhere).arg(lost);
}

int HomeView::needs() const
{
    return static_cast<int>(std::ranges::count(attention_, false, &Attention::calm));
}

int HomeView::newDevices() const
{
    return static_cast<int>(std::ranges::count(data_.devices(), true, &contract::Device::is_new));
}

contract::Finding HomeView::named(contract::Finding finding)
{
    const auto change = finding.args.find("change");
    if (change == finding.args.end())
        return finding;
    const std::string id = change->second;
    const auto [summary, isNew] = summaries_.try_emplace(id);
    if (!summary->second.empty())
        finding.args.insert_or_assign("summary", summary->second);
    if (isNew)
        data_.client().call(
            contract::ChangeShow{id}, this, [this, id](const Result<std::vector<contract::Change>> &answer) {
                if (!answer || answer->empty())
                    return;
                summaries_[id] = words::summary(answer->front()).toStdString();
                refresh();
            });
    return finding;
}

void HomeView::offerRemedy(const contract::Finding &finding, Attention &item) const
{
    using enum contract::FindingCode;
    if (finding.code == new_device) {
        item.action = ShowDevice;
        item.subject = argument(finding, "device");
        tellNewDevice(finding, item);
        item.remedy = tr("Say whose it is");
        item.calm = false;
    } else if (finding.code == vault_locked && argument(finding, "sealed_by") == u"passphrase") {
        item.action = Unlock;
        item.remedy = tr("Unlock…");
    } else if (finding.code == vault_key_on_disk) {
        item.action = Seal;
        item.remedy = tr("Choose a passphrase…");
    } else {
        if (finding.code == vault_locked) {
            item.action = AskAgain;
            item.remedy = tr("Try again");
        }
        const QString remedy = withFullStop(words::tell(finding, words::Audience::app).remedy);
        item.meaning = QStringList{item.meaning, remedy}.join(u' ').trimmed();
        if (finding.code == by_hand_refused || finding.code == not_in_force) {
            item.action = ShowHistory;
            item.remedy = tr("Show History");
        }
    }
}

void HomeView::tellWaiting(QList<Attention> &items) const
{
    const auto waits = [](const contract::Pairing &pairing) {
        return pairing.state == contract::PairingState::waiting_for_digits;
    };
    const auto count = std::ranges::count_if(data_.pairings(), waits);
    if (count == 0 || !data_.house())
        return;
    // One line, however many there are: who floods a house with requests gets no page for it.
    const auto first = std::ranges::find_if(data_.pairings(), waits);
    const QString house = json::toQString(data_.house()->name);
    items.append({count == 1 ? tr("“%1” wants to join %2.").arg(json::toQString(first->peer), house)
                             : tr("%n machine(s) want to join %1.", "", static_cast<int>(count)).arg(house),
        tr("You let it in by the digits that it shows. If nobody here asked for this, refuse it."),
        QStringLiteral("member"), tr("Look at it…"), AddMachine, {}, false});
}

void HomeView::refresh()
{
    QList<Attention> wanted;
    const auto status = data_.isReady() ? data_.status() : std::nullopt;
    for (const auto &told : status ? status->attention : std::vector<contract::Finding>()) {
        if (told.code == contract::FindingCode::house_missing)
            continue; // the first run leads there
        const auto finding = named(told);
        const auto said = words::tell(finding, words::Audience::app);
        Attention item{withFullStop(said.happened), withFullStop(said.means), QStringLiteral("alert"), {},
            NoAction, {}, finding.severity == contract::Severity::info};
        offerRemedy(finding, item);
        if (item.calm)
            item.icon = QStringLiteral("info");
        wanted.append(std::move(item));
    }
    if (data_.isReady())
        tellWaiting(wanted);
    std::ranges::stable_sort(wanted, {}, &Attention::calm);
    if (wanted != attention_) {
        attention_ = std::move(wanted);
        Q_EMIT attentionChanged();
    }
    Q_EMIT changed();
}

void HomeView::unlock(QString passphrase)
{
    contract::VaultUnlock call{passphrase.toStdString()};
    passphrase.fill(u'\0');
    data_.act(call, this);
    wipe(*call.passphrase);
}

void HomeView::askAgain()
{
    data_.act(contract::VaultUnlock{}, this);
}

void HomeView::seal(QString passphrase)
{
    contract::VaultSetPassphrase call{passphrase.toStdString()};
    passphrase.fill(u'\0');
    data_.act(call, this);
    std::ranges::fill(call.passphrase, '\0');
}

} // namespace freehold::desktop
