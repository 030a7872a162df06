// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/frame/frame_view.h"

#include "desktop/frame/moments.h"
#include "words/words.h"

#include <QClipboard>
#include <QGuiApplication>

namespace freehold::desktop {

FrameView::FrameView(HouseData &data, EngineKeeper &keeper, QObject *parent)
    : QObject(parent)
    , data_(data)
    , keeper_(keeper)
{
    for (const auto signal : {&HouseData::statusChanged, &HouseData::devicesChanged,
             &HouseData::peopleChanged, &HouseData::readyChanged})
        connect(&data_, signal, this, &FrameView::refresh);
    connect(&keeper_, &EngineKeeper::stateChanged, this, &FrameView::keeperChanged);
    connect(&data_, &HouseData::failed, this, &FrameView::tellFailure);
    refresh();
}

void FrameView::setPage(int page)
{
    if (page == page_ || page < Home || page > Settings)
        return;
    page_ = page;
    Q_EMIT pageChanged();
}

void FrameView::refresh()
{
    if (data_.isReady()) {
        // Kept while the engine is gone: the rail then still says whose house it was.
        house_ = data_.house() ? json::toQString(data_.house()->name) : QString();
        const auto people = static_cast<int>(data_.people().size());
        const auto devices = static_cast<int>(data_.devices().size());
        //: the people and the devices of a house, each with its number
        counts_ = tr("%1, %2").arg(tr("%n person(s)", "", people), tr("%n device(s)", "", devices));
        const auto *device = data_.thisDevice();
        machine_ = json::toQString(device ? device->name : data_.status()->engine.device);
        wasRunning_ = true;
        gone_ = false;
        stopped_.reset();
    }
    Q_EMIT changed();
}

void FrameView::keeperChanged()
{
    const bool running = keeper_.state() == EngineKeeper::State::running;
    if (!running && wasRunning_ && !stopped_)
        stopped_ = data_.now();
    if (!running)
        gone_ = wasRunning_ || keeper_.state() == EngineKeeper::State::gone;
    Q_EMIT changed();
}

bool FrameView::isStarting() const
{
    return keeper_.state() == EngineKeeper::State::starting
        || keeper_.state() == EngineKeeper::State::looking;
}

bool FrameView::mayStart() const
{
    return keeper_.mayStart() && elsewhere_.isEmpty();
}

QString FrameView::engineWords() const
{
    if (data_.isReady())
        return tr("Freehold is running");
    if (stopped_)
        return tr("Freehold stopped at %1").arg(clockTime(*stopped_));
    return gone_ ? tr("Freehold is not running") : tr("Freehold is starting");
}

QString FrameView::happened() const
{
    if (problem().code != ErrorCode::engine_unreachable)
        return withFullStop(words::tell(problem(), words::Audience::app).happened);
    if (!keeper_.chosenPlace().isEmpty())
        return tr("Nothing answers at %1, the place that FREEHOLD_SOCKET names.").arg(keeper_.chosenPlace());
    if (keeper_.isSystems())
        return tr("This machine's own Freehold service doesn't answer.");
    if (keeper_.state() == EngineKeeper::State::gone && keeper_.tries() > 0)
        return tr("Freehold ended, and did not come back. It was started %n time(s).", "", keeper_.tries());
    if (keeper_.tries() > 0)
        return tr("Freehold ended unexpectedly. It is being started again, try %1 of 3.")
            .arg(keeper_.tries());
    return tr("Freehold ended unexpectedly.");
}

Error FrameView::problem() const
{
    const Error &error = keeper_.error();
    const bool saysWhy = error.code != ErrorCode::engine_unreachable && error.code != ErrorCode::internal;
    if (elsewhere_.isEmpty() || saysWhy)
        return error;
    return {ErrorCode::peer_unreachable, {{"member", elsewhere_.toStdString()}}, {}};
}

QString FrameView::means() const
{
    if (!elsewhere_.isEmpty())
        return tr("What it shows can't be seen from here now. This machine and your house go on.");
    return tr("Nothing that was kept is lost. Until it is back, new devices aren't noticed and nothing can "
              "be changed.");
}

QString FrameView::remedy() const
{
    if (problem().code != ErrorCode::engine_unreachable)
        return withFullStop(words::tell(problem(), words::Audience::app).remedy);
    if (!keeper_.chosenPlace().isEmpty())
        return tr("Start the engine that serves this place, or start Freehold without FREEHOLD_SOCKET.");
    if (keeper_.isSystems())
        return tr("Start it with “systemctl start freeholdd”, or ask whoever looks after this machine.");
    if (isStarting())
        return tr("Nothing: it carries on where it was as soon as it is back.");
    if (!mayStart())
        return tr("Install Freehold again: its program “freeholdd” is missing.");
    return tr("Start Freehold again. It carries on where it was.");
}

QString FrameView::details() const
{
    return isGone() && elsewhere_.isEmpty() ? keeper_.lastWords() : QString();
}

QString FrameView::stoppedAt() const
{
    return stopped_ ? clockTime(*stopped_) : QString();
}

void FrameView::start()
{
    keeper_.startAgain();
}

void FrameView::showMember(const QString &id, const QString &name)
{
    elsewhere_ = name;
    // Until the other answers there is nothing that has stopped.
    wasRunning_ = gone_ = false;
    stopped_.reset();
    data_.client().setMember(id.toStdString());
    Q_EMIT changed();
}

void FrameView::copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

void FrameView::setLastKnown(const QString &sentences)
{
    lastKnown_ = sentences;
}

void FrameView::tellFailure(const Error &error)
{
    const auto told = words::tell(error, words::Audience::app);
    setNotice(QStringList{withFullStop(told.happened), withFullStop(told.remedy)}.join(u' ').trimmed(), true);
}

void FrameView::tell(const QString &sentence)
{
    setNotice(withFullStop(sentence), false);
}

void FrameView::dismissNotice()
{
    setNotice({}, false);
}

void FrameView::setNotice(const QString &text, bool failure)
{
    notice_ = text;
    noticeIsFailure_ = failure;
    Q_EMIT noticeChanged();
}

} // namespace freehold::desktop
