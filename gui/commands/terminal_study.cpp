#include "gui/commands/terminal_study.h"

#include <unistd.h>

#include <algorithm>
#include <ostream>

#include "core/base/store_error.h"
#include "gui/commands/screen.h"
#include "gui/commands/study_summary.h"

namespace rehearse {
namespace {

/// Of a letter key, small or capital.
bool is_key(const KeyPress& key, char letter) {
  return key.kind == KeyKind::kCharacter && key.text.size() == 1 && (key.text[0] | 0x20) == letter;
}

}  // namespace

TerminalStudy::TerminalStudy(const Environment& environment, Sitting& sitting, AnswerBy answer_by)
    : environment_(environment),
      sitting_(sitting),
      answer_by_(answer_by),
      source_(environment.input_is_terminal ? Keyboard::Source::kTerminal : Keyboard::Source::kPipe) {}

bool TerminalStudy::run() {
  Keyboard keyboard(STDIN_FILENO, source_);
  begin_again();
  while (sitting_.finished() ? offer_more(keyboard) : handle(keyboard.next())) {
  }
  return not_stored_ == 0;
}

void TerminalStudy::begin_again() {
  asked_at_ = environment_.clock().at;
  show(Moment::kAsked);
}

/// A new question is read; one whose points are on the screen is not typed any more.
bool TerminalStudy::is_typing() const {
  if (sitting_.is_checked()) return false;
  if (sitting_.is_typed()) return true;
  const auto& points = sitting_.points();
  return answer_by_ == AnswerBy::kTyping && sitting_.can_type() && !sitting_.is_first_meeting() &&
         std::none_of(points.begin(), points.end(), [](const PointProgress& point) { return point.shown; });
}

bool TerminalStudy::must_be_checked() const {
  return is_typing() || (sitting_.card().kind == CardKind::kChoice && !sitting_.is_checked());
}

std::size_t TerminalStudy::columns() const {
  return environment_.output_is_terminal ? terminal_columns(STDOUT_FILENO) : kPipeColumns;
}

/// A terminal shows the card as it stands; a pipe gets each card once, when it is asked.
void TerminalStudy::show(Moment moment) {
  if (sitting_.finished()) return;
  if (!environment_.output_is_terminal && moment == Moment::kChanged) return;
  if (environment_.output_is_terminal) environment_.out << kClearScreen << last_stored_ << "\n\n";
  const AnswerBy answer_by = is_typing() ? AnswerBy::kTyping : AnswerBy::kSpeaking;
  environment_.out << card_page(sitting_, answer_by, environment_.language, columns());
  if (environment_.output_is_terminal)
    environment_.out << "\n" << keys_line(sitting_, answer_by, environment_.language) << "\n";
  else
    environment_.out << "\n";
  environment_.out.flush();
}

/// After the last card: true when there is a card again. A pipe ends with its last card: who writes into it
/// waits for the closing line.
bool TerminalStudy::offer_more(Keyboard& keyboard) {
  if (source_ == Keyboard::Source::kPipe) return false;
  const SittingSummary summary = sitting_.summary(environment_.clock());
  const bool may_go_on = summary.waiting + summary.beyond > 0;
  if (sitting_.position() == 0 && !may_go_on) return false;
  if (environment_.output_is_terminal)
    environment_.out << kClearScreen << last_stored_ << "\n\n"
                     << finished_page(summary, environment_.language) << std::endl;
  const KeyPress key = keyboard.next();
  if (key.kind == KeyKind::kUndo || is_key(key, 'u')) {
    undo();
  } else if (is_key(key, 'g') && may_go_on) {
    sitting_.go_on();
    begin_again();
  } else if (is_key(key, 'd') && summary.misses_waiting > 0) {
    sitting_.drill_missed();
    begin_again();
  }
  return !sitting_.finished();
}

/// False when the learner leaves.
bool TerminalStudy::handle(const KeyPress& key) {
  switch (key.kind) {
    case KeyKind::kEnd: return false;
    case KeyKind::kEscape: return !leave();
    case KeyKind::kUndo: undo(); return true;
    case KeyKind::kUp:
    case KeyKind::kDown: return true;
    case KeyKind::kEnter: enter(); return true;
    case KeyKind::kLeft: shift_grade(-1); break;
    case KeyKind::kRight: shift_grade(+1); break;
    case KeyKind::kGrade: set_grade(key.digit); break;
    case KeyKind::kBackspace: erase_last(); break;
    case KeyKind::kCharacter:
      if (is_typing())
        sitting_.type_answer(sitting_.typed_answer() + key.text);
      else if (!handle_letter(key))
        return false;
      break;
  }
  show(Moment::kChanged);
  return true;
}

/// Escape: out of typing what could be spoken as well, else out of the sitting.
bool TerminalStudy::leave() {
  if (!is_typing() || sitting_.is_typed()) return true;
  answer_by_ = AnswerBy::kSpeaking;
  show(Moment::kChanged);
  return false;
}

bool TerminalStudy::handle_letter(const KeyPress& key) {
  const bool recall = sitting_.card().kind != CardKind::kChoice;
  if (is_key(key, 'q')) return false;
  if (is_key(key, 'u')) {
    undo();
  } else if (key.digit >= 0) {
    const auto index = static_cast<std::size_t>(key.digit == 0 ? 9 : key.digit - 1);
    if (recall)
      sitting_.tick(index);
    else
      sitting_.choose(index);
  } else if (recall && key.text == " ") {
    sitting_.show_next_point();
  } else if (recall && is_key(key, 'a')) {
    sitting_.show_all_points();
  } else if (is_key(key, 't')) {
    answer_by_ = answer_by_ == AnswerBy::kTyping ? AnswerBy::kSpeaking : AnswerBy::kTyping;
  }
  return true;
}

void TerminalStudy::erase_last() {
  if (!is_typing()) return;
  std::string text = sitting_.typed_answer();
  while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xc0) == 0x80) text.pop_back();
  if (!text.empty()) text.pop_back();
  sitting_.type_answer(std::move(text));
}

void TerminalStudy::set_grade(int grade) {
  if (const auto quality = quality_from_wire(grade); quality && !must_be_checked())
    sitting_.override_grade(*quality);
}

void TerminalStudy::enter() {
  if (must_be_checked()) return check();
  const LocalInstant now = environment_.clock();
  const int days = sitting_.interval_preview(sitting_.grade_to_give(), now);
  const std::string stored = stored_line(sitting_, days, environment_.language);
  if (!keep([&] { sitting_.grade(now, std::max(now.at - asked_at_, std::chrono::milliseconds{0})); })) return;
  asked_at_ = now.at;
  last_stored_ = stored;
  if (!environment_.output_is_terminal) environment_.out << last_stored_ << std::endl;
  show(Moment::kAsked);
}

void TerminalStudy::check() {
  sitting_.check_answer();
  if (!environment_.output_is_terminal)
    environment_.out << coverage_lines(sitting_, environment_.language, columns()) << std::flush;
  show(Moment::kChanged);
}

void TerminalStudy::undo() {
  bool taken_back = false;
  if (!keep([&] { taken_back = sitting_.undo(environment_.clock()); })) return;
  if (taken_back) {
    last_stored_.clear();
    asked_at_ = environment_.clock().at;  // the time before was not spent on this card
  }
  show(Moment::kAsked);
}

/// Does what must reach the disk. When it cannot, says why and leaves the card as it is, to be tried again.
template <class Work>
bool TerminalStudy::keep(Work&& work) {
  try {
    work();
    return true;
  } catch (const StoreError& error) {
    last_stored_ = error.words().in(environment_.language);
    environment_.err << "rehearse: " << last_stored_ << std::endl;
    ++not_stored_;
    show(Moment::kChanged);
    return false;
  }
}

}  // namespace rehearse
