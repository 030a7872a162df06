// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/frame/engine_keeper.h"

#include "support/json.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

namespace freehold::desktop {

namespace {
using namespace std::chrono_literals;
constexpr int mostTries = 3;
constexpr std::chrono::milliseconds patience = 5s; // a large house opens in well under one
constexpr std::chrono::milliseconds firstBackOff = 1s;
constexpr qint64 lastWordsLimit = 4096;

QString program()
{
    const QString beside = QCoreApplication::applicationDirPath() + QStringLiteral("/freeholdd");
    return QFile::exists(beside) ? beside : QStandardPaths::findExecutable(QStringLiteral("freeholdd"));
}

QString wordsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation)
        + QStringLiteral("/freehold/engine.log");
}
} // namespace

EngineKeeper::EngineKeeper(api::Client &client, bool mayStart, QObject *parent)
    : QObject(parent)
    , client_(client)
    , mayStart_(mayStart)
{
    patience_.setSingleShot(true);
    patience_.setInterval(patience);
    backOff_.setSingleShot(true);
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
    return !qEnvironmentVariableIsSet("FREEHOLD_SOCKET") && QFile::exists(QStringLiteral("/run/freehold"));
}

QString EngineKeeper::lastWords() const
{
    QFile file(wordsFile());
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
        tries_ = 0;
        setState(State::running);
    } else if (state_ == State::running) {
        setState(State::looking); // the next attempt tells whether anyone restarted it
    }
}

void EngineKeeper::attemptFailed(const Error &error)
{
    error_ = error;
    if (state_ != State::looking)
        return;
    if (!mayStart_ || isSystems() || error.code != ErrorCode::engine_unreachable)
        setState(State::gone);
    else
        tryToStart();
}

void EngineKeeper::tryToStart()
{
    ++tries_;
    QProcess engine;
    engine.setProgram(program());
    if (const QString socket = qEnvironmentVariable("FREEHOLD_SOCKET"); !socket.isEmpty())
        engine.setArguments({QStringLiteral("--socket"), socket});
    QDir().mkpath(QFileInfo(wordsFile()).path());
    engine.setStandardOutputFile(QProcess::nullDevice());
    engine.setStandardErrorFile(wordsFile(), QIODevice::Truncate);
    if (engine.program().isEmpty() || !engine.startDetached()) {
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
