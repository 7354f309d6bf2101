"""Writes the seeds that are containers, next to this file: two .docx and two .apkg, a kilobyte or two each.

python3 make_packages.py          Needs the program `zstd`. The same files come out every time.
"""
import json
import pathlib
import sqlite3
import subprocess
import tempfile
import zipfile

HERE = pathlib.Path(__file__).parent
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def write_zip(path, files, method):
    with zipfile.ZipFile(HERE / path, "w", method) as container:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            entry.compress_type = method
            container.writestr(entry, content)


def paragraph(text, properties=""):
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def numbered(text, level):
    return paragraph(text, f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr>')


def relationships(targets):
    lines = [f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
             for number, (kind, target) in enumerate(targets.items())]
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(lines)}</Relationships>'


def word_files():
    row = lambda left, right: f"<w:tr><w:tc>{paragraph(left)}</w:tc><w:tc>{paragraph(right)}</w:tc></w:tr>"
    body = (
        paragraph("保安队长面试题", '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>')
        + numbered("有人翻墙怎么办?", 0)
        + "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>答案：</w:t></w:r><w:r><w:t>喊话</w:t><w:br/><w:t>报警</w:t></w:r></w:p>"
        + numbered("先喊话", 1)
        + f"<w:tbl>{row('题目', '答案')}{row('几点换岗?', '八点')}</w:tbl>"
        + numbered("巡更漏点怎么办?", 0)
    )
    level = lambda number, format, text: (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/></w:lvl>'
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" '
        'ContentType="application/xml"/></Types>',
        "_rels/.rels": relationships({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": relationships({"numbering": "numbering.xml", "styles": "styles.xml"}),
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:document {WORD}><w:body>{body}</w:body></w:document>',
        "word/numbering.xml": f'<w:numbering {WORD}><w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1、")}'
        f'{level(1, "chineseCounting", "（%2）")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        "</w:numbering>",
        "word/styles.xml": f'<w:styles {WORD}><w:style w:type="paragraph" w:styleId="Heading1"><w:name '
        'w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>',
    }


TABLES = """
CREATE TABLE col (id INTEGER PRIMARY KEY, crt, mod, scm, ver, dty, usn, ls, conf, models, decks, dconf, tags);
CREATE TABLE notes (id INTEGER PRIMARY KEY, guid, mid, mod, usn, tags, flds, sfld, csum, flags, data);
CREATE TABLE cards (id INTEGER PRIMARY KEY, nid, did, ord, mod, usn, type, queue, due, ivl, factor, reps, lapses, left,
  odue, odid, flags, data);
CREATE TABLE revlog (id INTEGER PRIMARY KEY, cid, usn, ease, ivl, lastIvl, factor, time, type);
"""
NEW_TABLES = """
CREATE TABLE notetypes (id INTEGER PRIMARY KEY, name, mtime_secs, usn, config);
CREATE TABLE fields (ntid, ord, name, config, PRIMARY KEY (ntid, ord)) WITHOUT ROWID;
CREATE TABLE templates (ntid, ord, name, mtime_secs, usn, config, PRIMARY KEY (ntid, ord)) WITHOUT ROWID;
CREATE TABLE decks (id INTEGER PRIMARY KEY, name, mtime_secs, usn, common, kind);
CREATE TABLE config (key TEXT PRIMARY KEY, usn, mtime_secs, val) WITHOUT ROWID;
"""


def collection(schema):
    """A database of Anki's with one note, one card and two answers."""
    model = {"id": 5, "name": "Basic", "type": 0, "flds": [{"name": "Front", "ord": 0}, {"name": "Back", "ord": 1}],
             "tmpls": [{"name": "Card 1", "ord": 0, "qfmt": "{{Front}}", "afmt": "{{Back}}"}]}
    old = schema == 11
    texts = [json.dumps(value) for value in ({}, {"5": model}, {"7": {"id": 7, "name": "班组::夜班"}}, {})]
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "collection"
        database = sqlite3.connect(path)
        database.executescript("PRAGMA page_size = 512;" + TABLES + ("" if old else NEW_TABLES))
        database.execute("INSERT INTO col VALUES (1, 1767225600, 1767225600000, 1, ?, 0, 0, 0, ?, ?, ?, ?, '{}')",
                         [schema, *(texts if old else [""] * 4)])
        database.execute("INSERT INTO notes VALUES (3, 'g', 5, 1767225600, -1, ' 基础 ', ?, '', 0, 0, '')",
                         ["交接班<b>看什么</b>?<img src=\"a.png\">\x1f<ul><li>设备<li>台账</ul>"])
        database.execute("INSERT INTO cards VALUES (4, 3, 7, 0, 1767225600, -1, 2, 2, 30, 12, 2500, 2, 0, 0, 0, 0, 0, '')")
        database.executemany("INSERT INTO revlog VALUES (?, 4, -1, ?, ?, 0, 2500, 4000, 1)",
                             [(1767312000000, 3, 1), (1767398400000, 4, 12)])
        if not old:
            database.execute("INSERT INTO notetypes VALUES (5, 'Basic', 0, 0, x'')")
            database.executemany("INSERT INTO fields VALUES (5, ?, ?, x'')", [(0, "Front"), (1, "Back")])
            database.execute("INSERT INTO templates VALUES (5, 0, 'Card 1', 0, 0, x'')")
            database.execute("INSERT INTO decks VALUES (7, ?, 0, 0, x'', x'0a00')", ["班组\x1f夜班"])
        database.commit()
        database.close()
        return path.read_bytes()


def zstd(content):
    return subprocess.run(["zstd", "-19", "--stdout"], input=content, capture_output=True, check=True).stdout


write_zip("docx/numbered.docx", word_files(), zipfile.ZIP_DEFLATED)
write_zip("docx/stored.docx", word_files(), zipfile.ZIP_STORED)
write_zip("apkg/schema_11.apkg", {"collection.anki2": collection(11), "media": '{"0": "a.png"}', "0": b"\x89PNG"},
          zipfile.ZIP_DEFLATED)
write_zip("apkg/schema_18.apkg", {"meta": b"\x08\x03", "collection.anki21b": zstd(collection(18)),
                                  "collection.anki2": b"", "media": zstd(b"")}, zipfile.ZIP_STORED)
