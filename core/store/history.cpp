#include "core/store/history.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>
#include <utility>

#include "core/deck/identity.h"
#include "core/store/known_questions.h"
#include "core/store/registers.h"

namespace rehearse {
namespace {

/// Which of the question's points take the answers to a point: itself, and what it was merged or split into.
using PointIndex = std::map<PointId, std::vector<std::size_t>>;

PointIndex index_of_points(const OpLog& log, const PlacedQuestion& question) {
  const Registers registers = fold_registers(log, target(question.id));
  PointIndex index;
  for (std::size_t i = 0; i < question.points.size(); ++i) {
    const PointId id = question.points[i].id;
    index[id].push_back(i);
    const auto field = registers.find(point_field(id));
    const auto point = field == registers.end() ? std::nullopt : point_from(id, field->second.value);
    if (!point) continue;
    for (const PointId& ancestor : point->ancestors)
      if (ancestor != id) index[ancestor].push_back(i);
  }
  return index;
}

PastReview past_review(const StoredOp& stored, const ReviewOp& op, AskedPoint asked,
                       const PointIndex& points) {
  PastReview review;
  review.at = given_at(stored);
  review.utc_offset = op.utc_offset;
  review.asked = asked;
  review.quality = op.quality;
  review.suggested = op.suggested;
  std::map<std::size_t, PointResult> worst;
  for (const auto& [point, result] : op.points)
    if (const auto found = points.find(point); found != points.end())
      for (const std::size_t index : found->second) {
        const auto [place, is_first] = worst.emplace(index, result);
        if (!is_first) place->second = std::min(place->second, result);
      }
  review.points.assign(worst.begin(), worst.end());
  review.spent = op.spent;
  review.scheduler = op.scheduler;
  review.interval_days = op.interval_days;
  return review;
}

PastSchedule past_schedule(const ScheduleOp& op, AskedPoint asked, const PointIndex& points) {
  PastSchedule past{asked, {}, op.schedule};
  for (const PointId& point : op.points)
    if (const auto found = points.find(point); found != points.end())
      past.points.insert(past.points.end(), found->second.begin(), found->second.end());
  return past;
}

}  // namespace

QuestionOrigin read_origin(const OpLog& log, const PlacedQuestion& question) {
  const Registers registers = fold_registers(log, target(question.id));
  QuestionOrigin origin;
  origin.id = question.id;
  const auto shown = question_from(question.id, registers);
  const auto said = question_from(question.id, imported_registers(registers));
  if (!shown) return origin;
  for (const PlacedPoint& point : shown->points) origin.points.push_back({point.id, point.ancestors});
  if (!said) return origin;
  for (const PlacedPoint& point : said->points) origin.documented_points.push_back(point.id);
  const bool same_points = std::equal(
      shown->points.begin(), shown->points.end(), said->points.begin(), said->points.end(),
      [](const PlacedPoint& a, const PlacedPoint& b) { return a.id == b.id && a.point == b.point; });
  if (same_points && shown->question == said->question)
    origin.documented_points.clear();
  else
    origin.documented = with_points(*said);
  return origin;
}

HistoryReader::HistoryReader(const OpLog& log, const Memory& memory,
                             const std::vector<PlacedQuestion>& questions)
    : log_(log) {
  std::vector<QuestionId> ids;
  for (const PlacedQuestion& question : questions) ids.push_back(question.id);
  ops_ = memory.ops_about(ids);
}

QuestionHistory HistoryReader::read(const PlacedQuestion& question) const {
  QuestionHistory history;
  const auto ops = ops_.find(question.id);
  if (ops == ops_.end()) return history;
  const PointIndex points = index_of_points(log_, question);
  std::map<CardId, AskedPoint> cards{{question_card_id(question.id), std::nullopt}};
  for (const auto& [point, indices] : points) cards.emplace(point_card_id(point), indices.front());
  for (const std::int64_t position : ops->second) {
    const auto stored = log_.at(position);
    if (!stored) continue;
    const auto* review = std::get_if<ReviewOp>(&stored->op.body);
    const auto* schedule = std::get_if<ScheduleOp>(&stored->op.body);
    if (review == nullptr && schedule == nullptr) continue;
    const auto asked = cards.find(review != nullptr ? review->card : schedule->card);
    if (asked == cards.end()) continue;
    if (review != nullptr)
      history.events.emplace_back(std::in_place_type<PastReview>,
                                  past_review(*stored, *review, asked->second, points));
    else
      history.events.emplace_back(std::in_place_type<PastSchedule>,
                                  past_schedule(*schedule, asked->second, points));
  }
  return history;
}

HistoryWriter::HistoryWriter(OpLog& log, Memory& memory, std::string from, LocalInstant now, ImportAct& act,
                             const std::vector<QuestionId>& questions)
    : log_(log), memory_(memory), from_(std::move(from)), now_(now), act_(act) {
  for (const auto& [question, ops] : memory.ops_about(questions))
    for (const std::int64_t position : ops)
      if (const auto stored = log.at(position)) note(*stored);
  // What was taken back is not brought in again.
  for (const OpId& id : log.voided())
    if (const auto stored = log.find(id)) note(*stored);
}

void HistoryWriter::note(const StoredOp& stored) {
  if (const auto* review = std::get_if<ReviewOp>(&stored.op.body)) {
    auto& answered = known_[review->card].answered;
    if (review->from.empty())
      ++answered[given_at(stored)].given;
    else
      answered[stored.op.envelope.wall].brought_in.insert(review->nth);
  }
  if (const auto* schedule = std::get_if<ScheduleOp>(&stored.op.body))
    known_[schedule->card].schedules.push_back(schedule->schedule);
}

std::size_t HistoryWriter::write(const KeptQuestion& question, const QuestionHistory& history) {
  std::size_t added = 0;
  std::optional<StudyDay> last_answer;
  const auto card_of = [&](AskedPoint asked) -> std::optional<CardId> {
    if (!asked) return question_card_id(question.id);
    if (*asked >= question.points.size()) return std::nullopt;
    return point_card_id(question.points[*asked]);
  };
  const auto write_review = [&](const PastReview& past) {
    const auto card = card_of(past.asked);
    if (!card || past.at > now_.at + std::chrono::days{1} || past.at < kEarliestWall) return;
    ReviewOp op;
    op.card = *card;
    op.quality = past.quality;
    op.suggested = past.suggested;
    for (const auto& [index, result] : past.points)
      if (index < question.points.size()) op.points.emplace_back(question.points[index], result);
    op.spent = std::clamp(past.spent, std::chrono::milliseconds{0}, kLongestSpent);
    op.utc_offset = past.utc_offset.value_or(now_.utc_offset);
    op.scheduler = past.scheduler;
    op.interval_days =
        std::clamp<std::int64_t>(past.interval_days, 0, std::numeric_limits<std::int32_t>::max());
    op.from = from_;
    const StudyDay day = study_day(past.at, op.utc_offset, memory_.day_starts());
    last_answer = last_answer ? std::max(*last_answer, day) : day;
    AnsweredAt& answered = known_[*card].answered[past.at];
    op.nth = answered.told++;
    if (op.nth < answered.given || answered.brought_in.contains(op.nth)) return;
    memory_.add(log_.append(std::move(op), past.at, act_.begin(log_, now_.at)));
    ++added;
  };

  const auto write_schedule = [&](const PastSchedule& past) {
    const auto card = card_of(past.asked);
    if (!card) return;
    std::vector<Schedule>& schedules = known_[*card].schedules;
    if (std::find(schedules.begin(), schedules.end(), past.schedule) != schedules.end()) return;
    const MemoryState state = memory_.state(*card).memory;
    if (state.met && (!last_answer || state.seen > *last_answer)) return;
    ScheduleOp op{*card, {}, past.schedule, from_};
    for (const std::size_t index : past.points)
      if (index < question.points.size()) op.points.push_back(question.points[index]);
    schedules.push_back(past.schedule);
    memory_.add(log_.append(std::move(op), now_.at, act_.begin(log_, now_.at)));
  };

  for (const auto& event : history.events) {
    if (const auto* review = std::get_if<PastReview>(&event)) write_review(*review);
    if (const auto* schedule = std::get_if<PastSchedule>(&event)) write_schedule(*schedule);
  }
  return added;
}

}  // namespace rehearse
