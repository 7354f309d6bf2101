#!/usr/bin/env python3
"""Writes fsrs6.json beside itself: FSRS-6 (the algorithm's page in open-spaced-repetition/fsrs4anki) in decimal
arithmetic of 40 digits, apart from the program's own doubles. Stability and difficulty are rounded to eight
decimals, halves up, after each answer; an interval is rounded to whole days, halves up."""
import json
import pathlib
from decimal import ROUND_HALF_UP, Decimal as D, getcontext

getcontext().prec = 40

SETS = {
    "default": "0.212 1.2931 2.3065 8.2956 6.4133 0.8334 3.0194 0.001 1.8722 0.1666 0.796 1.4835 0.0614 0.2629 1.6483"
               " 0.6014 1.8729 0.5425 0.0912 0.0658 0.1542",
    "quick to forget": "0.09 0.4 1.1 3.75 7.8 0.62 2.1 0.05 1.2 0.31 1.35 0.9 0.12 0.41 2.4 0.35 1.3 0.8 0.22 0.2 0.45",
    "slow to forget": "1.5 4.25 11.5 40 5 1.1 1.4 0.3 2.9 0.05 0.45 2.6 0.02 0.17 0.7 0.85 3.2 0.15 0.5 0.01 0.11",
}
LOWEST, HIGHEST = D("0.001"), D(36500)


def to_places(value, places):
    return value.quantize(D(1).scaleb(-places), rounding=ROUND_HALF_UP)


def clamp(value, low, high):
    return min(max(value, low), high)


class Fsrs6:
    def __init__(self, parameters, same_day):
        self.w, self.same_day = parameters, same_day

    def first_difficulty(self, rating):
        return self.w[4] - (self.w[5] * (rating - 1)).exp() + 1

    def factor(self):
        return D("0.9") ** (-1 / self.w[20]) - 1

    def recall(self, days, stability):
        return (1 + self.factor() * days / stability) ** -self.w[20]

    def interval(self, stability, retention):
        days = stability * (retention ** (-1 / self.w[20]) - 1) / self.factor()
        return int(clamp(to_places(days, 0), 1, 36500))

    def step(self, state, rating, days):
        w = self.w
        if state is None:
            return self.stored(w[rating - 1], self.first_difficulty(rating))
        s, d = state
        if days == 0 and self.same_day:
            change = (w[17] * (rating - 3 + w[18])).exp() * s ** -w[19]
            after = s * (change if rating == 1 else max(change, D(1)))
        elif rating == 1:
            relearned = w[11] * d ** -w[12] * ((s + 1) ** w[13] - 1) * (w[14] * (1 - self.recall(days, s))).exp()
            after = min(relearned, s / (w[17] * w[18]).exp() if self.same_day else s)
        else:
            ease = {2: w[15], 3: D(1), 4: w[16]}[rating]
            growth = w[8].exp() * (11 - d) * s ** -w[9] * ((w[10] * (1 - self.recall(days, s))).exp() - 1)
            after = s * (1 + growth * ease)
        moved = d - w[6] * (rating - 3) * (10 - d) / 9
        return self.stored(after, w[7] * self.first_difficulty(4) + (1 - w[7]) * moved)

    def stored(self, stability, difficulty):
        return to_places(clamp(stability, LOWEST, HIGHEST), 8), to_places(clamp(difficulty, D(1), D(10)), 8)


def answers():
    """Ratings and days since the answer before: one rating without end, a lapse after each, then mixtures."""
    for rating in (1, 2, 3, 4):
        yield [(rating, 7 * i) for i in range(12)]
        yield [(rating, 0), (1, 30), (rating, 0), (rating, 1), (1, 1000), (rating, 3), (3, 0), (1, 0)]
    seed = 20261122  # a small generator of its own, so that the file never changes by itself
    for _ in range(24):
        sequence = []
        for i in range(10):
            seed = (seed * 6364136223846793005 + 1442695040888963407) % 2**64
            rating = (1, 1, 2, 3, 3, 3, 3, 4)[(seed >> 33) % 8]
            days = (0, 1, 2, 5, 11, 24, 60, 180, 700)[(seed >> 40) % 9]
            sequence.append((rating, days if i else 0))
        yield sequence


def history(model, sequence, retention):
    state = None
    for rating, days in sequence:
        recall = model.recall(days, state[0]) if state else None
        state = model.step(state, rating, days)
        yield [rating, days, recall and float(to_places(recall, 12)), float(state[0]), float(state[1]),
               model.interval(state[0], retention)]


lines = []
for name, text in SETS.items():
    parameters = [D(value) for value in text.split()]
    for same_day in (True, False):
        model = Fsrs6(parameters, same_day)
        for number, sequence in enumerate(answers()):
            retention = (D("0.9"), D("0.8"), D("0.95"))[number % 3]
            lines.append(json.dumps({"parameters": name, "short_term": same_day, "retention": float(retention),
                                     "answers": list(history(model, sequence, retention))}, separators=(",", ":")))
about = ("written by make_fsrs6.py; an answer: [rating, days since the one before, recall expected then, stability after,"
         " difficulty after, interval in days]")
sets = {name: [float(value) for value in text.split()] for name, text in SETS.items()}
text = ('{"about":' + json.dumps(about) + ',\n"parameters":' + json.dumps(sets) + ',\n"histories":[\n' +
        ",\n".join(lines) + "\n]}\n")
pathlib.Path(__file__).with_name("fsrs6.json").write_text(text, encoding="utf-8")
