#include "core/store/group_removals.h"

namespace rehearse {
namespace {

constexpr const char* kOffer = "INSERT OR REPLACE INTO group_removal (question, is_own) VALUES (?1, ?2)";
constexpr const char* kPosition = "SELECT position FROM question WHERE id = ?1";
constexpr const char* kForget = "DELETE FROM group_removal WHERE question = ?1";
constexpr const char* kShow =
    "UPDATE question SET alive = ?2 OR (SELECT is_own FROM group_removal WHERE question = id)"
    " WHERE position = ?1 AND deck IS NOT NULL AND id IN (SELECT question FROM group_removal)";
constexpr const char* kAsking =
    "SELECT q.id FROM group_removal r JOIN question q ON q.id = r.question WHERE q.alive"
    " ORDER BY q.deck, q.at, q.id";

}  // namespace

void GroupRemovals::offer(QuestionId id, bool is_own, bool has_answers) {
  database_.query(kOffer).bind(id, is_own).run();
  std::int64_t position = 0;
  {
    Query row = database_.query(kPosition);
    if (!row.bind(id).step()) return;
    position = row.integer(0);
  }
  answers_are(position, has_answers);
}

void GroupRemovals::forget(QuestionId id) { database_.query(kForget).bind(id).run(); }

void GroupRemovals::answers_are(std::int64_t question, bool has_answers) {
  database_.query(kShow).bind(question, has_answers).run();
}

std::vector<QuestionId> GroupRemovals::asking() const {
  std::vector<QuestionId> questions;
  Query row = database_.query(kAsking);
  while (row.step()) questions.push_back(row.id<QuestionId>(0));
  return questions;
}

}  // namespace rehearse
