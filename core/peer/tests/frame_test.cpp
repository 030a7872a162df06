// SPDX-License-Identifier: GPL-3.0-or-later
#include "peer/channel/frame.h"

#include <QTest>

using namespace freehold;
using namespace freehold::peer;

class FrameTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void framesArriveWholeHoweverTheyAreCut()
    {
        const std::vector<Frame> sent{{FrameKind::pair_request, "{}"}, {FrameKind::pair_reveal, ""},
            {FrameKind::pair_offer, QByteArray(1'000, 'x')}};
        QByteArray bytes;
        for (const Frame &frame : sent)
            bytes += encode(frame);
        for (qsizetype piece : {1, 2, 7, 5'000}) {
            FrameReader reader;
            std::vector<Frame> got;
            for (qsizetype at = 0; at < bytes.size(); at += piece) {
                reader.append(bytes.sliced(at, std::min(piece, bytes.size() - at)));
                for (auto frame = reader.next(); frame && *frame; frame = reader.next())
                    got.push_back(**frame);
            }
            QCOMPARE(got, sent);
        }
    }

    void aLongFrameIsRefusedByItsHeadAlone()
    {
        FrameReader reader;
        reader.append(
            encode({FrameKind::pair_request, QByteArray(mostPayloadBytesOfStrangers + 1, 'x')}).first(5));
        QCOMPARE(reader.next().error().code, ErrorCode::message_too_large);
    }

    void aKnownPeerMaySayMore()
    {
        FrameReader reader;
        reader.setLimit(mostPayloadBytes);
        reader.append(encode({FrameKind::pair_request, QByteArray(mostPayloadBytes, 'x')}));
        const auto frame = reader.next();
        QVERIFY(frame && *frame);
    }

    void aKindThatNobodyKnowsIsRefused()
    {
        for (const char kind : {'\0', '\xFF'}) {
            FrameReader reader;
            reader.append(QByteArray("\0\0\0\0", 4) + kind);
            QCOMPARE(reader.next().error().code, ErrorCode::message_malformed);
        }
    }
};

QTEST_APPLESS_MAIN(FrameTest)
#include "frame_test.moc"
