"""Every command that a page names is there, with its words and options: page_commands.py ROOT PROGRAMS [PAGE...]

Of blocks fenced as `sh` (tests/readme.sh runs those as well) or `console`, of blocks without a language, and of what
stands in backticks. Commands of the system are not judged. Without PAGE: all pages of the repository.
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from page_paths import pages  # noqa: E402
from pages.known import Known  # noqa: E402
from pages.shell_blocks import commands_in_blocks, commands_in_text  # noqa: E402


def commands_of(page, known):
    """(line number, words) of what is for us to know."""
    text = page.read_text(encoding="utf-8")
    for number, words, _ in commands_in_blocks(text):
        if known.is_ours(words[0]):
            yield number, words
    for number, words in commands_in_text(text):
        # One word alone may be the name of a target, a folder or a file: page_paths.py looks at paths.
        if words[0] in known.by_name or (len(words) > 1 and known.is_ours(words[0])):
            yield number, words


def main(root, programs, named):
    known = Known(root, programs)
    faults, seen = [], 0
    for page in named or pages(root):
        shown = page.relative_to(root) if page.is_relative_to(root) else page.name
        for number, words in sorted(commands_of(page, known)):
            seen += 1
            if fault := known.fault(words):
                faults.append(f"{shown}:{number}: {fault}")
    print("\n".join(faults) or f"{seen} commands are there")
    return 1 if faults or not seen else 0


if __name__ == "__main__":
    paths = [pathlib.Path(word).resolve() for word in sys.argv[1:]]
    sys.exit(main(paths[0], paths[1], paths[2:]))
