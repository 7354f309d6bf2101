#include "gui/commands/terminal_interview.h"

#include <unistd.h>

#include "core/base/store_error.h"
#include "gui/commands/interrupt.h"
#include "gui/commands/interview_page.h"
#include "gui/commands/keyboard.h"
#include "gui/commands/marking_keys.h"
#include "gui/commands/wrapped.h"

namespace rehearse {
namespace {

constexpr std::chrono::milliseconds kSecond{1000};

class TerminalInterview {
 public:
  TerminalInterview(const Environment& environment, Screen screen, Library& library, InterviewedDeck deck,
                    MockInterview& interview)
      : environment_(environment),
        screen_(screen),
        library_(library),
        deck_(std::move(deck)),
        interview_(interview),
        marking_(interview),
        source_(environment.input_is_terminal ? Keyboard::Source::kTerminal : Keyboard::Source::kPipe) {}

  /// Until the report is kept or thrown away. Nothing: there is none. Throws StoreError for one that could
  /// not be kept and cannot be tried again.
  std::optional<ReportedInterview> run() {
    const HangUpIgnored what_is_marked_is_kept;
    Keyboard keyboard(STDIN_FILENO, source_);
    show();
    while (!is_over_) handle(next_key(keyboard), keyboard);
    return std::move(kept_);
  }

 private:
  /// While the time runs it is shown running.
  KeyPress next_key(Keyboard& keyboard) {
    if (!screen_.is_terminal || interview_.step() != InterviewStep::kAnswering) return keyboard.next();
    while (true) {
      const LocalInstant now = environment_.clock();
      const std::string line = countdown_line(interview_, now, environment_.language);
      screen_.out << kClearLine << fitted(line, screen_.columns() - 1) << std::flush;
      // The next second begins where this one ends, however long drawing took.
      if (keyboard.comes_within(kSecond - interview_.spent(now) % kSecond)) return keyboard.next();
    }
  }

  void handle(const KeyPress& key, Keyboard& keyboard) {
    const bool is_letter = key.kind == KeyKind::kCharacter;
    if (key.kind == KeyKind::kEnd || key.kind == KeyKind::kEscape ||
        (is_letter && (key.text == "q" || key.text == "Q")))
      return leave(keyboard);
    if (key.kind == KeyKind::kUndo || (is_letter && (key.text == "b" || key.text == "B"))) return back();
    switch (interview_.step()) {
      case InterviewStep::kReady:
        if (key.kind == KeyKind::kEnter) begin();
        break;
      case InterviewStep::kAnswering:
        if (key.kind == KeyKind::kEnter || key.text == "s" || key.text == "S") answered(key);
        break;
      case InterviewStep::kMarking: mark(key); break;
      case InterviewStep::kFinished:
        if (key.kind == KeyKind::kEnter) keep();
        break;
    }
  }

  void begin() {
    interview_.begin(environment_.clock());
    show();
  }

  void answered(const KeyPress& key) {
    const LocalInstant now = environment_.clock();
    if (key.kind == KeyKind::kEnter)
      interview_.answer_done(now);
    else
      interview_.give_up(now);
    marking_.begin();
    show();
  }

  void mark(const KeyPress& key) {
    if (press_while_marking(marking_, key) == MarkingCursor::Wish::kStay) {
      if (screen_.is_terminal) show();
      return;
    }
    if (!screen_.is_terminal) screen_.out << marked_line(interview_, environment_.language) << "\n\n";
    interview_.next(environment_.clock());
    if (interview_.step() == InterviewStep::kMarking) marking_.begin();
    show();
  }

  void back() {
    if (!interview_.back(environment_.clock())) return;
    marking_.begin();
    show();
  }

  void leave(Keyboard& keyboard) {
    const InterviewReport report = interview_.report();
    const bool is_empty = report.questions.empty();
    is_over_ = true;
    if (interview_.step() == InterviewStep::kReady) return;
    screen_.out << (screen_.is_terminal ? kClearScreen : "") << leaving_line(report, environment_.language)
                << std::endl;
    const KeyPress key = keyboard.next();
    if (key.text == "d" || key.text == "D") return;
    if (key.kind == KeyKind::kEnd) {
      // Where the input has ended nobody throws anything away.
      if (!is_empty) store();
      return;
    }
    is_over_ = false;
    if (!is_empty && (key.text == "k" || key.text == "K")) return keep();
    show();
  }

  /// In a terminal the learner can make room and try again.
  void keep() {
    try {
      store();
      is_over_ = true;
    } catch (const StoreError& error) {
      if (source_ == Keyboard::Source::kPipe) throw;
      notice_ = error.words().in(environment_.language);
      show();
    }
  }

  void store() {
    const LocalInstant now = environment_.clock();
    const InterviewReport report = interview_.report();
    ReportedInterview kept = reported(library_, deck_.id, report, now);
    kept.title = deck_.title;
    kept.op = library_.keep_interview(deck_.id, report, now);
    kept_ = std::move(kept);
  }

  void show() {
    const Language language = environment_.language;
    const std::size_t columns = screen_.columns();
    if (screen_.is_terminal) screen_.out << kClearScreen << notice_ << "\n\n";
    notice_.clear();
    switch (interview_.step()) {
      case InterviewStep::kReady:
        screen_.out << ready_page(interview_, deck_.title, language, columns);
        break;
      case InterviewStep::kAnswering: screen_.out << asked_page(interview_, language, columns); break;
      case InterviewStep::kMarking:
        screen_.out << marking_page(interview_, marking_.place(), language, columns);
        if (screen_.is_terminal)
          screen_.out << "\n" << marking_keys(interview_, marking_.place(), language) << "\n";
        break;
      case InterviewStep::kFinished: show_end(language, columns); break;
    }
    if (!screen_.is_terminal) screen_.out << "\n";
    screen_.out.flush();
  }

  /// A pipe gets the report once it is kept.
  void show_end(Language language, std::size_t columns) {
    if (!screen_.is_terminal) return;
    const ReportedInterview end = reported(library_, deck_.id, interview_.report(), environment_.clock());
    screen_.out << report_page(end, ReportDetail::kTable, language, columns) << "\n"
                << finished_keys(language) << "\n";
  }

  const Environment& environment_;
  Screen screen_;
  Library& library_;
  InterviewedDeck deck_;
  MockInterview& interview_;
  MarkingCursor marking_;
  Keyboard::Source source_;
  std::string notice_;
  bool is_over_ = false;
  std::optional<ReportedInterview> kept_;
};

}  // namespace

std::optional<ReportedInterview> hold_interview(const Environment& environment, Screen screen,
                                                Library& library, const InterviewedDeck& deck,
                                                MockInterview& interview) {
  return TerminalInterview(environment, screen, library, deck, interview).run();
}

}  // namespace rehearse
