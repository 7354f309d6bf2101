#include "core/store/content.h"

#include <algorithm>

#include "core/deck/card.h"
#include "core/deck/identity.h"
#include "core/store/group_removals.h"
#include "core/store/json_text.h"
#include "core/store/mark_fields.h"
#include "core/store/question_fields.h"
#include "core/store/question_slots.h"
#include "core/store/registers.h"
#include "core/store/search_index.h"
#include "core/store/settings.h"

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
constexpr const char* kCardsOf = "SELECT position, cards, heirs FROM question WHERE id = ?1";
constexpr const char* kSetQuestion =
    "INSERT INTO question"
    " (id, deck, at, alive, is_documented, kind, section, marks, cards, shown, heirs, text_id, said_in)"
    " VALUES (?1, (SELECT position FROM deck WHERE id = ?2), ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)"
    " ON CONFLICT (id) DO UPDATE SET deck = excluded.deck, at = ?3, alive = ?4, is_documented = ?5,"
    " kind = ?6, section = ?7, marks = ?8, cards = ?9, shown = ?10, heirs = ?11, text_id = ?12,"
    " said_in = ?13 RETURNING position";
// Of one that has no row; its deck's position, and neither slots nor heirs of its own to say.
constexpr const char* kAddQuestion =
    "INSERT INTO question"
    " (id, deck, at, alive, is_documented, kind, section, marks, cards, shown, text_id, said_in)"
    " VALUES (?1, (SELECT position FROM deck WHERE id = ?2), ?3, 1, 1, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"
    " ON CONFLICT (id) DO NOTHING";
// Its row stays: answers name it.
constexpr const char* kHideQuestion =
    "UPDATE question SET deck = NULL, alive = 0, text_id = NULL, said_in = NULL, heirs = NULL"
    " WHERE position = ?1";
// Answers may name the cards of one that is hidden, those too that it was given since.
constexpr const char* kSetHidden =
    "INSERT INTO question (id, at, alive, is_documented, kind, section, cards)"
    " VALUES (?1, '', 0, 0, 'open', '', ?2) ON CONFLICT (id) DO UPDATE SET cards = ?2 RETURNING position";
constexpr const char* kSetText = "INSERT OR REPLACE INTO folded_text (position, fields) VALUES (?1, ?2)";
constexpr const char* kDropText = "DELETE FROM folded_text WHERE position = ?1";
constexpr const char* kSaysTheSame = "SELECT 1 FROM op WHERE position = ?1 AND fields_in(line) = ?2";
constexpr const char* kIsContested = "INSERT OR IGNORE INTO other_versions (question) VALUES (?1)";
constexpr const char* kIsNotContested = "DELETE FROM other_versions WHERE question = ?1";
constexpr const char* kClear =
    "DELETE FROM folded_text; DELETE FROM question; DELETE FROM deck; DELETE FROM setting;"
    " DELETE FROM question_mark; DELETE FROM other_versions; DELETE FROM group_removal;";

std::optional<std::int64_t> config_day(const Registers& registers, const std::string& name) {
  const auto field = registers.find(kConfigPrefix + name);
  if (field == registers.end()) return std::nullopt;
  const auto day = parse_day(text_from_json(field->second.value).value_or(""));
  if (!day) return std::nullopt;
  return day_number(*day);
}

/// Every point that any op gave the question or named as an ancestor, also one that was taken back: it may
/// have been answered.
std::vector<PointId> points_ever(const std::vector<StoredOp>& ops) {
  std::vector<PointId> points;
  for (const StoredOp& stored : ops) {
    const auto* set = std::get_if<SetOp>(&stored.op.body);
    if (set == nullptr) continue;
    for (const auto& [name, value] : set->fields) {
      const auto id = point_of_field(name);
      if (!id) continue;
      points.push_back(*id);
      if (const auto point = point_from(*id, value))
        points.insert(points.end(), point->ancestors.begin(), point->ancestors.end());
    }
  }
  return points;
}

std::optional<Blob> as_blob(const std::optional<std::string>& bytes) {
  return bytes ? std::optional(Blob{*bytes}) : std::nullopt;
}

std::optional<QuestionId> unless_own(QuestionId own, QuestionId text_id) {
  return text_id == own ? std::nullopt : std::optional(text_id);
}

bool is_documented(const Registers& registers) {
  return std::all_of(registers.begin(), registers.end(), [](const auto& field) {
    const bool is_documents = field.second.origin == Origin::kImport && !field.second.is_shared;
    return is_documents || field.first.starts_with(kConfigPrefix);
  });
}

}  // namespace

void Content::refold(const std::string& target) {
  const std::string_view name = target;
  if (name.starts_with(kDeckTarget)) {
    if (const auto id = DeckId::from_hex(name.substr(kDeckTarget.size()))) refold_deck(*id, target);
  } else if (name.starts_with(kQuestionTarget)) {
    if (const auto id = QuestionId::from_hex(name.substr(kQuestionTarget.size())))
      refold_question(*id, target);
  } else if (name.starts_with(kGroupTarget)) {
    refold_group(target);
  } else if (name == kLibraryTarget) {
    const ChangedSettings changed = write_settings(database_, target, fold_registers(log_, target));
    if (changed.day_start)
      memory_.replay_days();
    else if (changed.scheduler)
      memory_.replay();
  }
}

void Content::refold_deck(DeckId id, const std::string& target) {
  const Registers registers = fold_registers(log_, target);
  const auto title = registers.find(kTitleField);
  database_.query(kSetDeck)
      .bind(id, title == registers.end() ? "" : text_from_json(title->second.value).value_or(""),
            // One that was taken back is as if it had never come, whatever the learner set for it.
            title != registers.end() && is_alive(registers), config_day(registers, "interview"),
            config_day(registers, "since"), sections_json(sections_from(registers)))
      .run();
  write_settings(database_, target, registers);
}

void Content::refold_question(QuestionId id, const std::string& target) {
  const std::vector<StoredOp> ops = log_.about(target);
  const Registers registers = fold_registers(log_, ops);
  if (const auto placed = question_from(id, registers)) {
    database_.query(kExpectDeck).bind(placed->deck).run();
    write_rows(*placed, text_of(*placed, ops), {is_alive(registers), is_documented(registers)},
               points_ever(ops));
  } else {
    hide(id);
    keep_cards_of_hidden(id, points_ever(ops));
  }
  settle_removal(id, registers, ops);
  database_.query(has_other_versions(registers) ? kIsContested : kIsNotContested).bind(id).run();
  // Last: what the text index has of them is taken out before they change.
  write_marks(database_, id, marks_from(registers));
}

void Content::settle_removal(QuestionId id, const Registers& registers, const std::vector<StoredOp>& ops) {
  GroupRemovals removals(database_);
  if (!is_removal_offered(registers)) return removals.forget(id);
  const bool is_own = std::any_of(ops.begin(), ops.end(), [&](const StoredOp& stored) {
    return stored.op.envelope.scope == kOwnOps && !log_.is_void(stored);
  });
  removals.offer(id, is_own, has_answers(memory_.states(cards_before(id).cards)));
}

void Content::refold_group(const std::string& target) {
  write_settings(database_, target, fold_registers(log_, target));
  const auto group = group_scope(std::string_view(target).substr(kGroupTarget.size()));
  if (!group) return;
  for (const std::string& shared : log_.register_targets_of(*group)) refold(shared);
}

Content::Text Content::text_of(const PlacedQuestion& placed, const std::vector<StoredOp>& ops) {
  Text text{json_object(question_fields(placed)), std::nullopt};
  // As a rule an import wrote it and nobody touched it since.
  const std::int64_t first = ops.front().position;
  Query query = database_.query(kSaysTheSame);
  if (query.bind(first, text.fields_json).step()) text.said_in = first;
  return text;
}

void Content::add(const NewQuestionRow& added, std::int64_t said_in) {
  const auto shown = is_recalled_aloud(added.kind) ? std::nullopt : write_shown({0}, added.cards.size());
  const bool is_new =
      database_.query(kAddQuestion)
          .bind(added.id, added.deck, added.at, to_word(added.kind), added.section, added.marks, added.cards,
                as_blob(shown), unless_own(added.id, added.text_id), said_in)
          .run() > 0;
  // A row that an op left which was taken back since.
  if (!is_new) return refold_question(added.id, target(added.id));
  cards_.add(database_.last_inserted(), added.cards);
  memory_.cards_have_come(added.cards);
}

Content::Cards Content::cards_before(QuestionId id) const {
  Query query = database_.query(kCardsOf);
  if (!query.bind(id).step()) return {std::nullopt, {question_card_id(id)}, std::nullopt};
  Cards before{query.integer(0), query.ids<CardId>(1), std::nullopt};
  if (!query.is_null(2)) before.heirs = std::string(query.bytes(2));
  return before;
}

void Content::write_rows(const PlacedQuestion& placed, const Text& text, Standing standing,
                         const std::vector<PointId>& points_ever) {
  const Cards before = cards_before(placed.id);
  if (before.position) SearchIndex(database_).forget(*before.position);
  std::vector<CardId> cards = before.cards;
  const auto slot_of = [&](CardId card) {
    const auto found = std::find(cards.begin(), cards.end(), card);
    const auto slot = static_cast<std::uint16_t>(found - cards.begin());
    if (found == cards.end()) cards.push_back(card);
    return slot;
  };
  Slots shown{0};
  for (const PlacedPoint& point : placed.points) {
    const std::uint16_t slot = slot_of(point_card_id(point.id));
    if (is_recalled_aloud(placed.question.kind)) shown.push_back(slot);
  }
  for (const PointId& point : points_ever) slot_of(point_card_id(point));
  Heirs heirs;
  for (const PlacedPoint& point : placed.points)
    for (const PointId& ancestor : point.ancestors)
      if (ancestor != point.id)
        heirs.emplace_back(slot_of(point_card_id(ancestor)), slot_of(point_card_id(point.id)));
  std::sort(heirs.begin(), heirs.end());
  const auto written_heirs = write_heirs(heirs), shown_slots = write_shown(shown, cards.size());
  std::int64_t position = 0;
  {
    Query query = database_.query(kSetQuestion);
    query.bind(placed.id, placed.deck, placed.at, standing.alive, standing.documented,
               to_word(placed.question.kind), placed.question.section, placed.question.marks, cards,
               as_blob(shown_slots), as_blob(written_heirs),
               unless_own(placed.id, derive_question_id(placed.deck, placed.question, 0)), text.said_in);
    query.step();
    position = query.integer(0);
  }
  if (text.said_in)
    database_.query(kDropText).bind(position).run();
  else
    database_.query(kSetText).bind(position, text.fields_json).run();
  cards_.add(position, cards);
  memory_.cards_have_come(
      {cards.begin() + static_cast<std::ptrdiff_t>(before.position ? before.cards.size() : 0), cards.end()});
  if (written_heirs != before.heirs) memory_.refold({position});
}

bool Content::hide(QuestionId id) {
  const Cards before = cards_before(id);
  if (!before.position) return false;
  SearchIndex(database_).forget(*before.position);
  database_.query(kHideQuestion).bind(*before.position).run();
  database_.query(kDropText).bind(*before.position).run();
  if (before.heirs) memory_.refold({*before.position});
  return true;
}

void Content::keep_cards_of_hidden(QuestionId id, const std::vector<PointId>& points_ever) {
  const Cards before = cards_before(id);
  std::vector<CardId> cards = before.cards;
  for (const PointId& point : points_ever)
    if (const CardId card = point_card_id(point); std::find(cards.begin(), cards.end(), card) == cards.end())
      cards.push_back(card);
  const std::size_t known = before.position ? before.cards.size() : 0;
  if (known == cards.size()) return;
  std::int64_t position = 0;
  {
    Query query = database_.query(kSetHidden);
    query.bind(id, cards).step();
    position = query.integer(0);
  }
  cards_.add(position, cards);
  memory_.cards_have_come({cards.begin() + static_cast<std::ptrdiff_t>(known), cards.end()});
}

bool Content::take_away(QuestionId id) {
  if (!hide(id)) return false;
  database_.query(kIsNotContested).bind(id).run();
  write_marks(database_, id, {});
  return true;
}

void Content::clear() {
  SearchIndex(database_).clear();
  database_.execute(kClear);
  cards_.forget();
}

}  // namespace rehearse
