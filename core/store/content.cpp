#include "core/store/content.h"

#include <algorithm>

#include "core/deck/card.h"
#include "core/deck/identity.h"
#include "core/store/json_text.h"
#include "core/store/question_fields.h"
#include "core/store/registers.h"

namespace rehearse {
namespace {

constexpr const char* kSetDeck =
    "INSERT INTO deck (id, title, alive, interview_day, interview_since_day, sections)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
    " ON CONFLICT (id) DO UPDATE SET title = ?2, alive = ?3, interview_day = ?4, interview_since_day = ?5,"
    " sections = ?6";
// A question may arrive before its deck does.
constexpr const char* kExpectDeck =
    "INSERT OR IGNORE INTO deck (id, title, sections, alive) VALUES (?1, '', '[]', 1)";
constexpr const char* kSetQuestion =
    "INSERT INTO question (id, deck, at, alive, is_documented, kind, cards)"
    " VALUES (?1, (SELECT position FROM deck WHERE id = ?2), ?3, ?4, ?5, ?6, ?7)"
    " ON CONFLICT (id) DO UPDATE SET deck = excluded.deck, at = ?3, alive = ?4, is_documented = ?5, kind = "
    "?6,"
    " cards = ?7 RETURNING position";
constexpr const char* kSetText = "INSERT OR REPLACE INTO question_text (position, fields) VALUES (?1, ?2)";
constexpr const char* kDropQuestion = "DELETE FROM question WHERE id = ?1 RETURNING position";
constexpr const char* kDropText = "DELETE FROM question_text WHERE position = ?1";
constexpr const char* kAddLineage =
    "INSERT OR IGNORE INTO lineage (card_id, ancestor_id, question_id) VALUES (?1, ?2, ?3)";
constexpr const char* kHeirs = "SELECT DISTINCT card_id FROM lineage WHERE question_id = ?1";
constexpr const char* kDropLineage = "DELETE FROM lineage WHERE question_id = ?1";
constexpr const char* kClear =
    "DELETE FROM lineage; DELETE FROM question_text; DELETE FROM question; DELETE FROM deck;";

std::optional<std::int64_t> config_day(const Registers& registers, const std::string& name) {
  const auto field = registers.find(kConfigPrefix + name);
  if (field == registers.end()) return std::nullopt;
  const auto day = parse_day(text_from_json(field->second.value).value_or(""));
  if (!day) return std::nullopt;
  return day_number(*day);
}

bool is_documented(const Registers& registers) {
  return std::all_of(registers.begin(), registers.end(),
                     [](const auto& field) { return field.second.origin == Origin::kImport; });
}

}  // namespace

void Content::refold(const std::string& target) {
  const std::string_view name = target;
  if (name.starts_with(kDeckTarget)) {
    if (const auto id = DeckId::from_hex(name.substr(kDeckTarget.size()))) refold_deck(*id, target);
  } else if (name.starts_with(kQuestionTarget)) {
    if (const auto id = QuestionId::from_hex(name.substr(kQuestionTarget.size())))
      refold_question(*id, target);
  }
}

void Content::refold_deck(DeckId id, const std::string& target) {
  const Registers registers = fold_registers(log_, target);
  const auto title = registers.find(kTitleField);
  database_.query(kSetDeck)
      .bind(id, title == registers.end() ? "" : text_from_json(title->second.value).value_or(""),
            is_alive(registers), config_day(registers, "interview"), config_day(registers, "since"),
            sections_json(sections_from(registers)))
      .run();
}

void Content::refold_question(QuestionId id, const std::string& target) {
  const Registers registers = fold_registers(log_, target);
  const auto placed = question_from(id, registers);
  std::vector<CardId> heirs_before_and_now = heirs(id);
  database_.query(kDropLineage).bind(id).run();
  if (placed) {
    database_.query(kExpectDeck).bind(placed->deck).run();
    write_rows(*placed, json_object(question_fields(*placed)),
               {is_alive(registers), is_documented(registers)});
  } else {
    drop_rows(id);
  }
  const std::vector<CardId> now = heirs(id);
  heirs_before_and_now.insert(heirs_before_and_now.end(), now.begin(), now.end());
  for (const CardId& card : heirs_before_and_now) memory_.refold(card);
}

void Content::add(const PlacedQuestion& question, const std::string& fields_json) {
  write_rows(question, fields_json, {true, true});
}

void Content::write_rows(const PlacedQuestion& placed, const std::string& fields_json, Standing standing) {
  std::vector<CardId> cards{question_card_id(placed.id)};
  for (const PlacedPoint& point : placed.points) {
    if (is_recalled_aloud(placed.question.kind)) cards.push_back(point_card_id(point.id));
    add_lineage(placed.id, point);
  }
  std::int64_t position = 0;
  {
    Query query = database_.query(kSetQuestion);
    query.bind(placed.id, placed.deck, placed.at, standing.alive, standing.documented,
               to_word(placed.question.kind), cards);
    query.step();
    position = query.integer(0);
  }
  database_.query(kSetText).bind(position, fields_json).run();
  cards_.forget();
}

void Content::drop_rows(QuestionId id) {
  std::optional<std::int64_t> position;
  {
    Query query = database_.query(kDropQuestion);
    if (query.bind(id).step()) position = query.integer(0);
  }
  if (position) database_.query(kDropText).bind(*position).run();
  cards_.forget();
}

std::vector<CardId> Content::heirs(QuestionId id) const {
  std::vector<CardId> cards;
  Query query = database_.query(kHeirs);
  query.bind(id);
  while (query.step()) cards.push_back(query.id<CardId>(0));
  return cards;
}

void Content::add_lineage(QuestionId id, const PlacedPoint& point) {
  for (const PointId& ancestor : point.ancestors)
    if (ancestor != point.id)
      database_.query(kAddLineage).bind(point_card_id(point.id), point_card_id(ancestor), id).run();
}

void Content::clear() {
  database_.execute(kClear);
  cards_.forget();
}

}  // namespace rehearse
