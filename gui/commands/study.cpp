// study: the same sitting as in the window, in a terminal or over a pipe.
#include <algorithm>
#include <ostream>
#include <unordered_set>

#include "core/search/query.h"
#include "core/study/sitting.h"
#include "gui/commands/command.h"
#include "gui/commands/commands.h"
#include "gui/commands/say.h"
#include "gui/commands/screen.h"
#include "gui/commands/study_page.h"
#include "gui/commands/study_summary.h"
#include "gui/commands/terminal_study.h"

namespace rehearse {
namespace {

/// The cards a query finds. Nothing after what is wrong with it was told.
std::optional<std::vector<CardId>> found_by(const Environment& environment, Library& library,
                                            const std::string& query) {
  const auto result = library.search(query, environment.clock());
  if (const auto* fault = std::get_if<QueryFault>(&result)) {
    report(environment, to_error(query, *fault));
    environment.err << pointed_out(query, *fault) << '\n';
    return std::nullopt;
  }
  return std::get<std::vector<CardId>>(result);
}

std::vector<CardId> in_both(const std::vector<CardId>& one, const std::vector<CardId>& other) {
  const std::unordered_set<CardId> wanted(other.begin(), other.end());
  std::vector<CardId> cards;
  std::copy_if(one.begin(), one.end(), std::back_inserter(cards),
               [&](const CardId& card) { return wanted.contains(card); });
  return cards;
}

/// Nothing after what is wrong was told.
std::optional<StudyChoice> choice_of(const Environment& environment, Library& library,
                                     const StudyArguments& arguments) {
  StudyChoice choice;
  choice.ahead = std::chrono::days{arguments.ahead};
  choice.weakest = arguments.weakest;
  choice.missed_today = arguments.missed_today;
  if (!arguments.deck.empty()) {
    const auto deck = library.find_deck(arguments.deck);
    if (!deck) {
      report(environment, deck.error());
      return std::nullopt;
    }
    choice.deck = *deck;
  }
  if (arguments.query) {
    choice.only = found_by(environment, library, *arguments.query);
    if (!choice.only) return std::nullopt;
  }
  if (arguments.section) {
    const auto of_section = found_by(environment, library,
                                     to_text({false, NameTerm{NameField::kSection, {{*arguments.section}}}}));
    if (!of_section) return std::nullopt;
    if (of_section->empty()) {
      report(environment, {{"no section has this in its title", "没有标题含有这几个字的章节"},
                           *arguments.section,
                           {"see: rehearse questions DECK", "可用 rehearse questions 题库 查看"}});
      return std::nullopt;
    }
    choice.only = choice.only ? in_both(*choice.only, *of_section) : *of_section;
  }
  return choice;
}

/// Cards alone are no limit of minutes: who counts cards, as scripts do, wants so many.
SittingLimit limit_of(const StudyArguments& arguments) {
  SittingLimit limit;
  limit.cards = arguments.limit;
  if (arguments.minutes)
    limit.time = std::chrono::minutes{*arguments.minutes};
  else if (arguments.limit)
    limit.time.reset();
  return limit;
}

}  // namespace

int study_in_terminal(const Environment& environment) { return study_command(environment, {}); }

int study_command(const Environment& environment, const StudyArguments& arguments) {
  Library library(environment.library, environment.random);
  if (library.is_empty()) add_bundled_decks(library, environment);
  if (const auto days = library.clock_behind(environment.clock()); days.count() > 0)
    environment.err << "rehearse: " << clock_line(days, environment.language) << '\n';
  const auto choice = choice_of(environment, library, arguments);
  if (!choice) return kExitFailure;
  Sitting sitting(library, {*choice, limit_of(arguments)}, environment.clock());
  if (sitting.finished())
    environment.out << nothing_due_line(library.is_empty(), *choice, environment.language) << '\n';
  const bool all_stored =
      TerminalStudy(environment, sitting, arguments.typed ? AnswerBy::kTyping : AnswerBy::kSpeaking).run();
  const SittingSummary summary = sitting.summary(environment.clock());
  environment.out << summary_page(summary, environment.language, kPipeColumns);
  const std::string count = text(summary.studied);
  // Who reads a pipe is a program: it gets the same line in every language.
  const Words last{"studied " + count, environment.output_is_terminal ? "本次学习 " + count + " 张" : ""};
  environment.out << last.in(environment.language) << std::endl;
  return all_stored ? kExitSuccess : kExitFailure;
}

}  // namespace rehearse
