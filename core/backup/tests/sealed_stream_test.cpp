// SPDX-License-Identifier: GPL-3.0-or-later
#include "backup/sealed_stream.h"

#include <QTest>

using namespace freehold;
using namespace freehold::backup;

namespace {

template <class Value>
ErrorCode codeOf(const Result<Value> &result)
{
    return result ? ErrorCode::internal : result.error().code;
}

Secret passphrase()
{
    return Secret::of(std::string_view("correct horse"));
}

} // namespace

class SealedStreamTest : public QObject {
    Q_OBJECT

    std::optional<Sealer> sealer_;
    Bytes first_;
    Bytes second_;

    Opener opener() { return std::move(*Opener::create(sealer_->firstLine(), passphrase())); }

private Q_SLOTS:
    void initTestCase()
    {
        sealer_ = std::move(*Sealer::create(passphrase()));
        first_ = *sealer_->seal(Bytes(chunkBytes, 7), false);
        second_ = *sealer_->seal(Bytes(3, 8), true);
    }

    void whatWasSealedComesBack()
    {
        Opener opener = this->opener();
        const auto first = opener.open(first_, false);
        QVERIFY(first);
        QVERIFY(std::ranges::equal(first->view(), Bytes(chunkBytes, 7)));
        const auto second = opener.open(second_, true);
        QVERIFY(second);
        QVERIFY(std::ranges::equal(second->view(), Bytes(3, 8)));
    }

    void noBitOfAChunkCanBeChanged()
    {
        for (std::size_t at = 0; at < second_.size(); ++at) {
            Opener opener = this->opener();
            QVERIFY(opener.open(first_, false));
            Bytes changed = second_;
            changed[at] ^= 1;
            QCOMPARE(codeOf(opener.open(changed, true)), ErrorCode::backup_damaged);
        }
    }

    void chunksCantChangePlaces()
    {
        QCOMPARE(codeOf(opener().open(second_, true)), ErrorCode::backup_damaged);
    }
    void aBackupCantEndSooner() { QCOMPARE(codeOf(opener().open(first_, true)), ErrorCode::backup_damaged); }
    void nothingCanBeAppended()
    {
        Opener opener = this->opener();
        QVERIFY(opener.open(first_, false));
        QCOMPARE(codeOf(opener.open(second_, false)), ErrorCode::backup_damaged);
    }

    void twoBackupsOfOnePassphraseHaveKeysOfTheirOwn()
    {
        auto other = Sealer::create(passphrase());
        QVERIFY(other->firstLine() != sealer_->firstLine());
        QVERIFY(*other->seal(Bytes(chunkBytes, 7), false) != first_);
    }

    void anotherPassphraseIsToldFromADamagedFile()
    {
        const auto wrong = Opener::create(sealer_->firstLine(), Secret::of(std::string_view("wrong")));
        QCOMPARE(codeOf(wrong), ErrorCode::passphrase_wrong);
        QCOMPARE(codeOf(Opener::create(sealer_->firstLine(), Secret())), ErrorCode::passphrase_missing);
    }

    void aFirstLineThatIsNoneIsRefused_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("code");
        const auto damaged = static_cast<int>(ErrorCode::backup_damaged);
        const QString line = QString::fromStdString(sealer_->firstLine());
        QTest::newRow("empty") << QString() << damaged;
        QTest::newRow("another file") << QStringLiteral("hello\n") << damaged;
        QTest::newRow("cut off") << line.chopped(5) << damaged;
        QTest::newRow("newer") << QString(line).replace(QStringLiteral(" 1 "), QStringLiteral(" 2 "))
                               << static_cast<int>(ErrorCode::format_newer);
        QTest::newRow("costs too much")
            << QString(line).replace(QStringLiteral("65536"), QStringLiteral("9999999")) << damaged;
        QTest::newRow("in another spelling") << QString(line).replace(QStringLiteral("{\"argon2id"),
            QStringLiteral("{ \"argon2id")) << damaged;
    }
    void aFirstLineThatIsNoneIsRefused()
    {
        QFETCH(const QString, line);
        QFETCH(const int, code);
        QCOMPARE(static_cast<int>(codeOf(Opener::create(line.toStdString(), passphrase()))), code);
    }

    void aFirstLineOfLessCostOpensNothing()
    {
        std::string line = sealer_->firstLine();
        line.replace(line.find("\"passes\":3"), 10, "\"passes\":2");
        QCOMPARE(codeOf(Opener::create(line, passphrase())), ErrorCode::passphrase_wrong);
    }
};

QTEST_APPLESS_MAIN(SealedStreamTest)
#include "sealed_stream_test.moc"
