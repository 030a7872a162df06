// SPDX-License-Identifier: GPL-3.0-or-later
// A program that holds a secret until its standard input ends; protected, unless told "open".
#include "support/secret.h"

#include <cstdio>
#include <cstring>

int main(int count, char **arguments)
{
    if (count < 2 || std::strcmp(arguments[1], "open") != 0)
        freehold::protectProcessMemory();
    const freehold::Secret secret = freehold::Secret::of("a secret that nobody may read");
    std::puts("ready");
    std::fflush(stdout);
    while (std::getchar() != EOF) { }
    return secret.isEmpty() ? 1 : 0;
}
