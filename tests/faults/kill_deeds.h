// What learners do with a library, chosen by numbers: the same numbers choose the same acts.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/library.h"
#include "tests/faults/kill_ledger.h"

namespace rehearse::test {

/// An act of whatever is done in a round: `what` chooses which, `which` with what, `how` with what outcome.
struct PlannedAct {
  std::uint64_t what = 0, which = 0, how = 0;
};

/// The deck that is studied and edited; others are imported.
inline constexpr const char* kStudiedDeck = "studied";
inline constexpr std::size_t kStudiedQuestions = 60;

/// Somebody at work on a library, in a process that may end anywhere.
class Learner {
 public:
  /// Each act is done `step` after the one before.
  Learner(const std::filesystem::path& folder, std::uint64_t seed, LocalInstant now, const Voice& voice,
          std::chrono::milliseconds step = std::chrono::seconds{1});

  /// Answers, takes them back, suspends and buries cards, keeps mock interviews.
  void study(const PlannedAct& act);
  /// Edits, marks, adds questions, sets settings, searches, and takes the last of these back.
  void edit(const PlannedAct& act);
  /// Imports decks, new or corrected, one or several at once, and takes them back.
  void import(const PlannedAct& act);
  /// Fits FSRS to the answers and applies it; goes back to SM-2; rebuilds everything.
  void optimise(const PlannedAct& act);
  /// Answers and makes backups.
  void back_up(const PlannedAct& act);
  /// Goes back to the newest backup, where these things were said. `now` was ahead of all before.
  void restore(const Sayings& then);

  Library& library() { return library_; }
  LocalInstant now() const { return now_; }

 private:
  /// Does something after which these things are said.
  template <class Work>
  void perform(const Sayings& after, Work&& work);
  /// Of the last thing that was performed.
  void take_back();
  void answer(const PlannedAct& act);
  void keep_interview(const PlannedAct& act);
  void change_text(const PlannedAct& act);
  void mark(const PlannedAct& act);
  void import_one(const PlannedAct& act);
  void import_together(const PlannedAct& act);
  const QuestionId& question(const PlannedAct& act) const {
    return questions_[act.which % questions_.size()];
  }
  void pass_time() { now_.at += step_; }

  std::filesystem::path folder_;
  LocalInstant now_;
  std::chrono::milliseconds step_;
  Telling telling_;
  Library library_;
  std::vector<QuestionId> questions_;
  Sayings before_;  // the last thing that was performed
  std::optional<OpId> done_;
  std::uint64_t seed_;
};

/// A library with the studied deck and more answers to it than a fit needs.
void make_studied_library(const std::filesystem::path& folder);

}  // namespace rehearse::test
