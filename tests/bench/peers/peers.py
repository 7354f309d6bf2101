#!/usr/bin/env python3
"""The same job by Rehearse and by another program, in turn, on the same files: peers.py REHEARSE [--cards N]

Prints JSON: {"rows": [{"name","unit","ours","theirs","peer","job"}], "skipped": ["..."]}. A program whose Debian package
is not installed is skipped in words. Times are of whole processes, from their start to their end, and the median of
RUNS turns: ours, theirs, ours, theirs.
"""

import argparse
import json
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
RUNS = 5
CARDS = 20_000
ANSWERS = 1_000
SYSTEM_PYTHON = "/usr/bin/python3"  # the one that Debian's packages of Python programs are for


def package_version(package):
    """None when it is not installed."""
    asked = ["dpkg-query", "-W", "-f", "${db:Status-Status} ${Version}", package]
    try:
        status, _, version = subprocess.run(asked, capture_output=True, text=True).stdout.partition(" ")
    except FileNotFoundError:
        return None
    return version if status == "installed" else None


def seconds(command, text=None):
    begin = time.perf_counter()
    done = subprocess.run([str(word) for word in command], input=text, capture_output=True, text=True)
    elapsed = time.perf_counter() - begin
    if done.returncode != 0:
        raise RuntimeError(f"{command}: {done.stderr or done.stdout}")
    return elapsed


def copied(folder, to):
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(folder, to)
    return to


class Rehearse:
    """Each job takes a folder to work in and gives the seconds it took."""

    def __init__(self, program, scratch, table):
        self.program, self.table = program, table
        self.full = scratch / "ours_full"
        self.bring_in(self.full)
        self.run(self.full, "settings", "--new", ANSWERS)

    def run(self, folder, *words, text=None):
        return seconds([self.program, *words, "--library", folder], text)

    def bring_in(self, folder):
        shutil.rmtree(folder, ignore_errors=True)
        return self.run(folder, "import", self.table)

    def first(self, folder):
        return self.run(self.full, "study", "--limit", 1, text="q\n")

    def answer(self, folder):
        keys = "A1\n" * ANSWERS
        took = self.run(copied(self.full, folder), "study", "--limit", ANSWERS, "--minutes", 1_440, text=keys)
        stats = subprocess.run([self.program, "stats", "--json", "--library", folder], capture_output=True, text=True)
        if json.loads(stats.stdout)["reviews"] != ANSWERS:
            raise RuntimeError("not every answer was kept: " + stats.stdout[:300])
        return took


class Mnemosyne:
    package = "mnemosyne"

    def __init__(self, version, scratch, table):
        self.title, self.table = f"Mnemosyne {version}", table
        self.full = scratch / "mnemosyne_full"
        self.bring_in(self.full)

    def run(self, job, folder, *rest):
        return seconds([SYSTEM_PYTHON, "-W", "ignore", HERE / "mnemosyne_steps.py", job, folder, *rest])

    def bring_in(self, folder):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        return self.run("import", folder, self.table)

    def first(self, folder):
        return self.run("first", self.full)

    def answer(self, folder):
        return self.run("answer", copied(self.full, folder), ANSWERS)


class BareSqlite:
    """No program: what one that kept each row and nothing else would take."""

    package = "sqlite3"

    def __init__(self, version, scratch, table):
        self.title, self.table = f"the bare sqlite3 {version}", table

    def run(self, folder, script):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        begin = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;\n"
        return seconds(["sqlite3", "-batch", folder / "bare.sqlite"], begin + script)

    def bring_in(self, folder):
        columns = "CREATE TABLE card (question TEXT, answer TEXT);\n"
        return self.run(folder, columns + f".mode tabs\n.import {self.table} card\n")

    def answer(self, folder):
        rows = "".join(f"INSERT INTO answer VALUES ({i}, 4, 'recalled');\n" for i in range(ANSWERS))
        return self.run(folder, "CREATE TABLE answer (card INTEGER, grade INTEGER, points TEXT);\n" + rows)


JOBS = {
    "bring_in": "import a table of {cards:,} questions",
    "first": "the first card of {cards:,} questions, from the program's start",
    "answer": "{answers:,} answers, each on disk before the next card",
}


def in_turn(ours, theirs, job, scratch):
    times = ([], [])
    for _ in range(RUNS):
        for side, who in enumerate((ours, theirs)):
            times[side].append(getattr(who, job)(scratch / f"turn{side}"))
    return [statistics.median(each) * 1000 for each in times]


def write_table(file, cards):
    with file.open("w", encoding="utf-8") as out:
        for i in range(cards):
            out.write(f"第{i}号门店少了货怎样查清原因？\t先封存现场再核对{i * 7919 % 99991}号单据\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("rehearse")
    parser.add_argument("--cards", type=int, default=CARDS)
    arguments = parser.parse_args()
    rows, skipped = [], []
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        table = scratch / "cards.tsv"
        write_table(table, arguments.cards)
        ours = Rehearse(pathlib.Path(arguments.rehearse).resolve(), scratch, table)
        for kind in (Mnemosyne, BareSqlite):
            version = package_version(kind.package)
            if not version:
                skipped.append(f"beside {kind.package}: that Debian package is not installed")
                continue
            theirs = kind(version, scratch, table)
            for job, words in JOBS.items():
                if not hasattr(theirs, job):
                    continue
                name = words.format(cards=arguments.cards, answers=ANSWERS)
                print(f"{theirs.title}: {name}", file=sys.stderr)
                mine, other = in_turn(ours, theirs, job, scratch)
                rows.append({"name": f"{name}, beside {kind.package}", "unit": "ms", "ours": mine, "theirs": other,
                             "peer": theirs.title, "job": name})
    json.dump({"rows": rows, "skipped": skipped}, sys.stdout, indent=1, ensure_ascii=False)
    print()


if __name__ == "__main__":
    main()
