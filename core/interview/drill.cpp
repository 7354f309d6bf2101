#include "core/interview/drill.h"

#include <set>

#include "core/deck/identity.h"

namespace rehearse {

std::vector<CardId> cards_to_drill(const InterviewReport& report, const PointsOf& points_of) {
  std::vector<CardId> cards;
  std::set<CardId> known;
  const auto add = [&](const CardId& card) {
    if (known.insert(card).second) cards.push_back(card);
  };
  for (const QuestionResult& result : report.questions) {
    if (result.drill == DrillNeed::kQuestion) add(question_card_id(result.question));
    for (const PointId& point :
         result.drill == DrillNeed::kQuestion ? points_of(result.question) : result.missed)
      add(point_card_id(point));
  }
  return cards;
}

StudyDay drill_day(LocalInstant kept) { return study_day(kept) + std::chrono::days{1}; }

}  // namespace rehearse
