#include "core/interview/mock_interview.h"

#include <algorithm>
#include <utility>

namespace rehearse {

MockInterview::MockInterview(std::vector<ListedQuestion> questions, const Draw& draw) : seed_(draw.seed) {
  std::vector<Candidate> candidates;
  for (const ListedQuestion& listed : questions) candidates.push_back(candidate_of(listed.question));
  for (const std::size_t drawn : draw_questions(candidates, draw))
    turns_.push_back(turn_of(std::move(questions[drawn])));
}

MockInterview MockInterview::left_at(const std::vector<ListedQuestion>& questions,
                                     const InterviewProgress& progress) {
  MockInterview interview(progress.seed);
  for (std::size_t i = 0; i < progress.turns.size(); ++i) {
    const InterviewProgress::Turn& before = progress.turns[i];
    const auto found = std::find_if(questions.begin(), questions.end(), [&](const ListedQuestion& question) {
      return question.id == before.question;
    });
    if (i == progress.position) interview.at_ = interview.turns_.size();
    if (found == questions.end()) continue;
    Turn turn = turn_of(*found);
    turn.spent = before.spent;
    turn.is_answered = before.is_answered;
    if (before.reached.size() == turn.reached.size()) turn.reached = before.reached;
    if (before.missed.size() == turn.missed.size()) turn.missed = before.missed;
    interview.turns_.push_back(std::move(turn));
  }
  if (progress.position >= progress.turns.size()) interview.at_ = interview.turns_.size();
  return interview;
}

MockInterview::Turn MockInterview::turn_of(ListedQuestion question) {
  Turn turn;
  turn.question = std::move(question);
  turn.asked = ask(turn.question.id, turn.question.points, turn.question.question);
  for (const RubricItem& item : turn.asked.rubric.items)
    turn.reached.push_back(item.marks > 0 ? std::nullopt : std::optional(0.0));
  turn.missed.resize(turn.question.points.size());
  return turn;
}

double MockInterview::marks() const {
  double marks = 0;
  for (const Turn& turn : turns_) marks += turn.asked.rubric.marks;
  return marks;
}

std::chrono::seconds MockInterview::limit() const {
  std::chrono::seconds limit{0};
  for (const Turn& turn : turns_) limit += turn.asked.limit;
  return limit;
}

bool MockInterview::Turn::is_marked() const {
  return is_answered && std::all_of(reached.begin(), reached.end(),
                                    [](const std::optional<double>& share) { return share.has_value(); });
}

void MockInterview::begin(LocalInstant now) {
  if (step_ == InterviewStep::kReady) enter(now);
}

void MockInterview::enter(LocalInstant now) {
  started_ = now.at;
  if (at_ == turns_.size())
    step_ = InterviewStep::kFinished;
  else
    step_ = turn().is_answered ? InterviewStep::kMarking : InterviewStep::kAnswering;
}

std::chrono::milliseconds MockInterview::spent(LocalInstant now) const {
  if (step_ != InterviewStep::kAnswering) return turn().spent;
  return turn().spent + std::max(now.at - started_, std::chrono::milliseconds{0});
}

void MockInterview::answer_done(LocalInstant now) {
  if (step_ != InterviewStep::kAnswering) return;
  turn().spent = spent(now);
  turn().is_answered = true;
  step_ = InterviewStep::kMarking;
}

void MockInterview::give_up(LocalInstant now) {
  if (step_ != InterviewStep::kAnswering) return;
  answer_done(now);
  for (std::optional<double>& share : turn().reached) share = 0;
}

void MockInterview::mark(std::size_t item, double share) {
  if (step_ != InterviewStep::kMarking || item >= turn().reached.size()) return;
  turn().reached[item] = share > 0 ? std::min(share, 1.0) : 0;  // what is no number is 0, too
}

void MockInterview::toggle_missed(std::size_t point) {
  if (step_ != InterviewStep::kMarking || point >= turn().missed.size()) return;
  turn().missed[point] = !turn().missed[point];
}

double MockInterview::earned() const {
  double earned = 0;
  for (std::size_t i = 0; i < turn().reached.size(); ++i)
    earned += turn().asked.rubric.items[i].marks * turn().reached[i].value_or(0);
  return earned;
}

void MockInterview::next(LocalInstant now) {
  if (step_ != InterviewStep::kMarking || !is_marked()) return;
  ++at_;
  enter(now);
}

bool MockInterview::back(LocalInstant now) {
  if (step_ == InterviewStep::kReady || at_ == 0) return false;
  if (step_ == InterviewStep::kAnswering) turn().spent = spent(now);
  --at_;
  step_ = InterviewStep::kMarking;
  return true;
}

InterviewProgress MockInterview::progress(DeckId deck, LocalInstant now) const {
  InterviewProgress progress{deck, seed_, at_, {}};
  for (std::size_t i = 0; i < turns_.size(); ++i) {
    const Turn& turn = turns_[i];
    const bool runs = i == at_ && step_ == InterviewStep::kAnswering;
    progress.turns.push_back(
        {turn.question.id, turn.reached, turn.missed, runs ? spent(now) : turn.spent, turn.is_answered});
  }
  return progress;
}

InterviewReport MockInterview::report() const {
  InterviewReport report;
  report.seed = seed_;
  for (const Turn& turn : turns_) {
    if (!turn.is_marked()) continue;
    Marking marking;
    marking.spent = turn.spent;
    for (const std::optional<double>& share : turn.reached) marking.reached.push_back(*share);
    for (std::size_t i = 0; i < turn.missed.size(); ++i)
      if (turn.missed[i]) marking.missed_points.push_back(i);
    report.questions.push_back(result_of(turn.asked, marking));
  }
  return report;
}

}  // namespace rehearse
