// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/document.h"

#include "change/toml.h"
#include "change/value_check.h"

#include <algorithm>

namespace freehold::change {

using contract::FieldDescription;

namespace {

/// TOML's basic strings (toml.io, v1.0.0, "String").
std::string tomlString(std::string_view text)
{
    std::string result = "\"";
    for (const char character : text) {
        if (character == '"' || character == '\\')
            result += '\\';
        result += character;
    }
    return result + '"';
}

class Reader {
public:
    /// What is written in a newer form is read as far as it is known: the rest is not for us to judge.
    enum class Form : std::uint8_t { known, newer };

    Reader(const std::string &path, const contract::DocumentKind &kind, Form form)
        : path_(path)
        , kind_(kind)
        , form_(form)
    {
    }

    void read(const toml::table &table, const std::string &prefix)
    {
        for (const auto &[name, node] : table) {
            const std::string key = prefix + contract::keyPart(name.str());
            const auto line = static_cast<std::int64_t>(name.source().begin.line);
            if (const auto *inner = node.as_table()) {
                if (leadsToAField(key))
                    read(*inner, key + '.');
                else
                    add(key, line, ErrorCode::key_unknown, known());
                continue;
            }
            const FieldDescription *field = fieldFor(key);
            if (field == nullptr) {
                add(key, line, ErrorCode::key_unknown, known());
                continue;
            }
            const auto value = valueOf(node);
            if (!value) {
                add(key, line, ErrorCode::value_type, {{"expected", "text"}});
                continue;
            }
            if (auto problem = checkValue(*field, *value))
                add(key, line, problem->code, std::move(problem->arguments));
            else
                entries.emplace(key, Entry{*value, line});
        }
    }

    void checkRequired()
    {
        for (const FieldDescription &field : kind_.fields) {
            const auto star = field.key.find(".*.");
            if (!field.required || star != std::string_view::npos)
                continue;
            const bool mentioned = entries.contains(field.key)
                || std::ranges::any_of(
                    problems, [&](const Problem &problem) { return problem.key == field.key; });
            if (!mentioned)
                add(std::string(field.key), 0, ErrorCode::key_missing);
        }
    }

    Entries entries;
    std::vector<Problem> problems;

private:
    static std::optional<Value> valueOf(const toml::node &node)
    {
        if (const auto text = node.value_exact<std::string>())
            return Value(*text);
        if (const auto number = node.value_exact<std::int64_t>())
            return Value(*number);
        if (const auto truth = node.value_exact<bool>())
            return Value(*truth);
        if (const auto time = node.value_exact<toml::date_time>()) {
            std::ostringstream text;
            text << *time;
            return Value(text.str());
        }
        return std::nullopt;
    }

    void add(std::string key, std::int64_t line, ErrorCode code, Arguments arguments = {})
    {
        if (form_ == Form::newer)
            return;
        problems.push_back(Problem{path_, std::move(key), line, code, std::move(arguments)});
    }

    [[nodiscard]] const FieldDescription *fieldFor(std::string_view key) const
    {
        const auto found = std::ranges::find_if(
            kind_.fields, [&](const FieldDescription &field) { return contract::matches(field.key, key); });
        return found == kind_.fields.end() ? nullptr : &*found;
    }

    [[nodiscard]] bool leadsToAField(const std::string &table) const
    {
        const auto depth = contract::keyParts(table).size();
        return std::ranges::any_of(kind_.fields, [&](const FieldDescription &field) {
            std::string_view head = field.key;
            std::size_t end = 0;
            for (std::size_t part = 0; part < depth; ++part) {
                end = head.find('.', end == 0 ? 0 : end + 1);
                if (end == std::string_view::npos)
                    return false;
            }
            return contract::matches(head.substr(0, end), table);
        });
    }

    [[nodiscard]] Arguments known() const
    {
        std::string list;
        for (const FieldDescription &field : kind_.fields)
            list += (list.empty() ? "" : ", ") + std::string(field.key);
        return {{"known", list}};
    }

    const std::string &path_;
    const contract::DocumentKind &kind_;
    Form form_;
};

} // namespace

std::string toToml(const Value &value)
{
    if (const auto *text = std::get_if<std::string>(&value))
        return tomlString(*text);
    if (const auto *number = std::get_if<std::int64_t>(&value))
        return std::to_string(*number);
    return std::get<bool>(value) ? "true" : "false";
}

std::expected<DocumentPointer, std::vector<Problem>> Document::parse(std::string path, std::string text)
{
    const auto refused = [&](std::int64_t line, ErrorCode code, Arguments arguments = {}) {
        return std::unexpected(std::vector{Problem{path, {}, line, code, std::move(arguments)}});
    };
    const auto classified = contract::classify(path);
    if (!classified)
        return refused(0, ErrorCode::document_kind_unknown);
    if (text.size() > maximumDocumentBytes)
        return refused(0, ErrorCode::document_too_large, {{"limit", std::to_string(maximumDocumentBytes)}});
    if (!isValidUtf8(text) || text.find('\0') != std::string::npos)
        return refused(0, ErrorCode::document_encoding);

    const toml::parse_result parsed = toml::parse(text);
    if (!parsed)
        return refused(static_cast<std::int64_t>(parsed.error().source().begin.line),
            ErrorCode::document_syntax, {{"detail", std::string(parsed.error().description())}});

    const bool isHouse = classified->kind->name == "house";
    const auto format = isHouse ? parsed.table()["format"].value_exact<std::int64_t>() : std::nullopt;
    Reader reader(path, *classified->kind,
        format.value_or(contract::houseFormat) > contract::houseFormat ? Reader::Form::newer
                                                                       : Reader::Form::known);
    reader.read(parsed.table(), {});
    reader.checkRequired();
    if (!reader.problems.empty())
        return std::unexpected(std::move(reader.problems));

    auto document = std::shared_ptr<Document>(new Document);
    document->path_ = std::move(path);
    document->id_ = classified->id;
    document->kind_ = classified->kind;
    document->text_ = std::move(text);
    document->entries_ = std::move(reader.entries);
    document->entries_.shrinkToFit();
    return document;
}

std::string Document::textAt(std::string_view key) const
{
    return std::string(viewAt(key));
}

std::string_view Document::viewAt(std::string_view key) const
{
    const auto found = entries_.find(key);
    if (found == entries_.end())
        return {};
    const auto *text = std::get_if<std::string>(&found->second.value);
    return text == nullptr ? std::string_view() : *text;
}

std::optional<std::int64_t> Document::integerAt(std::string_view key) const
{
    const auto found = entries_.find(key);
    if (found == entries_.end())
        return std::nullopt;
    const auto *number = std::get_if<std::int64_t>(&found->second.value);
    return number == nullptr ? std::nullopt : std::optional(*number);
}

std::int64_t Document::lineOf(std::string_view key) const
{
    const auto found = entries_.find(key);
    return found == entries_.end() ? 0 : found->second.line;
}

} // namespace freehold::change
