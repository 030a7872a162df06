// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/admission.h"
#include "change/configuration.h"
#include "change/record.h"
#include "change/replication/history_check.h"
#include "change/repository.h"
#include "support/ssh.h"

#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace freehold::change::testing {

using Key = crypto::SigningKey;

inline std::vector<Problem> accept(const Delta &)
{
    return {};
}

inline std::string memberPath(const Key &key)
{
    return contract::pathOf("member", memberId(key.publicKey()));
}

inline std::string memberText(const Key &key, contract::Role role, const std::string &admission = {},
    const char *admitted = "2026-11-23T16:40:00Z")
{
    return memberDocument(key.publicKey(), role, *fromRfc3339(admitted), admission);
}

/// Commits of a house with an owner's machine, a member's and a guest's, by whoever a test says.
class SignedHouse {
public:
    SignedHouse()
        : repository(std::move(*Repository::create(folder_.filePath(QStringLiteral("c")).toStdString())))
    {
        using contract::Role;
        founded = commit(&nas,
            {{"house.toml", house()},
                {memberPath(nas), memberText(nas, Role::owner, admit(root, nas.publicKey(), Role::owner))}},
            {});
        head = founded;
        commit(&nas, memberPath(laptop), memberText(laptop, Role::member));
        commit(&nas, memberPath(tablet), memberText(tablet, Role::guest, {}, "2026-11-23T16:50:00Z"));
    }

    [[nodiscard]] std::string house(const std::string &name = "Smith") const
    {
        std::string text = "format = 1\nname = \"" + name + "\"\n";
        text = withValue(text, "id", houseId(root.publicKey()));
        return withValue(text, "root", ssh::publicKeyText(root.publicKey()));
    }
    ObjectId commit(const Key *by, const std::vector<Edit> &edits, const ObjectId &parent)
    {
        const auto made
            = repository.writeCommit(parent.empty() ? std::vector<ObjectId>() : std::vector{parent},
                parent.empty() ? ObjectId() : repository.commit(parent)->tree, edits, {"a", "b"}, Time(),
                message(by), by);
        if (!made)
            qFatal("no commit: %s", std::string(name(made.error().code)).c_str());
        return *made;
    }
    ObjectId commit(const Key *by, const std::string &path, const std::optional<std::string> &text)
    {
        return head = commit(by, {{path, text}}, head);
    }
    /// Each later than the one before.
    std::string message(const Key *by)
    {
        Record record;
        if (by != nullptr)
            record.author.deviceId = memberId(by->publicKey());
        record.stamp = {Time(std::chrono::seconds(++time)), 0};
        return toMessage(record);
    }
    [[nodiscard]] Result<Counted> count(const ObjectId &newest, const ObjectId &known = {}) const
    {
        return HistoryCheck(repository, houseId(root.publicKey()), accept).run({newest}, known);
    }
    /// Why it doesn't count; `internal` where it does.
    [[nodiscard]] ErrorCode verdict(const ObjectId &newest, const ObjectId &known = {}) const
    {
        const auto counted = count(newest, known);
        return counted ? counts : counted.error().code;
    }
    static constexpr ErrorCode counts = ErrorCode::internal;

private:
    QTemporaryDir folder_;

public:
    Repository repository;
    Key root = Key::generate();
    Key nas = Key::generate();
    Key laptop = Key::generate();
    Key tablet = Key::generate();
    int time = 0;
    ObjectId founded;
    ObjectId head;
};

} // namespace freehold::change::testing
