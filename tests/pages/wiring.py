"""What the compiler does not miss when somebody adds a part and forgets a place: wiring.py ROOT fuzz|screens|schedulers|release [VERSION]"""
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
    """Each folder with a page has samples and a picture, all samples are laid out, and each place has its digit."""
    declared = set(re.findall(r"std::vector<NamedScreen> (\w+)\(\);", (root / "tests/gui/sample_screens.h").read_text()))
    laid_out = set(re.findall(r"test::(\w+_screens)\b", (root / "tests/gui/layout_test.cpp").read_text()))
    for name in sorted(declared ^ laid_out):
        yield f"{name}: tests/gui/sample_screens.h and the list in tests/gui/layout_test.cpp differ"
    for page in sorted(root.glob("gui/window/*/*_page.h")):
        if f"{page.parent.name}_screens" not in declared:
            yield f"{page.relative_to(root)}: no {page.parent.name}_screens() in tests/gui/sample_screens.h"
    places = (root / "gui/window/shell/place.h").read_text()
    named = len(re.search(r"enum class Place \{([^}]*)\}", places)[1].split(","))
    if int(re.search(r"kPlaceCount = (\d+)", places)[1]) != named:
        yield f"gui/window/shell/place.h: kPlaceCount is not the {named} places above it"
    if f"| Ctrl+1 … Ctrl+{named} |" not in (root / "README.md").read_text(encoding="utf-8"):
        yield f"README.md: the keys do not say Ctrl+1 … Ctrl+{named}"
    pictures = (root / "tests/gui/screens.sh").read_text(encoding="utf-8")
    for page in sorted(root.glob("gui/window/*/*_page.h")):
        if f"\nscreen_{page.parent.name}" not in pictures:
            yield f"{page.relative_to(root)}: no picture of it in tests/gui/screens.sh"


# A kind is asked for by `if`s, which a compiler does not count.
NAMES_SCHEDULERS = (
    "core/schedule/scheduler.h core/library.cpp core/store/card_state.cpp core/store/settings.cpp core/store/line_phrases.cpp "
    "core/store/README.md gui/commands/scheduler.cpp gui/commands/study_arguments.cpp gui/commands/json_output.cpp "
    "gui/desktop/rehearse.1 gui/desktop/rehearse.zh_CN.1 gui/window/settings/study_sheets.cpp "
    "gui/window/settings/settings_work.cpp tests/core/schedule/laws_test.cpp tests/core/schedule/random_deck.h "
    "tests/core/schedule/scheduler_test.cpp tests/core/store/card_state_test.cpp README.md").split()


def schedulers(root, _):
    """Each kind but the first, which is what nobody has to choose, is named where one is kept, chosen and tried."""
    kinds = re.search(r"enum class SchedulerKind \{([^}]*)\}", (root / "core/schedule/memory_state.h").read_text())[1]
    for kind in re.findall(r"k(\w+) = [1-9]", kinds):
        for path in NAMES_SCHEDULERS:
            if kind.lower() not in (root / path).read_text(encoding="utf-8").lower():
                yield f"{path} does not name {kind.lower()}"


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
