#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the sources among the files on standard input, and for each header among them one source that includes it:
the nearest, as the build in the folder BUILD knows of itself. Usage: sources_of.py BUILD, in the checkout."""

import os
import subprocess
import sys

build = sys.argv[1]
checkout = os.getcwd()
changed = set(sys.stdin.read().split())
headers = {os.path.realpath(file) for file in changed if file.endswith(".h")}
sources = {file for file in changed if file.endswith(".cpp")}

real = {}  # headers are found through a link for each layer, and the same ones again and again


def real_path(file):
    if file not in real:
        real[file] = os.path.realpath(os.path.join(build, file))
    return real[file]


def nearest(header, including):
    stem = os.path.splitext(header)[0]
    return min(including, key=lambda source: (os.path.splitext(source)[0] != stem,
                                              os.path.dirname(source) != os.path.dirname(header), source))


if headers:
    told = subprocess.run(["ninja", "-C", build, "-t", "deps"], capture_output=True, text=True, check=True).stdout
    including = {header: [] for header in headers}
    for block in told.split("\n\n"):
        # "object: #deps 3, …", then a line for each file that it was made of, its source first.
        files = [line.strip() for line in block.splitlines() if line.startswith(" ")]
        source = os.path.relpath(real_path(files[0]), checkout) if files else ""
        if source.endswith(".cpp") and os.path.exists(source) and not source.startswith(("build/", "..")):
            for header in headers.intersection(real_path(file) for file in files):
                including[header].append(source)
    for header, found in including.items():
        if found:
            sources.add(nearest(os.path.relpath(header, checkout), found))

print("\n".join(sorted(sources)))
