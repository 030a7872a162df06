// SPDX-License-Identifier: GPL-3.0-or-later
#include "docs/pages.h"

#include <cstdio>
#include <string_view>

using namespace freehold::cli;

/// freeholdctl-docs PAGE: prints one of the pages. Used by the build alone, not installed.
int main(int argc, char **argv)
{
    const std::string_view page = argc == 2 ? argv[1] : "";
    const auto commands = allCommands();
    std::string text;
    if (page == "man")
        text = docs::manPage(commands);
    else if (page == "bash")
        text = docs::bashCompletion(commands);
    else if (page == "zsh")
        text = docs::zshCompletion(commands);
    else if (page == "fish")
        text = docs::fishCompletion(commands);
    else if (page == "api")
        text = docs::apiPage();
    else
        return 2;
    return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() ? 0 : 1;
}
