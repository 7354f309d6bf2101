// What stats and plan print for programs.
#include <nlohmann/json.hpp>

#include "gui/commands/json_output.h"

namespace rehearse {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) { return json.dump(1, ' ', false, Json::error_handler_t::replace); }

Json tests_json(const Tests& tests) { return {{"passed", tests.passed}, {"failed", tests.failed}}; }

Json day_json(const DayCounts& day) {
  const AnswerCounts& counts = day.counts;
  return {{"day", format_day(day.day)},
          {"answers", counts.reviews()},
          {"first", counts.of(ReviewTurn::kFirst)},
          {"drilled", counts.of(ReviewTurn::kDrill)},
          {"seconds", counts.spent_ms / 1000},
          {"young", tests_json(counts.young)},
          {"mature", tests_json(counts.mature)},
          {"points",
           {{"recalled", counts.points.recalled},
            {"hinted", counts.points.hinted},
            {"missed", counts.points.missed}}}};
}

Json hours_json(const std::vector<DayCounts>& days) {
  const AnswerCounts all = sum_of(days);
  Json hours = Json::array();
  for (std::size_t hour = 0; hour < all.by_hour.size(); ++hour) {
    Json json = tests_json(all.by_hour[hour].tests);
    json["hour"] = hour;
    json["answers"] = all.by_hour[hour].reviews;
    hours.push_back(std::move(json));
  }
  return hours;
}

Json histogram_json(const Histogram& histogram) {
  return {{"bounds", histogram.bounds}, {"counts", histogram.counts}};
}

Json told_json(const std::vector<ToldCard>& cards) {
  Json list = Json::array();
  for (const ToldCard& card : cards) {
    Json json = tests_json(card.tests);
    json["id"] = card.id.hex();
    json["kind"] = to_word(card.kind);
    json["deck"] = card.deck;
    json["question"] = card.stem;
    json["recall"] = card.recall;
    list.push_back(std::move(json));
  }
  return list;
}

Json share_json(const Readiness& readiness) {
  return {{"share", readiness.share()}, {"marks", readiness.marks}};
}

}  // namespace

std::string stats_json(const LibraryStats& stats, const StudyStatistics& statistics) {
  Json json{{"reviews", stats.reviews},         {"cards", stats.cards},
            {"questions", stats.questions},     {"reviews_today", stats.reviews_today},
            {"streak_days", stats.streak_days}, {"longest_streak_days", statistics.streak.longest}};
  Json days = Json::array(), readiness = Json::array();
  for (const DayCounts& day : statistics.days) days.push_back(day_json(day));
  for (const PastReadiness& past : statistics.readiness)
    readiness.push_back({{"day", format_day(past.day)}, {"share", past.share}});
  json["days"] = std::move(days);
  json["hours"] = hours_json(statistics.days);
  const CardCounts& cards = statistics.cards;
  json["states"] = {{"new", cards.fresh},           {"young", cards.young},   {"mature", cards.mature},
                    {"suspended", cards.suspended}, {"buried", cards.buried}, {"leeches", cards.leeches}};
  json["forecast"] = {{"overdue", statistics.forecast.overdue},
                      {"due", statistics.forecast.due},
                      {"later", statistics.forecast.later}};
  json["intervals"] = histogram_json(statistics.states.interval_days);
  json["stability"] = histogram_json(statistics.states.stability_days);
  json["easiness"] = histogram_json(statistics.states.easiness);
  json["difficulty"] = histogram_json(statistics.states.difficulty);
  json["recall"] = histogram_json(statistics.states.recall);
  json["most_missed"] = told_json(statistics.most_missed);
  json["least_recalled"] = told_json(statistics.least_recalled);
  json["readiness"] = std::move(readiness);
  return dump(json);
}

std::string outlook_json(const DeckOutlook& outlook) {
  Json json{{"today", format_day(outlook.today)},
            {"interview", nullptr},
            {"met", outlook.plan.is_met()},
            {"expected", outlook.plan.readiness},
            {"never_met", outlook.plan.never_met},
            {"not_gone_over", outlook.plan.not_gone_over},
            {"readiness", share_json(outlook.readiness.all)}};
  if (outlook.interview) json["interview"] = format_day(*outlook.interview);
  Json sections = Json::array(), days = Json::array(), leave_out = Json::array(), spread = Json::array();
  for (std::size_t i = 0; i < outlook.readiness.sections.size(); ++i) {
    Json section = share_json(outlook.readiness.sections[i]);
    section["section"] = outlook.sections[i];
    sections.push_back(std::move(section));
  }
  for (const PlanDay& day : outlook.plan.days)
    days.push_back({{"day", format_day(day.day)},
                    {"new", day.fresh},
                    {"reviews", day.reviews},
                    {"left_over", day.undone},
                    {"seconds", day.seconds}});
  for (const CardId& card : outlook.leave_out) leave_out.push_back(card.hex());
  for (const BacklogDay& day : outlook.spread)
    spread.push_back({{"day", format_day(day.day)}, {"cards", day.cards}, {"seconds", day.seconds}});
  json["sections"] = std::move(sections);
  json["days"] = std::move(days);
  json["minutes_needed"] = nullptr;
  if (const auto& remedy = outlook.plan.remedy; remedy && remedy->minutes_per_day)
    json["minutes_needed"] = remedy->minutes_per_day->count();
  json["leave_out"] = std::move(leave_out);
  json["backlog"] = nullptr;
  if (outlook.backlog)
    json["backlog"] = {{"cards", outlook.backlog->cards},
                       {"seconds", outlook.backlog->seconds},
                       {"last_day", format_day(outlook.backlog->last_day)},
                       {"spread", std::move(spread)}};
  return dump(json);
}

}  // namespace rehearse
