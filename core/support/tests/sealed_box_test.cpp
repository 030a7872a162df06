// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sealed_box.h"

#include <QTest>

using namespace freehold;
using namespace freehold::crypto;

class SealedBoxTest : public QObject {
    Q_OBJECT

    const SigningKey reader_ = SigningKey::generate();
    const ByteView about_ = asBytes("a secret of version 3");

private Q_SLOTS:
    void onlyTheReaderOpensIt()
    {
        const auto sealed = sealFor(reader_.publicKey(), about_, asBytes("open sesame"));
        QVERIFY(sealed);
        const auto opened = openSealed(reader_, about_, *sealed);
        QVERIFY(opened);
        QCOMPARE(opened->text(), "open sesame");
        QCOMPARE(
            openSealed(SigningKey::generate(), about_, *sealed).error().code, ErrorCode::signature_invalid);
    }

    /// Both halves of a key come to the same point, whatever the key.
    void everyKeyHasItsCounterpart()
    {
        for (int count = 0; count < 200; ++count) {
            const auto key = SigningKey::generate();
            const auto sealed = sealFor(key.publicKey(), {}, asBytes("x"));
            QVERIFY(sealed);
            QVERIFY(openSealed(key, {}, *sealed));
        }
    }

    void itOpensAboutNothingElse()
    {
        const auto sealed = sealFor(reader_.publicKey(), about_, asBytes("open sesame"));
        QVERIFY(!openSealed(reader_, asBytes("a secret of version 4"), *sealed));
    }

    void noBitOfItCanBeChanged()
    {
        const auto sealed = sealFor(reader_.publicKey(), about_, asBytes("open sesame"));
        for (std::size_t at = 0; at < sealed->size(); ++at) {
            Bytes changed = *sealed;
            changed[at] ^= 1;
            // The highest bit of a point on Curve25519 is passed over (RFC 7748 section 5), and the key that
            // comes of it is bound to the bytes all the same (RFC 9180 section 4.1).
            QVERIFY(!openSealed(reader_, about_, changed));
        }
        QVERIFY(!openSealed(reader_, about_, ByteView(*sealed).first(sealed->size() - 1)));
        QVERIFY(!openSealed(reader_, about_, ByteView(*sealed).first(10)));
        QVERIFY(!openSealed(reader_, about_, {}));
    }

    void aKeyThatIsNoneIsRefused()
    {
        PublicKey one{}; // y = 1: the point that has no counterpart
        one.front() = 1;
        QVERIFY(!sealFor(one, about_, asBytes("x")));
    }
};

QTEST_APPLESS_MAIN(SealedBoxTest)
#include "sealed_box_test.moc"
