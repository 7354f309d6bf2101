#include "core/store/add_question.h"

#include <optional>
#include <string>
#include <utility>

#include "core/base/text.h"
#include "core/deck/identity.h"
#include "core/store/import_plan.h"
#include "core/store/import_writer.h"
#include "core/store/json_text.h"
#include "core/store/known_questions.h"
#include "core/store/places.h"

namespace rehearse {
namespace {

constexpr const char* kOfWords =
    "SELECT id FROM question WHERE id = ?1 AND deck IS NOT NULL"
    " UNION ALL SELECT id FROM question WHERE text_id = ?1 AND deck IS NOT NULL";
constexpr const char* kLastPlace =
    "SELECT max(at) FROM question WHERE deck = (SELECT position FROM deck WHERE id = ?1)";
constexpr std::size_t kStemInError = 40;  // code points

std::optional<QuestionId> question_of_words(Database& database, QuestionId text_id) {
  Query query = database.query(kOfWords);
  if (!query.bind(text_id).step()) return std::nullopt;
  return query.id<QuestionId>(0);
}

std::string place_at_end(Database& database, DeckId deck) {
  std::optional<std::string> last;
  {
    Query query = database.query(kLastPlace);
    if (query.bind(deck).step() && !query.is_null(0)) last = query.text(0);
  }
  return last ? places_for({last, std::nullopt}).back() : place(0);
}

}  // namespace

Result<AddedQuestion> add_question(Database& database, OpLog& log, Content& content,
                                   std::string_view deck_title, const Question& question, Instant now,
                                   ImportAct& act) {
  PlacedQuestion placed;
  placed.deck = derive_deck_id(deck_title);
  placed.id = derive_question_id(placed.deck, question, 0);
  if (const auto known = question_of_words(database, placed.id)) return AddedQuestion{*known, false};
  placed.at = place_at_end(database, placed.deck);
  placed.question = question;
  placed.points = place_points(placed.id, std::exchange(placed.question.points, {}),
                               derive_point_ids(placed.id, question.points), nullptr);
  const QuestionId id = placed.id;
  const std::string deck = target(placed.deck);
  auto write = write_of_new(std::move(placed), id);
  if (!write)
    return Error{{"the question is longer than 60 KB and was not added", "这一题超过 60 KB，未添加"},
                 shortened(question.stem, kStemInError),
                 {"shorten the text", "请缩短文字"}};
  const bool has_title = fold_registers(log, deck).contains(kTitleField);
  ImportWriter writer(log, content, now, act);
  if (!has_title) writer.add(SetOp{deck, title_field(deck_title), {}, Origin::kImport});
  writer.add(std::move(*write));
  writer.finish();
  return AddedQuestion{id, true};
}

}  // namespace rehearse
