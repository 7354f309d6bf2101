#!/usr/bin/env python3
"""Holds Anki packages that Rehearse wrote against the page that describes them.

anki_package.py PAGE FILE.apkg ...             checks these packages
anki_package.py PAGE --program REHEARSE DECK.md ...   studies and exports each deck first

Shares no code with the writer. Python's standard library only.
"""

import datetime
import hashlib
import html
import json
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import zipfile

FIELD_SEPARATOR = "\x1f"
NOTE_TYPE_KEYS = set("id name type mod usn sortf did tmpls flds css latexPre latexPost req tags vers".split())


class Page:
    """What the page says: sections, and the tables in them."""

    def __init__(self, text):
        self.tables = {}
        for section in re.split(r"^#{1,3} ", text, flags=re.M)[1:]:
            title, _, body = section.partition("\n")
            rows = re.findall(r"^\| `([^|]*?)` \|(.*)\|$", body, flags=re.M)
            self.tables[title.strip("` ")] = rows

    def names(self, section):
        return [name for name, _ in self.tables[section]]

    def indices(self):
        return {name: re.findall(r"`(\w+)`", on) for name, on in self.tables["Indices"]}


class Faults(list):
    def check(self, holds, what):
        if not holds:
            self.append(what)


def plain(field):
    return html.unescape(re.sub(r"<[^>]*>", "", field))


def check_shape(page, database, faults):
    for table in ("col", "notes", "cards", "revlog", "graves"):
        columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
        faults.check(columns == page.names(table), f"{table} has the columns {columns}")
    for index, (table, *columns) in page.indices().items():
        found = [row[2] for row in database.execute(f"PRAGMA index_info({index})")]
        faults.check(found == columns, f"{index} is on {found}")
        owner = [row[0] for row in database.execute("SELECT tbl_name FROM sqlite_master WHERE name = ?", (index,))]
        faults.check(owner == [table], f"{index} belongs to {owner}")
    faults.check(database.execute("PRAGMA integrity_check").fetchone()[0] == "ok", "the database is damaged")
    kinds = {row[0] for row in database.execute("SELECT type FROM sqlite_master")}
    faults.check(kinds == {"table", "index"}, f"there are {kinds}")


def check_collection(page, col, faults):
    faults.check(col["ver"] == 11 and col["id"] == 1 and col["tags"] == "{}", "col is not of schema 11")
    faults.check(col["mod"] == col["scm"] > 10**12, "mod and scm are not one time in milliseconds")
    config, models, decks, options = (json.loads(col[name]) for name in ("conf", "models", "decks", "dconf"))
    faults.check(list(models) == ["1480000000137"], f"the note types are {list(models)}")
    model = models["1480000000137"]
    faults.check(set(model) == NOTE_TYPE_KEYS, f"the note type has the keys {sorted(model)}")
    faults.check(model["id"] == 1480000000137 and model["name"] == "Rehearse" and model["type"] == 0, "note type")
    faults.check([field["name"] for field in model["flds"]] == page.names("The note type"), "the fields differ")
    faults.check([field["ord"] for field in model["flds"]] == list(range(len(model["flds"]))), "ord of fields")
    faults.check(len(model["tmpls"]) == 1 and model["tmpls"][0]["ord"] == 0, "there is not one template")
    fields = set(page.names("The note type")) | {"FrontSide"}
    for side in ("qfmt", "afmt"):
        text = model["tmpls"][0][side]
        used = set(re.findall(r"{{[#/^]?(\w+)}}", text))
        faults.check(used <= fields and "Rehearse" not in used, f"{side} shows {used}")
        faults.check("<script" not in text, f"{side} holds a script")
        opened = re.findall(r"{{[#^](\w+)}}", text)
        faults.check(sorted(opened) == sorted(re.findall(r"{{/(\w+)}}", text)), f"{side}: conditions left open")
    faults.check(set(options) == {"1"} and options["1"]["id"] == 1, "deck options")
    faults.check(set(decks) > {"1"} and len(decks) == 2, f"the decks are {list(decks)}")
    for key, deck in decks.items():
        faults.check(deck["id"] == int(key), f"deck {key} calls itself {deck['id']}")
        faults.check("::" not in deck["name"] and deck["dyn"] == 0 and str(deck["conf"]) in options, f"deck {key}")
    own = next(deck for key, deck in decks.items() if key != "1")
    faults.check(own["rehearse"]["questions"] == [], "the deck's own data holds questions")
    faults.check(config["schedVer"] == 2 and config["rollover"] == 4, "conf")
    first = datetime.datetime.fromtimestamp(col["crt"], datetime.timezone.utc)
    local = first - datetime.timedelta(minutes=config["creationOffset"])
    faults.check((local.hour, local.minute, local.second) == (4, 0, 0), f"crt is {local} local time")
    return own, local.date()


def check_event(event, points, faults):
    faults.check(event["card"] == "question" or 0 <= event["card"] < points, f"card {event['card']}")
    if "due" in event:
        datetime.date.fromisoformat(event["due"])
        faults.check(event["interval"] >= 1 and event["easiness"] >= 130, "schedule")
        return
    faults.check(0 <= event["grade"] <= 5 and 0 <= event.get("suggested", 0) <= 5, "grade")
    for index, result in event.get("points", []):
        faults.check(0 <= index < points and result in (0, 1, 2), f"result of point {index}")


def check_origin(origin, guid, points, faults):
    def is_id(text):
        return re.fullmatch("[0-9a-f]{32}", text)

    faults.check(origin["id"] == guid, f"origin {origin['id']} of note {guid}")
    faults.check(len(origin["points"]) == points, f"names of points of note {guid}")
    ids = [point["id"] for point in origin["points"]]
    for point in origin["points"]:
        faults.check(set(point) <= {"id", "of"} and point.get("of", ids), f"a point of note {guid}")
        faults.check(all(map(is_id, [point["id"], *point.get("of", [])])), f"ids of points of note {guid}")
    faults.check(len(set(ids)) == len(ids), f"two points of note {guid} have one id")
    faults.check(("documented" in origin) == ("documented_points" in origin), f"what was documented of note {guid}")
    if "documented" in origin:
        said = origin["documented"]
        faults.check(said["stem"] and len(origin["documented_points"]) == len(said.get("points", [])), "documented")
        faults.check(all(map(is_id, origin["documented_points"])), f"ids of points of note {guid}")


def check_note(page, note, deck, faults):
    fields = note["flds"].split(FIELD_SEPARATOR)
    names = page.names("The note type")
    faults.check(len(fields) == len(names), f"note {note['id']} has {len(fields)} fields")
    field = dict(zip(names, fields))
    faults.check(str(note["sfld"]) == plain(field["Stem"]), f"sfld is {note['sfld']!r}")
    digest = hashlib.sha1(plain(field["Stem"]).encode()).hexdigest()
    faults.check(note["csum"] == int(digest[:8], 16), f"csum of note {note['id']}")
    faults.check(re.fullmatch("[0-9a-f]{32}", note["guid"]), f"guid {note['guid']}")
    faults.check(field["Rehearse"].isascii() and not re.search("[<>&]", field["Rehearse"]), "the data field is HTML")
    data = json.loads(field["Rehearse"])
    faults.check(data["rehearse"] == 1 and len(data["questions"]) == 1, "the data field holds no question")
    faults.check(data["title"] == deck["rehearse"]["title"], "the question belongs to another deck")
    question = data["questions"][0]
    points = question.get("points", [])
    faults.check(field["Points"].count("<details>") == len(points), "points are not hidden one by one")
    for point in points:
        faults.check(point["cue"] in html.unescape(field["Points"].replace("<br>", "\n")),
                     f"the point {point['cue']!r} is not to be seen")
    check_origin(data["origin"], note["guid"], len(points), faults)
    for event in data["history"]:
        check_event(event, len(points), faults)
    return data


def study_day(event):
    """The learner's date of an answer; days begin at 04:00."""
    minutes = event.get("offset", 0) - 4 * 60
    return datetime.date(1970, 1, 1) + datetime.timedelta(days=(event["at"] // 60_000 + minutes) // (24 * 60))


def check_card(card, answers, data, first_day, faults):
    events = [event for event in data["history"] if event["card"] == "question"]
    given = [event["revlog"] for event in events if "revlog" in event]
    faults.check(sorted(given) == sorted(row["id"] for row in answers), f"answers of card {card['id']}")
    faults.check(card["reps"] == len(answers), f"reps of card {card['id']}")
    met = bool(events)
    faults.check(card["type"] == card["queue"] == (2 if met else 0), f"type of card {card['id']}")
    faults.check((card["ivl"] >= 1 and card["factor"] >= 1300) if met else card["ivl"] == card["factor"] == 0,
                 f"interval of card {card['id']}")
    faults.check(card["due"] >= 0, f"due of card {card['id']}")
    by_row = {event["revlog"]: event for event in events if "revlog" in event}
    for row in answers:
        event = by_row.get(row["id"])
        faults.check(event and row["ease"] == max(1, event["grade"] - 1), f"ease of answer {row['id']}")
        faults.check(event and row["time"] == event["ms"], f"time of answer {row['id']}")
        faults.check(event and 0 <= row["id"] - event["at"] < 1000, f"time of answer {row['id']}")
    last = max(answers, key=lambda row: row["id"], default=None)
    if last and not any("due" in event for event in events):
        faults.check((last["ivl"], last["factor"]) == (card["ivl"], card["factor"]), f"state of card {card['id']}")
        began = first_day + datetime.timedelta(days=card["due"] - card["ivl"])
        faults.check(began in {study_day(event) for event in events}, f"due day of card {card['id']}")


def check_rows(page, database, deck, first_day, faults):
    notes = database.execute("SELECT * FROM notes ORDER BY id").fetchall()
    cards = database.execute("SELECT * FROM cards").fetchall()
    answers = database.execute("SELECT * FROM revlog").fetchall()
    faults.check(len({note["guid"] for note in notes}) == len(notes), "two notes have one guid")
    faults.check([note["id"] for note in notes] == [deck["id"] + 1 + i for i in range(len(notes))], "ids of notes")
    by_note = {card["nid"]: card for card in cards}
    faults.check(sorted(by_note) == [note["id"] for note in notes] and len(cards) == len(notes), "cards and notes")
    faults.check(all(card["did"] == deck["id"] and card["ord"] == 0 for card in cards), "a card is in no deck")
    ids = {card["id"] for card in cards}
    faults.check(all(row["cid"] in ids for row in answers), "an answer without its card")
    if faults:
        return len(notes), len(answers)
    for table in ("notes", "cards", "revlog"):
        usn = {row[0] for row in database.execute(f"SELECT DISTINCT usn FROM {table}")}
        faults.check(usn <= {-1}, f"usn of {table}: {usn}")
    faults.check(database.execute("SELECT count(*) FROM graves").fetchone()[0] == 0, "graves")
    fresh = [by_note[note["id"]]["due"] for note in notes if by_note[note["id"]]["type"] == 0]
    faults.check(fresh == list(range(1, len(fresh) + 1)), f"new cards stand at {fresh}")
    for note in notes:
        faults.check(note["mid"] == 1480000000137, f"note {note['id']}")
        data = check_note(page, note, deck, faults)
        card = by_note[note["id"]]
        marks = data.get("marks", {})
        tags = "".join(" " + tag.replace(" ", "_") for tag in marks.get("tags", []))
        faults.check(note["tags"] == (tags and tags + " "), f"tags of note {note['id']}")
        faults.check(card["flags"] == marks.get("flag", 0), f"flag of card {card['id']}")
        check_card(card, [row for row in answers if row["cid"] == card["id"]], data, first_day, faults)
    return len(notes), len(answers)


def check_database(page, file):
    """The faults of a collection, and how many notes and answers it holds."""
    faults = Faults()
    database = sqlite3.connect(file)
    database.row_factory = sqlite3.Row
    check_shape(page, database, faults)
    rows = database.execute("SELECT * FROM col").fetchall()
    faults.check(len(rows) == 1, "col has not one row")
    deck, first_day = check_collection(page, rows[0], faults)
    counts = check_rows(page, database, deck, first_day, faults)
    database.close()
    return faults, counts


def check_package(page, file):
    with zipfile.ZipFile(file) as package, tempfile.TemporaryDirectory() as folder:
        collection = package.extract("collection.anki2", folder)
        faults, (notes, answers) = check_database(page, collection)
        faults.check(package.testzip() is None, "a checksum of the zip is wrong")
        faults.check(sorted(package.namelist()) == sorted(page.names("The Anki package")),
                     f"the files are {package.namelist()}")
        faults.check(package.read("media") == b"{}", "media is not empty")
        blind = [damage for damage in DAMAGES if not finds(page, collection, damage)]
    for fault in faults + [f"not found: {damage}" for damage in blind]:
        print(f"{file}: {fault}")
    print(f"{file}: {notes} notes, {answers} answers, {len(faults)} faults")
    return not faults and not blind and notes > 0


# What this check must find when it is done to a sound collection.
DAMAGES = [
    "UPDATE notes SET csum = csum + 1 WHERE id = (SELECT min(id) FROM notes)",
    "UPDATE notes SET guid = (SELECT max(guid) FROM notes)",
    "UPDATE notes SET flds = replace(flds, '<details>', '')",
    "UPDATE notes SET flds = replace(flds, '\"origin\":{\"id\":\"', '\"origin\":{\"id\":\"0')",
    "UPDATE notes SET usn = 0",
    "UPDATE cards SET nid = nid + 1",
    "UPDATE cards SET did = 1",
    "UPDATE cards SET due = due + 1",
    "UPDATE cards SET ivl = ivl + 1 WHERE type = 2",
    "UPDATE revlog SET cid = 1",
    "UPDATE revlog SET ease = 5 - ease",
    "DELETE FROM revlog",
    "DELETE FROM cards WHERE id = (SELECT min(id) FROM cards)",
    "DROP INDEX ix_revlog_cid",
    "ALTER TABLE graves ADD COLUMN more",
    "UPDATE col SET ver = 12",
    "UPDATE col SET crt = crt + 3600",
]


def finds(page, collection, damage):
    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copy(collection, folder)
        database = sqlite3.connect(copy)
        database.execute(damage)
        database.commit()
        database.close()
        return len(check_database(page, copy)[0]) > 0


def exported(program, decks, folder):
    """A library with these decks, some of it answered on several days, as one package for each deck."""

    def run(*arguments, keys="", day=1):
        now = f"2026-11-{day:02}T09:30:00+08:00"
        done = subprocess.run([program, "--library", folder / "library", "--now", now, *arguments],
                              input=keys, text=True, capture_output=True, check=True)
        return done.stdout

    run("import", *decks)
    for day in (1, 2, 3, 9):
        run("study", "--limit", "12", keys=" 4\n 3\n 1\n 5\n" * 6, day=day)
    files = []
    for number, deck in enumerate(json.loads(run("decks", "--json"))["decks"]):
        run("edit", deck["name"], "1", "--answer", "in my own words", day=20)
        file = folder / f"{number}.apkg"
        run("export", deck["name"], str(file), day=20)
        files.append(file)
    answered = json.loads(run("stats", "--json", day=20))["reviews"]
    assert answered > 0, "nothing was answered"
    return files


def main():
    page = Page(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        files = sys.argv[2:]
        if files[:1] == ["--program"]:
            files = exported(files[1], files[2:], pathlib.Path(folder))
        sound = [check_package(page, file) for file in files]
    sys.exit(0 if sound and all(sound) else 1)


if __name__ == "__main__":
    main()
