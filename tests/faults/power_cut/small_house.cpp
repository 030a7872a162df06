// SPDX-License-Identifier: GPL-3.0-or-later
#include "small_house.h"

#include "store/schema.h"
#include "support/ssh.h"

namespace freehold::testing {

namespace {

crypto::SigningKey fixedKey()
{
    const std::string seed(32, 'k');
    return crypto::SigningKey::fromSeed(Secret::of(seed)).value();
}

} // namespace

change::Applied SmallDomain::apply(const change::Delta &delta)
{
    for (const auto &device : delta.after.ofKind("device")) {
        if (device->textAt("name") == "unusable")
            return std::unexpected(
                contract::Finding{contract::FindingCode::not_in_force, contract::Severity::alert, {}, {}, {}});
    }
    return {};
}

Time SteppingClock::now() const
{
    constexpr Time begin{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}};
    return begin + passed_++;
}

SmallHouse::SmallHouse()
    : database(store::Database::open(":memory:", store::migrations).value())
    , convergence(database, clock)
    , key(fixedKey())
{
}

change::Pipeline::Context SmallHouse::context()
{
    return {"aaaaaaaaaaaaaaaa", [] { return std::string("box"); }, {&domain}, clock, convergence, &key};
}

std::vector<change::Edit> SmallHouse::foundingDocuments()
{
    const std::string key = ssh::publicKeyText(fixedKey().publicKey());
    return {{"house.toml",
                "format = 1\nid = \"aaaa\"\nroot = \"" + key + "\"\nname = \"Smith\"\ntimezone = \"UTC\"\n"},
        {"devices/box.toml", "name = \"box\"\n"}};
}

change::Draft draftOf(const std::string &path, const std::optional<std::string> &text)
{
    change::Draft draft;
    draft.edits = {{path, text}};
    draft.caller = SmallHouse::owner();
    return draft;
}

} // namespace freehold::testing
