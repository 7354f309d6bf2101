#include "core/store/deck_state.h"

#include <algorithm>

#include "core/store/question_fields.h"

namespace rehearse {
namespace {

constexpr const char* kQuestionsOfDeck =
    "SELECT q.id FROM deck d JOIN question q ON q.deck = d.position WHERE d.id = ?1";
constexpr const char* kDocumented =
    "SELECT t.fields FROM question q JOIN question_text t ON t.position = q.position"
    " WHERE q.id = ?1 AND q.is_documented";
constexpr const char* kIsThere = "SELECT 1 FROM question WHERE id = ?1";

}  // namespace

DeckState read_deck_state(Database& database, const OpLog& log, DeckId deck,
                          const std::vector<QuestionId>& questions) {
  DeckState state;
  state.deck = fold_registers(log, target(deck));
  {
    Query query = database.query(kQuestionsOfDeck);
    query.bind(deck);
    while (query.step()) state.questions.push_back(query.id<QuestionId>(0));
  }
  for (const QuestionId& id : questions) {
    Query query = database.query(kIsThere);
    if (query.bind(id).step()) state.questions.push_back(id);
  }
  std::sort(state.questions.begin(), state.questions.end());
  state.questions.erase(std::unique(state.questions.begin(), state.questions.end()), state.questions.end());
  state.documented = [&database](QuestionId id) -> std::optional<std::string> {
    Query query = database.query(kDocumented);
    if (!query.bind(id).step()) return std::nullopt;
    return query.text(0);
  };
  state.registers = [&log](QuestionId id) { return fold_registers(log, target(id)); };
  return state;
}

}  // namespace rehearse
