// SPDX-License-Identifier: GPL-3.0-or-later
#include "qr_code/qr_code.h"

#include <QTest>

#include <algorithm>

using freehold::QrCode;

class QrCodeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCodeHasItsThreeFinders()
    {
        const auto code = QrCode::of("FH1ABCDEF234567");
        QVERIFY(code);
        const int last = code->size() - 1;
        const auto isFinder = [&](int top, int left) {
            // ISO/IEC 18004, 6.3.3: a dark ring of 7, a light one of 5, a dark square of 3.
            for (int row = 0; row < 7; ++row) {
                for (int column = 0; column < 7; ++column) {
                    const int ring = std::max(std::abs(row - 3), std::abs(column - 3));
                    if (code->isDark(top + row, left + column) != (ring != 2))
                        return false;
                }
            }
            return true;
        };
        QVERIFY(isFinder(0, 0));
        QVERIFY(isFinder(0, last - 6));
        QVERIFY(isFinder(last - 6, 0));
        QVERIFY(!code->isDark(-1, 0));
        QVERIFY(!code->isDark(0, last + 1));
    }

    void capitalLettersTakeLessRoomThanSmallOnes()
    {
        const std::string text(100, 'A');
        const std::string small(100, 'a');
        QVERIFY(QrCode::of(text)->size() < QrCode::of(small)->size());
    }

    void blocksHaveEachModuleAndTheQuietZone()
    {
        const auto code = QrCode::of("FH1ABCDEF234567");
        const QString blocks = QString::fromStdString(code->toBlocks());
        const QStringList lines = blocks.split(u'\n', Qt::SkipEmptyParts);
        const int side = code->size() + 2 * QrCode::quietZone;
        QCOMPARE(lines.size(), (side + 1) / 2);
        for (int row = 0; row < side; ++row) {
            QCOMPARE(lines[row / 2].size(), side);
            for (int column = 0; column < side; ++column) {
                const QChar block = lines[row / 2][column];
                const bool isLight = block == u'█' || block == (row % 2 == 0 ? u'▀' : u'▄');
                QCOMPARE(isLight, !code->isDark(row - QrCode::quietZone, column - QrCode::quietZone));
            }
        }
    }

    void whatHasNoRoomIsNoCode()
    {
        QVERIFY(!QrCode::of(""));
        QVERIFY(!QrCode::of(std::string(5'000, 'A')));
    }
};

QTEST_GUILESS_MAIN(QrCodeTest)
#include "qr_code_test.moc"
