#!/usr/bin/env python3
"""One case of what a comparison of two reports says: report_test.py CASE ROOT. The reports are made up here."""

import copy
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent


def figure(name, measured, limit, unit="ms", role="promise"):
    ratio = measured / limit if role == "promise" else None
    return {"name": name, "measured": measured, "limit": limit, "unit": unit, "limit_is": "a limit", "role": role,
            "shares": 1, "ratio": ratio}


def report():
    """All that a report has, of two figures."""
    machine = {"processor": "a processor", "cores": 2, "memory_gb": 8.0, "disk_write_ms": {"p50": 0.1, "p99": 0.2},
               "kernel": "6.1", "system": "Debian", "compiler": "GNU 12"}
    return {
        "format": 1, "date": "2031-01-02", "commit": "abc1234", "machine": machine, "load_before": 0.1, "load_after": 0.2,
        "sections": [{"name": "everyday", "pace_ms": 50.0,
                      "figures": [figure("open a library", 10, 50), figure("store an answer", 4, 10)]}],
        "peers": [{"name": "import, beside it", "job": "import", "unit": "ms", "ours": 30, "theirs": 100, "peer": "It 2.9"}],
        "growth": [{"name": "today's queue", "unit": "ms", "of": "cards", "sizes": [1000, 10000], "measured": [1, 10],
                    "exponents": [1.0], "why": ""}],
        "skipped": [],
    }


def figures_of(changed):
    return changed["sections"][0]["figures"]


def compared(old, new):
    """Exit code and what was printed."""
    with tempfile.TemporaryDirectory() as folder:
        files = [pathlib.Path(folder) / name for name in ("old.json", "new.json")]
        for file, content in zip(files, (old, new)):
            file.write_text(json.dumps(content), encoding="utf-8")
        done = subprocess.run([sys.executable, HERE / "compare.py", *files], capture_output=True, text=True)
        return done.returncode, done.stdout + done.stderr


def expect(old, new, code, *words):
    got, text = compared(old, new)
    missing = [word for word in words if word not in text]
    if got != code or missing:
        sys.exit(f"exit {got} instead of {code}, or without {missing}:\n{text}")


def same(old, new):
    expect(old, new, 0, "2 figures compared, 0 worse")


def worse(old, new):
    figures_of(new)[0] = figure("open a library", 21, 50)
    expect(old, new, 1, "worse: everyday: open a library: 20% of its limit, now 42%", "1 worse")
    expect(new, old, 0, "0 worse")


def noise(old, new):
    figures_of(new)[0] = figure("open a library", 14, 50)
    expect(old, new, 0, "0 worse")


def slow_day(old, new):
    new["sections"][0]["pace_ms"] = 100.0
    new["sections"][0]["figures"] = [figure("open a library", 20, 50), figure("store an answer", 8, 10)]
    expect(old, new, 0, "0 worse")
    new["sections"][0]["pace_ms"] = 50.0
    expect(old, new, 1, "2 worse")


def own_limit(old, new):
    new["sections"][0]["pace_ms"] = 100.0
    figures_of(new)[1] = figure("store an answer", 16, 20)
    expect(old, new, 1, "worse: everyday: store an answer: 40% of its limit, now 80%", "1 worse")


def peer(old, new):
    new["peers"][0]["ours"] = 50
    expect(old, new, 1, "import, beside it: 0.30 of its time, now 0.50")


def growth(old, new):
    new["growth"][0]["exponents"] = [1.6]
    expect(old, new, 1, "growth: today's queue: exponent 1.00, now 1.60")
    new["growth"][0]["why"] = "It walks over all pairs."
    expect(old, new, 0, "0 worse")


def context(old, new):
    for changed, load in ((old, 1), (new, 9)):
        figures_of(changed).append(figure("programs that wanted the processor", load, 2, "", "context"))
    expect(old, new, 0, "0 worse")


def one_sided(old, new):
    figures_of(new)[1] = figure("take it back", 9, 10)
    expect(old, new, 0, "store an answer: not measured any more", "take it back: was not measured before")


def nothing_shared(old, new):
    new["sections"], new["peers"] = [], []
    expect(old, new, 1, "the two reports have nothing in common")


def twice(old, new):
    figures_of(new).append(figures_of(new)[0])
    expect(old, new, 1, "two figures of everyday are called open a library")


def page(old, new):
    figures_of(new)[0] = figure("open a library", 60, 50)
    new["skipped"] = ["no display"]
    sys.path.insert(0, str(HERE))
    import render

    text = render.page(new)
    wanted = ("2 figures are held against a limit; 1 were over it", "| open a library | 60 ms | 50 ms | **120 %** |",
              "Not measured: no display.", "| import | 30 ms | 100 ms | It 2.9 | 0.30 |", "2031-01-02")
    missing = [words for words in wanted if words not in text]
    if missing:
        sys.exit(f"without {missing}:\n{text}")


def readme(root):
    kept = root / "tests/bench/baseline.json"
    expect(json.loads(kept.read_text(encoding="utf-8")), json.loads(kept.read_text(encoding="utf-8")), 0, "0 worse")
    command = [sys.executable, HERE / "render.py", kept, root / "README.md", "--check"]
    sys.exit(subprocess.run(command).returncode)


def main(case, root):
    if case == "readme":
        readme(pathlib.Path(root))
    else:
        globals()[case](report(), copy.deepcopy(report()))


if __name__ == "__main__":
    main(*sys.argv[1:])
