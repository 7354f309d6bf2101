// Mock interviews as JSON documents: the shapes in interview_report.h.
#include <nlohmann/json.hpp>

#include "core/interview/report.h"
#include "core/interview/report_json.h"
#include "gui/commands/interview_report.h"

namespace rehearse {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) { return json.dump(1, ' ', false, Json::error_handler_t::replace); }

const char* to_word(DrillNeed need) {
  switch (need) {
    case DrillNeed::kNothing: return "nothing";
    case DrillNeed::kMissedPoints: return "points";
    case DrillNeed::kQuestion: return "question";
  }
  return "nothing";
}

Json head_json(const ReportedInterview& interview) {
  return {{"id", interview.op ? Json(interview.op->hex()) : Json()},
          {"deck", interview.deck.hex()},
          {"name", interview.title},
          {"day", format_day(interview.day)},
          {"total", rounded_marks(interview.report.total())}};
}

Json question_json(const QuestionResult& result, const ReportedInterview::Question& words) {
  Json items = Json::array(), missed = Json::array();
  for (const MarkedItem& item : result.items)
    items.push_back(
        {{"text", item.text}, {"marks", rounded_marks(item.marks)}, {"earned", rounded_marks(item.earned)}});
  for (const PointId& point : result.missed) missed.push_back(point.hex());
  return {{"id", result.question.hex()},
          {"question", words.stem},
          {"marks", rounded_marks(result.marks)},
          {"earned", rounded_marks(result.earned)},
          {"limit_seconds", result.limit.count()},
          {"spent_ms", result.spent.count()},
          {"items", std::move(items)},
          {"drill", to_word(result.drill)},
          {"missed", std::move(missed)},
          {"missed_cues", words.missed}};
}

}  // namespace

std::string interview_json(const ReportedInterview& interview) {
  Json json = head_json(interview), questions = Json::array();
  for (std::size_t i = 0; i < interview.report.questions.size(); ++i)
    questions.push_back(question_json(interview.report.questions[i], interview.questions[i]));
  json["seed"] = seed_text(interview.report.seed);
  json["drilled_on"] = format_day(drill_day(interview.day));
  json["questions"] = std::move(questions);
  return dump(json);
}

std::string interviews_json(const std::vector<ReportedInterview>& interviews) {
  Json list = Json::array();
  for (std::size_t i = 0; i < interviews.size(); ++i) {
    Json json = {{"number", i + 1}};
    json.update(head_json(interviews[i]));
    json["questions"] = interviews[i].report.questions.size();
    list.push_back(std::move(json));
  }
  return dump({{"interviews", std::move(list)}});
}

}  // namespace rehearse
