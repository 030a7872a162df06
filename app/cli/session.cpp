// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/session.h"

#include "cli/inputs.h"
#include "cli/phrases.h"
#include "cli/render.h"
#include "cli/text_table.h"
#include "words/words.h"

#include <QJsonDocument>

#include <cstdio>

namespace freehold::cli {

namespace {

using json::toQString;

void print(std::FILE *stream, const std::string &text)
{
    std::fwrite(text.data(), 1, text.size(), stream);
    std::fflush(stream);
}

std::string compact(const QJsonValue &value)
{
    const QByteArray text = value.isArray() ? QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact)
                                            : QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    return text.toStdString() + '\n';
}

std::string sentences(const words::Told &told)
{
    return harmless((told.happened + QStringLiteral(". ") + told.remedy + u'.').toStdString());
}

std::string place(const Problem &problem)
{
    if (problem.document.empty())
        return {};
    return problem.line > 0 ? std::format("{}:{}: ", problem.document, problem.line)
                            : problem.document + ": ";
}

} // namespace

std::string errorText(const Error &error)
{
    if (error.problems.size() == 1)
        return "error: " + harmless(place(error.problems.front())) + sentences(words::tell(error)) + '\n';
    std::string text = "error: " + sentences(words::tell(error)) + '\n';
    for (const Problem &problem : error.problems) {
        const contract::DocumentError told{
            problem.document, problem.key, problem.line, problem.code, problem.arguments, {}, {}};
        text += "  " + harmless(place(problem)) + sentences(words::tell(told)) + '\n';
    }
    return text;
}

Session::Session(Invocation invocation)
    : invocation_(std::move(invocation))
    , method_(invocation_.command->method)
{
    if (invocation_.explain && !invocation_.command->explainedBy.empty())
        method_ = invocation_.command->explainedBy;
}

/// What the command line named and the call takes: contents of files, the secret.
Result<void> Session::complete()
{
    for (const Parameter &parameter : invocation_.command->parameters) {
        const QString field = toQString(parameter.field);
        if (parameter.given == Given::files) {
            invocation_.parameters[field] = json::write(TRY(readDocuments(invocation_.documents)));
        } else if (parameter.given == Given::file) {
            TRY(checkIsNew(invocation_.outputFile).transform([] { return true; }));
        } else if (parameter.isSecret() && invocation_.secretDescriptor) {
            invocation_.parameters[field]
                = toQString(TRY(readPassphrase(*invocation_.secretDescriptor)).text());
        } else if (parameter.given == Given::new_secret) {
            invocation_.parameters[field] = toQString(TRY(askForPassphrase(true)).text());
        }
    }
    if (!invocation_.explain)
        return {};
    // Explaining takes the documents alone.
    for (const Parameter &parameter : invocation_.command->parameters) {
        if (parameter.given != Given::files)
            invocation_.parameters.remove(toQString(parameter.field));
    }
    return {};
}

void Session::start()
{
    if (const auto completed = complete(); !completed) {
        fail(completed.error());
        return;
    }
    client_ = std::make_unique<api::Client>(
        invocation_.socket ? std::vector<std::string>{*invocation_.socket} : api::engineSockets());
    connect(client_.get(), &api::Client::attemptFailed, this, &Session::fail);
    connect(client_.get(), &api::Client::stateChanged, this, [this](api::ConnectionState state) {
        if (state == api::ConnectionState::connected && !begun_)
            begin();
        else if (state == api::ConnectionState::lost)
            fail(unreachable());
    });
    if (method_ == contract::Watch::info.method)
        watch();
    client_->setMember(invocation_.member);
    client_->start();
}

Error Session::unreachable() const
{
    if (invocation_.member.empty())
        return {ErrorCode::engine_unreachable, {}, {}};
    return {ErrorCode::peer_unreachable, {{"member", client_->memberName()}}, {}};
}

void Session::begin()
{
    begun_ = true;
    if (method_ == contract::HouseBackup::info.method)
        return backUp();
    if (!invocation_.sourceFile.empty())
        return sendFile();
    if (method_ != contract::Watch::info.method)
        ask();
}

void Session::ask()
{
    call(*client_, this, method_, invocation_.parameters,
        [this](Result<Answer> given) { answer(std::move(given)); });
}

void Session::backUp()
{
    QString passphrase = invocation_.parameters.take(QStringLiteral("passphrase")).toString();
    writing_ = std::make_unique<BackupWriting>(*client_, invocation_.outputFile,
        Secret::of(passphrase.toStdString()),
        invocation_.parameters.value(QStringLiteral("observations")).toBool());
    connect(writing_.get(), &BackupWriting::finished, this, [this](const Result<BackupMade> &made) {
        if (!made)
            return fail(made.error());
        print(stdout, invocation_.json ? compact(json::write(*made)) : render(*made));
        finish(ExitStatus::done);
    });
    writing_->start();
}

void Session::sendFile()
{
    sending_ = std::make_unique<BackupSending>(*client_, invocation_.sourceFile);
    connect(sending_.get(), &BackupSending::finished, this, [this](const Result<std::string> &backup) {
        if (!backup)
            return fail(backup.error());
        for (const Parameter &parameter : invocation_.command->parameters) {
            if (parameter.given == Given::source)
                invocation_.parameters[toQString(parameter.field)] = toQString(*backup);
        }
        ask();
    });
    sending_->start();
}

/// The field of a secret that the engine may do without, and that is not given yet.
std::optional<QString> Session::missingSecret() const
{
    for (const Parameter &parameter : invocation_.command->parameters) {
        const QString field = toQString(parameter.field);
        if (parameter.given == Given::secret && !invocation_.parameters.contains(field))
            return field;
    }
    return std::nullopt;
}

void Session::watch()
{
    termination_ = std::make_unique<Termination>();
    connect(termination_.get(), &Termination::asked, this, [this] { finish(ExitStatus::done); });
    client_->subscribeToAll(
        this, [](const QJsonObject &message) { print(stdout, compact(withSentences(message))); });
}

void Session::answer(Result<Answer> answer)
{
    const auto secret = missingSecret();
    if (!answer && answer.error().code == ErrorCode::passphrase_missing && secret) {
        const auto typed = askForPassphrase(false);
        if (!typed)
            return fail(typed.error());
        invocation_.parameters[*secret] = toQString(typed->text());
        return ask();
    }
    if (!answer) {
        fail(answer.error());
        return;
    }
    if (!invocation_.outputFile.empty()) {
        const auto written = writeNewSecretFile(invocation_.outputFile, answer->fileContent);
        if (!written) {
            fail(written.error());
            return;
        }
        answer->json = QJsonObject{{QStringLiteral("file"), toQString(invocation_.outputFile)},
            {QStringLiteral("bytes"), static_cast<qint64>(answer->fileContent.size())}};
        answer->text = Cli::tr("Written to %1. Keep it away from this machine, and its passphrase elsewhere.")
                           .arg(toQString(invocation_.outputFile))
                           .toStdString()
            + '\n';
    }
    print(stdout, invocation_.json ? compact(answer->json) : answer->text);
    finish(answer->rolledBack ? ExitStatus::rolled_back : ExitStatus::done);
}

void Session::fail(const Error &error)
{
    if (finished_)
        return;
    print(stderr, errorText(error));
    switch (error.code) {
    case ErrorCode::engine_unreachable:
        finish(ExitStatus::unreachable);
        return;
    case ErrorCode::peer_unreachable:
        // Of whom the call itself was to reach, another engine has said so.
        finish(error.arguments.contains("member") ? ExitStatus::unreachable : ExitStatus::refused);
        return;
    case ErrorCode::passphrase_missing:
        finish(ExitStatus::wrong_usage);
        return;
    default:
        finish(ExitStatus::refused);
    }
}

/// Once: an engine that goes away ends the call and the connection.
void Session::finish(ExitStatus status)
{
    if (!std::exchange(finished_, true))
        Q_EMIT finished(status);
}

} // namespace freehold::cli
