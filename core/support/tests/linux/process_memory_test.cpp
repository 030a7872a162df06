// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/file.h"
#include "support/secret.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <openssl/crypto.h>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace freehold;

namespace {

/// Debian's "nobody": who runs the tests as root tries it as another, since root reads everything.
constexpr uid_t unprivileged = 65534;

void dropPrivileges()
{
    if (::getuid() == 0 && (::setgid(unprivileged) != 0 || ::setuid(unprivileged) != 0))
        ::_exit(EXIT_FAILURE);
}

/// The error of opening a process's memory as the user whose process it is; 0 where it opens.
int errorOfOpeningMemory(qint64 process)
{
    const std::string path = "/proc/" + std::to_string(process) + "/mem";
    const pid_t child = ::fork();
    if (child == 0) {
        dropPrivileges();
        ::_exit(::open(path.c_str(), O_RDONLY | O_CLOEXEC) >= 0 ? 0 : errno);
    }
    int status = 0;
    return ::waitpid(child, &status, 0) == child && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// Reads memory as the kernel sees it, which is defined for freed memory too.
Bytes memoryAt(const void *address, std::size_t size)
{
    Bytes bytes(size);
    const iovec local{bytes.data(), size};
    const iovec remote{const_cast<void *>(address), size};
    const ssize_t count = ::process_vm_readv(::getpid(), &local, 1, &remote, 1, 0);
    bytes.resize(count < 0 ? 0 : static_cast<std::size_t>(count));
    return bytes;
}

} // namespace

class ProcessMemoryTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    /// The holder, running as one without privileges, from a folder that such a one can enter.
    bool startHolder(QProcess &process, const QString &argument)
    {
        const QString program = folder_.filePath(QStringLiteral("holder"));
        if (!QFile::exists(program)) {
            if (!QFile::copy(
                    QCoreApplication::applicationDirPath() + QStringLiteral("/secret_holder"), program))
                return false;
            std::filesystem::permissions(folder_.path().toStdString(), std::filesystem::perms{0755});
            std::filesystem::permissions(program.toStdString(), std::filesystem::perms{0755});
        }
        process.setChildProcessModifier(dropPrivileges);
        process.start(program, {argument});
        return process.waitForReadyRead() && process.readAll() == "ready\n";
    }

    static void stop(QProcess &process)
    {
        process.closeWriteChannel();
        process.waitForFinished();
    }

private Q_SLOTS:
    void aProtectedProcessIsNotReadByItsOwnUser()
    {
        QProcess guarded;
        QVERIFY(startHolder(guarded, QStringLiteral("protected")));
        QCOMPARE(errorOfOpeningMemory(guarded.processId()), EACCES);
        stop(guarded);

        QProcess open;
        QVERIFY(startHolder(open, QStringLiteral("open")));
        if (errorOfOpeningMemory(open.processId()) != 0)
            qWarning("this system guards every process, so this test says little");
        stop(open);
    }

    void aProtectedProcessLeavesNoCoreDump()
    {
        QProcess process;
        QVERIFY(startHolder(process, QStringLiteral("protected")));
        QFile limits(QStringLiteral("/proc/%1/limits").arg(process.processId()));
        QVERIFY(limits.open(QIODevice::ReadOnly));
        QByteArray line;
        for (const QByteArray &each : limits.readAll().split('\n'))
            if (each.startsWith("Max core file size"))
                line = each.simplified();
        QCOMPARE(line, "Max core file size 0 0 bytes");
        stop(process);
    }

    void aSecretIsLockedInMemoryAndGoneAfterwards()
    {
        constexpr std::size_t size = 256;
        const void *address = nullptr;
        {
            const Secret secret = Secret::of(Bytes(size, 0xa5));
            address = secret.view().data();
            QCOMPARE(memoryAt(address, size), Bytes(size, 0xa5));
            QFile status(QStringLiteral("/proc/self/status"));
            QVERIFY(status.open(QIODevice::ReadOnly));
            const QByteArray all = status.readAll();
            const auto at = all.indexOf("VmLck:");
            QVERIFY(at >= 0 && !all.mid(at, all.indexOf('\n', at) - at).simplified().startsWith("VmLck: 0 "));
        }
        const Bytes after = memoryAt(address, size);
        QVERIFY(std::ranges::search(after, std::array<std::uint8_t, 4>{0xa5, 0xa5, 0xa5, 0xa5}).empty());
    }
};

QTEST_GUILESS_MAIN(ProcessMemoryTest)
#include "process_memory_test.moc"
