#!/usr/bin/env python3
"""Which sources can be compiled as one.  together.py MOST SOURCE...

A line for each group of several, parted by "|". A group has at most MOST sources, of one folder, that declare
nothing of the same name: each has names of its own in a nameless namespace, which in one translation unit is one for all.
"""

import itertools
import pathlib
import re
import sys

# As clang-format leaves them at the start of a line: a type, or what comes before a parenthesis or a value. What names a
# scope is declared elsewhere.
DECLARED = re.compile(r"^(?:(?:struct|class|union|enum|enum class) |(?!using |namespace )\w[^(={;/\n]*?[ &*>])"
                      r"(\w+)(?=\[| ?[({=;]| final| :|$)", re.MULTILINE)
# One line may have several.
CONSTANTS, CONSTANT = re.compile(r"^constexpr .*", re.MULTILINE), re.compile(r"(\w+)(?= = |\{)")
# What it calls by a short name: another source may do so too, but not declare it.
SHORT = re.compile(r"^using (?:\w+::)+(\w+);", re.MULTILINE)
# It may be meant for the headers of this source only.
ALONE = re.compile(r"^#define", re.MULTILINE)


def without_a_name_twice(sources, most):
    """`most` at most in each part. The compiler would refuse what declares the same name; only it knows all it refuses."""
    parts = []
    for source in sources:
        text = pathlib.Path(source).read_text(encoding="utf-8")
        declared, short = set(DECLARED.findall(text)), set(SHORT.findall(text))
        declared |= {name for line in CONSTANTS.findall(text) for name in CONSTANT.findall(line)}
        part = next((part for part in parts
                     if len(part[0]) < most and not part[1] & (declared | short) and not part[2] & declared), None)
        if part is None:
            parts.append(part := ([], set(), set()))
        part[0].append(source)
        part[1].update(declared)
        part[2].update(short)
    return [part[0] for part in parts]


def may_stand_beside_others(source):
    return not ALONE.search(pathlib.Path(source).read_text(encoding="utf-8"))


def main(most, *sources):
    def folder(source):
        return str(pathlib.Path(source).parent)

    for _, group in itertools.groupby(sorted(filter(may_stand_beside_others, sources)), folder):
        for part in without_a_name_twice(group, int(most)):
            if len(part) > 1:
                print("|".join(part))


if __name__ == "__main__":
    main(*sys.argv[1:])
