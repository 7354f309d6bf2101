"""What can be typed: the words of ./dev, and the commands, arguments and options that programs tell of themselves.

Each knows() ends with nothing, or with one sentence about the first thing that is not there. A word in capitals
(FILE) and `…` stand for whatever somebody would type there.
"""
import functools
import json
import os
import re
import subprocess

ENGLISH = {**os.environ, "LC_ALL": "C.UTF-8"}
GENERAL_OPTIONS = ("--library", "--now", "--data", "--store", "--store-file")  # each takes one word


def is_placeholder(word):
    return "…" in word or re.fullmatch(r"[A-Z]+(\.\w+)?", word) is not None


def output_of(*command):
    run = subprocess.run(command, env=ENGLISH, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)
    return run.stdout + run.stderr


class Help:
    """What a program says to `COMMAND --help`."""

    def __init__(self, text):
        self.arguments, self.commands = [], []
        self.options = {}  # how many words belong to each
        part = ""
        for line in text.splitlines():
            if re.match(r"\S", line):
                part = line.rstrip(":")
            elif part == "Commands" and (found := re.match(r"  ([a-z]+)\b", line)):
                self.commands.append(found[1])
            elif part == "Options" and (found := re.match(r"  (-\S+)( \S+)?( [A-Z]+| \.\.\.| x \d+)?", line)):
                for name in found[1].split(","):
                    self.options[name] = "none" if not found[2] else \
                        "several" if found[3] or found[2].endswith("...") else "one"
            elif part == "Arguments" and (found := re.match(r"  (\S+)( TEXT)?( \.\.\.| x \d+)?", line)):
                self.arguments.append([found[1].split(",")[0], found[3] is not None, line])
            elif part == "Arguments" and self.arguments:
                self.arguments[-1][2] += line

    def argument(self, place):
        if place < len(self.arguments):
            return self.arguments[place]
        several = [argument for argument in self.arguments if argument[1]]
        return several[-1] if several else None


class Program:
    """One of those that explain themselves: rehearse, rehearse-sync."""

    def __init__(self, path):
        self.path, self.name = path, os.path.basename(path)
        self.help = functools.lru_cache(None)(lambda *command: Help(output_of(path, *command, "--help")))
        # rehearse takes its general options behind a command, too.
        self.is_general_behind = self.name == "rehearse"

    def knows(self, words):
        general, command, words = self.help(), [], list(words)
        while words and words[0] in GENERAL_OPTIONS and words[0] in general.options:
            words = words[2:]
        while words and words[0] in self.help(*command).commands:
            command.append(words.pop(0))
        typed = " ".join([self.name, *command])
        help = self.help(*command)
        options = {**general.options, **help.options} if self.is_general_behind else help.options
        place = 0
        while words:
            word = words.pop(0)
            if word.startswith("-") and len(word) > 1:
                if (name := word.split("=")[0]) not in options:
                    return f"{typed} has no option {name}"
                if options[name] == "one" and "=" not in word and words:
                    words.pop(0)
                while options[name] == "several" and words and not words[0].startswith("-"):
                    words.pop(0)
                continue
            argument = help.argument(place)
            place += 1
            if not command and self.name == "rehearse" and (is_placeholder(word) or re.search(r"[./]", word)):
                continue  # a file, for the window
            if argument is None:
                return f"{typed} knows no '{word}'"
            if argument[0] in ("ACT", "CHOICE") and not is_placeholder(word):
                if not re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", argument[2]):
                    return f"{typed} knows no '{word}'"
        return ""


class Dev:
    """The words of ./dev, by what it says itself: each may have several lines with a usage of its own."""

    def __init__(self, root):
        self.root, self.words = root, {}
        told = []
        for line in output_of(root / "dev", "help").splitlines():
            if found := re.match(r"\./dev ([a-z]+)(.*?)(  |$)", line):
                told = [found[2], line]
                self.words.setdefault(found[1], []).append(told)
            elif told:
                told[1] += "\n" + line

    def knows(self, words):
        words = list(words)
        if not words or words[0] in ("help", "--help", "-h"):
            return ""
        if (word := words.pop(0)) not in self.words:
            return f"./dev has no word '{word}'"
        if word == "run":
            return ""  # what follows is for the program
        for usage, told in self.words[word]:
            # A usage with `--report` outside brackets is for those who type that.
            if not all(option in words for option in re.findall(r"(?<!\[)--[a-z-]+", usage)):
                continue
            if word == "screenshot":
                told += output_of(self.root / "tests/gui/screenshot.sh", "--help")
            takes_anything = re.search(r"\b[A-Z]{2,}", usage)
            unknown = [given for given in words if not is_placeholder(given)
                       and (given.startswith("-") or not takes_anything)
                       and not re.search(rf"(?<![\w-]){re.escape(given)}(?![\w-])", told)]
            if not unknown:
                return ""
        return f"./dev {word} knows no '{unknown[0]}'"


class Tool:
    """A program of the tests that prints its usage; its words and options stand there."""

    def __init__(self, path):
        self.name = os.path.basename(path)
        self.usage = functools.lru_cache(None)(lambda: output_of(path, "--help"))

    def knows(self, words):
        for word in words:
            if is_placeholder(word) or re.fullmatch(r"[\d,]+", word) or "/" in word:
                continue
            if not re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", self.usage()):
                return f"{self.name} knows no '{word}'"
        return ""


class DoctestTool:
    """A test program: its filter finds a test."""

    def __init__(self, path):
        self.path, self.name = path, os.path.basename(path)

    def knows(self, words):
        if not words:
            return ""
        count = re.search(r"unskipped test cases passing the current filters: (\d+)", output_of(self.path, "--count", *words))
        return "" if count and int(count[1]) else f"{self.name} has no test for {' '.join(words)}"


class Ctest:
    """A pattern finds a test of this build."""

    def __init__(self, build):
        self.build = build

    def knows(self, words):
        words = list(words)
        if "-R" not in words:
            return ""
        pattern = words[words.index("-R") + 1]
        told = output_of("ctest", "--test-dir", self.build, "--show-only=json-v1", "-R", pattern)
        found = json.loads(told[told.index("{"):])["tests"]
        return "" if found else f"ctest finds no test by '{pattern}'"


class Cmake:
    """A preset that is named is there."""

    def __init__(self, root):
        self.presets = json.loads((root / "CMakePresets.json").read_text(encoding="utf-8"))

    def knows(self, words):
        words = list(words)
        if "--preset" not in words:
            return ""
        kind = "workflowPresets" if "--workflow" in words else "configurePresets"
        name = words[words.index("--preset") + 1]
        known = any(preset["name"] == name for preset in self.presets[kind])
        return "" if known else f"cmake has no preset '{name}' for this"


USAGE_TOOLS = ("rehearse-bench", "rehearse_sync_sim", "rehearse_sync_faults", "rehearse_sync_cluster")


class Known:
    def __init__(self, root, programs):
        self.root, self.programs = root, programs
        self.by_name = {"./dev": Dev(root), "ctest": Ctest(programs.parent), "cmake": Cmake(root)}
        for name in ("rehearse", "rehearse-sync"):
            self.by_name[name] = Program(str(programs / name))
        for name in USAGE_TOOLS:
            self.by_name[name] = Tool(str(programs / name))

    def is_ours(self, name):
        """Is it for us to know? What belongs to the system is not."""
        return name in self.by_name or re.match(r"(\./|build/bin/|tests/|\.ci/)", name) is not None or \
            re.fullmatch(r"rehearse[-_]\w+", name) is not None

    def fault(self, words):
        """Of one command, as words; nothing when everything it names is there."""
        name = words[0].removeprefix("build/bin/")
        if name in self.by_name:
            return self.by_name[name].knows(words[1:])
        if (self.programs / name).is_file():
            return DoctestTool(str(self.programs / name)).knows(words[1:]) if name.endswith("_tests") else ""
        if "/" in name and (self.root / name).is_file():
            return ""
        return f"there is no program {words[0]}"
