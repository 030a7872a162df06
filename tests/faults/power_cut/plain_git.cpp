// SPDX-License-Identifier: GPL-3.0-or-later
#include "plain_git.h"

#include "support/file.h"

#include <QProcess>

namespace freehold::testing {

std::string whatGitSays(const std::filesystem::path &workTree, const std::vector<std::string> &arguments)
{
    QStringList words;
    for (const std::string &argument : arguments)
        words << QString::fromStdString(argument);
    QProcess process;
    process.setWorkingDirectory(QString::fromStdString(workTree.string()));
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("git"), words);
    process.waitForFinished();
    std::string text = process.readAll().toStdString();
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        text += " (exit " + std::to_string(process.exitCode()) + ')';
    return text.empty() ? text : arguments.front() + ": " + text;
}

Result<change::ObjectId> commitByHand(const std::filesystem::path &workTree, const HandWritten &document)
{
    TRY(file::writeDurably(workTree / document.path, document.text));
    for (const std::vector<std::string> &arguments : {std::vector<std::string>{"add", "--all"},
             std::vector<std::string>{"commit", "--quiet", "--message=by hand"}}) {
        if (std::string said = whatGitSays(workTree, arguments); !said.empty())
            return failure(ErrorCode::internal, {{"reason", std::move(said)}});
    }
    TRY(file::syncTree(workTree));
    const auto repository = TRY(change::Repository::open(workTree));
    return repository.resolve(change::mainReference);
}

} // namespace freehold::testing
