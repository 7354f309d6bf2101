// interview: a mock interview in a terminal or over a pipe.
#include <unistd.h>

#include <algorithm>
#include <ostream>

#include "core/base/text.h"
#include "core/interview/report_json.h"
#include "gui/commands/command.h"
#include "gui/commands/commands.h"
#include "gui/commands/say.h"
#include "gui/commands/terminal_interview.h"

namespace rehearse {
namespace {

/// As it was typed: the zeros in front may be left out.
Result<std::uint64_t> seed_typed(const std::string& typed) {
  const std::size_t digits = seed_text(0).size();
  if (typed.size() <= digits)
    if (const auto seed = seed_from_text(std::string(digits - typed.size(), '0') + case_folded(typed)))
      return *seed;
  return Error{{"is not a number of 1 to 16 hexadecimal digits", "不是 1 到 16 位的十六进制数"},
               "--seed " + typed,
               {}};
}

Error no_such_section(const std::string& typed, const std::vector<std::string>& sections) {
  constexpr std::size_t kNamed = 10;
  Words there{"there are: ", "有这些："};
  for (std::size_t i = 0; i < std::min(sections.size(), kNamed); ++i) {
    there.english += (i == 0 ? "" : ", ") + sections[i];
    there.chinese += "《" + sections[i] + "》";
  }
  if (sections.empty()) there = {"it has none", "题库没有分章节"};
  if (sections.size() > kNamed) there = {there.english + ", …", there.chinese + "……"};
  return {{"no section of the deck is called so", "题库中没有这个章节"}, typed, there};
}

/// The sections whose titles contain what was typed.
Result<std::vector<std::string>> sections_typed(const std::vector<std::string>& typed,
                                                const std::vector<ListedQuestion>& questions) {
  std::vector<std::string> all, found;
  for (const ListedQuestion& listed : questions)
    if (const std::string& section = listed.question.section;
        !section.empty() && std::find(all.begin(), all.end(), section) == all.end())
      all.push_back(section);
  for (const std::string& name : typed) {
    const std::string wanted = case_folded(normalised(name));
    const std::size_t before = found.size();
    for (const std::string& section : all)
      if (case_folded(normalised(section)).find(wanted) != std::string::npos) found.push_back(section);
    if (found.size() == before) return no_such_section(name, all);
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

/// For programs: nothing was kept.
ReportedInterview unkept(const Library& library, const InterviewedDeck& deck, std::uint64_t seed,
                         LocalInstant now) {
  ReportedInterview nothing;
  nothing.deck = deck.id;
  nothing.title = deck.title;
  nothing.kept = now;
  nothing.day = library.day_of(now);
  nothing.report.seed = seed;
  return nothing;
}

}  // namespace

int interview_command(const Environment& environment, const InterviewArguments& arguments, Output output) {
  Draw draw{arguments.questions, {}, arguments.kinds, environment.random()};
  if (!arguments.seed.empty()) {
    const auto seed = seed_typed(arguments.seed);
    if (!seed) {
      report(environment, seed.error());
      return kExitUsage;
    }
    draw.seed = *seed;
  }
  Library library(environment.library, environment.random);
  if (library.is_empty()) add_bundled_decks(library, environment);
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
  const auto kept = hold_interview(environment, screen, library, asked, interview);
  if (output == Output::kText)
    print_end(environment, kept);
  else
    environment.out << interview_json(kept ? *kept : unkept(library, asked, draw.seed, environment.clock()))
                    << '\n';
  return kExitSuccess;
}

}  // namespace rehearse
