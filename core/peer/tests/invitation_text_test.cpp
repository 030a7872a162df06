// SPDX-License-Identifier: GPL-3.0-or-later
#include "peer/pairing/invitation_text.h"

#include <QTest>

#include <algorithm>
#include <cctype>

using namespace freehold;
using namespace freehold::peer;

namespace {

InvitationText example()
{
    InvitationText invitation;
    invitation.member.fill(7);
    invitation.secret.fill(200);
    invitation.port = 7'411;
    invitation.addresses = {"192.168.1.20", "fd00::20", "nas.local"};
    return invitation;
}

} // namespace

class InvitationTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsRead() { QCOMPARE(invitationFrom(toText(example())), std::optional(example())); }

    void spacesLinesAndSmallLettersMakeNoDifference()
    {
        std::string text = toText(example());
        std::ranges::transform(
            text, text.begin(), [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
        text.insert(20, "\n  ");
        QCOMPARE(invitationFrom(' ' + text + '\n'), std::optional(example()));
    }

    void ofManyAddressesTheFirstFewAreTold()
    {
        InvitationText many = example();
        many.addresses.assign(9, "192.168.1.20");
        QCOMPARE(invitationFrom(toText(many))->addresses.size(), InvitationText::mostAddresses);
    }

    /// Whichever letter was copied wrongly, left out or added.
    void aSlipIsNoticed()
    {
        const std::string text = toText(example());
        for (std::size_t at = 0; at < text.size(); ++at) {
            std::string wrong = text;
            wrong[at] = wrong[at] == 'A' ? 'B' : 'A';
            QVERIFY(!invitationFrom(wrong));
            QVERIFY(!invitationFrom(std::string(text).erase(at, 1)));
            QVERIFY(!invitationFrom(std::string(text).insert(at, "A")));
        }
        QVERIFY(!invitationFrom({}));
        QVERIFY(!invitationFrom("FREEHOLD:"));
    }
};

QTEST_GUILESS_MAIN(InvitationTextTest)
#include "invitation_text_test.moc"
