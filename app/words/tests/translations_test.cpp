// SPDX-License-Identifier: GPL-3.0-or-later
// That every sentence of the programs stands in the German translation, and nothing else.
#include <QFile>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

class TranslationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void germanIsFinished();
    void germanHasWhatTheProgramsSay();
};

namespace {

const QString unreadable = QStringLiteral("(the file can't be read)");

/// Each message by its context, source and comment.
QSet<QString> messages(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {unreadable};
    QXmlStreamReader reader(&file);
    QSet<QString> found;
    QString context;
    QString source;
    QString comment;
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        if (token == QXmlStreamReader::StartElement) {
            if (reader.name() == u"name")
                context = reader.readElementText();
            else if (reader.name() == u"message")
                comment.clear();
            else if (reader.name() == u"source")
                source = reader.readElementText();
            else if (reader.name() == u"comment")
                comment = reader.readElementText();
        } else if (token == QXmlStreamReader::EndElement && reader.name() == u"message") {
            found.insert(QStringList{context, source, comment}.join(u" | "));
        }
    }
    return reader.hasError() ? QSet{unreadable} : found;
}

} // namespace

void TranslationsTest::germanIsFinished()
{
    QFile file(QStringLiteral(GERMAN_FILE));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("<translation>"));
    QVERIFY2(!text.contains("type=\"unfinished\""),
        "run the target update_translations, and translate what it marks as unfinished");
}

void TranslationsTest::germanHasWhatTheProgramsSay()
{
    const QTemporaryDir folder;
    const QString fresh = folder.filePath(QStringLiteral("fresh.ts"));
    QProcess lupdate;
    lupdate.setWorkingDirectory(QStringLiteral(SOURCE_FOLDER));
    lupdate.start(QStringLiteral(LUPDATE),
        QStringLiteral(SPOKEN_FOLDERS).split(u' ')
            + QStringList{QStringLiteral("-extensions"), QStringLiteral("cpp,h,qml"),
                QStringLiteral("-silent"), QStringLiteral("-target-language"), QStringLiteral("de"),
                QStringLiteral("-ts"), fresh});
    QVERIFY2(lupdate.waitForFinished(), qPrintable(lupdate.errorString()));
    QCOMPARE(lupdate.exitCode(), 0);
    const auto said = messages(fresh);
    const auto translated = messages(QStringLiteral(GERMAN_FILE));
    QVERIFY(!said.contains(unreadable) && !said.isEmpty());
    QCOMPARE((said - translated).values(), QStringList()); // said, and never brought into the file
    QCOMPARE((translated - said).values(), QStringList()); // no longer said
}

QTEST_GUILESS_MAIN(TranslationsTest)
#include "translations_test.moc"
