"""What the compiler does not miss when somebody adds a part and forgets a place: wiring.py ROOT fuzz|screens|release [VERSION]"""
import pathlib
import re
import sys


def fuzz(root, _):
    """Each fuzzer is a target, has a corpus, and is named by ./dev help."""
    listing = (root / "tests/fuzz/CMakeLists.txt").read_text(encoding="utf-8")
    targets = set(re.search(r"foreach\(target ([^)]*)\)", listing)[1].split())
    corpora = {folder.name for folder in (root / "tests/data/fuzz").iterdir() if folder.is_dir()}
    told = set(re.findall(r"\w+", re.search(r"\./dev fuzz TARGET.*?\n(?=\./dev|WORDS)", (root / "dev").read_text(), re.S)[0]))
    for name in sorted(targets ^ corpora):
        yield f"{name}: tests/fuzz/CMakeLists.txt and the folders of tests/data/fuzz differ"
    for name in sorted(targets - told):
        yield f"{name}: ./dev help does not name this fuzzer"


def screens(root, _):
    """Each folder with a page has samples, and all samples are laid out at every size."""
    declared = set(re.findall(r"std::vector<NamedScreen> (\w+)\(\);", (root / "tests/gui/sample_screens.h").read_text()))
    laid_out = set(re.findall(r"test::(\w+_screens)\b", (root / "tests/gui/layout_test.cpp").read_text()))
    for name in sorted(declared ^ laid_out):
        yield f"{name}: tests/gui/sample_screens.h and the list in tests/gui/layout_test.cpp differ"
    for page in sorted(root.glob("gui/window/*/*_page.h")):
        if f"{page.parent.name}_screens" not in declared:
            yield f"{page.relative_to(root)}: no {page.parent.name}_screens() in tests/gui/sample_screens.h"
    pictures = (root / "tests/gui/screens.sh").read_text(encoding="utf-8")
    for page in sorted(root.glob("gui/window/*/*_page.h")):
        if f"\nscreen_{page.parent.name}" not in pictures:
            yield f"{page.relative_to(root)}: no picture of it in tests/gui/screens.sh"


def release(root, version):
    """The changes begin with what is not released yet; below it stands the version that is built, once there is one."""
    headings = re.findall(r"^## (.*)$", (root / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)
    if headings[0] != "Unreleased":
        yield "CHANGELOG.md does not begin with ## Unreleased"
    if len(headings) > 1 and not re.fullmatch(rf"{re.escape(version)}, \d{{4}}-\d\d-\d\d", headings[1]):
        yield f"CHANGELOG.md: the newest version is '{headings[1]}', and CMakeLists.txt builds {version}"


if __name__ == "__main__":
    faults = list(globals()[sys.argv[2]](pathlib.Path(sys.argv[1]).resolve(), sys.argv[-1]))
    print("\n".join(faults) or "nothing is forgotten")
    sys.exit(1 if faults else 0)
