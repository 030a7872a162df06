// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/signed_fact.h"

#include "members/member_presence.h"

#include <cstdlib>

// What another member states is within its bounds and signed before it is kept, and sound before it is used.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace freehold;
    static const auto key = crypto::SigningKey::generate();
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto fact = peer::fromFrame<members::SignedFact>({members::SignedFact::kind, bytes});
    if (!fact)
        return 0;
    const auto stated = members::statedFact(*fact);
    if (isSignedBy(*fact, key.publicKey(), "house")
        || (stated && stated->value.size() > facts::mostValueBytes))
        std::abort();
    const auto value = QJsonDocument::fromJson(QByteArray::fromStdString(fact->value));
    const auto presence
        = json::read<members::MemberPresence, json::UnknownFields::ignored>(value.object(), "");
    if (presence && presence->isOf(fact->owner) && presence->member != fact->owner)
        std::abort();
    return 0;
}
