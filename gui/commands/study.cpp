// study: the same sitting as in the window, in a terminal or over a pipe.
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <ostream>

#include "core/study/sitting.h"
#include "gui/commands/command.h"
#include "gui/commands/commands.h"
#include "gui/commands/keyboard.h"
#include "gui/commands/study_page.h"

namespace rehearse {
namespace {

constexpr std::size_t kPipeColumns = 100;
constexpr const char* kClearScreen = "\x1b[H\x1b[2J";

class TerminalStudy {
 public:
  TerminalStudy(const Environment& environment, Sitting& sitting)
      : environment_(environment),
        sitting_(sitting),
        source_(environment.input_is_terminal ? Keyboard::Source::kTerminal : Keyboard::Source::kPipe) {}

  /// Until the cards, the input or the learner's patience end.
  void run() {
    Keyboard keyboard(STDIN_FILENO, source_);
    asked_at_ = environment_.clock().at;
    show(Moment::kAsked);
    while (sitting_.finished() ? offer_undo(keyboard) : handle(keyboard.next())) {
    }
  }

 private:
  enum class Moment { kAsked, kChanged };

  bool is_fill() const {
    return sitting_.card().kind == CardKind::kChoice && sitting_.choices().empty() && !sitting_.is_checked();
  }

  std::size_t columns() const {
    winsize size{};
    if (!environment_.output_is_terminal || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col < 20)
      return kPipeColumns;
    return size.ws_col;
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

  /// After the last card: true when its answer was taken back and it is asked again.
  bool offer_undo(Keyboard& keyboard) {
    if (sitting_.position() == 0) return false;
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
      case KeyKind::kEnter: enter(); return true;
      case KeyKind::kLeft: shift_grade(-1); break;
      case KeyKind::kRight: shift_grade(+1); break;
      case KeyKind::kGrade: set_grade(key.digit); break;
      case KeyKind::kBackspace: erase_last(); break;
      case KeyKind::kCharacter:
        if (is_fill())
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
    if (!is_fill()) return;
    std::string text = sitting_.typed_answer();
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xc0) == 0x80) text.pop_back();
    if (!text.empty()) text.pop_back();
    sitting_.type_answer(std::move(text));
  }

  void shift_grade(int by) { set_grade(static_cast<int>(sitting_.grade_to_give()) + by); }

  void set_grade(int grade) {
    // A card that checks itself is not argued with.
    if (sitting_.card().kind == CardKind::kChoice) return;
    if (const auto quality = quality_from_wire(grade)) sitting_.override_grade(*quality);
  }

  void enter() {
    if (sitting_.card().kind == CardKind::kChoice && !sitting_.is_checked()) {
      sitting_.check_answer();
      show(Moment::kChanged);
      return;
    }
    const LocalInstant now = environment_.clock();
    const Quality grade = sitting_.grade_to_give();
    const int days = sitting_.interval_preview(grade, now);
    sitting_.grade(now, std::max(now.at - asked_at_, std::chrono::milliseconds{0}));
    asked_at_ = now.at;
    last_stored_ = stored_line(grade, days, environment_.language);
    if (!environment_.output_is_terminal) environment_.out << last_stored_ << std::endl;
    show(Moment::kAsked);
  }

  void undo() {
    if (sitting_.undo(environment_.clock())) last_stored_.clear();
    show(Moment::kAsked);
  }

  const Environment& environment_;
  Sitting& sitting_;
  Keyboard::Source source_;
  Instant asked_at_{};
  std::string last_stored_;
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
  TerminalStudy(environment, sitting).run();
  const SittingSummary summary = sitting.summary(environment.clock());
  environment.out << summary_page(summary, environment.language, kPipeColumns) << "studied "
                  << summary.studied << std::endl;
  return kExitSuccess;
}

}  // namespace rehearse
