#include "core/study/sitting.h"

#include <algorithm>
#include <set>

#include "core/base/text.h"
#include "core/deck/identity.h"

namespace rehearse {
namespace {

constexpr std::size_t kWeakestShown = 3;

PointResult after_tick(std::optional<PointResult> tick) {
  if (tick == PointResult::kRecalled) return PointResult::kHint;
  if (tick == PointResult::kHint) return PointResult::kMissed;
  return PointResult::kRecalled;
}

/// What stands between the semicolons, narrow or wide.
std::vector<std::string> split_at_semicolons(const std::string& text) {
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = next_code_point(text, i);
    if (c == U';' || c == U'；')
      parts.emplace_back();
    else
      parts.back().append(text, begin, i - begin);
  }
  return parts;
}

/// The same text but for case, width and white space; a key may hold alternatives joined by a semicolon.
bool matches(const std::string& key, const std::string& typed) {
  const std::string given = case_folded(normalised(typed));
  const std::vector<std::string> alternatives = split_at_semicolons(key);
  return !given.empty() &&
         std::any_of(alternatives.begin(), alternatives.end(), [&](const std::string& alternative) {
           return case_folded(normalised(alternative)) == given;
         });
}

std::vector<std::string> split_blanks(const std::string& typed, std::size_t blanks) {
  return blanks <= 1 ? std::vector{typed} : split_at_semicolons(typed);
}

}  // namespace

Sitting::Sitting(Library& library, SittingOptions options, LocalInstant now)
    : library_(library), limit_(options.limit) {
  for (const DueCard& due : library_.due(now, options.deck).cards) {
    if (limit_ && queue_.size() == *limit_) break;
    queue_.push_back({due.id, due.is_fresh ? Turn::kFresh : Turn::kDue});
  }
  ask();
}

/// Puts the card at the head of the queue before the learner; one that is gone meanwhile is passed over.
void Sitting::ask() {
  card_.reset();
  progress_ = {};
  for (; at_ < queue_.size(); ++at_) {
    card_ = library_.card(queue_[at_].card);
    if (card_) break;
  }
  if (!card_) return;
  progress_.points.resize(card_->question.points.size());
  progress_.chosen.resize(choices().size());
}

SittingCounts Sitting::counts() const {
  SittingCounts counts;
  for (std::size_t i = at_; i < queue_.size(); ++i) {
    if (queue_[i].turn == Turn::kFresh) ++counts.fresh;
    if (queue_[i].turn == Turn::kDrill) ++counts.missed;
    if (queue_[i].turn == Turn::kDue) ++counts.due;
  }
  return counts;
}

void Sitting::show_next_point() {
  auto& points = progress_.points;
  if (card_->asked || points.empty()) return show_all_points();
  const auto hidden =
      std::find_if(points.begin(), points.end(), [](const auto& point) { return !point.shown; });
  if (hidden != points.end()) hidden->shown = true;
}

void Sitting::show_all_points() {
  progress_.answer_shown = true;
  if (card_->asked)
    progress_.points[*card_->asked].shown = true;
  else
    for (PointProgress& point : progress_.points) point.shown = true;
}

bool Sitting::all_points_shown() const {
  const auto& points = progress_.points;
  if (card_->asked) return points[*card_->asked].shown;
  if (points.empty()) return progress_.answer_shown;
  return std::all_of(points.begin(), points.end(), [](const auto& point) { return point.shown; });
}

void Sitting::tick(std::size_t index) {
  index = card_->asked.value_or(index);
  if (card_->kind == CardKind::kChoice || index >= progress_.points.size()) return;
  PointProgress& point = progress_.points[index];
  point.shown = true;
  point.tick = after_tick(point.tick);
}

bool Sitting::is_only_read() const {
  return is_first_meeting() && !has_ticks() && !progress_.own_grade && !card_->question.points.empty();
}

bool Sitting::is_typed() const {
  const QuestionKind kind = card_->question.kind;
  if (kind == QuestionKind::kTrueFalse) return false;
  return card_->kind == CardKind::kChoice && (kind == QuestionKind::kFill || card_->question.options.empty());
}

bool Sitting::has_key() const {
  const std::vector<std::string>& key = card_->question.answer_key;
  if (is_typed()) return !key.empty();
  const std::vector<Option> options = choices();
  return !key.empty() && std::all_of(key.begin(), key.end(), [&](const std::string& part) {
    return std::any_of(options.begin(), options.end(), [&](const Option& option) {
      return part == (card_->question.kind == QuestionKind::kTrueFalse ? option.text : option.letter);
    });
  });
}

std::vector<Option> Sitting::choices() const {
  if (is_typed()) return {};
  if (card_->question.kind == QuestionKind::kTrueFalse) return {{"√", "正确"}, {"×", "错误"}};
  return card_->question.options;
}

void Sitting::choose(std::size_t option) {
  auto& chosen = progress_.chosen;
  if (progress_.checked || option >= chosen.size()) return;
  const bool was_chosen = chosen[option];
  if (card_->question.kind != QuestionKind::kMultiple) chosen.assign(chosen.size(), false);
  chosen[option] = !was_chosen;
}

void Sitting::type_answer(std::string text) {
  if (!progress_.checked) progress_.typed = std::move(text);
}

void Sitting::check_answer() { progress_.checked = true; }

bool Sitting::is_right() const {
  const Question& question = card_->question;
  if (!has_key()) return false;
  if (is_typed()) {
    const auto typed = split_blanks(progress_.typed, question.answer_key.size());
    return std::equal(question.answer_key.begin(), question.answer_key.end(), typed.begin(), typed.end(),
                      matches);
  }
  const bool by_text = question.kind == QuestionKind::kTrueFalse;
  const std::vector<Option> options = choices();
  std::set<std::string> given;
  for (std::size_t i = 0; i < options.size(); ++i)
    if (progress_.chosen[i]) given.insert(by_text ? options[i].text : options[i].letter);
  return !given.empty() &&
         given == std::set<std::string>(question.answer_key.begin(), question.answer_key.end());
}

bool Sitting::has_ticks() const {
  return std::any_of(progress_.points.begin(), progress_.points.end(),
                     [](const auto& point) { return point.tick.has_value(); });
}

/// Of the points that are asked, in order.
std::vector<PointResult> Sitting::results() const {
  std::vector<PointResult> results;
  if (card_->kind == CardKind::kChoice) return results;
  for (std::size_t i = 0; i < progress_.points.size(); ++i) {
    if (card_->asked && *card_->asked != i) continue;
    const auto& tick = progress_.points[i].tick;
    // A grade given with nothing ticked speaks for all points; on a point card it is the point's in any case.
    if (progress_.own_grade && (card_->asked || !has_ticks()))
      results.push_back(point_result_spoken_for(*progress_.own_grade));
    else
      results.push_back(tick.value_or(PointResult::kMissed));
  }
  return results;
}

Quality Sitting::suggested_grade() const {
  if (card_->kind == CardKind::kChoice && has_key())
    return is_right() ? Quality::kGood : Quality::kWrongFamiliar;
  std::vector<PointResult> ticked;
  for (std::size_t i = 0; i < progress_.points.size(); ++i)
    if (!card_->asked || *card_->asked == i)
      ticked.push_back(progress_.points[i].tick.value_or(PointResult::kMissed));
  if (card_->asked) return quality_of(ticked.front());
  // Without points or a key the learner judges alone: start from "good" once the answer was seen.
  if (ticked.empty() || card_->kind == CardKind::kChoice)
    return progress_.answer_shown || progress_.checked ? Quality::kGood : Quality::kBlackout;
  return suggested_quality(ticked);
}

Answer Sitting::answer() const {
  Answer answer;
  answer.card = card_->id;
  answer.quality = grade_to_give();
  if (card_->kind == CardKind::kChoice || has_ticks()) answer.suggested = suggested_grade();
  const std::vector<PointResult> all = results();
  for (std::size_t i = 0; i < all.size(); ++i)
    answer.points.emplace_back(card_->points[card_->asked.value_or(i)], all[i]);
  return answer;
}

int Sitting::interval_preview(Quality quality, LocalInstant now) const {
  Answer preview = answer();
  preview.quality = quality;
  if (card_->asked || !has_ticks())
    for (auto& [point, result] : preview.points) result = point_result_spoken_for(quality);
  return library_.interval_after(preview, now);
}

std::size_t Sitting::add_drills(const Answer& answer) {
  if (queue_[at_].turn != Turn::kDue) return 0;  // a first meeting is no miss; a drill is not drilled again
  std::vector<CardId> missed;
  // A choice, or an answer without points, is missed as a whole.
  if (answer.points.empty() && !passed(answer.quality)) missed.push_back(card_->id);
  for (const auto& [point, result] : answer.points)
    if (result == PointResult::kMissed) missed.push_back(point_card_id(point));
  std::size_t added = 0;
  for (const CardId& card : missed) {
    if (limit_ && queue_.size() == *limit_) break;
    queue_.push_back({card, Turn::kDrill});
    ++added;
  }
  return added;
}

void Sitting::grade(LocalInstant now, std::chrono::milliseconds spent) {
  Answer given = answer();
  given.spent = spent;
  const OpId op = library_.grade(given, now);
  answered_.push_back({op, at_, *card_, progress_, given.quality, results(), add_drills(given),
                       queue_[at_].turn, is_only_read()});
  ++at_;
  ask();
}

bool Sitting::undo(LocalInstant now) {
  if (answered_.empty()) return undo_earlier(now);
  library_.undo(answered_.back().op, now);
  const Answered last = std::move(answered_.back());
  answered_.pop_back();
  queue_.resize(queue_.size() - last.drills);
  at_ = last.position;
  ask();
  const bool unchanged = card_ && card_->id == last.card.id && card_->points == last.card.points &&
                         progress_.chosen.size() == last.progress.chosen.size();
  if (unchanged) progress_ = last.progress;
  return true;
}

/// Takes back an answer of an earlier sitting, and asks its card before the others.
bool Sitting::undo_earlier(LocalInstant now) {
  const auto latest = library_.latest_answer();
  if (!latest) return false;
  library_.undo(latest->op, now);
  const std::optional<Card> card = library_.card(latest->card);
  const bool is_fresh = card && card->times_answered == 0;
  queue_.insert(queue_.begin() + static_cast<std::ptrdiff_t>(at_),
                {latest->card, is_fresh ? Turn::kFresh : Turn::kDue});
  ask();
  return true;
}

SittingSummary Sitting::summary(LocalInstant now) const {
  SittingSummary summary;
  summary.studied = answered_.size();
  std::set<QuestionId> told;
  for (const Answered& answered : answered_) {
    // Reading is no failure, and a drill asks again what was counted already.
    if (answered.only_read || answered.turn == Turn::kDrill) continue;
    summary.points_asked += answered.results.size();
    summary.points_recalled += static_cast<std::size_t>(
        std::count(answered.results.begin(), answered.results.end(), PointResult::kRecalled));
    if (answered.quality < Quality::kGood && told.insert(answered.card.question_id).second)
      summary.weakest.push_back({answered.card.question.stem, answered.quality});
  }
  std::stable_sort(summary.weakest.begin(), summary.weakest.end(),
                   [](const auto& a, const auto& b) { return a.quality < b.quality; });
  if (summary.weakest.size() > kWeakestShown) summary.weakest.resize(kWeakestShown);
  now.at += std::chrono::days{1};
  summary.due_tomorrow = library_.due(now).due;
  return summary;
}

}  // namespace rehearse
