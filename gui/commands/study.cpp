// study: the same sitting as in the window, in a terminal or over a pipe.
#include <unistd.h>

#include <algorithm>
#include <ostream>

#include "core/base/store_error.h"
#include "core/study/sitting.h"
#include "gui/commands/command.h"
#include "gui/commands/commands.h"
#include "gui/commands/keyboard.h"
#include "gui/commands/say.h"
#include "gui/commands/screen.h"
#include "gui/commands/study_page.h"

namespace rehearse {
namespace {

class TerminalStudy {
 public:
  TerminalStudy(const Environment& environment, Sitting& sitting)
      : environment_(environment),
        sitting_(sitting),
        source_(environment.input_is_terminal ? Keyboard::Source::kTerminal : Keyboard::Source::kPipe) {}

  /// Until the cards, the input or the learner's patience end. False when something could not be stored.
  bool run() {
    Keyboard keyboard(STDIN_FILENO, source_);
    asked_at_ = environment_.clock().at;
    show(Moment::kAsked);
    while (sitting_.finished() ? offer_undo(keyboard) : handle(keyboard.next())) {
    }
    return not_stored_ == 0;
  }

 private:
  enum class Moment { kAsked, kChanged };

  bool is_typing() const { return sitting_.is_typed() && !sitting_.is_checked(); }

  std::size_t columns() const {
    return environment_.output_is_terminal ? terminal_columns(STDOUT_FILENO) : kPipeColumns;
  }

  /// A terminal shows the card as it stands; a pipe gets each card once, when it is asked.
  void show(Moment moment) {
    if (sitting_.finished()) return;
    if (!environment_.output_is_terminal && moment == Moment::kChanged) return;
    if (environment_.output_is_terminal) environment_.out << kClearScreen << last_stored_ << "\n\n";
    environment_.out << card_page(sitting_, environment_.language, columns());
    if (environment_.output_is_terminal)
      environment_.out << "\n" << keys_line(sitting_, environment_.language) << "\n";
    else
      environment_.out << "\n";
    environment_.out.flush();
  }

  /// After the last card: true when its answer was taken back and it is asked again. A pipe ends with its
  /// last card: who writes into it waits for the closing line.
  bool offer_undo(Keyboard& keyboard) {
    if (sitting_.position() == 0 || source_ == Keyboard::Source::kPipe) return false;
    if (environment_.output_is_terminal)
      environment_.out << kClearScreen << last_stored_ << "\n\n"
                       << finished_line(environment_.language) << std::endl;
    const KeyPress key = keyboard.next();
    if (key.kind != KeyKind::kUndo && key.text != "u" && key.text != "U") return false;
    undo();
    return !sitting_.finished();
  }

  /// False when the learner leaves.
  bool handle(const KeyPress& key) {
    switch (key.kind) {
      case KeyKind::kEnd:
      case KeyKind::kEscape: return false;
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

  bool handle_letter(const KeyPress& key) {
    const bool recall = sitting_.card().kind != CardKind::kChoice;
    if (key.text == "q" || key.text == "Q") return false;
    if (key.text == "u" || key.text == "U") {
      undo();
    } else if (key.digit >= 0) {
      const auto index = static_cast<std::size_t>(key.digit == 0 ? 9 : key.digit - 1);
      if (recall)
        sitting_.tick(index);
      else
        sitting_.choose(index);
    } else if (recall && key.text == " ") {
      sitting_.show_next_point();
    } else if (recall && (key.text == "a" || key.text == "A")) {
      sitting_.show_all_points();
    }
    return true;
  }

  void erase_last() {
    if (!is_typing()) return;
    std::string text = sitting_.typed_answer();
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xc0) == 0x80) text.pop_back();
    if (!text.empty()) text.pop_back();
    sitting_.type_answer(std::move(text));
  }

  void shift_grade(int by) { set_grade(static_cast<int>(sitting_.grade_to_give()) + by); }

  void set_grade(int grade) {
    const bool still_open = sitting_.card().kind == CardKind::kChoice && !sitting_.is_checked();
    if (const auto quality = quality_from_wire(grade); quality && !still_open)
      sitting_.override_grade(*quality);
  }

  void enter() {
    if (sitting_.card().kind == CardKind::kChoice && !sitting_.is_checked()) {
      sitting_.check_answer();
      show(Moment::kChanged);
      return;
    }
    const LocalInstant now = environment_.clock();
    const int days = sitting_.interval_preview(sitting_.grade_to_give(), now);
    const std::string stored = stored_line(sitting_, days, environment_.language);
    if (!keep([&] { sitting_.grade(now, std::max(now.at - asked_at_, std::chrono::milliseconds{0})); }))
      return;
    asked_at_ = now.at;
    last_stored_ = stored;
    if (!environment_.output_is_terminal) environment_.out << last_stored_ << std::endl;
    show(Moment::kAsked);
  }

  void undo() {
    bool taken_back = false;
    if (!keep([&] { taken_back = sitting_.undo(environment_.clock()); })) return;
    if (taken_back) last_stored_.clear();
    show(Moment::kAsked);
  }

  /// Does what must reach the disk. When it cannot, says why and leaves the card as it is, to be tried again.
  template <class Work>
  bool keep(Work&& work) {
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

  const Environment& environment_;
  Sitting& sitting_;
  Keyboard::Source source_;
  Instant asked_at_{};
  std::string last_stored_;
  std::size_t not_stored_ = 0;
};

}  // namespace

int study_in_terminal(const Environment& environment) { return study_command(environment, "", std::nullopt); }

int study_command(const Environment& environment, const std::string& deck, std::optional<std::size_t> limit) {
  Library library(environment.library, environment.random);
  if (library.is_empty()) add_bundled_decks(library, environment);
  if (const auto days = library.clock_behind(environment.clock()); days.count() > 0)
    environment.err << "rehearse: " << clock_line(days, environment.language) << '\n';
  SittingOptions options{std::nullopt, limit};
  if (!deck.empty()) {
    const auto found = library.find_deck(deck);
    if (!found) return report(environment, found.error());
    options.deck = *found;
  }
  Sitting sitting(library, options, environment.clock());
  if (sitting.finished())
    environment.out << nothing_due_line(library.is_empty(), environment.language) << '\n';
  const bool all_stored = TerminalStudy(environment, sitting).run();
  const SittingSummary summary = sitting.summary(environment.clock());
  environment.out << summary_page(summary, environment.language, kPipeColumns);
  const std::string count = text(summary.studied);
  // Who reads a pipe is a program: it gets the same line in every language.
  const Words last{"studied " + count, environment.output_is_terminal ? "本次学习 " + count + " 张" : ""};
  environment.out << last.in(environment.language) << std::endl;
  return all_stored ? kExitSuccess : kExitFailure;
}

}  // namespace rehearse
