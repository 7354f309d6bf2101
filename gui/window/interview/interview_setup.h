// What the learner chose for the next mock interview, and what would be drawn with it.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/interview/mock_interview.h"
#include "core/library.h"
#include "gui/window/interview/interview_view.h"

namespace rehearse {

class InterviewSetup {
 public:
  /// The decks that are there; `preferred` is chosen while the learner has not chosen one here.
  void read(const Library& library, LocalInstant now, std::optional<DeckId> preferred);

  bool has_deck() const { return !decks_.empty(); }
  DeckId deck() const { return decks_[deck_].id; }
  const std::string& title() const { return decks_[deck_].title; }
  /// Empty when it is gone.
  std::string title_of(DeckId deck) const;

  void pick_deck(const Library& library, std::size_t deck);
  /// Nothing: all of them.
  void toggle_section(std::optional<std::size_t> section);
  void ask_for(std::size_t questions);
  void pick_kinds(DrawnKinds kinds);
  /// By another seed, which the instant gives.
  void draw_again(LocalInstant now);

  /// Of the deck as it is now. Precondition: has_deck().
  MockInterview begin(const Library& library) const;
  /// What was chosen, as far as it is set up here.
  void fill(SetupView& view) const;

 private:
  /// What the setup needs to know of a question; the questions themselves are not held.
  struct Askable {
    Candidate candidate;
    double marks = 0;
    std::chrono::seconds limit{0};
  };
  struct Drawn {
    std::size_t questions = 0;
    double marks = 0;
    std::chrono::seconds limit{0};
    bool has_other_kinds = false;
  };

  void read_questions(const Library& library);
  void draw();

  std::vector<DeckSummary> decks_;
  std::size_t deck_ = 0;
  std::optional<DeckId> read_deck_;  // whose questions are in askable_
  std::size_t read_questions_ = 0;
  std::vector<Askable> askable_;
  std::vector<std::string> sections_;
  Draw wanted_;
  Drawn drawn_;
};

}  // namespace rehearse
