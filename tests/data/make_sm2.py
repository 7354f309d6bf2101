#!/usr/bin/env python3
"""Writes sm2.json beside itself: SM-2 (P. A. Wozniak, Optimization of learning, 1990, ch. 3.2) in exact
fractions, apart from the program's own arithmetic in hundredths. Reading of the open rules: an interval is
rounded up, with the easiness from before the repetition's own change; a quality below 3 starts the
repetitions again with an interval of one day and leaves the easiness alone; easiness is at least 1.3."""
import itertools
import json
import math
import pathlib
from fractions import Fraction

LOWEST = Fraction(13, 10)


def step(state, quality):
    repetitions, interval, easiness = state
    if quality < 3:
        return 0, 1, easiness
    if repetitions == 0:
        interval = 1
    elif repetitions == 1:
        interval = 6
    else:
        interval = math.ceil(interval * easiness)
    missing = 5 - quality
    easiness += Fraction(1, 10) - missing * (Fraction(8, 100) + missing * Fraction(2, 100))
    return repetitions + 1, interval, max(LOWEST, easiness)


def sequences():
    yield from itertools.product((2, 3, 4, 5), repeat=4)
    for quality in range(6):
        yield (quality,) * 16  # one more perfect answer passes the longest interval the program keeps
    # Twelve answers each, from a small generator of its own, so that the file never changes by itself.
    seed = 20261121
    for _ in range(60):
        answers = []
        for _ in range(12):
            seed = (seed * 6364136223846793005 + 1442695040888963407) % 2**64
            answers.append((0, 1, 2, 3, 3, 4, 4, 4, 5, 5)[(seed >> 33) % 10])
        yield tuple(answers)


def expected(qualities):
    state = (0, 0, Fraction(5, 2))
    for quality in qualities:
        state = step(state, quality)
        hundredths = state[2] * 100
        assert hundredths.denominator == 1
        yield [state[0], state[1], int(hundredths)]


lines = [json.dumps({"qualities": list(q), "expected": list(expected(q))}, separators=(",", ":")) for q in sequences()]
about = "written by make_sm2.py; expected: [repetitions, interval in days, easiness in hundredths] after each answer"
text = '{"about":' + json.dumps(about) + ',\n"sequences":[\n' + ",\n".join(lines) + "\n]}\n"
pathlib.Path(__file__).with_name("sm2.json").write_text(text, encoding="utf-8")
