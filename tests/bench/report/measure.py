#!/usr/bin/env python3
"""Runs every benchmark and what stands beside it: measure.py BUILD_FOLDER [FILE_STEM] [--only PART,PART]

Writes FILE_STEM.md and FILE_STEM.json (BUILD_FOLDER/bench/report). What cannot be measured here is listed as skipped. Python's
standard library only.
"""

import argparse
import datetime
import json
import os
import pathlib
import subprocess
import sys
import time

import machine
import render

ROOT = pathlib.Path(__file__).resolve().parents[3]
BENCH = ROOT / "tests/bench"
FORMAT = 1  # of the JSON
SKIPPED = 77
SYNC_PARTS = ("idle", "pushes", "tls", "devices", "sealing", "postgres", "group", "day", "laptop")


class Parts:
    """Each gives what its program printed, or None and a line in `skipped`."""

    def __init__(self, programs):
        self.programs, self.skipped = programs, []

    def run(self, *command):
        # What it says on the way is shown as it says it, and kept where it says why something was left out.
        process = subprocess.Popen([str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   text=True, cwd=ROOT)
        printed, said = process.communicate()
        sys.stderr.write(said)
        notes = [line.partition("skipped: ")[2] for line in (said + printed).splitlines() if line.startswith("skipped: ")]
        self.skipped += notes
        if process.returncode == SKIPPED:
            return None
        if process.returncode != 0:
            raise SystemExit(f"{command} ended with {process.returncode}")
        return json.loads(printed)

    def bench(self, *words):
        return self.run(self.programs / "rehearse-bench", *words, "--json")

    def window(self):
        return self.run(BENCH / "window/on_display.sh", self.programs / "rehearse-window-bench", "--json")

    def peers(self):
        found = self.run(sys.executable, BENCH / "peers/peers.py", self.programs / "rehearse")
        self.skipped += found["skipped"]
        return found["rows"]


def section(name, figures, pace):
    for figure in figures:
        figure["ratio"] = figure["measured"] / figure["limit"] if figure["role"] == "promise" else None
    return {"name": name, "pace_ms": pace, "figures": figures}


def timed(name, work):
    """With the machine's pace before and behind it."""
    print(f"-- {name}", file=sys.stderr, flush=True)
    before, begin = machine.pace_ms(), time.monotonic()
    result = work()
    print(f"   {time.monotonic() - begin:.0f} s", file=sys.stderr, flush=True)
    return result, (before + machine.pace_ms()) / 2


def measure(build, only):
    parts = Parts(build / "bin")
    wanted = lambda name: not only or name in only
    report = {
        "format": FORMAT,
        "date": datetime.date.today().isoformat(),
        "commit": machine.output_of("git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"),
        "machine": machine.describe(build),
        "load_before": os.getloadavg()[0],
        "sections": [], "growth": [], "peers": [],
    }
    jobs = [("everyday", parts.bench), ("large", lambda: parts.bench("large"))]
    jobs += [(f"sync {part}", lambda part=part: parts.bench("sync", part)) for part in SYNC_PARTS]
    jobs += [("window", parts.window)]
    for name, work in jobs:
        if not wanted(name.split()[0]) and not wanted(name):
            continue
        figures, pace = timed(name, work)
        if figures:
            report["sections"].append(section(name, figures, pace))
    if wanted("growth"):
        report["growth"], _ = timed("growth", lambda: parts.bench("growth"))
    if wanted("peers"):
        report["peers"], _ = timed("peers", parts.peers)
    report["load_after"] = os.getloadavg()[0]
    report["skipped"] = sorted(set(parts.skipped))
    return report


def main():
    parser = argparse.ArgumentParser(prog="./dev bench --report", description="Runs every benchmark; writes a report.")
    parser.add_argument("build", type=pathlib.Path, help=argparse.SUPPRESS)
    parser.add_argument("stem", nargs="?", type=pathlib.Path, metavar="FILE_STEM")
    parser.add_argument("--only", default="", help="everyday, large, sync, 'sync PART', window, growth, peers")
    arguments = parser.parse_args()
    stem = arguments.stem or arguments.build / "bench/report"
    report = measure(arguments.build.resolve(), [name for name in arguments.only.split(",") if name])
    stem.parent.mkdir(parents=True, exist_ok=True)
    page, data = pathlib.Path(f"{stem}.md"), pathlib.Path(f"{stem}.json")
    data.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    page.write_text("# Performance\n\n" + render.page(report), encoding="utf-8")
    print(f"{page}\n{data}")


if __name__ == "__main__":
    main()
