#include "core/store/deck_state.h"

#include <set>

#include "core/store/question_fields.h"

namespace rehearse {
namespace {

constexpr const char* kQuestionsOfDeck = "SELECT id FROM question WHERE deck_id = ?1";

}  // namespace

DeckState read_deck_state(Database& database, const OpLog& log, DeckId deck,
                          const std::vector<QuestionId>& questions) {
  std::set<QuestionId> ids(questions.begin(), questions.end());
  {
    Query query = database.query(kQuestionsOfDeck);
    query.bind(deck);
    while (query.step()) ids.insert(query.id<QuestionId>(0));
  }
  DeckState state;
  state.deck = fold_registers(log, target(deck));
  for (const QuestionId& id : ids) {
    Registers registers = fold_registers(log, target(id));
    if (!registers.empty()) state.questions.push_back({id, std::move(registers)});
  }
  return state;
}

}  // namespace rehearse
