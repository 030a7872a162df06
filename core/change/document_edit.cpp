// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/document.h"
#include "change/toml.h"

#include <algorithm>
#include <map>
#include <sstream>

namespace freehold::change {

namespace {

/// The offset of a place that toml++ names by line and column, both from 1, columns in code points.
std::size_t offsetOf(const std::string &text, toml::source_position position)
{
    std::size_t at = 0;
    for (toml::source_index line = 1; line < position.line; ++line) {
        at = text.find('\n', at);
        if (at == std::string::npos)
            return text.size();
        ++at;
    }
    for (toml::source_index column = 1; column < position.column && at < text.size(); ++column) {
        ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
            ++at;
    }
    return at;
}

std::size_t endOfLine(const std::string &text, std::size_t at)
{
    const auto newline = text.find('\n', at);
    return newline == std::string::npos ? text.size() : newline + 1;
}

std::size_t startOfLine(const std::string &text, std::size_t at)
{
    if (at == 0)
        return 0;
    const auto newline = text.rfind('\n', at - 1);
    return newline == std::string::npos ? 0 : newline + 1;
}

/// After the last plain value of a table, or after its heading.
std::size_t placeInTable(const std::string &text, const toml::table &table, bool isRoot)
{
    std::size_t place = isRoot ? 0 : endOfLine(text, offsetOf(text, table.source().begin));
    for (const auto &[key, node] : table) {
        if (!node.is_table())
            place = std::max(place, endOfLine(text, offsetOf(text, node.source().end)));
    }
    return place;
}

/// What a document says, by dotted key, each value as TOML writes it.
using Literals = std::map<std::string, std::string, std::less<>>;

void collect(const toml::table &table, const std::string &prefix, Literals &literals)
{
    for (const auto &[key, node] : table) {
        const std::string path = prefix + contract::keyPart(key.str());
        if (const auto *inner = node.as_table()) {
            collect(*inner, path + '.', literals);
            continue;
        }
        std::ostringstream literal;
        node.visit([&](const auto &value) { literal << value; });
        literals.emplace(path, literal.str());
    }
}

std::optional<Literals> literalsOf(const std::string &text)
{
    const toml::parse_result parsed = toml::parse(text);
    if (!parsed)
        return std::nullopt;
    Literals literals;
    collect(parsed.table(), {}, literals);
    return literals;
}

/// A dotted key as the table that it leads to, and its last part.
struct SplitKey {
    std::string_view table;
    std::string_view leaf;
};

SplitKey split(std::string_view key)
{
    const std::string_view leaf = contract::keyParts(key).back();
    const std::size_t table = key.size() - leaf.size();
    return {key.substr(0, table == 0 ? 0 : table - 1), leaf};
}

const toml::table *tableAt(const toml::table &root, std::string_view key)
{
    const toml::table *table = &root;
    if (key.empty())
        return table;
    for (const std::string_view part : contract::keyParts(key)) {
        const toml::node *inner = table->get(contract::nameOfPart(part));
        table = inner == nullptr ? nullptr : inner->as_table();
        if (table == nullptr)
            break;
    }
    return table;
}

/// A document that says this, in the plainest layout.
std::string plainly(const Literals &literals)
{
    std::map<std::string, std::string> tables;
    for (const auto &[key, literal] : literals) {
        const auto [table, leaf] = split(key);
        tables[std::string(table)] += std::string(leaf) + " = " + literal + '\n';
    }
    std::string text;
    for (const auto &[heading, lines] : tables) {
        if (!heading.empty())
            text += (text.empty() ? "[" : "\n[") + heading + "]\n";
        text += lines;
    }
    return text;
}

/// Edits the text in its place where the value stands on a line or in a table with a heading.
std::string editedInPlace(
    const std::string &text, const toml::table &root, std::string_view key, const std::optional<Value> &value)
{
    const auto [parent, leaf] = split(key);
    const toml::table *table = tableAt(root, parent);

    std::string edited = text;
    const toml::node *node = table == nullptr ? nullptr : table->get(contract::nameOfPart(leaf));
    if (node != nullptr) {
        const auto begin = offsetOf(text, node->source().begin);
        const auto end = offsetOf(text, node->source().end);
        if (value) {
            edited.replace(begin, end - begin, toToml(*value));
        } else {
            const auto lineBegin = startOfLine(text, begin);
            edited.erase(lineBegin, endOfLine(text, end) - lineBegin);
        }
        return edited;
    }
    if (!value)
        return edited;

    const std::string line = std::string(leaf) + " = " + toToml(*value) + '\n';
    if (table == nullptr) {
        if (!edited.empty() && !edited.ends_with('\n'))
            edited += '\n';
        return edited + (edited.empty() ? "[" : "\n[") + std::string(parent) + "]\n" + line;
    }
    std::size_t place = placeInTable(text, *table, parent.empty());
    if (place > 0 && edited[place - 1] != '\n') {
        edited.insert(place, "\n");
        ++place;
    }
    return edited.insert(place, line);
}

} // namespace

std::string withValue(const std::string &text, std::string_view key, const std::optional<Value> &value)
{
    const toml::parse_result parsed = toml::parse(text);
    if (!parsed)
        return text;
    std::string edited = editedInPlace(text, parsed.table(), key, value);
    Literals wanted;
    collect(parsed.table(), {}, wanted);
    wanted.erase(std::string(key));
    if (value) {
        const auto literal = literalsOf("value = " + toToml(*value));
        if (!literal)
            return edited; // No TOML can say this: whoever parses it says why.
        wanted[std::string(key)] = literal->at("value");
    }
    // Inline tables, dotted keys and several values on a line are people's ways of writing that can't be
    // edited line by line: then the layout goes, never a value.
    return literalsOf(edited) == wanted ? edited : plainly(wanted);
}

} // namespace freehold::change
