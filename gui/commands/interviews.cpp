// interviews: the mock interviews that were kept.
#include <unistd.h>

#include <algorithm>
#include <ostream>

#include "core/base/text.h"
#include "gui/commands/command.h"
#include "gui/commands/commands.h"
#include "gui/commands/interview_report.h"
#include "gui/commands/say.h"
#include "gui/commands/screen.h"

namespace rehearse {
namespace {

const Words kDeckGone{"(the deck is gone)", "（题库已删除）"};

std::size_t columns(const Environment& environment) {
  return environment.output_is_terminal ? terminal_columns(STDOUT_FILENO) : kPipeColumns;
}

/// The numbers by which people name them: 1 is the newest.
Result<KeptInterview> numbered(const std::vector<KeptInterview>& kept, std::size_t number) {
  if (number >= 1 && number <= kept.size()) return kept[number - 1];
  const std::string count = text(kept.size());
  return Error{{"no mock interview has this number: there are " + count,
                "没有这个编号的模拟面试，共 " + count + " 次"},
               text(number),
               {"see: rehearse interviews", "可用 rehearse interviews 查看"}};
}

std::string day_of(const ReportedInterview& interview) { return format_day(interview.day); }

/// Of those that are listed only the titles are wanted, not what their questions say.
std::vector<ReportedInterview> listed(const std::vector<KeptInterview>& kept, const DeckTitles& titles) {
  std::vector<ReportedInterview> interviews;
  for (const KeptInterview& one : kept) {
    ReportedInterview interview;
    interview.op = one.op;
    interview.deck = one.deck;
    interview.title = titles.of(one.deck);
    interview.kept = one.kept;
    interview.day = one.day;
    interview.report = one.report;
    interviews.push_back(std::move(interview));
  }
  return interviews;
}

void print_list(const Environment& environment, const std::vector<ReportedInterview>& interviews) {
  const Say say(environment);
  if (interviews.empty())
    say({"no mock interview was kept yet: rehearse interview DECK",
         "还没有模拟面试的成绩：rehearse interview 题库"});
  for (std::size_t i = 0; i < interviews.size(); ++i) {
    const ReportedInterview& interview = interviews[i];
    const std::string& title = interview.title.empty() ? kDeckGone.in(environment.language) : interview.title;
    const std::size_t questions = interview.report.questions.size();
    const std::string head = text(i + 1) + "  " + day_of(interview) + "  ";
    say({head + marks_text(interview.report.total()) + "/100  " + counted(questions, "question") + "  " +
             title,
         head + marks_text(interview.report.total()) + "/100  " + text(questions) + " 题  " + title});
  }
}

void print_one(const Environment& environment, const ReportedInterview& interview) {
  const std::string& title = interview.title.empty() ? kDeckGone.in(environment.language) : interview.title;
  environment.out << title << " · " << day_of(interview) << " · "
                  << seed_words(interview, environment.language) << "\n"
                  << report_page(interview, ReportDetail::kItems, environment.language, columns(environment));
}

void print_taken_back(const Environment& environment, const ReportedInterview& interview) {
  const Say say(environment);
  say({"taken back: the mock interview of " + day_of(interview),
       "已撤销：" + day_of(interview) + " 的模拟面试"});
}

}  // namespace

int interviews_command(const Environment& environment, const InterviewsArguments& arguments, Output output) {
  Library library(environment.library, environment.random);
  std::optional<DeckId> deck;
  if (!arguments.deck.empty()) {
    const auto found = library.find_deck(arguments.deck);
    if (!found) return report(environment, found.error());
    deck = *found;
  }
  const std::vector<KeptInterview> kept = library.interviews(deck);
  const DeckTitles titles(library, environment.clock());
  const auto number = arguments.undo ? arguments.undo : arguments.show;
  if (!number) {
    const auto interviews = listed(kept, titles);
    if (output == Output::kJson)
      environment.out << interviews_json(interviews) << '\n';
    else
      print_list(environment, interviews);
    return kExitSuccess;
  }
  const auto found = numbered(kept, *number);
  if (!found) return report(environment, found.error());
  if (arguments.undo) library.undo(found->op, environment.clock());
  ReportedInterview interview = reported(library, found->deck, found->report, found->kept);
  interview.op = found->op;
  interview.title = titles.of(found->deck);
  if (output == Output::kJson)
    environment.out << interview_json(interview) << '\n';
  else if (arguments.undo)
    print_taken_back(environment, interview);
  else
    print_one(environment, interview);
  return kExitSuccess;
}

}  // namespace rehearse
