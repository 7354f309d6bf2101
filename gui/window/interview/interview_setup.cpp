#include "gui/window/interview/interview_setup.h"

#include <algorithm>
#include <utility>

#include "core/interview/interview_text.h"

namespace rehearse {

void InterviewSetup::read(const Library& library, LocalInstant now, std::optional<DeckId> preferred) {
  const std::optional<DeckId> chosen = read_deck_ ? read_deck_ : preferred;
  decks_ = library.decks(now);
  deck_ = 0;
  for (std::size_t i = 0; i < decks_.size(); ++i)
    if (decks_[i].id == chosen) deck_ = i;
  if (decks_.empty()) {
    read_deck_.reset();
    return;
  }
  if (wanted_.seed == 0) draw_again(now);
  // Reading a large deck takes its time: what it would say again is not read again.
  if (read_deck_ != deck() || read_questions_ != decks_[deck_].questions) read_questions(library);
}

std::string InterviewSetup::title_of(DeckId deck) const {
  for (const DeckSummary& one : decks_)
    if (one.id == deck) return one.title;
  return {};
}

void InterviewSetup::read_questions(const Library& library) {
  if (read_deck_ != deck()) wanted_.sections.clear();
  read_deck_ = deck();
  read_questions_ = decks_[deck_].questions;
  askable_.clear();
  sections_.clear();
  library.for_each_question(deck(), [&](const ListedQuestion& listed) {
    const Question& question = listed.question;
    askable_.push_back({candidate_of(question), rubric_of(question).marks, time_limit_of(question)});
    if (std::find(sections_.begin(), sections_.end(), question.section) == sections_.end())
      sections_.push_back(question.section);
  });
  std::erase_if(wanted_.sections, [&](const std::string& section) {
    return std::find(sections_.begin(), sections_.end(), section) == sections_.end();
  });
  draw();
}

void InterviewSetup::pick_deck(const Library& library, std::size_t deck) {
  if (deck >= decks_.size()) return;
  deck_ = deck;
  read_questions(library);
}

void InterviewSetup::toggle_section(std::optional<std::size_t> section) {
  if (!section) {
    wanted_.sections.clear();
  } else if (*section < sections_.size()) {
    const std::string& title = sections_[*section];
    if (std::erase(wanted_.sections, title) == 0) wanted_.sections.push_back(title);
    if (wanted_.sections.size() == sections_.size()) wanted_.sections.clear();
  }
  draw();
}

void InterviewSetup::ask_for(std::size_t questions) {
  wanted_.questions = std::clamp<std::size_t>(questions, 1, kMostQuestionsAsked);
  draw();
}

void InterviewSetup::pick_kinds(DrawnKinds kinds) {
  wanted_.kinds = kinds;
  draw();
}

void InterviewSetup::draw_again(LocalInstant now) {
  // Another one even when it is asked for twice in a millisecond.
  wanted_.seed = std::max(wanted_.seed + 1, static_cast<std::uint64_t>(now.at.time_since_epoch().count()));
  draw();
}

void InterviewSetup::draw() {
  std::vector<Candidate> candidates;
  candidates.reserve(askable_.size());
  for (const Askable& askable : askable_) candidates.push_back(askable.candidate);
  drawn_ = {};
  for (const std::size_t index : draw_questions(candidates, wanted_)) {
    ++drawn_.questions;
    drawn_.marks += askable_[index].marks;
    drawn_.limit += askable_[index].limit;
  }
  drawn_.has_other_kinds = drawn_.questions == 0 && wanted_.kinds == DrawnKinds::kSpoken && !askable_.empty();
}

MockInterview InterviewSetup::begin(const Library& library) const {
  return MockInterview(library.questions(deck()), wanted_);
}

void InterviewSetup::fill(SetupView& view) const {
  view.deck = deck_;
  for (const DeckSummary& deck : decks_) view.decks.push_back(deck.title);
  for (const std::string& section : sections_)
    view.sections.push_back({section, std::find(wanted_.sections.begin(), wanted_.sections.end(), section) !=
                                          wanted_.sections.end()});
  view.questions = wanted_.questions;
  view.kinds = wanted_.kinds;
  view.seed = short_seed(wanted_.seed);
  view.drawn = drawn_.questions;
  view.marks = drawn_.marks;
  view.limit = drawn_.limit;
  view.has_other_kinds = drawn_.has_other_kinds;
}

}  // namespace rehearse
