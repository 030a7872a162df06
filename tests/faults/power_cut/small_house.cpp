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

bool names(const change::Delta &delta, const char *name)
{
    return std::ranges::any_of(delta.paths, [&](const std::string &path) {
        const auto document = delta.after.find(path);
        return document != nullptr && document->textAt("name") == name;
    });
}

} // namespace

std::optional<std::chrono::seconds> SmallDomain::trial(const change::Delta &delta) const
{
    return names(delta, "proving") ? std::optional(std::chrono::seconds(1)) : std::nullopt;
}

change::Applied SmallDomain::apply(const change::Delta &delta)
{
    if (names(delta, "unusable"))
        return std::unexpected(
            contract::Finding{contract::FindingCode::not_in_force, contract::Severity::alert, {}, {}, {}});
    if (names(delta, "slow"))
        return change::Step{"go on", {}, Time{}};
    return {};
}

Time SteppingClock::now() const
{
    passed_ += std::chrono::seconds(1);
    return begin + passed_;
}

SmallHouse::SmallHouse(const std::filesystem::path &store)
    : database(store::Database::open(store, store::migrations).value())
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
