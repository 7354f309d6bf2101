// The library's questions that come one by one.
#include "core/library_parts.h"
#include "core/store/add_question.h"

namespace rehearse {

Result<AddedQuestion> Library::add_question(std::string_view deck_title, const Question& question,
                                            LocalInstant now) {
  Transaction transaction(parts_->database);
  ImportAct own;
  auto added = rehearse::add_question(parts_->database, parts_->log, parts_->content, deck_title, question,
                                      now.at, parts_->act_of(own, deck_title));
  transaction.commit();
  return added;
}

}  // namespace rehearse
