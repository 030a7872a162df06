// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/frame/engine_keeper.h"

#include "api_wire/engine_sockets.h"
#include "support/json.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

namespace freehold::desktop {

namespace {
using namespace std::chrono_literals;
constexpr int mostTries = 3;
constexpr std::chrono::milliseconds patience = 5s; // a large house opens in well under one
constexpr std::chrono::milliseconds firstBackOff = 1s;
constexpr std::chrono::milliseconds provenAfter = 30s; // one that dies sooner would die for ever
constexpr qint64 lastWordsLimit = 4096;
} // namespace

EnginePlaces enginePlaces()
{
    const QString beside = QCoreApplication::applicationDirPath() + QStringLiteral("/freeholdd");
    return {.chosen = qEnvironmentVariable("FREEHOLD_SOCKET"),
        .systems = json::toQString(api::systemEngineSocket),
        .program
        = QFile::exists(beside) ? beside : QStandardPaths::findExecutable(QStringLiteral("freeholdd")),
        .lastWords = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation)
            + QStringLiteral("/freehold/engine.log")};
}

EngineKeeper::EngineKeeper(api::Client &client, EnginePlaces places, QObject *parent)
    : QObject(parent)
    , client_(client)
    , places_(std::move(places))
{
    patience_.setSingleShot(true);
    patience_.setInterval(patience);
    backOff_.setSingleShot(true);
    proven_.setSingleShot(true);
    proven_.setInterval(provenAfter);
    connect(&proven_, &QTimer::timeout, this, [this] { tries_ = 0; });
    connect(&client_, &api::Client::stateChanged, this, &EngineKeeper::connectionChanged);
    connect(&client_, &api::Client::attemptFailed, this, &EngineKeeper::attemptFailed);
    connect(&backOff_, &QTimer::timeout, this, &EngineKeeper::tryToStart);
    connect(&patience_, &QTimer::timeout, this, [this] {
        if (tries_ >= mostTries)
            setState(State::gone);
        else
            backOff_.start(firstBackOff * (1 << tries_));
    });
}

bool EngineKeeper::isSystems() const
{
    return places_.chosen.isEmpty() && !places_.systems.isEmpty()
        && (lastWasSystems_ || QFileInfo(places_.systems).dir().exists());
}

bool EngineKeeper::mayStart() const
{
    return !places_.program.isEmpty() && places_.chosen.isEmpty() && !isSystems()
        && error_.code == ErrorCode::engine_unreachable;
}

QString EngineKeeper::lastWords() const
{
    QFile file(places_.lastWords);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    file.seek(std::max<qint64>(0, file.size() - lastWordsLimit));
    return QString::fromUtf8(file.readAll()).trimmed();
}

void EngineKeeper::startAgain()
{
    tries_ = 0;
    tryToStart();
}

void EngineKeeper::connectionChanged()
{
    if (client_.state() == api::ConnectionState::connected) {
        patience_.stop();
        backOff_.stop();
        proven_.start();
        lastWasSystems_ = json::toQString(client_.place()) == places_.systems;
        setState(State::running);
    } else if (state_ == State::running) {
        proven_.stop();
        setState(State::looking); // the next attempt tells whether anyone restarted it
    }
}

void EngineKeeper::attemptFailed(const Error &error)
{
    error_ = error;
    if (state_ != State::looking)
        return;
    if (mayStart() && tries_ < mostTries)
        tryToStart();
    else
        setState(State::gone);
}

void EngineKeeper::tryToStart()
{
    ++tries_;
    QProcess engine;
    engine.setProgram(places_.program);
    QDir().mkpath(QFileInfo(places_.lastWords).path());
    engine.setStandardOutputFile(QProcess::nullDevice());
    engine.setStandardErrorFile(places_.lastWords, QIODevice::Truncate);
    if (!engine.startDetached()) {
        setState(State::gone);
        return;
    }
    setState(State::starting);
    patience_.start();
}

void EngineKeeper::setState(State state)
{
    state_ = state;
    Q_EMIT stateChanged();
}

} // namespace freehold::desktop
