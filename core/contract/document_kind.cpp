// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/document_kind.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <format>
#include <ranges>

namespace freehold::contract {

namespace {

constexpr auto roles = enumNames(Role{});
constexpr auto deviceKinds = enumNames(DeviceKind{});

constexpr std::array houseFields{
    FieldDescription{.key = "format",
        .type = ValueType::integer,
        .required = true,
        .least = 1,
        .most = 1'000'000,
        .help = "The version of the documents' form."},
    FieldDescription{.key = "id",
        .required = true,
        .most = 64,
        .help = "The house's id: the hash of its root key. It never changes."},
    FieldDescription{.key = "root",
        .type = ValueType::public_key,
        .required = true,
        .help = "The public half of the house's root key. It never changes."},
    FieldDescription{.key = "name",
        .required = true,
        .least = 1,
        .most = 100,
        .sensitivity = Sensitivity::personal,
        .help = "What the household is called."},
    FieldDescription{.key = "domain",
        .type = ValueType::domain_name,
        .most = 253,
        .help = "The house's domain name in the world."},
    FieldDescription{.key = "timezone",
        .type = ValueType::timezone,
        .standard = "UTC",
        .help = "The clock that the house follows, as in Europe/Berlin."},
};

constexpr std::array personFields{
    FieldDescription{.key = "name",
        .required = true,
        .least = 1,
        .most = 100,
        .sensitivity = Sensitivity::personal,
        .help = "What the person is called."},
    FieldDescription{.key = "role",
        .type = ValueType::choice,
        .required = true,
        .choices = roles,
        .help = "What the person may do: an owner everything, a member name and give devices, a guest look."},
    FieldDescription{.key = "birth_year",
        .type = ValueType::integer,
        .least = 1900,
        .most = 2100,
        .unit = "year",
        .sensitivity = Sensitivity::personal,
        .help = "The year of birth."},
};

constexpr std::array memberFields{
    FieldDescription{.key = "key",
        .type = ValueType::public_key,
        .required = true,
        .help = "The machine's own public key."},
    FieldDescription{.key = "role",
        .type = ValueType::choice,
        .required = true,
        .choices = roles,
        .help = "What the machine may do at most."},
    FieldDescription{.key = "admission",
        .type = ValueType::base64,
        .help = "The root key's signature over house, machine and role, where it was admitted by that."},
    FieldDescription{
        .key = "admitted", .type = ValueType::time, .required = true, .help = "When it was admitted."},
    FieldDescription{.key = "revoked.*",
        .most = 64,
        .help = "By which member it was removed, and the newest change of its that counts. It never goes."},
    FieldDescription{.key = "successor",
        .type = ValueType::reference,
        .refersTo = "member",
        .help = "The machine that has taken its place."},
    // No reference: its own successor may be named there, and references go in no circle.
    FieldDescription{
        .key = "restored_from", .most = 64, .help = "The member whose backup it was restored from."},
};

constexpr std::array admissionFields{
    FieldDescription{.key = "key",
        .type = ValueType::public_key,
        .required = true,
        .help = "The public half of the key that is in the backup."},
    FieldDescription{.key = "role",
        .type = ValueType::choice,
        .required = true,
        .choices = roles,
        .help = "What the machine may do at most that is restored from it."},
    FieldDescription{.key = "made_at",
        .type = ValueType::reference,
        .required = true,
        .refersTo = "member",
        .help = "The machine that made the backup."},
    FieldDescription{.key = "made", .type = ValueType::time, .required = true, .help = "When it was made."},
    FieldDescription{.key = "used_by",
        .type = ValueType::reference,
        .refersTo = "member",
        .help = "The machine that was restored from it. No other is any more."},
};

constexpr std::array accessFields{
    FieldDescription{.key = "users.*.role",
        .type = ValueType::choice,
        .required = true,
        .choices = roles,
        .help = "What this user of the machine may do through its engine."},
    FieldDescription{.key = "users.*.person",
        .type = ValueType::reference,
        .refersTo = "person",
        .help = "Who the user is."},
};

constexpr std::array deviceFields{
    FieldDescription{.key = "name",
        .least = 1,
        .most = 100,
        .sensitivity = Sensitivity::personal,
        .help = "What the device is called."},
    FieldDescription{.key = "owner",
        .type = ValueType::reference,
        .refersTo = "person",
        .help = "Whose it is; the whole house's where left out."},
    FieldDescription{.key = "kind",
        .type = ValueType::choice,
        .choices = deviceKinds,
        .help = "What it is; guessed from its services where left out."},
    FieldDescription{.key = "mac",
        .type = ValueType::mac,
        .help = "The network address by which it is recognised, which can be imitated."},
    FieldDescription{.key = "seen_as",
        .most = 100,
        .help = "The name by which it is recognised where it shows no network address of its own."},
    FieldDescription{.key = "attached_to",
        .type = ValueType::reference,
        .refersTo = "device",
        .help = "The device through which it is reached, as a lamp is through its bridge."},
};

constexpr std::array kinds{
    DocumentKind{"house", "house.toml", Scope::house, Role::owner, History::undoable, "The house itself.",
        houseFields},
    DocumentKind{"person", "people/*.toml", Scope::house, Role::owner, History::undoable,
        "A person of the household.", personFields},
    DocumentKind{"member", "members/*.toml", Scope::house, Role::owner, History::forward_only,
        "A machine that belongs to the house and holds a copy of it.", memberFields},
    DocumentKind{"admission", "admissions/*.toml", Scope::house, Role::owner, History::forward_only,
        "A backup by which one machine may become a member. Without this it lets nobody in.",
        admissionFields},
    DocumentKind{"access", "members/*/access.toml", Scope::device, Role::owner, History::undoable,
        "Who may use the engine of one machine.", accessFields},
    DocumentKind{"device", "devices/*.toml", Scope::house, Role::member, History::undoable,
        "What the house knows of a device: its name, whose it is, what it is.", deviceFields},
};

constexpr std::size_t longestId = 64;

} // namespace

std::span<const DocumentKind> documentKinds()
{
    return kinds;
}

bool isValidId(std::string_view id)
{
    const auto allowed = [](char character) {
        return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9')
            || character == '-';
    };
    return !id.empty() && id.size() <= longestId && std::ranges::all_of(id, allowed) && id.front() != '-'
        && id.back() != '-';
}

std::optional<DocumentPath> classify(std::string_view path)
{
    for (const DocumentKind &kind : kinds) {
        const auto star = kind.path.find('*');
        if (star == std::string_view::npos) {
            if (path == kind.path)
                return DocumentPath{&kind, {}};
            continue;
        }
        const auto before = kind.path.substr(0, star);
        const auto after = kind.path.substr(star + 1);
        if (path.size() <= before.size() + after.size() || !path.starts_with(before)
            || !path.ends_with(after))
            continue;
        const auto id = path.substr(before.size(), path.size() - before.size() - after.size());
        if (isValidId(id))
            return DocumentPath{&kind, std::string(id)};
    }
    return std::nullopt;
}

bool isDocumentPath(std::string_view path)
{
    constexpr std::string_view ending = ".toml";
    constexpr std::ptrdiff_t mostFolders = 4;
    constexpr std::size_t longest = 255;
    if (!path.ends_with(ending) || path.size() > longest || std::ranges::count(path, '/') > mostFolders)
        return false;
    path.remove_suffix(ending.size());
    const auto isAllowed = [](char character) {
        return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9')
            || character == '-' || character == '_';
    };
    for (const auto part : std::views::split(path, '/')) {
        if (part.empty() || !std::ranges::all_of(part, isAllowed))
            return false;
    }
    return true;
}

bool goesOnlyForward(std::string_view path)
{
    const auto classified = classify(path);
    return classified && classified->kind->history == History::forward_only;
}

std::string pathOf(std::string_view kind, std::string_view id)
{
    const auto found = std::ranges::find(kinds, kind, &DocumentKind::name);
    std::string path(found->path);
    if (const auto star = path.find('*'); star != std::string::npos)
        path.replace(star, 1, id);
    return path;
}

std::string keyPart(std::string_view name)
{
    const auto isBare = [](char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
            || (character >= '0' && character <= '9') || character == '-' || character == '_';
    };
    if (!name.empty() && std::ranges::all_of(name, isBare))
        return std::string(name);
    std::string part = "\"";
    for (const char character : name) {
        if (static_cast<unsigned char>(character) < ' ' || character == '\x7F') {
            part += std::format("\\u{:04X}", static_cast<unsigned>(character));
            continue;
        }
        if (character == '"' || character == '\\')
            part += '\\';
        part += character;
    }
    return part + '"';
}

std::vector<std::string_view> keyParts(std::string_view key)
{
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    bool isQuoted = false;
    for (std::size_t at = 0; at < key.size(); ++at) {
        if (key[at] == '"')
            isQuoted = !isQuoted;
        else if (key[at] == '\\' && isQuoted)
            ++at;
        else if (key[at] == '.' && !isQuoted) {
            parts.push_back(key.substr(begin, at - begin));
            begin = at + 1;
        }
    }
    parts.push_back(key.substr(begin));
    return parts;
}

std::string nameOfPart(std::string_view part)
{
    if (!part.starts_with('"'))
        return std::string(part);
    std::string name;
    for (std::size_t at = 1; at + 1 < part.size(); ++at) {
        const bool isEscaped = part[at] == '\\';
        if (isEscaped)
            ++at;
        if (!isEscaped || part[at] != 'u') {
            name += part[at];
            continue;
        }
        constexpr std::size_t digits = 4;
        unsigned code = 0;
        std::from_chars(part.data() + at + 1, part.data() + at + 1 + digits, code, 16);
        name += static_cast<char>(code);
        at += digits;
    }
    return name;
}

bool matches(std::string_view pattern, std::string_view key)
{
    return std::ranges::equal(keyParts(pattern), keyParts(key),
        [](std::string_view wanted, std::string_view part) { return wanted == "*" || wanted == part; });
}

} // namespace freehold::contract
