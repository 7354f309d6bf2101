#!/usr/bin/env python3
"""Did anything get worse? compare.py OLD.json NEW.json [--factor F]

Compares how much of its limit each figure used, and ours ÷ theirs beside another program; never seconds. Prints what is
worse by more than the factor, and exits with 1. A limit in seconds is the same on a slow day, so there the machine's
pace, measured before and behind each part, is taken out; a limit that was measured in the same run needs no such thing.
Figures that only one of the reports has are listed and are no fault.
"""

import argparse
import json
import pathlib
import sys

# Two runs of one program on a shared machine differ by less, but for a few: see CONTRIBUTING.md.
FACTOR = 1.5
LINEAR = 1.15
TIMES = {"ms", "us", "s"}
SMALLEST = 0.05  # of a limit: what uses less than that may use twice of it and nobody will know


class Report:
    def __init__(self, file):
        data = json.loads(pathlib.Path(file).read_text(encoding="utf-8"))
        if data.get("format") != 1:
            raise SystemExit(f"{file} is no report of this program")
        self.figures, self.pace = {}, {}
        for section in data["sections"]:
            self.pace[section["name"]] = section["pace_ms"]
            for figure in section["figures"]:
                key = (section["name"], figure["name"])
                if key in self.figures:
                    raise SystemExit(f"{file}: two figures of {section['name']} are called {figure['name']}")
                self.figures[key] = figure
        self.peers = {row["name"]: row["ours"] / row["theirs"] for row in data["peers"]}
        self.growth = {row["name"]: row for row in data["growth"]}


def ratio_pair(old, new, key):
    """Of the limit used, then and now; on a machine of the same pace."""
    before, after = old.figures[key], new.figures[key]
    now = after["ratio"]
    if after["unit"] in TIMES and before["limit"] == after["limit"]:
        now *= old.pace[key[0]] / new.pace[key[0]]
    return before["ratio"], now


def worse_figures(old, new, factor):
    for key in old.figures.keys() & new.figures.keys():
        if old.figures[key]["ratio"] is None or new.figures[key]["ratio"] is None:
            continue
        then, now = ratio_pair(old, new, key)
        if now > factor * max(then, SMALLEST):
            yield f"{key[0]}: {key[1]}: {then:.0%} of its limit, now {now:.0%}"


def worse_peers(old, new, factor):
    for name in old.peers.keys() & new.peers.keys():
        if new.peers[name] > factor * old.peers[name]:
            yield f"beside another program: {name}: {old.peers[name]:.2f} of its time, now {new.peers[name]:.2f}"


def worse_growth(old, new):
    """What has begun to grow faster, and nobody has said why."""
    for name in old.growth.keys() & new.growth.keys():
        then, now = (max(report.growth[name]["exponents"], default=0) for report in (old, new))
        if now > LINEAR >= then and not new.growth[name]["why"]:
            yield f"growth: {name}: exponent {then:.2f}, now {now:.2f}"


def only_in_one(old, new):
    for key in sorted(old.figures.keys() - new.figures.keys()):
        yield f"{key[0]}: {key[1]}: not measured any more"
    for key in sorted(new.figures.keys() - old.figures.keys()):
        yield f"{key[0]}: {key[1]}: was not measured before"


def main():
    parser = argparse.ArgumentParser(prog="./dev bench --compare", description="Did anything get worse?")
    parser.add_argument("old")
    parser.add_argument("new")
    parser.add_argument("--factor", type=float, default=FACTOR)
    arguments = parser.parse_args()
    old, new = Report(arguments.old), Report(arguments.new)
    common = old.figures.keys() & new.figures.keys()
    if not common and not old.peers.keys() & new.peers.keys():
        raise SystemExit("the two reports have nothing in common")
    worse = sorted(worse_figures(old, new, arguments.factor)) + sorted(worse_peers(old, new, arguments.factor))
    worse += sorted(worse_growth(old, new))
    for line in only_in_one(old, new):
        print(line)
    for line in worse:
        print("worse: " + line)
    print(f"{len(common)} figures compared, {len(worse)} worse by more than {arguments.factor:g} times")
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
