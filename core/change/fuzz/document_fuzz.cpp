// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/document.h"

#include <cstdlib>

using namespace freehold::change;

namespace {

constexpr const char *paths[] = {"house.toml", "people/ana.toml", "members/0123456789abcdef.toml",
    "members/0123456789abcdef/access.toml", "devices/nas.toml"};

void require(bool holds)
{
    if (!holds)
        std::abort();
}

Entries without(Entries entries, const std::string &key)
{
    entries.eraseIf([&](const auto &entry) { return entry.first == key; });
    return entries;
}

} // namespace

/// The first byte chooses the path. In whatever parses, one key can be set, and removed, and all others stay.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string path = paths[data[0] % std::size(paths)];
    const auto document
        = Document::parse(path, std::string(reinterpret_cast<const char *>(data) + 1, size - 1));
    if (!document)
        return 0;
    const std::string &text = (*document)->text();
    const auto &entries = (*document)->entries();
    for (const auto &[key, entry] : entries) {
        const auto same = Document::parse(path, withValue(text, key, entry.value));
        require(same && (*same)->entries() == entries);
        // Without its format a newer house is read as one of ours, in which what is unknown is an error.
        if (key == "format")
            continue;
        const auto less = Document::parse(path, withValue(text, key, std::nullopt));
        if (less)
            require((*less)->entries() == without(entries, key));
        else
            require(less.error().front().code == freehold::ErrorCode::key_missing);
    }
    if (path == "devices/nas.toml") {
        const Value name = std::string("“a” \"b\" \\ c");
        const auto named = Document::parse(path, withValue(text, "name", name));
        require(named && (*named)->textAt("name") == std::get<std::string>(name)
            && without((*named)->entries(), "name") == without(entries, "name"));
    }
    return 0;
}
