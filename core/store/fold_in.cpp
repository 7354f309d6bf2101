#include "core/store/fold_in.h"

#include "core/deck/identity.h"
#include "core/store/known_questions.h"
#include "core/store/question_fields.h"

namespace rehearse {
namespace {

// Of more it is quicker to fold all answers anew than to look each up among them.
constexpr std::size_t kAnswersOneByOne = 16;

/// The import was taken back, or came back: everything that came with it.
void fold_import(OpId import, const OpLog& log, Content& content, Memory& memory) {
  const bool is_void = log.is_void(import);
  std::size_t about_cards = 0;
  const std::vector<OpRange> parts = log.parts_of(import);
  for (const OpRange& part : parts) {
    about_cards += log.count_about_cards(part);
    for (const std::string& target : log.register_targets(part)) {
      const auto question = question_of(target);
      const bool is_gone = is_void && question && log.is_only_of(import, target);
      if (!is_gone || !content.take_away(*question)) content.refold(target);
    }
  }
  if (about_cards > kAnswersOneByOne) {
    memory.clear();
    memory.rebuild();
    return;
  }
  for (const OpRange& part : parts)
    for (const StoredOp& stored : log.about_cards(part)) {
      memory.remove(stored);
      if (!log.is_void(stored)) memory.add(stored);
    }
}

}  // namespace

void fold_in(const StoredOp& stored, const OpLog& log, Content& content, Memory& memory) {
  // What a chain of voids ends at is what has come or gone; a void may come before what it takes back.
  OpId named = stored.id;
  std::optional<StoredOp> subject = stored;
  while (subject && std::holds_alternative<VoidOp>(subject->op.body)) {
    named = std::get<VoidOp>(subject->op.body).target;
    subject = log.find(named);
  }
  // Of an import that is not there yet something may be.
  if (!subject || std::holds_alternative<ImportOp>(subject->op.body)) {
    if (named != stored.id) fold_import(named, log, content, memory);
    return;
  }
  if (!Memory::is_made_from(subject->op)) return content.refold(target_of(subject->op));
  // An answer that was there already has come back, or goes.
  if (subject->id != stored.id) memory.remove(*subject);
  if (!log.is_void(*subject)) memory.add(*subject);
}

}  // namespace rehearse
