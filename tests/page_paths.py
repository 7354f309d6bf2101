"""Every page's links lead to something, and every path it names is there: page_paths.py ROOT

Markdown links that stay in the repository, and words in backticks that begin with a folder of it.
"""
import pathlib
import re
import sys

LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
NAMED = re.compile(r"`((?:core|gui|sync|decks|tests)/[\w./*{},-]+)`")
SKIPPED = {"build", ".git", "data"}


def pages(root):
    for page in sorted(root.rglob("*.md")):
        parts = page.relative_to(root).parts
        if not any(part in SKIPPED or part.startswith("build") for part in parts[:-1]):
            yield page


def is_there(folder, path):
    # `view.{h,cpp}` and `bench_*` name several files, and NAME whatever somebody adds beside those that are there.
    pattern = re.sub(r"\{[^}]*\}|NAME", "*", path.rstrip("/"))
    return any(folder.glob(pattern))


def main(root):
    missing, seen = [], 0
    for page in pages(root):
        for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
            wanted = [(page.parent, path) for path in LINK.findall(line)]
            wanted += [(root, path) for path in NAMED.findall(line)]
            for folder, path in wanted:
                seen += 1
                there = (folder / path).exists() if not re.search(r"[*{]|NAME", path) else is_there(folder, path)
                if not there:
                    missing.append(f"{page.relative_to(root)}:{number}: {path} is not there")
    print("\n".join(missing) or f"{seen} paths are there")
    return 1 if missing or not seen else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve()))
