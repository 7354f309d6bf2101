#!/usr/bin/env python3
"""A report as Markdown: render.py REPORT.json            prints the page
                         render.py REPORT.json README.md  puts it between the markers there; --check only compares
"""

import json
import pathlib
import sys

BEGIN, END = "<!-- performance: begin (./dev bench --report) -->\n", "<!-- performance: end -->\n"
LINEAR = 1.15  # as in tests/bench/growth.h


def number(value):
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def amount(value, unit):
    return f"{number(value)} {unit}".strip()


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "| --- " + "| ---: " * (len(head) - 1) + "|"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def folded(summary, body):
    return f"<details><summary>{summary}</summary>\n\n{body}\n</details>\n"


def machine_words(report):
    machine = report["machine"]
    disk = machine["disk_write_ms"]
    return (
        f"Measured on {report['date']} at {report['commit']}: {machine['cores']} cores of {machine['processor']}, "
        f"{machine['memory_gb']} GB of memory, {machine['system']} (Linux {machine['kernel']}), {machine['compiler']}. One durable write of 4 KiB took "
        f"{number(disk['p50'])} ms (p50) to {number(disk['p99'])} ms (p99) on its disk. Others were at work on the machine: "
        f"{report['load_before']:.1f} programs wanted its processor at the start, {report['load_after']:.1f} at the end.\n"
    )


def figure_row(figure):
    measured = amount(figure["measured"], figure["unit"])
    if figure["ratio"] is None:
        return [figure["name"], measured, "", "", figure["limit_is"]]
    used = f"{figure['ratio'] * 100:.0f} %"
    return [figure["name"], measured, amount(figure["limit"], figure["unit"]),
            f"**{used}**" if figure["ratio"] > 1 else used, figure["limit_is"]]


def sections(report):
    every = [f for s in report["sections"] for f in s["figures"] if f["ratio"] is not None]
    over = sum(f["ratio"] > 1 for f in every)
    text = f"{len(every)} figures are held against a limit; {over} were over it, printed bold.\n\n"
    for section in report["sections"]:
        rows = [figure_row(figure) for figure in section["figures"]]
        text += folded(section["name"], table(["", "measured", "limit", "used", "the limit is"], rows)) + "\n"
    return text


def peers(report):
    rows = [[row["job"], amount(row["ours"], row["unit"]), amount(row["theirs"], row["unit"]), row["peer"],
             f"{row['ours'] / row['theirs']:.2f}"] for row in report["peers"]]
    return "Beside other programs, in turn, whole processes:\n\n" + table(["", "Rehearse", "the other", "which", "ours ÷ theirs"], rows)


def growth(report):
    text, of = "", None
    marked = {}
    for row in report["growth"]:
        if row["of"] != of:
            of = row["of"]
            text += f"\n| {of} | " + " | ".join(f"{size:,}" for size in row["sizes"]) + " | exponents |\n"
            text += "| --- " + "| ---: " * (len(row["sizes"]) + 1) + "|\n"
        powers = " ".join(f"**{x:.2f}**" if x > LINEAR else f"{x:.2f}" for x in row["exponents"])
        text += f"| {row['name']} | " + " | ".join(amount(m, row["unit"]) for m in row["measured"]) + f" | {powers} |\n"
        if row["why"]:
            marked[row["name"]] = row["why"]
    notes = "".join(f"- {name}: {why}\n" for name, why in marked.items())
    words = (f"An exponent is that between a size and the one before it, of all that was done: 0 is flat, 1 is linear, and above "
             f"{LINEAR} it is bold.\n")
    return folded("How each grows", words + text + ("\nWhy some are bold:\n\n" + notes if notes else ""))


def page(report):
    text = machine_words(report) + "\n"
    if report["peers"]:
        text += peers(report) + "\n"
    if report["sections"]:
        text += sections(report)
    if report["growth"]:
        text += growth(report)
    if report["skipped"]:
        text += "\nNot measured: " + "; ".join(report["skipped"]) + ".\n"
    return text


def placed(text, page_text):
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise SystemExit(f"there is no {BEGIN.strip()} … {END.strip()}")
    return before + BEGIN + page_text + END + after


def main(data, page_file=None, *options):
    text = page(json.loads(pathlib.Path(data).read_text(encoding="utf-8")))
    if page_file is None:
        print(text, end="")
        return
    file = pathlib.Path(page_file)
    old = file.read_text(encoding="utf-8")
    new = placed(old, text)
    if "--check" not in options:
        file.write_text(new, encoding="utf-8")
    elif old != new:
        raise SystemExit(f"the table in {file.name} is not that of {pathlib.Path(data).name}: render.py writes it")


if __name__ == "__main__":
    main(*sys.argv[1:])
