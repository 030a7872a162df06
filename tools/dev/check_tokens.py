#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Colours and sizes of type come from qml/style/Tokens.qml alone; fails where a page brings its own."""

import pathlib
import re
import sys

CHECKS = [
    (re.compile(r'"#[0-9A-Fa-f]{3,8}"'), "a literal colour"),
    (re.compile(r"\bQt\.(rgba|hsla|hsva|color|lighter|darker|tint)\b"), "a colour of its own making"),
    (re.compile(r'\bcolor:\s*"[a-z]+"'), "a named colour"),
    (re.compile(r"\bfont\.(pixelSize|pointSize)\s*:"), "a size of type"),
]


def main() -> int:
    pages = pathlib.Path(__file__).resolve().parents[2] / "qml"
    found = 0
    for file in sorted(pages.rglob("*.qml")):
        if file.name == "Tokens.qml":
            continue
        in_style = file.parent.name == "style"
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            for pattern, what in CHECKS:
                if in_style and what == "a size of type":
                    continue  # the base controls set it, from tokens
                if pattern.search(line):
                    print(f"{file.relative_to(pages.parent)}:{number}: {what}. Use a token.")
                    found += 1
    return 1 if found else 0


sys.exit(main())
