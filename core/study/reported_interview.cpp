#include "core/study/reported_interview.h"

#include <utility>

#include "core/deck/identity.h"

namespace rehearse {

ReportedInterview reported(const Library& library, DeckId deck, const InterviewReport& report,
                           LocalInstant kept) {
  ReportedInterview interview;
  interview.deck = deck;
  interview.kept = kept;
  interview.day = library.day_of(kept);
  interview.report = report;
  for (const QuestionResult& result : report.questions) {
    ReportedInterview::Question question;
    question.stem = library.stem(question_card_id(result.question));
    for (const PointId& point : result.missed)
      if (const auto card = library.card(point_card_id(point)); card && card->asked)
        question.missed.push_back(card->question.points[*card->asked].cue);
    interview.questions.push_back(std::move(question));
  }
  return interview;
}

}  // namespace rehearse
