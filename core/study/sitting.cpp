#include "core/study/sitting.h"

#include <algorithm>
#include <set>

#include "core/deck/identity.h"
#include "core/study/checked_answer.h"
#include "core/study/hint.h"

namespace rehearse {
namespace {

constexpr std::size_t kWeakestShown = 3;

PointResult after_tick(const PointProgress& point) {
  if (point.tick == PointResult::kRecalled) return PointResult::kHint;
  if (point.tick == PointResult::kHint) return PointResult::kMissed;
  return !point.tick && point.hints > 0 ? PointResult::kHint : PointResult::kRecalled;
}

/// What would be drilled: the points missed; a choice, or an answer without points, as a whole.
std::vector<CardId> missed_cards(const Answer& answer) {
  std::vector<CardId> missed;
  if (answer.points.empty() && !passed(answer.quality)) missed.push_back(answer.card);
  for (const auto& [point, result] : answer.points)
    if (result == PointResult::kMissed) missed.push_back(point_card_id(point));
  return missed;
}

}  // namespace

Sitting::Sitting(Library& library, const SittingOptions& options, LocalInstant now)
    : library_(library), queue_(library.due(now, options.choice), options.limit), terms_(library) {
  ask();
}

/// Puts the next card before the learner; one that is gone meanwhile is passed over.
void Sitting::ask() {
  show(std::nullopt);
  for (; !card_ && queue_.begin_next(); queue_.pass())
    if (auto card = library_.card(queue_.current().card)) return show(std::move(card));
}

/// The same for a card that was taken back: no limit keeps it out.
void Sitting::ask_current() {
  show(std::nullopt);  // where reading fails no card is asked, rather than the one before
  show(library_.card(queue_.current().card));
  if (card_) return;
  queue_.pass();
  ask();
}

void Sitting::show(std::optional<Card> card) {
  card_ = std::move(card);
  progress_ = {};
  if (!card_) return;
  progress_.points.resize(card_->question.points.size());
  progress_.chosen.resize(choices().size());
}

/// The same points and options: what was ticked or chosen means the same there.
bool Sitting::is_asked_like(const Card& card) const {
  return card_ && card_->id == card.id && card_->kind == card.kind && card_->points == card.points &&
         choices_of(card_->question).size() == choices_of(card.question).size();
}

bool Sitting::reread() {
  if (!card_) return true;
  std::optional<Card> read = library_.card(card_->id);
  if (!read) {
    queue_.pass();
    ask();
    return false;
  }
  const bool stays = is_asked_like(*read);
  if (stays)
    card_ = std::move(read);
  else
    show(std::move(read));
  return stays;
}

void Sitting::go_on() {
  undone_.clear();
  queue_.go_on();
  ask();
}

void Sitting::drill_missed() {
  undone_.clear();
  queue_.drill_all();
  ask();
}

PointProgress* Sitting::next_hidden() {
  auto& points = progress_.points;
  const auto is_hidden = [](const PointProgress& point) { return !point.shown; };
  if (card_->asked) return is_hidden(points[*card_->asked]) ? &points[*card_->asked] : nullptr;
  const auto hidden = std::find_if(points.begin(), points.end(), is_hidden);
  return hidden == points.end() ? nullptr : &*hidden;
}

void Sitting::show_next_point() {
  if (card_->asked || progress_.points.empty()) return show_all_points();
  if (PointProgress* point = next_hidden()) point->shown = true;
}

void Sitting::give_hint() {
  if (card_->kind == CardKind::kChoice) return;
  if (PointProgress* point = next_hidden()) ++point->hints;
}

std::string Sitting::hint(std::size_t point) const {
  return hint_of(card_->question.points[point], progress_.points[point].hints);
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
  point.tick = after_tick(point);
}

bool Sitting::is_only_read() const {
  return is_first_meeting() && !has_ticks() && !progress_.own_grade && !card_->question.points.empty();
}

bool Sitting::can_type() const {
  return card_->kind == CardKind::kChoice ? is_typed() : !card_->question.points.empty();
}

void Sitting::type_answer(std::string text) {
  if (!progress_.checked) progress_.typed = std::move(text);
}

void Sitting::check_answer() {
  if (progress_.checked) return;
  progress_.checked = true;
  if (card_->kind == CardKind::kChoice) return;
  show_all_points();
  if (!can_type()) return;
  progress_.coverage = covered_points(card_->question, progress_.typed, terms_.of(*card_));
  for (std::size_t i = 0; i < progress_.points.size(); ++i) {
    if (card_->asked && *card_->asked != i) continue;
    PointProgress& point = progress_.points[i];
    point.tick = tick_of(progress_.coverage[i].verdict);
    if (point.hints > 0 && point.tick == PointResult::kRecalled) point.tick = PointResult::kHint;
  }
}

bool Sitting::is_typed() const {
  return card_->kind == CardKind::kChoice && is_answered_by_typing(card_->question);
}

bool Sitting::has_key() const { return has_usable_key(card_->question); }

std::vector<Option> Sitting::choices() const {
  return card_->kind == CardKind::kChoice ? choices_of(card_->question) : std::vector<Option>();
}

void Sitting::choose(std::size_t option) {
  auto& chosen = progress_.chosen;
  if (progress_.checked || option >= chosen.size()) return;
  const bool was_chosen = chosen[option];
  if (card_->question.kind != QuestionKind::kMultiple) chosen.assign(chosen.size(), false);
  chosen[option] = !was_chosen;
}

bool Sitting::is_right() const {
  const Question& question = card_->question;
  if (!has_key()) return false;
  return is_typed() ? is_right_text(question, progress_.typed) : is_right_choice(question, progress_.chosen);
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

void Sitting::grade(LocalInstant now, std::chrono::milliseconds spent) {
  Answer given = answer();
  given.spent = spent;
  const OpId op = library_.grade(given, now);
  steps_.push_back({op, queue_.position(), *card_, progress_, queue_.current().turn,
                    Given{given.quality, results(), missed_cards(given), is_only_read()}});
  undone_.clear();
  queue_.answered(spent, steps_.back().given->missed);
  ask();
}

void Sitting::put_away(CardActKind kind, LocalInstant now) {
  const OpId op = library_.act_on({card_->id}, kind, now).front();
  steps_.push_back({op, queue_.position(), *card_, progress_, queue_.current().turn, std::nullopt});
  undone_.clear();
  queue_.pass();
  ask();
}

bool Sitting::undo(LocalInstant now) {
  if (steps_.empty()) return undo_earlier(now);
  const OpId op = library_.undo(steps_.back().op, now);
  const Step last = std::move(steps_.back());
  steps_.pop_back();
  undone_.push_back({op, last.position, last});
  queue_.go_back(last.position);
  ask_current();
  if (is_asked_like(last.card)) progress_ = last.progress;
  return true;
}

/// Takes back an answer of an earlier sitting, and asks its card before the others.
bool Sitting::undo_earlier(LocalInstant now) {
  const auto latest = library_.latest_answer();
  if (!latest) return false;
  undone_.push_back({library_.undo(latest->op, now), queue_.position(), std::nullopt});
  const std::optional<Card> card = library_.card(latest->card);
  const bool is_fresh = card && card->times_answered == 0;
  queue_.insert(latest->card, is_fresh ? Turn::kFresh : Turn::kDue);
  ask_current();
  return true;
}

bool Sitting::redo(LocalInstant now) {
  if (undone_.empty()) return false;
  library_.undo(undone_.back().op, now);
  Undone last = std::move(undone_.back());
  undone_.pop_back();
  queue_.go_back(last.position);
  if (!last.step) {
    queue_.remove();
  } else {
    // The time was counted when the answer was given, and stays counted when it is taken back.
    if (last.step->given)
      queue_.answered(std::chrono::milliseconds{0}, last.step->given->missed);
    else
      queue_.pass();
    steps_.push_back(*std::move(last.step));
  }
  ask();
  return true;
}

SittingSummary Sitting::summary(LocalInstant now) const {
  SittingSummary summary;
  std::set<QuestionId> told;
  for (const Step& step : steps_) {
    if (!step.given) continue;
    const Given& given = *step.given;
    ++summary.studied;
    if (step.turn == Turn::kFresh) ++summary.met;
    // Reading is no failure, and a drill asks again what was counted already.
    if (given.only_read || step.turn == Turn::kDrill) continue;
    summary.points_asked += given.results.size();
    summary.points_recalled += static_cast<std::size_t>(
        std::count(given.results.begin(), given.results.end(), PointResult::kRecalled));
    if (given.quality < Quality::kGood && told.insert(step.card.question_id).second)
      summary.weakest.push_back({step.card.question.stem, given.quality});
  }
  std::stable_sort(summary.weakest.begin(), summary.weakest.end(),
                   [](const auto& a, const auto& b) { return a.quality < b.quality; });
  if (summary.weakest.size() > kWeakestShown) summary.weakest.resize(kWeakestShown);
  now.at += std::chrono::days{1};
  summary.due_tomorrow = library_.due(now).due;
  summary.is_time_up = queue_.is_time_up();
  summary.waiting = queue_.waiting();
  summary.beyond = queue_.beyond();
  summary.misses_waiting = queue_.misses_waiting();
  return summary;
}

}  // namespace rehearse
