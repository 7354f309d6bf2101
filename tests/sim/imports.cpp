// What a learner has from elsewhere: documents, the files of another program, the ops of a newer version of
// this one.
#include "core/deck/identity.h"
#include "core/store/fold_in.h"
#include "tests/library_fixture.h"
#include "tests/sim/world.h"

namespace rehearse::sim {

void World::import(Device& device) {
  const bool corrected = chance_.below(2) == 0;
  note(name_of(device) + (corrected ? ": imports the corrected deck" : ": imports the deck"));
  device.library().import_document(corrected ? templates_.corrected_deck : templates_.deck, now_of(device));
  keep_imported(device);
}

/// An import is many ops, and one that can be taken back.
void World::keep_imported(Device& device) {
  const std::size_t held = device.held().size();
  device.keep_all();
  if (device.held().size() == held) return;  // it was all there already
  if (const auto latest = device.library().latest_change(); latest && latest->kind == ChangeKind::kImport)
    device.keep(latest->op);
}

/// The deck as another program has it on `day`, with what its learner answered there.
StudiedDeck World::studied_elsewhere(StudyDay day) {
  StudiedDeck studied;
  studied.document = chance_.below(2) == 0 ? templates_.corrected_deck : templates_.deck;
  studied.program = "anki";
  for (const Question& question : studied.document.questions) {
    QuestionHistory& history = studied.histories.emplace_back();
    for (std::size_t left = chance_.below(3); left > 0; --left) {
      PastReview review;
      // Few moments, so that two files have the same.
      review.at = rehearse::test::morning().at - std::chrono::days{chance_.below(4)};
      if (chance_.below(2) == 0) review.asked = chance_.below(question.points.size());
      review.quality = static_cast<Quality>(chance_.below(6));
      review.scheduler = "anki";
      history.events.emplace_back(review);
    }
    if (!chance_.one_in(3)) continue;
    PastSchedule schedule;
    if (chance_.below(2) == 0) schedule.points = {chance_.below(question.points.size())};
    schedule.schedule.due = day + std::chrono::days{chance_.below(30)};
    schedule.schedule.interval_days = 1 + static_cast<std::int64_t>(chance_.below(100));
    history.events.emplace_back(schedule);
  }
  return studied;
}

/// A file of another program: one of its own, or one that may have been brought in elsewhere.
void World::bring_in(Device& device) {
  const LocalInstant now = now_of(device);
  const bool is_new = studied_.empty() || chance_.below(3) == 0;
  if (is_new) studied_.push_back(studied_elsewhere(study_day(now)));
  note(name_of(device) + (is_new ? ": brings in what was answered in another program"
                                 : ": brings in what somebody has brought in"));
  device.library().import_decks({is_new ? studied_.back() : chance_.any_of(studied_)}, now);
  keep_imported(device);
}

/// A newer program worked on this library, and an older one opened it again.
void World::receive_from_newer_program(Device& device) {
  const DeckId deck = derive_deck_id(templates_.deck.title);
  const std::string question = target(derive_question_id(deck, templates_.deck.questions[0], 0));
  const std::string begin = R"({"d":")" + hex_text(chance_.one_in(2) ? 7 : chance_.number()) + R"(","k":")";
  const std::string end = R"(,"s":)" + std::to_string(chance_.below(4)) + R"(,"t":)" +
                          std::to_string(now_of(device).at.time_since_epoch().count()) + R"(,"x":")" +
                          hex_text(salts_.number()) + R"("})";
  std::string line;
  switch (chance_.below(3)) {
    case 0: line = begin + R"(dress_rehearsal","o":")" + target(deck) + R"(","score":87.5)" + end; break;
    case 1: line = begin + R"(set","o":")" + question + R"(","mood":"new","v":{"colour":"red"})" + end; break;
    default: line = begin + R"(void","o":")" + op_id(end).hex() + '"' + end; break;
  }
  note(name_of(device) + ": has an op of a newer program");
  rehearse::test::OpenStore& layers = device.layers();
  Transaction transaction(layers.database);
  Result<std::optional<StoredOp>> received = layers.log.receive(line, std::nullopt);
  if (!received || !*received) return;
  const OpId id = (*received)->id;
  fold_in(std::move(**received), layers.log, layers.content, layers.memory);
  transaction.commit();
  device.keep(id);
}

}  // namespace rehearse::sim
