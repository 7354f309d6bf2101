#!/usr/bin/env python3
"""clang-tidy over every source that has changed since it was found clean.  lint.py BUILD_FOLDER

The folder holds compile_commands.json. Most of clang-tidy's time goes into the headers of the standard library, once for
each source: sources with the same options are therefore read together, as many as the compiler takes as one. The static
analyzer reads core/ and sync/, which take what others wrote. What was found clean is remembered by the contents of all
that it was made of. Clang's own errors are errors here.

What the compiler took as one is written to BUILD_FOLDER/together.cmake, for builds that are made once (CMakeLists.txt,
REHEARSE_TOGETHER).
"""

import concurrent.futures
import dataclasses
import hashlib
import itertools
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

from together import may_stand_beside_others, without_a_name_twice

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOGETHER = 48  # sources: what is changed in one has all of them read again
# Sources that stand in another are headers to it. A third of the paths through a function take half the time.
ANALYZER = ("-analyzer-opt-analyze-headers", "-analyzer-config", "max-nodes=75000")
ANALYZED = (*(f"--extra-arg={word}" for option in ANALYZER for word in ("-Xclang", option)),
            "-checks=-bugprone-suspicious-include")
NOT_ANALYZED = ("-checks=-bugprone-suspicious-include,-clang-analyzer-*",)


@dataclasses.dataclass(frozen=True)
class Reading:
    sources: tuple  # paths
    compiler: tuple  # the compiler and its options, without source and output
    tidy: tuple  # its options

    def name(self):
        first, last = (os.path.relpath(self.sources[at], ROOT) for at in (0, -1))
        return first if first == last else f"{first} … {os.path.basename(last)}"

    def of(self, sources):
        return dataclasses.replace(self, sources=sources)


def hash_of(*parts):
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part if isinstance(part, bytes) else part.encode())
        digest.update(b"\0")
    return digest.hexdigest()


def compiler_of(entry):
    words = shlex.split(entry["command"])
    output = words.index("-o")
    return tuple(word for word in words[:output] + words[output + 2 :] if word not in ("-c", entry["file"]))


def all_readings(entries):
    def together(entry):
        is_analyzed = os.path.relpath(entry["file"], ROOT).startswith(("core/", "sync/"))
        return ANALYZED if is_analyzed else NOT_ANALYZED, compiler_of(entry)

    # What several programs are made of is read once.
    once = {entry["file"]: entry for entry in entries}.values()
    for (tidy, compiler), group in itertools.groupby(sorted(once, key=together), together):
        for sources in without_a_name_twice([entry["file"] for entry in group], TOGETHER):
            yield Reading(tuple(sources), compiler, tidy)


class Clean:
    """What was found clean, in a file for each reading."""

    def __init__(self, folder, reading):
        said = hash_of(*reading.tidy, *reading.compiler, *reading.sources)
        self.file = folder / "clean" / said
        self.checks = hash_of((ROOT / ".clang-tidy").read_bytes())

    def groups(self):
        """What the compiler took as one; None when it has to be read again."""
        try:
            noted = json.loads(self.file.read_text())
            is_same = noted["checks"] == self.checks and all(
                hash_of(pathlib.Path(name).read_bytes()) == was for name, was in noted["made_of"].items())
            return noted["groups"] if is_same else None
        except (OSError, ValueError, KeyError):
            return None

    def note(self, made_of, groups):
        self.file.write_text(json.dumps({"checks": self.checks, "made_of": made_of, "groups": groups}))


def one_source(folder, reading):
    """The source itself, or one that includes them all; where .clang-tidy is found from."""
    if len(reading.sources) == 1:
        return reading.sources[0]
    together = folder / "together" / f"{hash_of(*reading.sources)}.cpp"
    together.write_text("".join(f'#include "{source}"\n' for source in reading.sources))
    return str(together)


def compiled_together(folder, reading):
    """As many of the sources as the compiler takes as one, what it says of these, and the sources it has not taken."""
    sources = reading.sources
    while True:
        # Before clang-tidy, which takes several times as long, on what is not C++ no less.
        compiled = subprocess.run([*reading.compiler, "-fsyntax-only", "-ferror-limit=0", "-MMD", "-MF", "/dev/stdout",
                                   one_source(folder, reading.of(sources))], cwd=folder, capture_output=True, text=True)
        if compiled.returncode == 0 or len(sources) == 1:
            break
        # Most often a name that stands in one before it as well.
        refused = {line.split(":")[0] for line in compiled.stderr.splitlines() if ": error: " in line}
        taken = tuple(source for source in sources if source not in refused)
        sources = taken if taken and taken != sources else sources[: len(sources) // 2]
    return sources, compiled, tuple(source for source in reading.sources if source not in sources)


def read(folder, reading):
    """What it is made of, by contents, what of it is one to the compiler, and what was said of it."""
    made_of, groups, said = {}, [], ""
    while reading.sources:
        sources, compiled, others = compiled_together(folder, reading)
        # By contents of before: what is edited meanwhile is read again the next time.
        for word in shlex.split(compiled.stdout.replace("\\\n", " "))[1:]:
            name = (folder / word).resolve()
            made_of.setdefault(str(name), hash_of(name.read_bytes()))
        if compiled.returncode != 0:
            said += compiled.stderr
        else:
            groups.append(sources)
            source = one_source(folder, reading.of(sources))
            tidy = subprocess.run(["clang-tidy", "-quiet", *reading.tidy, source, "--", *reading.compiler[1:]],
                                  cwd=folder, capture_output=True, text=True)
            if tidy.returncode != 0:
                said += tidy.stdout or tidy.stderr
        reading = reading.of(others)
    return made_of, groups, said


def write_together(folder, entries, groups):
    """A line for each target and group that has several of its sources."""
    place = {source: number for number, group in enumerate(groups) for source in group
             if may_stand_beside_others(source)}
    members = {}
    for entry in entries:
        if entry["file"] in place:
            target = re.search(r"/CMakeFiles/([^/]+)[.]dir/", entry["command"])[1]
            members.setdefault((target, place[entry["file"]]), []).append(os.path.relpath(entry["file"], ROOT))
    (folder / "together.cmake").write_text("".join(f"compile_together({target} {number} {' '.join(sources)})\n"
        for (target, number), sources in members.items() if len(sources) > 1))


def main():
    folder = pathlib.Path(sys.argv[1]).resolve()
    for made in ("clean", "together"):
        (folder / made).mkdir(exist_ok=True)
    entries = json.loads((folder / "compile_commands.json").read_text())
    readings = list(all_readings(entries))
    known = {reading: Clean(folder, reading).groups() for reading in readings}
    waiting = [reading for reading in readings if known[reading] is None]
    faults = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        work = {pool.submit(read, folder, reading): reading for reading in waiting}
        for done, future in enumerate(concurrent.futures.as_completed(work), 1):
            made_of, known[work[future]], said = future.result()
            print(f"[{done}/{len(waiting)}] {work[future].name()}", flush=True)
            if said:
                faults += 1
                print(said, flush=True)
            else:
                Clean(folder, work[future]).note(made_of, known[work[future]])
    write_together(folder, entries, [group for groups in known.values() for group in groups])
    print(f"clang-tidy: {len(entries)} files in {len(readings)} readings, {len(waiting)} read, {faults} with faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
