// A sitting by keys: in a terminal, or over a pipe.
#pragma once

#include <string>

#include "core/study/sitting.h"
#include "gui/commands/environment.h"
#include "gui/commands/keyboard.h"
#include "gui/commands/study_page.h"

namespace rehearse {

class TerminalStudy {
 public:
  /// Both must outlive it.
  TerminalStudy(const Environment& environment, Sitting& sitting, AnswerBy answer_by);

  /// Until the cards, the input or the learner's patience end. False when something could not be stored.
  bool run();

 private:
  enum class Moment { kAsked, kChanged };

  bool is_typing() const;
  bool must_be_checked() const;
  std::size_t columns() const;
  void show(Moment moment);
  void begin_again();

  bool offer_more(Keyboard& keyboard);
  bool handle(const KeyPress& key);
  bool handle_letter(const KeyPress& key);
  bool leave();
  void erase_last();
  void shift_grade(int by) { set_grade(static_cast<int>(sitting_.grade_to_give()) + by); }
  void set_grade(int grade);
  void enter();
  void check();
  void undo();
  template <class Work>
  bool keep(Work&& work);

  const Environment& environment_;
  Sitting& sitting_;
  AnswerBy answer_by_;
  Keyboard::Source source_;
  Instant asked_at_{};
  std::string last_stored_;
  std::size_t not_stored_ = 0;
};

}  // namespace rehearse
