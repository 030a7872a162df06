// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/replication/house_merge.h"

#include "change/loading.h"
#include "change/replication/merge_order.h"

#include <algorithm>
#include <map>
#include <set>

namespace freehold::change {

namespace {

constexpr std::string_view leftOutTrailer = "Freehold-Left-Out: ";

/// A merge has no author: everybody makes the same one.
const Repository::Person nobody{"freehold", "merge@freehold.invalid"};

/// A document's text on one side of a change, and what it says where this version can read it.
struct Side {
    std::optional<std::string> text;
    DocumentPointer document;

    [[nodiscard]] bool isReadable() const { return !text || document != nullptr; }
};

Side sideOf(const std::string &path, std::optional<std::string> text)
{
    Side side{std::move(text), nullptr};
    if (side.text)
        side.document = Document::parse(path, *side.text).value_or(nullptr);
    return side;
}

/// Lays changes over a configuration, one after the other.
class Laying {
public:
    Laying(const Repository &repository, const Validate &validate, Configuration base)
        : repository_(repository)
        , validate_(validate)
        , now_(std::move(base))
    {
    }

    Result<void> lay(const Dated &change)
    {
        const ObjectId parentTree = TRY(treeOfParent(change.commit));
        std::vector<Edit> edits;
        std::vector<std::string> touched;
        std::vector<Write> writes;
        std::map<std::string, std::optional<std::string>> unreadable;
        for (Edit &edit : TRY(editsBetween(repository_, parentTree, change.commit.tree))) {
            touched.push_back(edit.path);
            const Side was = sideOf(edit.path, TRY(textAt(parentTree, edit.path)));
            const Side wanted = sideOf(edit.path, edit.text);
            if (!was.isReadable() || !wanted.isReadable() || unreadable_.contains(edit.path)) {
                // What this version can't read goes as a whole, as whoever can has written it.
                writes.push_back({edit.path, {}, std::nullopt});
                unreadable.insert_or_assign(edit.path, edit.text);
                if (wanted.isReadable() || now_.find(edit.path) != nullptr)
                    edits.push_back({edit.path, wanted.isReadable() ? edit.text : std::nullopt});
                continue;
            }
            addWrites(was.document, wanted.document, edit.path, writes);
            if (was.document && wanted.document && now_.find(edit.path) == nullptr)
                writes.push_back({edit.path, {}, Value(true)}); // somebody had deleted it
            if (const auto other = now_.find(edit.path); !was.document && wanted.document && other) {
                edits.push_back({edit.path, laidOver(other->text(), *wanted.document)});
                continue;
            }
            Configuration before;
            Configuration after;
            if (was.document)
                before.set(was.document);
            if (wanted.document)
                after.set(wanted.document);
            auto carried = carryOver(before, after, now_, {edit.path}, OnConflict::take_theirs);
            std::ranges::move(*carried, std::back_inserter(edits));
        }
        auto delta = withEdits(now_, edits);
        if (!delta || !validate_(*delta).empty()) {
            leftOut_.insert({change.id, {}, {}});
            return {};
        }
        now_ = std::move(delta->after);
        paths_.insert(touched.begin(), touched.end());
        for (auto &[path, text] : unreadable) {
            if (now_.find(path) == nullptr && text)
                unreadable_.insert_or_assign(path, std::move(text));
            else
                unreadable_.erase(path);
        }
        for (const Write &write : writes) {
            if (auto noted = note(change.id, write); !noted)
                return noted;
            if (write.key.empty() && write.value == Value(false)) {
                if (auto noted = noteGone(change.id, write.document); !noted)
                    return noted;
            }
        }
        return {};
    }

    [[nodiscard]] std::vector<Edit> edits() const
    {
        std::vector<Edit> edits;
        for (const std::string &path : paths_) {
            const auto document = now_.find(path);
            const auto other = unreadable_.find(path);
            edits.push_back({path,
                document                         ? std::optional(document->text())
                    : other != unreadable_.end() ? other->second
                                                 : std::nullopt});
        }
        return edits;
    }
    [[nodiscard]] std::vector<LeftOut> leftOut() const { return {leftOut_.begin(), leftOut_.end()}; }

private:
    /// What a change wanted of a key; of a whole document, whether it is to be there, where the key is empty.
    struct Write {
        std::string document;
        std::string key;
        std::optional<Value> value;
    };
    struct Writer {
        ObjectId change;
        std::optional<Value> value;
    };

    Result<ObjectId> treeOfParent(const Commit &commit) const
    {
        if (commit.parents.empty())
            return ObjectId();
        return TRY(repository_.commit(commit.parents.front())).tree;
    }
    Result<std::optional<std::string>> textAt(const ObjectId &tree, const std::string &path) const
    {
        const ObjectId blob = TRY(repository_.blobAt(tree, path));
        return blob.empty() ? std::nullopt : std::optional(TRY(repository_.blob(blob)));
    }

    static void addWrites(const DocumentPointer &was, const DocumentPointer &wanted, const std::string &path,
        std::vector<Write> &writes)
    {
        if (!was || !wanted)
            writes.push_back({path, {}, Value(wanted != nullptr)});
        if (!wanted)
            return;
        std::set<std::string> keys;
        for (const DocumentPointer &document : {was, wanted}) {
            if (document)
                std::ranges::copy(document->entries() | std::views::keys, std::inserter(keys, keys.end()));
        }
        const auto valueAt = [](const DocumentPointer &document, const std::string &key) {
            const auto found = document ? document->entries().find(key) : Entries::const_iterator();
            return document && found != document->entries().end() ? std::optional(found->second.value)
                                                                  : std::nullopt;
        };
        for (const std::string &key : keys) {
            const auto to = valueAt(wanted, key);
            if (valueAt(was, key) != to)
                writes.push_back({path, key, to});
        }
    }

    /// Two have made the same document: all that the later says, and what else the earlier does.
    static std::string laidOver(std::string text, const Document &wanted)
    {
        for (const auto &[key, entry] : wanted.entries())
            text = withValue(text, key, entry.value);
        return text;
    }

    /// With a document goes all that was written to it before.
    Result<void> noteGone(const ObjectId &change, const std::string &path)
    {
        const auto begin = writers_.upper_bound({path, {}});
        auto writer = begin;
        for (; writer != writers_.end() && writer->first.first == path; ++writer) {
            if (!TRY(repository_.isAncestor(writer->second.change, change)))
                leftOut_.insert({writer->second.change, path, writer->first.second});
        }
        writers_.erase(begin, writer);
        return {};
    }

    /// Whoever wrote the same before and was not known to this change has lost it.
    Result<void> note(const ObjectId &change, const Write &write)
    {
        const auto [writer, isFirst]
            = writers_.try_emplace({write.document, write.key}, Writer{change, write.value});
        if (isFirst)
            return {};
        if (writer->second.value != write.value
            && !TRY(repository_.isAncestor(writer->second.change, change)))
            leftOut_.insert({writer->second.change, write.document, write.key});
        writer->second = {change, write.value};
        return {};
    }

    const Repository &repository_;
    const Validate &validate_;
    Configuration now_;
    std::map<std::string, std::optional<std::string>> unreadable_; ///< texts, by path
    std::map<std::pair<std::string, std::string>, Writer> writers_;
    std::set<std::string> paths_;
    std::set<LeftOut> leftOut_;
};

} // namespace

std::string HouseMerge::message() const
{
    std::string text = "merge of " + std::to_string(parents.size()) + " histories\n";
    if (!leftOut.empty())
        text += '\n';
    for (const LeftOut &one : leftOut) {
        text += std::string(leftOutTrailer) + one.change;
        if (!one.document.empty())
            text += ' ' + one.document;
        if (!one.key.empty())
            text += ' ' + one.key;
        text += '\n';
    }
    return text;
}

Result<HouseMerge> mergeHeads(
    const Repository &repository, std::vector<ObjectId> heads, const Validate &validate)
{
    std::ranges::sort(heads);
    const MergeOrder order = TRY(mergeOrder(repository, heads));
    Laying laying(repository, validate, TRY(load(repository, order.base.commit.tree)).configuration);
    for (const Dated &change : order.changes) {
        if (auto laid = laying.lay(change); !laid)
            return std::unexpected(std::move(laid).error());
    }
    Time time = order.base.commit.time;
    for (const ObjectId &head : heads)
        time = std::max(time, TRY(repository.commit(head)).time);
    return HouseMerge{std::move(heads), order.base.commit.tree, laying.edits(), time, laying.leftOut()};
}

Result<ObjectId> writeMerge(Repository &repository, const HouseMerge &merge)
{
    return repository.writeCommit(
        merge.parents, merge.baseTree, merge.edits, nobody, merge.time, merge.message(), nullptr);
}

Result<ObjectId> idOf(const Repository &repository, const HouseMerge &merge)
{
    return repository.commitId(
        merge.parents, merge.baseTree, merge.edits, nobody, merge.time, merge.message());
}

std::vector<LeftOut> leftOutIn(std::string_view message)
{
    std::vector<LeftOut> found;
    for (const auto part : std::views::split(message, '\n')) {
        std::string_view line(part.begin(), part.end());
        if (!line.starts_with(leftOutTrailer))
            continue;
        line.remove_prefix(leftOutTrailer.size());
        const auto first = line.find(' ');
        const auto second = first == std::string_view::npos ? first : line.find(' ', first + 1);
        LeftOut one;
        one.change = line.substr(0, first);
        if (first != std::string_view::npos)
            one.document
                = line.substr(first + 1, second == std::string_view::npos ? second : second - first - 1);
        if (second != std::string_view::npos)
            one.key = line.substr(second + 1);
        found.push_back(std::move(one));
    }
    return found;
}

} // namespace freehold::change
