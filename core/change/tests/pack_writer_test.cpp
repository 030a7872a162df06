// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/pack_writer.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace freehold;
using namespace freehold::change;

namespace {

/// What a git program says in a folder, given these words; fails where it fails.
QByteArray gitSays(const QString &folder, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(QStringLiteral("git"), arguments);
    const bool done = process.waitForFinished() && process.exitCode() == 0;
    return done ? process.readAllStandardOutput() : "failed: " + process.readAllStandardError();
}

} // namespace

class PackWriterTest : public QObject {
    Q_OBJECT

private:
    const git::Library library_;
    std::optional<QTemporaryDir> folder_;

    [[nodiscard]] Result<void> write(const git::PackWriter &pack) const
    {
        const std::filesystem::path folder = folder_->path().toStdString();
        auto files = TRY(pack.write(folder / "objects/pack", PassingPlaces(folder)));
        if (auto synced = files.sync(); !synced)
            return synced;
        return files.put();
    }

private Q_SLOTS:
    void init()
    {
        folder_.emplace();
        gitSays(
            folder_->path(), {QStringLiteral("init"), QStringLiteral("--bare"), QStringLiteral("--quiet")});
    }

    void gitReadsObjectsOfAnySize_data()
    {
        QTest::addColumn<int>("size");
        // Where the size takes another byte (four bits, eleven, eighteen), and nothing at all.
        for (const int size : {0, 1, 15, 16, 2'047, 2'048, 262'143, 262'144})
            QTest::addRow("%d", size) << size;
    }
    void gitReadsObjectsOfAnySize()
    {
        QFETCH(const int, size);
        std::string content;
        for (int at = 0; at < size; ++at)
            content += static_cast<char>(at % 251);
        git::PackWriter pack;
        const auto id = pack.add(content, GIT_OBJECT_BLOB);
        QVERIFY(id);
        QVERIFY(write(pack));
        const QString name = QString::fromStdString(git::toHex(*id));
        QCOMPARE(gitSays(folder_->path(), {QStringLiteral("cat-file"), QStringLiteral("blob"), name}),
            QByteArray::fromStdString(content));
        QCOMPARE(gitSays(folder_->path(),
                     {QStringLiteral("fsck"), QStringLiteral("--strict"), QStringLiteral("--no-dangling")}),
            QByteArray());
    }

    void whatIsAddedTwiceIsThereOnce()
    {
        git::PackWriter pack;
        const auto first = pack.add("name = \"Ana\"\n", GIT_OBJECT_BLOB);
        const auto second = pack.add("name = \"Ana\"\n", GIT_OBJECT_BLOB);
        QVERIFY(first && second);
        QCOMPARE(git::toHex(*first), git::toHex(*second));
        QVERIFY(write(pack));
        const QByteArray counts
            = gitSays(folder_->path(), {QStringLiteral("count-objects"), QStringLiteral("-v")});
        QVERIFY2(counts.contains("in-pack: 1\n"), counts.constData());
    }
};

QTEST_GUILESS_MAIN(PackWriterTest)
#include "pack_writer_test.moc"
