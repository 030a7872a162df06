// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/call.h"
#include "contract/types.h"

namespace freehold::contract {

struct ConfigList {
    using Result = std::vector<std::string>;
    static constexpr CallInfo info{
        "config.list", Role::guest, Kind::reads, "List the documents of the configuration."};
    static constexpr auto fields() { return std::tuple{}; }
};

struct ConfigGet {
    std::string document;
    using Result = DocumentContent;
    static constexpr CallInfo info{
        "config.get", Role::guest, Kind::reads, "Print one document of the configuration."};
    static constexpr auto fields()
    {
        return std::tuple{field("document", &ConfigGet::document, "Its path, as in house.toml.")};
    }
};

struct ConfigApply {
    std::vector<DocumentContent> documents;
    std::optional<std::int64_t> trial;
    bool wait = true;
    std::optional<std::string> reason;
    using Result = Change;
    static constexpr CallInfo info{"config.apply", Role::guest, Kind::changes_house,
        "Write documents, all as one change: validated, explained, tried, kept or rolled back.",
        "config.explain"};
    static constexpr auto fields()
    {
        return std::tuple{field("documents", &ConfigApply::documents,
                              "DOCUMENT=FILE; the file may be - for standard input.", Given::files),
            field("trial", &ConfigApply::trial,
                "Try it for so many seconds; it goes back unless it is confirmed.", Given::option),
            field("wait", &ConfigApply::wait, "Return when the trial begins.", Given::no_flag),
            field("reason", &ConfigApply::reason, "Why, for the history.", Given::option)};
    }
};

struct ConfigExplain {
    std::vector<DocumentContent> documents;
    using Result = Explanation;
    static constexpr CallInfo info{"config.explain", Role::guest, Kind::reads,
        "Say what writing these documents would do. Nothing changes."};
    static constexpr auto fields()
    {
        return std::tuple{field("documents", &ConfigExplain::documents,
            "DOCUMENT=FILE; the file may be - for standard input.", Given::files)};
    }
};

struct ConfigDelete {
    std::vector<std::string> documents;
    std::optional<std::string> reason;
    using Result = Change;
    static constexpr CallInfo info{
        "config.delete", Role::guest, Kind::changes_house, "Delete documents, all as one change."};
    static constexpr auto fields()
    {
        return std::tuple{
            field("documents", &ConfigDelete::documents, "Their paths, as in devices/x.toml.", Given::list),
            field("reason", &ConfigDelete::reason, "Why, for the history.", Given::option)};
    }
};

struct ChangeList {
    std::optional<std::int64_t> limit;
    std::optional<std::string> before;
    using Result = std::vector<Change>;
    static constexpr CallInfo info{
        "change.list", Role::guest, Kind::reads, "List what changed, newest first."};
    static constexpr auto fields()
    {
        return std::tuple{field("limit", &ChangeList::limit,
                              "How many at most; 50 where left out, 1000 at most.", Given::option),
            field("before", &ChangeList::before, "Only changes before this one.", Given::option)};
    }
};

struct ChangeShow {
    std::string id;
    using Result = std::vector<Change>;
    static constexpr CallInfo info{
        "change.show", Role::guest, Kind::reads, "Show one change, with what it did and the differences."};
    static constexpr auto fields()
    {
        return std::tuple{field("id", &ChangeShow::id, "The change, or the first digits of its id.")};
    }
};

struct RawDifference {
    std::string patch; ///< unified, as git prints it
    std::string signed_by; ///< the key's text form
    static constexpr auto fields()
    {
        return std::tuple{
            field("patch", &RawDifference::patch), field("signed_by", &RawDifference::signed_by)};
    }
};

struct ChangeDiff {
    std::string id;
    using Result = RawDifference;
    static constexpr CallInfo info{
        "change.diff", Role::guest, Kind::reads, "Print a change's raw difference."};
    static constexpr auto fields() { return std::tuple{field("id", &ChangeDiff::id, "The change.")}; }
};

struct ChangeUndo {
    std::string id;
    using Result = Change;
    static constexpr CallInfo info{
        "change.undo", Role::guest, Kind::changes_house, "Take a change back. Later changes stay."};
    static constexpr auto fields() { return std::tuple{field("id", &ChangeUndo::id, "The change.")}; }
};

struct ChangeExplainUndo {
    std::string id;
    using Result = Explanation;
    static constexpr CallInfo info{"change.explain-undo", Role::guest, Kind::reads,
        "Say what taking a change back would do. Nothing changes."};
    static constexpr auto fields() { return std::tuple{field("id", &ChangeExplainUndo::id, "The change.")}; }
};

struct ChangeRedo {
    std::string id;
    using Result = Change;
    static constexpr CallInfo info{
        "change.redo", Role::guest, Kind::changes_house, "Make a change again that was taken back."};
    static constexpr auto fields()
    {
        return std::tuple{field("id", &ChangeRedo::id, "The change that was taken back.")};
    }
};

struct ChangeRestore {
    std::string target;
    using Result = Change;
    static constexpr CallInfo info{"change.restore", Role::owner, Kind::changes_house,
        "Put the house back to how it was just after a change, or at a time."};
    static constexpr auto fields()
    {
        return std::tuple{field(
            "target", &ChangeRestore::target, "The change, or a time as in 2026-11-22T20:31:00+01:00.")};
    }
};

struct ChangeExplainRestore {
    std::string target;
    using Result = Explanation;
    static constexpr CallInfo info{"change.explain-restore", Role::guest, Kind::reads,
        "Say what putting the house back would do, and which changes would go."};
    static constexpr auto fields()
    {
        return std::tuple{field("target", &ChangeExplainRestore::target, "The change, or a time.")};
    }
};

struct ChangeConfirm {
    std::string id;
    using Result = Change;
    static constexpr CallInfo info{
        "change.confirm", Role::guest, Kind::changes_house, "Keep a change that is being tried."};
    static constexpr auto fields()
    {
        return std::tuple{field("id", &ChangeConfirm::id, "The change in its trial.")};
    }
};

struct ChangeChoose {
    std::string id;
    using Result = Change;
    static constexpr CallInfo info{"change.choose", Role::guest, Kind::changes_house,
        "Use a change that a merge left out, or an edit by hand that can now be taken in."};
    static constexpr auto fields()
    {
        return std::tuple{field("id", &ChangeChoose::id, "The change that was left out.")};
    }
};

/// A change was made, or its state is other than it was.
struct ChangeChanged {
    Change change;
    static constexpr std::string_view method = "change.changed";
    static constexpr std::string_view help = "A change was made, or its state is another.";
    static constexpr auto fields() { return std::tuple{field("change", &ChangeChanged::change)}; }
};

} // namespace freehold::contract
