// interview: a mock interview in a terminal or over a pipe.
#include <unistd.h>

#include <algorithm>
#include <ostream>

#include "core/base/store_error.h"
#include "core/base/text.h"
#include "core/interview/report_json.h"
#include "gui/commands/command.h"
#include "gui/commands/commands.h"
#include "gui/commands/interrupt.h"
#include "gui/commands/interview_page.h"
#include "gui/commands/interview_report.h"
#include "gui/commands/keyboard.h"
#include "gui/commands/marking_keys.h"
#include "gui/commands/say.h"
#include "gui/commands/screen.h"
#include "gui/commands/wrapped.h"

namespace rehearse {
namespace {

constexpr std::chrono::milliseconds kSecond{1000};

/// Where the pages go: to standard output, and with --json beside it, where somebody looks.
struct Screen {
  std::ostream& out;
  int descriptor;
  bool is_terminal;

  std::size_t columns() const { return is_terminal ? terminal_columns(descriptor) : kPipeColumns; }
};

struct InterviewedDeck {
  DeckId id;
  std::string title;
};

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
    if (marking_.press(key) == MarkingKeys::Wish::kStay) {
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
    is_over_ = true;
    if (report.questions.empty()) return;
    screen_.out << (screen_.is_terminal ? kClearScreen : "") << leaving_line(report, environment_.language)
                << std::endl;
    const KeyPress key = keyboard.next();
    if (key.text == "d" || key.text == "D") return;
    // Where the input has ended nobody throws anything away.
    if (key.kind == KeyKind::kEnd) return store();
    is_over_ = false;
    if (key.text == "k" || key.text == "K") return keep();
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
        screen_.out << marking_page(interview_, marking_.focus(), language, columns);
        if (screen_.is_terminal)
          screen_.out << "\n" << marking_keys(interview_, marking_.focus(), language) << "\n";
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
  MarkingKeys marking_;
  Keyboard::Source source_;
  std::string notice_;
  bool is_over_ = false;
  std::optional<ReportedInterview> kept_;
};

/// As it was typed: the zeros in front may be left out.
std::optional<std::uint64_t> seed_typed(const std::string& typed) {
  const std::size_t digits = seed_text(0).size();
  if (typed.empty() || typed.size() > digits) return std::nullopt;
  return seed_from_text(std::string(digits - typed.size(), '0') + case_folded(typed));
}

/// The sections whose titles contain what was typed.
Result<std::vector<std::string>> sections_typed(const std::vector<std::string>& typed,
                                                const std::vector<ListedQuestion>& questions) {
  std::vector<std::string> all, found;
  for (const ListedQuestion& listed : questions)
    if (std::find(all.begin(), all.end(), listed.question.section) == all.end())
      all.push_back(listed.question.section);
  for (const std::string& name : typed) {
    const std::size_t before = found.size();
    for (const std::string& section : all)
      if (case_folded(normalised(section)).find(case_folded(normalised(name))) != std::string::npos)
        found.push_back(section);
    if (found.size() > before) continue;
    Words there{"there are: ", "有这些："};
    for (const std::string& section : all) {
      if (section.empty()) continue;
      there.english += (there.english.back() == ' ' ? "" : ", ") + section;
      there.chinese += "《" + section + "》";
    }
    return Error{{"no section of the deck is called so", "题库中没有这个章节"}, name, there};
  }
  return found;
}

Error nothing_to_ask(const InterviewArguments& arguments) {
  if (arguments.kinds == DrawnKinds::kAll)
    return {{"there is no question to ask", "没有可以问的题"}, arguments.deck, {}};
  return {{"there is no question to answer aloud", "没有需要口头作答的题"},
          arguments.deck,
          {"choice and fill-in questions too: --all-kinds", "选择题、填空题等也要问：--all-kinds"}};
}

void print_end(const Environment& environment, const std::optional<ReportedInterview>& kept) {
  const Say say(environment);
  if (kept) {
    environment.out << (environment.output_is_terminal ? kClearScreen : "")
                    << report_page(
                           *kept, ReportDetail::kTable, environment.language,
                           environment.output_is_terminal ? terminal_columns(STDOUT_FILENO) : kPipeColumns)
                    << "\n";
    say({"Kept. Item by item: rehearse interviews --show 1",
         "已保存。逐项查看：rehearse interviews --show 1"});
  } else {
    if (environment.output_is_terminal) environment.out << kClearScreen;
    say({"Nothing was kept.", "没有保存。"});
  }
  // Who reads a pipe is a program: it gets the same line in every language.
  if (!environment.output_is_terminal)
    environment.out << "interviewed " << (kept ? kept->report.questions.size() : 0) << std::endl;
}

}  // namespace

int interview_command(const Environment& environment, const InterviewArguments& arguments, Output output) {
  Draw draw{arguments.questions, {}, arguments.kinds, environment.random()};
  if (!arguments.seed.empty()) {
    const auto seed = seed_typed(arguments.seed);
    if (!seed) {
      report(environment, {{"is not a number of 1 to 16 hexadecimal digits", "不是 1 到 16 位的十六进制数"},
                           "--seed " + arguments.seed,
                           {}});
      return kExitUsage;
    }
    draw.seed = *seed;
  }
  Library library(environment.library, environment.random);
  const auto deck = library.find_deck(arguments.deck);
  if (!deck) return report(environment, deck.error());
  std::vector<ListedQuestion> questions = library.questions(*deck);
  auto sections = sections_typed(arguments.sections, questions);
  if (!sections) return report(environment, sections.error());
  draw.sections = std::move(*sections);
  MockInterview interview(std::move(questions), draw);
  if (interview.length() == 0) return report(environment, nothing_to_ask(arguments));

  std::ostream nowhere(nullptr);
  const bool is_beside = output == Output::kJson;
  const Screen screen = is_beside ? Screen{environment.errors_are_terminal ? environment.err : nowhere,
                                           STDERR_FILENO, environment.errors_are_terminal}
                                  : Screen{environment.out, STDOUT_FILENO, environment.output_is_terminal};
  const InterviewedDeck asked{*deck, DeckTitles(library, environment.clock()).of(*deck)};
  const auto kept = TerminalInterview(environment, screen, library, asked, interview).run();
  if (output == Output::kText) {
    print_end(environment, kept);
  } else {
    ReportedInterview nothing;
    nothing.deck = asked.id;
    nothing.title = asked.title;
    nothing.kept = environment.clock();
    nothing.report.seed = draw.seed;
    environment.out << interview_json(kept.value_or(nothing)) << '\n';
  }
  return kExitSuccess;
}

}  // namespace rehearse
