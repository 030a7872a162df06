// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/inputs.h"

#include "cli/phrases.h"
#include "cli/silent_terminal.h"
#include "contract/document_kind.h"
#include "support/file.h"

#include <QStringDecoder>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace freehold::cli {

namespace {

/// More than anyone types; bounds what a descriptor given by mistake can pour in.
constexpr std::size_t longestPassphraseBytes = 4096;

Result<std::string> readAll(int descriptor, std::size_t limitBytes, const std::string &place)
{
    std::string content;
    // One that is not left on the stack, as it may hold a passphrase.
    Secret part(std::size_t{64} * 1024);
    while (true) {
        const ssize_t count = ::read(descriptor, part.data(), part.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return std::unexpected(file::errorFor(errno, place, false));
        if (count == 0)
            return content;
        content.append(part.text().substr(0, static_cast<std::size_t>(count)));
        if (content.size() > limitBytes)
            return failure(
                ErrorCode::document_too_large, {{"place", place}, {"limit", std::to_string(limitBytes)}});
    }
}

bool isUtf8(const std::string &text)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    return !decoder.hasError();
}

} // namespace

Result<std::vector<contract::DocumentContent>> readDocuments(std::span<const Invocation::Document> documents)
{
    std::vector<contract::DocumentContent> contents;
    for (const auto &[document, path] : documents) {
        auto content = path == "-" ? readAll(STDIN_FILENO, contract::maximumDocumentBytes, document)
                                   : file::read(path, contract::maximumDocumentBytes);
        if (!content && content.error().code == ErrorCode::document_too_large)
            return std::unexpected(Error{ErrorCode::documents_invalid, {},
                {{document, {}, 0, ErrorCode::document_too_large, content.error().arguments}}});
        if (!content)
            return std::unexpected(std::move(content).error());
        if (!isUtf8(*content))
            return std::unexpected(Error{
                ErrorCode::documents_invalid, {}, {{document, {}, 0, ErrorCode::document_encoding, {}}}});
        contents.push_back({document, std::move(*content)});
    }
    return contents;
}

Result<void> checkIsNew(const std::string &path)
{
    std::error_code error;
    if (std::filesystem::exists(std::filesystem::symlink_status(path, error)))
        return failure(ErrorCode::file_unwritable, {{"place", path}});
    return {};
}

Result<void> writeNewSecretFile(const std::string &path, std::string_view content)
{
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return std::unexpected(file::errorFor(errno, path, true));
    std::size_t done = 0;
    while (done < content.size()) {
        const ssize_t count = ::write(descriptor, content.data() + done, content.size() - done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            break;
        done += static_cast<std::size_t>(count);
    }
    const bool written = done == content.size() && ::fsync(descriptor) == 0;
    const int number = errno;
    ::close(descriptor);
    if (written)
        return file::syncFolder(std::filesystem::absolute(path).parent_path());
    ::unlink(path.c_str());
    return std::unexpected(file::errorFor(number, path, true));
}

Result<Secret> readPassphrase(int descriptor)
{
    std::string content
        = TRY(readAll(descriptor, longestPassphraseBytes, "--passphrase-fd " + std::to_string(descriptor)));
    Secret passphrase = Secret::of(std::string_view(content).substr(0, content.find('\n')));
    wipe(content);
    if (passphrase.isEmpty())
        return failure(ErrorCode::passphrase_missing);
    return passphrase;
}

Result<Secret> askForPassphrase(bool isNew)
{
    const SilentTerminal terminal;
    if (!terminal.isReady())
        return failure(ErrorCode::passphrase_missing);
    Secret passphrase
        = terminal.ask(isNew ? Cli::tr("New passphrase:") : Cli::tr("Passphrase:"), longestPassphraseBytes);
    if (passphrase.isEmpty())
        return failure(ErrorCode::passphrase_missing);
    if (isNew && terminal.ask(Cli::tr("The same again:"), longestPassphraseBytes).text() != passphrase.text())
        return failure(ErrorCode::passphrase_wrong, {{"why", "differs"}});
    return passphrase;
}

} // namespace freehold::cli
