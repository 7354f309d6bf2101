"""The examples in a program's help and in its manual page do what they say: examples.py ROOT PROGRAMS PROGRAM [PAGE...]

Those of `COMMAND --help` are typed in both languages, in turn, in one scratch folder; what needs another computer or
does not end by itself is only looked at. Those of `PROGRAM --help` stand in each manual page, too.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from pages.known import Help, Known  # noqa: E402
from pages.shell_blocks import simple_commands  # noqa: E402

NETWORK = {"login", "logout", "sync", "devices", "join", "groups", "publish", "versions", "withdraw", "suggest",
           "suggestions", "board"}
# Would serve until it is told to stop; needs a database.
NOT_RUN = {"rehearse": NETWORK, "rehearse-sync": {"serve", "migrate", "--store-file"}}
LANGUAGES = {"C.UTF-8": "Examples", "zh_CN.UTF-8": "示例"}


class Folder:
    """What the examples are typed in: documents, and a library in which something was learned."""

    def __init__(self, path, root, programs, language):
        self.path = path
        self.environment = {"HOME": path, "PATH": f"{programs}:{os.environ['PATH']}"}
        self.language = language
        for name in ("questions.docx", "题库.docx"):
            (pathlib.Path(path) / name).symlink_to(root / "tests/data/fuzz/docx/numbered.docx")
        documents = pathlib.Path(path) / "documents"
        documents.mkdir()
        for deck in (root / "decks").glob("*.md"):
            if deck.name != "README.md":
                shutil.copy(deck, documents)

    def type(self, line, keys=""):
        """The fault of a command, or nothing."""
        run = subprocess.run(["bash", "-euo", "pipefail", "-c", f"export LC_MESSAGES={self.language}; {line}"], cwd=self.path, env=self.environment, input=keys,
                             capture_output=True, text=True, timeout=60)
        return "" if run.returncode == 0 else f"{line}\n  ends with {run.returncode}: {run.stderr or run.stdout}"

    def prepare(self):
        for line, keys in (("rehearse import documents/", ""), ("rehearse study --limit 2", "A1\nA\n"),
                           ("rehearse interview Behavioural --questions 1", "\n\n\n\n\n\n\n"), ("rehearse backup", "")):
            if fault := self.type(line, keys):
                sys.exit(fault)


def examples_in_help(program, language):
    """Command by command, in the order of the help."""
    environment = {**os.environ, "LC_ALL": language}

    def help_of(*command):
        return subprocess.run([program, *command, "--help"], env=environment, capture_output=True, text=True).stdout

    def walk(*command):
        found = help_of(*command).split(f"\n{LANGUAGES[language]}:\n")
        if len(found) == 2:
            yield from ((command, line.strip()) for line in found[1].splitlines() if line.strip())
        # Commands are called the same in each language.
        told = subprocess.run([program, *command, "--help"], env={**os.environ, "LC_ALL": "C.UTF-8"},
                              capture_output=True, text=True).stdout
        for part in Help(told).commands:
            yield from walk(*command, part)

    return list(walk())


def examples_in_page(page, name):
    """Lines under EXAMPLES that begin with the program, as they would be typed."""
    text = page.read_text(encoding="utf-8")
    part = re.split(r"^\.S[Hh] (?:EXAMPLES|示例)$", text, flags=re.M)[1]
    part = re.split(r"^\.S[Hh] ", part, flags=re.M)[0].replace("\\-", "-")
    return [line.removeprefix("$ ") for line in part.splitlines() if line.removeprefix("$ ").startswith(name + " ")]


def is_run(name, line):
    return not any(word in NOT_RUN[name] for words in simple_commands(line) for word in words[1:])


def fault_of(line, name, known, folder):
    for words in simple_commands(line):
        if words[0] == name and (fault := known.fault(words)):
            return f"{line}\n  {fault}"
    if not is_run(name, line):
        return ""
    if "| jq" in line:  # which is not installed everywhere
        line = line.split("|")[0]
    return folder.type(line, "" if name == "rehearse" else "a long walk in the rain\na long walk in the rain\n")


def main(root, programs, name, pages):
    known, faults, seen, run = Known(root, programs), [], 0, 0
    for language in LANGUAGES:
        examples = examples_in_help(str(programs / name), language)
        lines = [line for _, line in examples]
        faults += [f"{' '.join([name, *command])} --help shows an example of something else: {line}"
                   for command, line in examples if not line.startswith(" ".join([name, *command]))]
        for page in pages:
            if ("zh_CN" in page.name) != language.startswith("zh"):
                continue
            shown = examples_in_page(page, name)
            faults += [f"{page.name} lacks the example: {line}" for command, line in examples
                       if not command and line not in shown]
            lines += shown
        if not lines:
            faults.append(f"there is no example in {language}")
        with tempfile.TemporaryDirectory() as path:
            folder = Folder(path, root, programs, language)
            if name == "rehearse":
                folder.prepare()
            for line in lines:
                seen, run = seen + 1, run + is_run(name, line)
                if fault := fault_of(line, name, known, folder):
                    faults.append(fault)
    print("\n".join(faults) or f"{seen} examples are right, {run} of them were run")
    return 1 if faults else 0


if __name__ == "__main__":
    places = [pathlib.Path(word).resolve() for word in sys.argv[1:3]]
    sys.exit(main(*places, sys.argv[3], [pathlib.Path(word).resolve() for word in sys.argv[4:]]))
