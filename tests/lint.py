#!/usr/bin/env python3
"""clang-tidy over every source that has changed since it was found clean.  lint.py BUILD_FOLDER

The folder holds compile_commands.json. clang-tidy compiles nothing and takes seconds for a file: what a clean file was
made of, its headers too, is remembered there by contents. Clang's own errors are errors here.
"""

import concurrent.futures
import hashlib
import json
import os
import pathlib
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def hash_of(*parts):
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part if isinstance(part, bytes) else part.encode())
        digest.update(b"\0")
    return digest.hexdigest()


def checks_for(source):
    """The files that say what is checked: one in each folder up to the root, where there is one."""
    found = [folder / ".clang-tidy" for folder in source.parents if folder.is_relative_to(ROOT)]
    return [file.read_bytes() for file in found if file.exists()]


def headers_of(entry):
    """Every file of the repository that the source is made of, itself included."""
    command = shlex.split(entry["command"])
    output = command.index("-o")
    command = [word for word in command[:output] + command[output + 2 :] if word != "-c"]
    rule = subprocess.run(command + ["-MM"], cwd=entry["directory"], check=True, capture_output=True, text=True)
    words = shlex.split(rule.stdout.replace("\\\n", " "))[1:]
    return sorted({str((pathlib.Path(entry["directory"]) / word).resolve()) for word in words})


class Clean:
    """What was found clean, in a file for each source."""

    def __init__(self, folder, entry):
        self.source = pathlib.Path(entry["file"])
        self.file = folder / "clean" / hash_of(entry["file"])
        self.key = hash_of(entry["command"], *checks_for(self.source))

    def holds(self):
        try:
            noted = json.loads(self.file.read_text())
            return noted["key"] == self.key and all(
                hash_of(pathlib.Path(name).read_bytes()) == was for name, was in noted["made_of"].items())
        except (OSError, ValueError, KeyError):
            return False

    def note(self, made_of):
        self.file.parent.mkdir(exist_ok=True)
        self.file.write_text(json.dumps({"key": self.key, "made_of": made_of}))


def read(folder, entry):
    """Nothing when the file is clean, or what clang-tidy says."""
    clean = Clean(folder, entry)
    # Before it is read: what is edited meanwhile is read again the next time.
    made_of = {name: hash_of(pathlib.Path(name).read_bytes()) for name in headers_of(entry)}
    tidy = subprocess.run(["clang-tidy", "-quiet", "-p", str(folder), entry["file"]], capture_output=True, text=True)
    if tidy.returncode != 0:
        return tidy.stdout or tidy.stderr
    clean.note(made_of)
    return None


def main():
    folder = pathlib.Path(sys.argv[1]).resolve()
    entries = json.loads((folder / "compile_commands.json").read_text())
    waiting = [entry for entry in entries if not Clean(folder, entry).holds()]
    faults = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        work = {pool.submit(read, folder, entry): entry for entry in waiting}
        for done, future in enumerate(concurrent.futures.as_completed(work), 1):
            name = os.path.relpath(work[future]["file"], ROOT)
            said = future.result()
            print(f"[{done}/{len(waiting)}] {name}", flush=True)
            if said:
                faults += 1
                print(said, flush=True)
    print(f"clang-tidy: {len(entries)} files, {len(waiting)} read, {faults} with faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
