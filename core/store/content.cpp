#include "core/store/content.h"

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
    "INSERT INTO question (id, deck_id, at, alive, kind, stem, content) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
    " ON CONFLICT (id) DO UPDATE SET deck_id = ?2, at = ?3, alive = ?4, kind = ?5, stem = ?6, content = ?7";
constexpr const char* kDropCards = "DELETE FROM card WHERE question_id = ?1";
constexpr const char* kDropPoints = "DELETE FROM point WHERE question_id = ?1";
constexpr const char* kDropQuestion = "DELETE FROM question WHERE id = ?1";
constexpr const char* kAddPoint =
    "INSERT INTO point (id, question_id, at, cue, detail) VALUES (?1, ?2, ?3, ?4, ?5)";
constexpr const char* kAddCard =
    "INSERT OR IGNORE INTO card (id, kind, question_id, at, point_id) VALUES (?1, ?2, ?3, ?4, ?5)";
constexpr const char* kAddLineage =
    "INSERT OR IGNORE INTO lineage (card_id, ancestor_id, question_id) VALUES (?1, ?2, ?3)";
constexpr const char* kHeirs = "SELECT DISTINCT card_id FROM lineage WHERE question_id = ?1";
constexpr const char* kDropLineage = "DELETE FROM lineage WHERE question_id = ?1";
constexpr const char* kClear =
    "DELETE FROM lineage; DELETE FROM card; DELETE FROM point; DELETE FROM question; DELETE FROM deck;";

std::optional<std::int64_t> config_day(const Registers& registers, const std::string& name) {
  const auto field = registers.find(kConfigPrefix + name);
  if (field == registers.end()) return std::nullopt;
  const auto day = parse_day(text_from_json(field->second.value).value_or(""));
  if (!day) return std::nullopt;
  return day_number(*day);
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
  database_.query(kDropCards).bind(id).run();
  database_.query(kDropPoints).bind(id).run();
  if (!placed) {
    database_.query(kDropQuestion).bind(id).run();
    for (const CardId& card : heirs_before_and_now) memory_.refold(card);
    return;
  }
  database_.query(kExpectDeck).bind(placed->deck).run();
  write_rows(*placed, is_alive(registers) ? IsAlive::kYes : IsAlive::kNo);
  const std::vector<CardId> now = heirs(id);
  heirs_before_and_now.insert(heirs_before_and_now.end(), now.begin(), now.end());
  for (const CardId& card : heirs_before_and_now) memory_.refold(card);
}

void Content::add(const PlacedQuestion& question) { write_rows(question, IsAlive::kYes); }

void Content::write_rows(const PlacedQuestion& placed, IsAlive alive) {
  const Question& question = placed.question;
  database_.query(kSetQuestion)
      .bind(placed.id, placed.deck, placed.at, alive == IsAlive::kYes, to_word(question.kind), question.stem,
            content_json(question))
      .run();
  const bool aloud = is_recalled_aloud(question.kind);
  database_.query(kAddCard)
      .bind(question_card_id(placed.id), to_word(aloud ? CardKind::kRecall : CardKind::kChoice), placed.id,
            "", nullptr)
      .run();
  for (const PlacedPoint& point : placed.points) {
    database_.query(kAddPoint).bind(point.id, placed.id, point.at, point.point.cue, point.point.detail).run();
    add_lineage(placed.id, point);
    if (aloud)
      database_.query(kAddCard)
          .bind(point_card_id(point.id), to_word(CardKind::kPoint), placed.id, point.at, point.id)
          .run();
  }
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

void Content::clear() { database_.execute(kClear); }

}  // namespace rehearse
