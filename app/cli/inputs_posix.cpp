// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/inputs.h"

#include "cli/phrases.h"
#include "support/file.h"

#include <QStringDecoder>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace freehold::cli {

namespace {

/// More than anyone types; bounds what a descriptor given by mistake can pour in.
constexpr std::size_t longestPassphraseBytes = 4096;

Result<std::string> readAll(int descriptor, std::size_t limitBytes, const std::string &place)
{
    std::string content;
    char part[64 * 1024];
    while (true) {
        const ssize_t count = ::read(descriptor, part, sizeof part);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return std::unexpected(file::errorFor(errno, place, false));
        if (count == 0)
            return content;
        content.append(part, static_cast<std::size_t>(count));
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

/// A terminal that shows nothing of what is typed, until this goes.
class SilentTerminal {
public:
    SilentTerminal()
        : descriptor_(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY))
    {
        if (descriptor_ < 0 || ::tcgetattr(descriptor_, &before_) != 0)
            return;
        termios silent = before_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        isSilent_ = ::tcsetattr(descriptor_, TCSAFLUSH, &silent) == 0;
    }
    SilentTerminal(const SilentTerminal &) = delete;
    SilentTerminal &operator=(const SilentTerminal &) = delete;
    ~SilentTerminal()
    {
        if (isSilent_)
            ::tcsetattr(descriptor_, TCSAFLUSH, &before_);
        if (descriptor_ >= 0)
            ::close(descriptor_);
    }

    [[nodiscard]] bool isReady() const { return isSilent_; }

    [[nodiscard]] std::string ask(const QString &question) const
    {
        write(question.toUtf8() + ' ');
        std::string line;
        char letter = 0;
        while (line.size() < longestPassphraseBytes && ::read(descriptor_, &letter, 1) == 1 && letter != '\n')
            line += letter;
        write("\n");
        return line;
    }

private:
    void write(const QByteArray &text) const
    {
        [[maybe_unused]] const auto written
            = ::write(descriptor_, text.data(), static_cast<std::size_t>(text.size()));
    }

    int descriptor_;
    bool isSilent_ = false;
    termios before_{};
};

} // namespace

Result<std::vector<contract::DocumentContent>> readDocuments(std::span<const Invocation::Document> documents)
{
    std::vector<contract::DocumentContent> contents;
    for (const auto &[document, path] : documents) {
        auto content = path == "-" ? readAll(STDIN_FILENO, documentLimitBytes, document)
                                   : file::read(path, documentLimitBytes);
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

Result<std::string> readPassphrase(int descriptor)
{
    std::string content
        = TRY(readAll(descriptor, longestPassphraseBytes, "--passphrase-fd " + std::to_string(descriptor)));
    content.resize(std::min(content.size(), content.find('\n')));
    if (content.empty())
        return failure(ErrorCode::passphrase_missing);
    return content;
}

Result<std::string> askForPassphrase(bool isNew)
{
    const SilentTerminal terminal;
    if (!terminal.isReady())
        return failure(ErrorCode::passphrase_missing);
    std::string passphrase = terminal.ask(isNew ? Cli::tr("New passphrase:") : Cli::tr("Passphrase:"));
    if (passphrase.empty())
        return failure(ErrorCode::passphrase_missing);
    if (isNew && terminal.ask(Cli::tr("The same again:")) != passphrase)
        return failure(ErrorCode::passphrase_wrong, {{"why", "differs"}});
    return passphrase;
}

} // namespace freehold::cli
