// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace freehold::cli {

/// Rows in columns as wide as their widest cell. Cells are cleaned of control characters, because names
/// come from the network and must not steer a terminal.
class TextTable {
public:
    void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
    [[nodiscard]] bool isEmpty() const { return rows_.empty(); }
    [[nodiscard]] std::string text(const std::string &indent = {}) const;

private:
    std::vector<std::vector<std::string>> rows_;
};

/// The text without control characters, each shown as U+FFFD.
[[nodiscard]] std::string harmless(const std::string &text);

} // namespace freehold::cli
