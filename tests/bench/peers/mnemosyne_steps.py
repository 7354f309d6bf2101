#!/usr/bin/python3
"""One job of Mnemosyne (Debian package mnemosyne), without its window: mnemosyne_steps.py JOB FOLDER [FILE | COUNT]

import FOLDER FILE    a table of questions and answers becomes cards, saved
first FOLDER          prints the first card that is asked
answer FOLDER COUNT   so many cards are shown, uncovered and graded, each answer committed

Its own components do the work; only what would draw is left out.
"""

import sys

from mnemosyne.libmnemosyne import Mnemosyne
from mnemosyne.libmnemosyne.ui_components.main_widget import MainWidget
from mnemosyne.libmnemosyne.ui_components.review_widget import ReviewWidget

STUDY_MODES = ("ScheduledForgottenNew", "NewOnly", "CramAll", "CramRecent")
GOOD = 4


class Unseen(MainWidget):
    def show_question(self, text, option0, option1, option2=""):
        raise RuntimeError("nobody is here to answer: " + text)


class UnseenCard(ReviewWidget):
    def redraw_now(self):
        pass


def opened(folder):
    program = Mnemosyne(upload_science_logs=False, interested_in_old_reps=True)
    program.components.insert(0, ("mnemosyne.libmnemosyne.gui_translators.no_gui_translator", "NoGuiTranslator"))
    program.components.append((__name__, "Unseen"))
    for mode in STUDY_MODES:
        program.gui_for_component[mode] = [(__name__, "UnseenCard")]
    program.initialise(data_dir=folder, automatic_upgrades=False)
    return program


def bring_in(program, table):
    reader = next(r for r in program.component_manager.all("file_format") if type(r).__name__ == "Tsv")
    reader.do_import(table)
    program.database().save()


def first_card(program):
    review = program.review_controller()
    if review.card is None:
        review.show_new_question()
    print(review.card.question("plain_text"))


def answer(program, count):
    program.config()["save_after_n_reps"] = 1
    review = program.review_controller()
    for _ in range(count):
        if review.card is None:
            review.show_new_question()
        review.show_answer()
        review.grade_answer(GOOD)


def main(job, folder, *rest):
    program = opened(folder)
    if job == "import":
        bring_in(program, rest[0])
    elif job == "first":
        first_card(program)
    elif job == "answer":
        answer(program, int(rest[0]))
    else:
        sys.exit("no such job: " + job)
    program.finalise()


if __name__ == "__main__":
    main(*sys.argv[1:])
