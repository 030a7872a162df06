// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#if FREEHOLD_IS_CONFINED
#include <linux/landlock.h>

#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace {

/// Whether this build keeps the helper to some folders, and the kernel can.
bool canConfine()
{
#if FREEHOLD_IS_CONFINED
    return ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION) >= 1;
#else
    return false;
#endif
}

} // namespace

/// The helper program, as the engine starts it, on packs that git itself has made.
class IndexPackTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;

    [[nodiscard]] QString place(const QString &name) const { return folder_->filePath(name); }
    /// How a program ended.
    static int run(const QString &program, const QStringList &arguments, const QString &in = {})
    {
        QProcess process;
        process.setWorkingDirectory(in);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        process.waitForFinished();
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }
    static int indexPacks(const QStringList &folders)
    {
        return run(QStringLiteral(FREEHOLD_INDEX_PACK), folders);
    }
    /// A pack of git's own, with one commit in it.
    [[nodiscard]] QString madePack() const
    {
        const QString house = place(QStringLiteral("house"));
        QDir().mkpath(house);
        const auto git
            = [&](const QStringList &arguments) { return run(QStringLiteral("git"), arguments, house) == 0; };
        const bool made = git({QStringLiteral("init"), QStringLiteral("-q")})
            && git({QStringLiteral("-c"), QStringLiteral("user.name=x"), QStringLiteral("-c"),
                QStringLiteral("user.email=x@example.org"), QStringLiteral("commit"),
                QStringLiteral("--allow-empty"), QStringLiteral("-qm"), QStringLiteral("first")})
            && git({QStringLiteral("repack"), QStringLiteral("-adq")});
        const QDir packs(house + QStringLiteral("/.git/objects/pack"));
        const auto found = packs.entryList({QStringLiteral("*.pack")});
        return made && !found.isEmpty() ? packs.filePath(found.first()) : QString();
    }
    [[nodiscard]] QString folder(const QString &name) const
    {
        QDir().mkpath(place(name));
        return place(name);
    }
    [[nodiscard]] static qsizetype indexesIn(const QString &folder)
    {
        return QDir(folder).entryList({QStringLiteral("pack-*.idx")}).size();
    }

private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void packsOfSeveralFoldersAreIndexedAtOnce()
    {
        const QString pack = madePack();
        QVERIFY(!pack.isEmpty());
        const QString one = folder(QStringLiteral("one"));
        const QString other = folder(QStringLiteral("other"));
        QVERIFY(QFile::copy(pack, one + QStringLiteral("/0.incoming")));
        QVERIFY(QFile::copy(pack, other + QStringLiteral("/0.incoming")));
        QCOMPARE(indexPacks({one, other}), 0);
        QCOMPARE(indexesIn(one), 1);
        QCOMPARE(indexesIn(other), 1);
    }

    void whatIsNoPackIsRefused()
    {
        const QString one = folder(QStringLiteral("one"));
        QFile file(one + QStringLiteral("/0.incoming"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("PACK, or so it says");
        file.close();
        QCOMPARE(indexPacks({one}), 1);
        QCOMPARE(indexesIn(one), 0);
    }

    void whatLiesElsewhereIsOutOfReach()
    {
        const QString pack = madePack();
        const QString one = folder(QStringLiteral("one"));
        QVERIFY(QFile::link(pack, one + QStringLiteral("/0.incoming")));
        // Where a kernel can't withhold it, it is read as it always was.
        QCOMPARE(indexPacks({one}), canConfine() ? 1 : 0);
        QCOMPARE(indexesIn(one), canConfine() ? 0 : 1);
    }
};

QTEST_GUILESS_MAIN(IndexPackTest)
#include "index_pack_test.moc"
