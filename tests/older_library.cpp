#include "tests/older_library.h"

#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "core/schedule/quality.h"
#include "tests/library_fixture.h"

namespace rehearse::test {
namespace {

using Json = nlohmann::json;

constexpr int kFirstPacked = 7;  // the version from which on lines are packed

/// From the tables of each version to those of the one before; the first leads to version 18.
constexpr std::array kStepsBack = {
    "DROP TABLE group_member; DROP INDEX op_by_group_act; UPDATE op SET kind = 0 WHERE kind = 13",
    "DROP TABLE group_removal; DROP TABLE shared_op; DROP TABLE study_group; DROP INDEX op_of_group",
    "",  // 17 wanted a rebuild and nothing else
    "DROP TABLE brought_in",
    "DROP TABLE other_versions; ALTER TABLE sync_refused DROP COLUMN is_kept;"
    " ALTER TABLE sync_scope DROP COLUMN is_told",
    "DROP TABLE sync_again; DROP TABLE sync_refused; DROP TABLE sync_scope",
    "DROP TABLE import_part; UPDATE op SET kind = 0 WHERE kind = 11",
    "INSERT OR REPLACE INTO folded_text SELECT position, fields FROM question_text; DROP VIEW question_text;"
    " ALTER TABLE folded_text RENAME TO question_text; ALTER TABLE question DROP COLUMN said_in",
    "DROP TABLE question_mark",
    "DROP INDEX question_by_text; ALTER TABLE question DROP COLUMN text_id",
    "DROP INDEX op_by_interview; UPDATE op SET kind = 0 WHERE kind = 10",
    "CREATE INDEX op_by_edit ON op (kind) WHERE kind = 1; UPDATE op SET kind = 0 WHERE kind = 9;"
    " ALTER TABLE study_day DROP COLUMN counts; ALTER TABLE setting RENAME TO later_setting;"
    " CREATE TABLE setting (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;"
    " INSERT INTO setting SELECT name, value FROM later_setting WHERE target = 'library';"
    " DROP TABLE later_setting",
};

void step_back(int version, const std::filesystem::path& from, const std::filesystem::path& to) {
  Database(from).query("VACUUM INTO ?1").bind(to.string()).run();
  Database library(to);
  for (int now = schema_version(); now > version; --now)
    library.execute(kStepsBack[static_cast<std::size_t>(schema_version() - now)]);
  library.execute(("PRAGMA user_version = " + std::to_string(version)).c_str());
}

template <class AnyId>
void bind(SQLite::Statement& statement, int index, const AnyId& id) {
  statement.bind(index, id.bytes.data(), static_cast<int>(AnyId::kBytes));
}

/// The log as versions 1 to 6 kept it: lines as text, the envelope in columns beside them.
void write_text_ops(SQLite::Database& old, const OpLog& log) {
  SQLite::Statement insert(
      old,
      "INSERT INTO op (id, scope, device, counter, stamp_ms, stamp_counter, kind, target, line)"
      " VALUES (?, 'me', ?, ?, ?, ?, ?, ?, ?)");
  for (const std::string& line : lines(log)) {
    const Op op = *read_op(line);
    bind(insert, 1, op_id(line));
    insert.bind(2, hex_text(op.envelope.device));
    insert.bind(3, static_cast<std::int64_t>(op.envelope.counter));
    insert.bind(4, op.envelope.stamp.ms);
    insert.bind(5, static_cast<std::int64_t>(op.envelope.stamp.counter));
    insert.bind(6, std::string(kind_of(op)));
    insert.bind(7, target_of(op));
    insert.bind(8, line);
    insert.exec();
    insert.reset();
  }
}

/// What versions 1 to 5 had of each answer that stood: its row, and what it says of each card.
void write_answers(SQLite::Database& old, const OpLog& log) {
  SQLite::Statement review(
      old, "INSERT INTO review (op_id, card_id, day, quality, spent_ms) VALUES (?, ?, ?, ?, ?)");
  SQLite::Statement observation(old, "INSERT INTO observation VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  for (std::int64_t position = 1; const auto stored = log.at(position); ++position) {
    const auto* answer = std::get_if<ReviewOp>(&stored->op.body);
    if (answer == nullptr || log.is_void(*stored)) continue;
    const Envelope& envelope = stored->op.envelope;
    const std::int64_t day = day_number(study_day(given_at(*stored), answer->utc_offset, kDayStartsAt));
    bind(review, 1, stored->id);
    bind(review, 2, answer->card);
    review.bind(3, day);
    review.bind(4, static_cast<int>(answer->quality));
    review.bind(5, static_cast<std::int64_t>(answer->spent.count()));
    review.exec();
    review.reset();
    std::vector<std::pair<CardId, Quality>> said{{answer->card, answer->quality}};
    for (const auto& [point, result] : answer->points)
      said.emplace_back(point_card_id(point), quality_of(result));
    for (const auto& [card, quality] : said) {
      bind(observation, 1, card);
      observation.bind(2, stored->effective_ms);
      observation.bind(3, envelope.stamp.ms);
      observation.bind(4, static_cast<std::int64_t>(envelope.stamp.counter));
      observation.bind(5, hex_text(envelope.device));
      bind(observation, 6, stored->id);
      observation.bind(7, day);
      observation.bind(8, static_cast<int>(quality));
      observation.exec();
      observation.reset();
    }
  }
}

/// What versions 1 to 5 remembered, by SM-2 alone.
void write_memory(SQLite::Database& old, Database& now) {
  SQLite::Statement insert(old, "INSERT INTO memory VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  Query row = now.query("SELECT q.cards, m.states FROM question q JOIN memory m ON m.question = q.position");
  while (row.step()) {
    const std::vector<CardId> cards = row.ids<CardId>(0);
    for (std::size_t slot = 0; slot < cards.size(); ++slot) {
      const CardState state = read_card_state(row.bytes(1), slot);
      if (!state.memory.met || state.memory.scheduler != SchedulerKind::kSm2) continue;
      bind(insert, 1, cards[slot]);
      insert.bind(2, state.memory.sm2.repetitions);
      insert.bind(3, state.memory.sm2.easiness);
      insert.bind(4, std::max<std::int64_t>(1, state.memory.sm2.interval_days));
      insert.bind(5, state.memory.lapses);
      insert.bind(6, day_number(state.memory.anchor));
      insert.bind(7, day_number(state.memory.seen));
      insert.bind(8, day_number(state.first));
      insert.exec();
      insert.reset();
    }
  }
}

/// The questions of versions 1 to 4, which had their points and their cards in rows of their own.
void write_questions_in_rows(SQLite::Database& old, Database& now) {
  SQLite::Statement question(
      old, "INSERT INTO question (id, deck_id, at, alive, kind, stem, content) VALUES (?, ?, ?, ?, ?, ?, ?)");
  SQLite::Statement point(old, "INSERT INTO point (id, question_id, at, cue, detail) VALUES (?, ?, ?, ?, ?)");
  SQLite::Statement card(old,
                         "INSERT INTO card (id, kind, question_id, at, point_id) VALUES (?, ?, ?, ?, ?)");
  Query row = now.query(
      "SELECT q.id, d.id, q.at, q.alive, q.kind, t.fields FROM question q JOIN deck d ON d.position = q.deck"
      " JOIN question_text t ON t.position = q.position");
  while (row.step()) {
    const auto id = row.id<QuestionId>(0);
    Json fields = Json::parse(row.text(5)), rest = Json::object();
    bind(question, 1, id);
    bind(question, 2, row.id<DeckId>(1));
    question.bind(3, row.text(2));
    question.bind(4, row.integer(3));
    question.bind(5, row.text(4));
    question.bind(6, fields.value("stem", ""));
    for (const auto& [name, value] : fields.items())
      if (name != "stem" && name != "at" && name != "deck" && name != "kind" && !name.starts_with("point:"))
        rest[name] = value;
    question.bind(7, rest.dump());
    question.exec();
    question.reset();
    const bool is_recall = is_recalled_aloud(*question_kind_from_word(row.text(4)));
    bind(card, 1, question_card_id(id));
    card.bind(2, is_recall ? "recall" : "choice");
    bind(card, 3, id);
    card.bind(4, "");
    card.bind(5);
    card.exec();
    card.reset();
    for (const auto& [name, value] : fields.items()) {
      if (!name.starts_with("point:") || value.is_null()) continue;
      const PointId point_id = *PointId::from_hex(name.substr(6));
      bind(point, 1, point_id);
      bind(point, 2, id);
      point.bind(3, value.value("at", ""));
      point.bind(4, value.value("cue", ""));
      point.bind(5, value.value("detail", ""));
      point.exec();
      point.reset();
      bind(card, 1, point_card_id(point_id));
      card.bind(2, "point");
      bind(card, 3, id);
      card.bind(4, value.value("at", ""));
      bind(card, 5, point_id);
      card.exec();
      card.reset();
    }
  }
}

/// The projections that are the same in `later`, a file of version 7.
void copy_rows(SQLite::Database& old, int version) {
  const std::string deck = "id, title, sections, alive, interview_day, interview_since_day";
  old.exec("INSERT INTO main.deck (" + deck + ") SELECT " + deck + " FROM later.deck ORDER BY position");
  if (version < 5) return;
  const std::string question =
      version == 5 ? "position, id, deck, at, alive, is_documented, kind, cards" : "*";
  old.exec("INSERT INTO main.question SELECT " + question +
           " FROM later.question WHERE deck IS NOT NULL ORDER BY position;"
           " INSERT INTO main.question_text SELECT t.* FROM later.question_text t JOIN main.question q"
           " ON q.position = t.position");
  if (version == 5) return;
  for (const char* table : {"answer_chunk", "memory", "study_day", "setting"})
    old.exec("INSERT INTO main." + std::string(table) + " SELECT * FROM later." + table);
}

}  // namespace

void write_as_version(int version, const std::filesystem::path& from, const std::filesystem::path& to) {
  if (version >= kFirstPacked) return step_back(version, from, to);
  const Scratch scratch;
  step_back(kFirstPacked, from, scratch / "later");
  {
    SQLite::Database old(to.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    for (const SchemaStep& step : schema_steps().first(static_cast<std::size_t>(version))) old.exec(step.sql);
    old.exec("PRAGMA user_version = " + std::to_string(version) +
             "; DROP TABLE IF EXISTS rebuild_wanted; ATTACH '" + (scratch / "later").string() +
             "' AS later; BEGIN");
    old.exec("INSERT INTO main.device SELECT only_row, id, next_counter FROM later.device");
    OpenStore now(from);
    write_text_ops(old, now.log);
    copy_rows(old, version);
    if (version <= 4) write_questions_in_rows(old, now.database);
    if (version <= 5) {
      write_answers(old, now.log);
      write_memory(old, now.database);
    }
    old.exec("COMMIT");
  }
}

}  // namespace rehearse::test
