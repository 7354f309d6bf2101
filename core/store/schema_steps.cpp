// Every step from an empty file to the tables of today.
#include <array>

#include "core/store/known_kinds.h"
#include "core/store/pack_log.h"
#include "core/store/schema.h"

namespace rehearse {
namespace {

constexpr std::array<SchemaStep, 19> kMigrations = {{
    // A released step is never edited: a change is a new step.
    //
    // 1: the log, and its first projections. Ids are 16 bytes, days count from 1970-01-01 on the
    // learner's calendar.
    {R"sql(
CREATE TABLE op (
  position INTEGER PRIMARY KEY,  -- order of arrival in this file; nothing else hangs on it
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),  -- hash of the line: receiving an op twice changes nothing
  scope TEXT NOT NULL,
  device TEXT NOT NULL CHECK (length(device) = 16),
  counter INTEGER NOT NULL CHECK (counter >= 0),
  stamp_ms INTEGER NOT NULL CHECK (stamp_ms >= 0),
  stamp_counter INTEGER NOT NULL CHECK (stamp_counter >= 0),
  admitted_ms INTEGER,           -- the stamp of the server that admitted it; NULL while never synced
  effective_ms INTEGER NOT NULL GENERATED ALWAYS AS (min(stamp_ms, coalesce(admitted_ms, stamp_ms))) STORED,
  kind TEXT NOT NULL,
  target TEXT NOT NULL,
  line TEXT NOT NULL             -- the op itself, byte for byte; the columns above repeat its envelope
) STRICT;
CREATE INDEX op_by_target ON op (target, effective_ms, stamp_ms, stamp_counter, device, id);
CREATE INDEX op_by_stamp ON op (stamp_ms, stamp_counter);

CREATE TABLE device (             -- this copy of the library; one row
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  id TEXT NOT NULL CHECK (length(id) = 16),
  next_counter INTEGER NOT NULL CHECK (next_counter > 0)
) STRICT;

-- Everything below is a projection of op: it can be dropped and rebuilt.
CREATE TABLE deck (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  title TEXT NOT NULL,
  sections TEXT NOT NULL,         -- JSON: [[title, description], ...] in order
  alive INTEGER NOT NULL CHECK (alive IN (0, 1)),
  interview_day INTEGER,
  interview_since_day INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE question (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  deck_id BLOB NOT NULL REFERENCES deck (id),
  at TEXT NOT NULL,               -- place in the deck, compared byte by byte
  alive INTEGER NOT NULL CHECK (alive IN (0, 1)),
  kind TEXT NOT NULL,
  stem TEXT NOT NULL,
  content TEXT NOT NULL           -- its other fields but the points, as JSON
) STRICT, WITHOUT ROWID;
CREATE INDEX question_by_deck ON question (deck_id, at, id, alive);

CREATE TABLE point (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  question_id BLOB NOT NULL REFERENCES question (id),
  at TEXT NOT NULL,
  cue TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX point_by_question ON point (question_id, at, id);

CREATE TABLE card (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  kind TEXT NOT NULL CHECK (kind IN ('recall', 'point', 'choice')),
  question_id BLOB NOT NULL REFERENCES question (id),
  at TEXT NOT NULL,               -- empty for the question's own card, else the point's place
  point_id BLOB REFERENCES point (id) CHECK ((point_id IS NULL) = (kind <> 'point'))
) STRICT, WITHOUT ROWID;
-- Covers the queue's walk over a deck, in the queue's order.
CREATE INDEX card_by_question ON card (question_id, at, id, kind);
CREATE INDEX card_by_point ON card (point_id);

-- Answers that were not taken back. A card may arrive after its reviews, so nothing refers to card.
CREATE TABLE review (
  op_id BLOB PRIMARY KEY NOT NULL REFERENCES op (id),
  card_id BLOB NOT NULL CHECK (length(card_id) = 16),
  day INTEGER NOT NULL,           -- the learner's study day
  quality INTEGER NOT NULL CHECK (quality BETWEEN 0 AND 5),
  spent_ms INTEGER NOT NULL CHECK (spent_ms >= 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX review_by_day ON review (day);
CREATE INDEX review_by_card ON review (card_id);

-- What one review says of one card: of its own, and of every point card it covered.
CREATE TABLE observation (
  card_id BLOB NOT NULL CHECK (length(card_id) = 16),
  effective_ms INTEGER NOT NULL,
  stamp_ms INTEGER NOT NULL,
  stamp_counter INTEGER NOT NULL,
  device TEXT NOT NULL,
  op_id BLOB NOT NULL REFERENCES op (id),
  day INTEGER NOT NULL,
  quality INTEGER NOT NULL CHECK (quality BETWEEN 0 AND 5),
  PRIMARY KEY (card_id, effective_ms, stamp_ms, stamp_counter, device, op_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX observation_by_op ON observation (op_id);

CREATE TABLE memory (             -- the fold over a card's observations
  card_id BLOB PRIMARY KEY NOT NULL CHECK (length(card_id) = 16),
  repetitions INTEGER NOT NULL CHECK (repetitions >= 0),
  easiness_hundredths INTEGER NOT NULL CHECK (easiness_hundredths >= 130),
  interval_days INTEGER NOT NULL CHECK (interval_days >= 1),
  lapses INTEGER NOT NULL CHECK (lapses >= 0),
  anchor_day INTEGER NOT NULL,
  seen_day INTEGER NOT NULL CHECK (seen_day >= anchor_day),
  first_day INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
)sql"},

    // 2: answers and schedules brought in from another program.
    {R"sql(
-- 1: given elsewhere, so that undo here does not reach for it.
ALTER TABLE review ADD COLUMN brought_in INTEGER NOT NULL DEFAULT 0 CHECK (brought_in IN (0, 1));

-- A card takes over what another program knew of it; stands between its observations in the same order.
CREATE TABLE schedule (
  card_id BLOB NOT NULL CHECK (length(card_id) = 16),
  effective_ms INTEGER NOT NULL,
  stamp_ms INTEGER NOT NULL,
  stamp_counter INTEGER NOT NULL,
  device TEXT NOT NULL,
  op_id BLOB NOT NULL REFERENCES op (id),
  due_day INTEGER NOT NULL,
  interval_days INTEGER NOT NULL CHECK (interval_days >= 1),
  easiness_hundredths INTEGER NOT NULL CHECK (easiness_hundredths >= 130),
  repetitions INTEGER NOT NULL CHECK (repetitions >= 0),
  lapses INTEGER NOT NULL CHECK (lapses >= 0),
  PRIMARY KEY (card_id, effective_ms, stamp_ms, stamp_counter, device, op_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX schedule_by_op ON schedule (op_id);
)sql"},

    // 3: points that were merged or split take the answers of those they come from.
    {R"sql(
CREATE TABLE lineage (
  card_id BLOB NOT NULL CHECK (length(card_id) = 16),
  ancestor_id BLOB NOT NULL CHECK (length(ancestor_id) = 16),  -- a card whose answers are also answers of card_id
  question_id BLOB NOT NULL REFERENCES question (id),
  PRIMARY KEY (card_id, ancestor_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX lineage_by_ancestor ON lineage (ancestor_id, card_id);
CREATE INDEX lineage_by_question ON lineage (question_id);
)sql"},

    // 4: ids are random, and rows kept in the order of random keys fill the file everywhere at once: an
    // import larger than the page cache wrote ten times its size. Wide rows stand in the order of
    // arrival now, and only narrow indexes in that of the ids. Points and cards are written with their
    // question and by nothing else: looking each one's question up found nothing wrong and took a tenth
    // of an import.
    {R"sql(
CREATE TABLE new_question (
  position INTEGER PRIMARY KEY,   -- order of arrival; nothing else hangs on it
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  deck_id BLOB NOT NULL REFERENCES deck (id),
  at TEXT NOT NULL,               -- place in the deck, compared byte by byte
  alive INTEGER NOT NULL CHECK (alive IN (0, 1)),
  kind TEXT NOT NULL,
  stem TEXT NOT NULL,
  content TEXT NOT NULL           -- its other fields but the points, as JSON
) STRICT;
INSERT INTO new_question (id, deck_id, at, alive, kind, stem, content)
  SELECT id, deck_id, at, alive, kind, stem, content FROM question;

CREATE TABLE new_point (           -- asked for by its question alone
  position INTEGER PRIMARY KEY,
  question_id BLOB NOT NULL CHECK (length(question_id) = 16),
  id BLOB NOT NULL CHECK (length(id) = 16),
  at TEXT NOT NULL,
  cue TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;
INSERT INTO new_point (question_id, id, at, cue, detail) SELECT question_id, id, at, cue, detail FROM point;

CREATE TABLE new_card (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  kind TEXT NOT NULL CHECK (kind IN ('recall', 'point', 'choice')),
  question_id BLOB NOT NULL CHECK (length(question_id) = 16),
  at TEXT NOT NULL,               -- empty for the question's own card, else the point's place
  point_id BLOB CHECK ((point_id IS NULL) = (kind <> 'point'))
) STRICT, WITHOUT ROWID;
INSERT INTO new_card SELECT id, kind, question_id, at, point_id FROM card;

CREATE TABLE new_lineage (
  card_id BLOB NOT NULL CHECK (length(card_id) = 16),
  ancestor_id BLOB NOT NULL CHECK (length(ancestor_id) = 16),  -- a card whose answers are also answers of card_id
  question_id BLOB NOT NULL REFERENCES new_question (id),
  PRIMARY KEY (card_id, ancestor_id)
) STRICT, WITHOUT ROWID;
INSERT INTO new_lineage SELECT card_id, ancestor_id, question_id FROM lineage;

DROP TABLE lineage;
DROP TABLE card;
DROP TABLE point;
DROP TABLE question;
-- What refers to a table follows it to its new name.
ALTER TABLE new_question RENAME TO question;
ALTER TABLE new_point RENAME TO point;
ALTER TABLE new_card RENAME TO card;
ALTER TABLE new_lineage RENAME TO lineage;
CREATE INDEX question_by_deck ON question (deck_id, at, id, alive);
CREATE INDEX point_by_question ON point (question_id, at, id);
-- Covers the queue's walk over a deck, in the queue's order.
CREATE INDEX card_by_question ON card (question_id, at, id, kind);
CREATE INDEX lineage_by_ancestor ON lineage (ancestor_id, card_id);
CREATE INDEX lineage_by_question ON lineage (question_id);
)sql"},

    // 5: a question is one row, with its points in its text and its cards beside it: they come and go
    // with it, and with rows of their own an import wrote thirty places of the file for a question of
    // five points. The ops about one thing are few, and are put in order when they are read.
    {R"sql(
DROP TABLE lineage;
DROP TABLE card;
DROP TABLE point;
DROP TABLE question;
DROP TABLE deck;
DROP INDEX op_by_target;
CREATE INDEX op_by_target ON op (target);

CREATE TABLE deck (
  position INTEGER PRIMARY KEY,   -- order of arrival; nothing else hangs on it
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  title TEXT NOT NULL,
  sections TEXT NOT NULL,         -- JSON: [[title, description], ...] in order
  alive INTEGER NOT NULL CHECK (alive IN (0, 1)),
  interview_day INTEGER,
  interview_since_day INTEGER
) STRICT;

CREATE TABLE question (
  position INTEGER PRIMARY KEY,   -- order of arrival; nothing else hangs on it
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  deck INTEGER NOT NULL REFERENCES deck (position),
  at TEXT NOT NULL,               -- place in the deck, compared byte by byte
  alive INTEGER NOT NULL CHECK (alive IN (0, 1)),
  is_documented INTEGER NOT NULL CHECK (is_documented IN (0, 1)),  -- 1: only documents wrote it
  kind TEXT NOT NULL,
  cards BLOB NOT NULL CHECK (length(cards) > 0 AND length(cards) % 16 = 0)  -- their ids: its own, its points'
) STRICT;
CREATE INDEX question_by_deck ON question (deck, at);

-- What a question says, in rows of their own: the queue walks over questions without reading a word of them.
CREATE TABLE question_text (
  position INTEGER PRIMARY KEY,   -- of the question
  fields TEXT NOT NULL            -- JSON: field -> value, as in a `set` that says all of it
) STRICT;

CREATE TABLE lineage (
  card_id BLOB NOT NULL CHECK (length(card_id) = 16),
  ancestor_id BLOB NOT NULL CHECK (length(ancestor_id) = 16),  -- a card whose answers are also answers of card_id
  question_id BLOB NOT NULL CHECK (length(question_id) = 16),
  PRIMARY KEY (card_id, ancestor_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX lineage_by_ancestor ON lineage (ancestor_id, card_id);
CREATE INDEX lineage_by_question ON lineage (question_id);

CREATE TABLE rebuild_wanted (reason TEXT NOT NULL) STRICT;  -- while it is there the projections are not to be read
)sql"},

    // 6: a million answers in rows of their own, one for each card they speak of, took half a gigabyte
    // and minutes to fold. They stand in the order of the fold now, some hundred a row, and what is
    // remembered of the cards of a question is one value beside it.
    {R"sql(
DROP TABLE memory;
DROP TABLE schedule;
DROP TABLE observation;
DROP TABLE review;
DROP TABLE lineage;
ALTER TABLE question RENAME TO old_question;
DROP INDEX question_by_deck;
CREATE TABLE question (
  position INTEGER PRIMARY KEY,   -- order of arrival; answers name their question by it
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  deck INTEGER REFERENCES deck (position),  -- NULL: no op says, so that it is not shown
  at TEXT NOT NULL,               -- place in the deck, compared byte by byte
  alive INTEGER NOT NULL CHECK (alive IN (0, 1)),
  is_documented INTEGER NOT NULL CHECK (is_documented IN (0, 1)),  -- 1: only documents wrote it
  kind TEXT NOT NULL,
  section TEXT NOT NULL,          -- its title, and the marks: what the queue weighs questions by
  marks REAL,
  -- Ids of every card it ever had; a card's place here is its slot. Its own card has slot 0.
  cards BLOB NOT NULL CHECK (length(cards) > 0 AND length(cards) % 16 = 0),
  shown BLOB CHECK (length(shown) % 2 = 0),  -- slots of the cards it has now, in order, 2 bytes each; NULL: all
  heirs BLOB CHECK (length(heirs) % 4 = 0)   -- pairs of slots: answers to the first are the second's as well
) STRICT;
DROP TABLE old_question;
CREATE INDEX question_by_deck ON question (deck, at);
DELETE FROM question_text;

-- Answers and schedules that were not taken back, in the order of the fold: answer_record.h.
CREATE TABLE answer_chunk (
  number INTEGER PRIMARY KEY,
  records BLOB NOT NULL
) STRICT;

-- Ops that speak of a card no question has yet.
CREATE TABLE answer_waiting (
  card_id BLOB NOT NULL CHECK (length(card_id) = 16),
  op INTEGER NOT NULL REFERENCES op (position),
  PRIMARY KEY (card_id, op)
) STRICT, WITHOUT ROWID;

CREATE TABLE memory (             -- the fold over the answers to a question's cards
  question INTEGER PRIMARY KEY,   -- position
  states BLOB NOT NULL            -- by slot: card_state.h
) STRICT;

CREATE TABLE study_day (
  day INTEGER PRIMARY KEY,        -- the learner's
  answers INTEGER NOT NULL CHECK (answers > 0),
  spent_ms INTEGER NOT NULL CHECK (spent_ms >= 0)
) STRICT;

-- What questions are found by; filled before the first search (search_index.h).
CREATE VIRTUAL TABLE question_search USING fts5(texts, content='', columnsize=0, tokenize='ascii');
CREATE TABLE search_indexed (position INTEGER PRIMARY KEY) STRICT;  -- the questions that are in it

CREATE TABLE setting (            -- what the learner set for the whole library
  name TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL             -- JSON
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS rebuild_wanted (reason TEXT NOT NULL) STRICT;
)sql"},

    // 7: a line is packed, the id of an op stands once, and what a row repeated of its line is gone but
    // for what is looked for: a review took 800 bytes with its places in three indexes.
    {R"sql(
DROP TABLE answer_waiting;
DROP INDEX op_by_target;
ALTER TABLE op RENAME TO text_op;
ALTER TABLE device ADD COLUMN stamp_ms INTEGER NOT NULL DEFAULT 0;       -- the largest stamp in the log
ALTER TABLE device ADD COLUMN stamp_counter INTEGER NOT NULL DEFAULT 0;
UPDATE device SET (stamp_ms, stamp_counter) =
  (SELECT stamp_ms, stamp_counter FROM text_op ORDER BY stamp_ms DESC, stamp_counter DESC LIMIT 1)
  WHERE EXISTS (SELECT 1 FROM text_op);

CREATE TABLE op (
  position INTEGER PRIMARY KEY,   -- order of arrival in this file; nothing else hangs on it
  scope INTEGER NOT NULL,         -- 0: the account's own
  kind INTEGER NOT NULL,          -- StoredKind in op_row.h
  target BLOB,                    -- packed; of ops that write registers, and of voids: op:<id>
  admitted_ms INTEGER,            -- the stamp of the server that admitted it; NULL while never synced
  line BLOB NOT NULL              -- the op itself, packed without a loss: packed_line.h
) STRICT;
CREATE TABLE op_id (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),  -- hash of the line: receiving an op twice changes nothing
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO op_id SELECT id, position FROM text_op ORDER BY id;
CREATE TABLE name (               -- what lines mention by number; never changed
  number INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) IN (8, 16))
) STRICT;
CREATE INDEX op_by_target ON op (target, kind) WHERE target IS NOT NULL;
CREATE INDEX op_by_edit ON op (kind) WHERE kind = 1;

-- As before.
CREATE TABLE answer_waiting (
  card_id BLOB NOT NULL CHECK (length(card_id) = 16),
  op INTEGER NOT NULL REFERENCES op (position),
  PRIMARY KEY (card_id, op)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS rebuild_wanted (reason TEXT NOT NULL) STRICT;
)sql",
     pack_log},

    // 8: cards can be set aside, moved and reset, and a day tells what statistics show of it.
    {R"sql(
DROP INDEX op_by_edit;
DROP TABLE study_day;
CREATE TABLE study_day (
  day INTEGER PRIMARY KEY,        -- the learner's
  answers INTEGER NOT NULL CHECK (answers > 0),
  spent_ms INTEGER NOT NULL CHECK (spent_ms >= 0),
  counts BLOB NOT NULL            -- answer_counts.h
) STRICT;
DELETE FROM memory;
DROP TABLE setting;
CREATE TABLE setting (            -- what the learner set for the whole library or for a deck
  target TEXT NOT NULL,           -- library or deck:<id>
  name TEXT NOT NULL,
  value TEXT NOT NULL,            -- JSON
  PRIMARY KEY (target, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS rebuild_wanted (reason TEXT NOT NULL) STRICT;
)sql",
     know_kinds},

    // 9: mock interviews are told by their kind, also those that came in before they were known.
    {R"sql(
CREATE INDEX op_by_interview ON op (kind) WHERE kind = 10;
)sql",
     know_kinds},

    // 10: whether a question that is added is there already is looked up, however large the deck is.
    {R"sql(
-- The id that a question of these words would be given: core/deck/identity.h. NULL: its own, as nearly always.
ALTER TABLE question ADD COLUMN text_id BLOB CHECK (length(text_id) = 16);
CREATE INDEX question_by_text ON question (text_id) WHERE text_id IS NOT NULL;
CREATE TABLE IF NOT EXISTS rebuild_wanted (reason TEXT NOT NULL) STRICT;
)sql"},

    // 11: what a question has of the learner's own. No op says any of it yet: there is nothing to fold.
    {R"sql(
CREATE TABLE question_mark (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),  -- of the question, which may come later
  flag INTEGER NOT NULL CHECK (flag BETWEEN 0 AND 7),    -- 0: none
  tags TEXT NOT NULL,             -- one a line, in order of their bytes
  example TEXT NOT NULL
) STRICT, WITHOUT ROWID;
)sql"},

    // 12: what nearly every question says stood twice, in its op's line and beside it: half of what an
    // import wrote. What one op says alone is read from its line now.
    {R"sql(
ALTER TABLE question ADD COLUMN said_in INTEGER;  -- position of the op whose fields are all it says; NULL: folded_text
ALTER TABLE question_text RENAME TO folded_text;
CREATE VIEW question_text (position, fields) AS
  SELECT q.position, coalesce(t.fields, fields_in(o.line)) FROM question q
  LEFT JOIN folded_text t ON t.position = q.position LEFT JOIN op o ON o.position = q.said_in
  WHERE t.position IS NOT NULL OR q.said_in IS NOT NULL;
)sql"},

    // 13: an import is taken back as one: where the ops stand that came with it. A range for each run
    // of them.
    {R"sql(
CREATE TABLE import_part (
  import BLOB NOT NULL CHECK (length(import) = 16),  -- id of its op, which may come later
  first INTEGER NOT NULL,                            -- positions
  last INTEGER NOT NULL CHECK (last >= first),
  PRIMARY KEY (import, first)
) STRICT, WITHOUT ROWID;
)sql",
     know_imports},

    // 14: what this copy and a server know of each other.
    {R"sql(
CREATE TABLE sync_scope (
  scope INTEGER PRIMARY KEY,        -- as in op
  cursor TEXT NOT NULL,             -- the server's, up to which all was read; '': nothing
  settled_below INTEGER NOT NULL,   -- every op before this position was admitted, was refused or is in sync_again
  admitted_ms INTEGER NOT NULL,     -- the latest admission that was read
  server_ahead_ms INTEGER NOT NULL, -- of this computer's clock
  synced_ms INTEGER                 -- when all was sent and read, on this computer's clock
) STRICT;
CREATE TABLE sync_again (op INTEGER PRIMARY KEY REFERENCES op (position)) STRICT;  -- a server has forgotten them
CREATE TABLE sync_refused (op INTEGER PRIMARY KEY REFERENCES op (position), reason TEXT NOT NULL) STRICT;
)sql"},

    // 15: whether the clock that was compared with a server's was the computer's; what a person has said
    // about what was refused; questions of which two machines have said two things at once. No machine could
    // before a server was there.
    {R"sql(
ALTER TABLE sync_scope ADD COLUMN is_told INTEGER NOT NULL DEFAULT 0 CHECK (is_told IN (0, 1));
ALTER TABLE sync_refused ADD COLUMN is_kept INTEGER NOT NULL DEFAULT 0 CHECK (is_kept IN (0, 1));
CREATE TABLE other_versions (question BLOB PRIMARY KEY NOT NULL CHECK (length(question) = 16)) STRICT, WITHOUT ROWID;
)sql"},

    // 16: what was brought in on two machines counts once.
    {R"sql(
CREATE TABLE brought_in (         -- every answer and schedule of another program that stands
  id BLOB NOT NULL CHECK (length(id) = 16),            -- of what it says: brought_in.h
  op INTEGER NOT NULL REFERENCES op (position),
  counts INTEGER NOT NULL CHECK (counts IN (0, 1)),    -- the first of those that say the same does
  PRIMARY KEY (id, op)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS rebuild_wanted (reason TEXT NOT NULL) STRICT;
)sql"},

    // 17: an answer to a card that was rescheduled under a clock ahead had made its interval negative.
    {R"sql(
CREATE TABLE IF NOT EXISTS rebuild_wanted (reason TEXT NOT NULL) STRICT;
)sql"},

    // 18: decks that a group shares. No op of one was here before.
    {R"sql(
CREATE INDEX op_of_group ON op (scope, admitted_ms) WHERE scope <> 0;
CREATE TABLE study_group (          -- that the account is a member of, as its server said last
  scope INTEGER PRIMARY KEY CHECK (scope < 0),
  name TEXT NOT NULL,
  role INTEGER NOT NULL CHECK (role BETWEEN 0 AND 2)  -- joined_groups.h
) STRICT;
CREATE TABLE shared_op (            -- of a group's op, as its server says
  op INTEGER PRIMARY KEY REFERENCES op (position),
  n INTEGER NOT NULL,               -- its number in the group's stream
  author TEXT NOT NULL              -- the account that sent it
) STRICT;
CREATE TABLE group_removal (        -- questions that a group has removed and the learner has said nothing of
  question BLOB PRIMARY KEY NOT NULL CHECK (length(question) = 16),
  is_own INTEGER NOT NULL CHECK (is_own IN (0, 1))  -- the learner, or a document of his, wrote about it
) STRICT, WITHOUT ROWID;
)sql"},

    // 19: what members of a group do beside writing its decks, and what they are called.
    {R"sql(
CREATE INDEX op_by_group_act ON op (scope) WHERE kind = 13;
CREATE TABLE group_member (         -- as the group's server said when it was asked last
  scope INTEGER NOT NULL CHECK (scope < 0),
  account TEXT NOT NULL,
  name TEXT NOT NULL,
  role INTEGER NOT NULL CHECK (role BETWEEN 0 AND 2),  -- group_role.h
  is_self INTEGER NOT NULL CHECK (is_self IN (0, 1)),
  PRIMARY KEY (scope, account)
) STRICT, WITHOUT ROWID;
)sql",
     know_kinds},
}};

}  // namespace

std::span<const SchemaStep> schema_steps() { return kMigrations; }

}  // namespace rehearse
