#include "tests/faults/scripted_sitting.h"

#include <stdexcept>
#include <utility>

#include "core/deck/identity.h"
#include "tests/library_fixture.h"

namespace rehearse::faults {
namespace {

constexpr std::size_t kQuestions = 6, kPoints = 3;

Document deck() { return test::open_document("deck", kQuestions, kPoints); }
DeckId deck_id() { return derive_deck_id("deck"); }

QuestionId question(std::size_t number) {
  return derive_question_id(deck_id(), deck().questions.at(number), 0);
}

Answer answer(std::size_t number, PointResult result, Quality quality) {
  Answer answer;
  answer.card = question_card_id(question(number));
  answer.quality = quality;
  const Document document = deck();
  for (const KeyPoint& point : document.questions.at(number).points)
    answer.points.emplace_back(derive_point_id(question(number), point.cue, 0), result);
  return answer;
}

template <class Given>
void require(const Result<Given>& result) {
  if (!result) throw std::logic_error("an act of the script was refused: " + result.error().line());
}

void edit(Library& library, std::size_t number, std::string stem, LocalInstant now) {
  ChangeText change;
  change.stem = std::move(stem);
  require(library.edit_question(question(number), change, now));
}

/// A question corrected, one new.
Document corrected_deck() {
  Document corrected = deck();
  corrected.questions[3].points[0].detail = "said better";
  corrected.questions.push_back(test::open_question("a new question", 2));
  return corrected;
}

void undo_latest(Library& library, LocalInstant now) {
  if (const auto change = library.latest_change()) library.undo(change->op, now);
}

}  // namespace

void prepare(Library& library, LocalInstant now) {
  library.import_document(deck(), now);
  for (std::size_t number = 0; number < 3; ++number)
    library.grade(answer(number, PointResult::kRecalled, Quality::kGood), now);
}

std::vector<Act> scripted_sitting() {
  return {
      {"looking at today", [](Library& library, LocalInstant now) { static_cast<void>(library.due(now)); }},
      {"an answer",
       [](Library& library, LocalInstant now) {
         library.grade(answer(0, PointResult::kMissed, Quality::kBlackout), now);
       }},
      {"a second answer",
       [](Library& library, LocalInstant now) {
         library.grade(answer(3, PointResult::kRecalled, Quality::kPerfect), now);
       }},
      {"taking it back", undo_latest},
      {"an edit", [](Library& library, LocalInstant now) { edit(library, 1, "asked in other words", now); }},
      {"a search",
       [](Library& library, LocalInstant now) { static_cast<void>(library.search("other words", now)); }},
      {"a flag", [](Library& library,
                    LocalInstant now) { require(library.mark_question(question(2), SetFlag{3}, now)); }},
      {"suspending a card",
       [](Library& library, LocalInstant now) {
         library.act_on({question_card_id(question(4))}, CardActKind::kSuspend, now);
       }},
      {"a corrected document",
       [](Library& library, LocalInstant now) { library.import_document(corrected_deck(), now); }},
      {"a second deck",
       [](Library& library, LocalInstant now) {
         library.import_document(test::open_document("second deck", 40, 4), now);
       }},
      {"an interview's day",
       [](Library& library, LocalInstant now) {
         library.set_interview(deck_id(), library.day_of(now) + std::chrono::days{20}, now);
       }},
      {"another scheduler",
       [](Library& library, LocalInstant now) { library.set_scheduler(Scheduler::fsrs6(), now); }},
      {"an answer under it",
       [](Library& library, LocalInstant now) {
         library.grade(answer(5, PointResult::kHint, Quality::kHard), now);
       }},
      {"taking that back", undo_latest},
      {"a rebuild", [](Library& library, LocalInstant) { library.rebuild(); }},
  };
}

}  // namespace rehearse::faults
