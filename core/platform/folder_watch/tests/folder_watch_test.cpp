// SPDX-License-Identifier: GPL-3.0-or-later
#include "folder_watch/folder_watch.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using freehold::platform::FolderWatch;

class FolderWatchTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;

    [[nodiscard]] std::filesystem::path place(const char *name = "") const
    {
        return std::filesystem::path(folder_->path().toStdString()) / name;
    }
    static void write(const std::filesystem::path &file, const char *text) { std::ofstream(file) << text; }

private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void aFileThatComesIsWrittenAndGoesIsNoticedEachTime()
    {
        FolderWatch watch;
        QSignalSpy changed(&watch, &FolderWatch::changed);
        watch.setFolders({place()});
        write(place("file"), "one");
        QVERIFY(changed.wait());
        watch.setFolders({place()});
        changed.clear();
        write(place("file"), "other");
        QVERIFY(changed.wait());
        changed.clear();
        std::filesystem::remove(place("file"));
        QVERIFY(changed.wait());
    }

    void aFileThatTakesAnothersPlaceIsNoticed()
    {
        write(place("file"), "one");
        std::filesystem::create_directory(place("elsewhere"));
        write(place("elsewhere/file"), "other");
        FolderWatch watch;
        QSignalSpy changed(&watch, &FolderWatch::changed);
        watch.setFolders({place()});
        std::filesystem::rename(place("elsewhere/file"), place("file"));
        QVERIFY(changed.wait());
    }

    void aFolderThatIsMadeAnewIsWatchedAgain()
    {
        FolderWatch watch;
        QSignalSpy changed(&watch, &FolderWatch::changed);
        std::filesystem::create_directory(place("folder"));
        watch.setFolders({place(), place("folder")});
        std::filesystem::remove(place("folder"));
        std::filesystem::create_directory(place("folder"));
        QVERIFY(changed.wait());
        // The last of what is told of that has come when nothing comes any more.
        while (changed.wait(200)) { }
        watch.setFolders({place(), place("folder")});
        changed.clear();
        write(place("folder/file"), "one");
        QVERIFY(changed.wait());
    }

    void whatIsWatchedNoMoreIsNotTold()
    {
        std::filesystem::create_directory(place("folder"));
        std::filesystem::create_directory(place("other"));
        FolderWatch watch;
        QSignalSpy changed(&watch, &FolderWatch::changed);
        watch.setFolders({place("folder"), place("other")});
        watch.setFolders({place("other")});
        write(place("folder/file"), "one");
        write(place("other/file"), "one");
        QVERIFY(changed.wait());
        while (changed.wait(200)) { }
        changed.clear();
        write(place("folder/second"), "one");
        QVERIFY(!changed.wait(200));
    }
};

QTEST_GUILESS_MAIN(FolderWatchTest)
#include "folder_watch_test.moc"
