#include "tests/faults/kill_ledger.h"

#include <cstdio>
#include <set>

#include "core/deck/identity.h"
#include "tests/library_fixture.h"

namespace rehearse::test {
namespace {

constexpr const char* kNothing = "nothing";

/// Its number of questions, and what all of them answer: an import gives all the same answer.
std::string deck_in_words(const Library& library, const std::string& title) {
  std::size_t count = 0;
  std::set<std::string> answers;
  library.for_each_question(derive_deck_id(title), [&](const ListedQuestion& listed) {
    ++count;
    answers.insert(listed.question.answer);
  });
  std::string words = std::to_string(count) + " questions";
  for (const std::string& answer : answers) words += " of " + answer;
  return words;
}

std::string of_question(const Library& library, const std::string& what, const std::string& id) {
  const auto question = QuestionId::from_hex(id);
  const auto listed = question ? library.question(*question) : std::nullopt;
  if (!listed) return kNothing;
  if (what == "stem") return listed->question.stem;
  if (what == "analysis") return listed->question.analysis;
  if (what == "flag") return std::to_string(listed->marks.flag);
  if (what == "example") return listed->marks.example;
  std::string tags;
  for (const std::string& tag : listed->marks.tags) tags += tag + ' ';
  return tags;
}

}  // namespace

std::string scheduler_in_words(const Scheduler& scheduler) {
  if (scheduler.kind() == SchedulerKind::kSm2) return "sm2";
  std::string words = "fsrs6";
  char text[32];
  for (const double parameter : scheduler.parameters().w) {
    std::snprintf(text, sizeof text, " %.6f", parameter);
    words += text;
  }
  return words;
}

std::string saying(const Library& library, const std::string& name) {
  const std::size_t space = name.find(' ');
  const std::string what = name.substr(0, space);
  const std::string of = space == std::string::npos ? "" : name.substr(space + 1);
  if (what == "reviews") return std::to_string(library.stats(morning()).reviews);
  if (what == "interviews") return std::to_string(library.interviews().size());
  if (what == "scheduler") return scheduler_in_words(library.scheduler());
  if (what == "fresh") return std::to_string(library.study_settings(std::nullopt).fresh_per_day.value_or(0));
  if (what == "questions") return std::to_string(library.questions(derive_deck_id(of)).size());
  if (what == "deck") return deck_in_words(library, of);
  return of_question(library, what, of);
}

void Telling::begin(const Sayings& before, const Sayings& after) const {
  voice_.say("?");
  for (const auto& [name, value] : after) voice_.say("?" + name + '\t' + before.at(name) + '\t' + value);
}

void Ledger::take(const std::vector<std::string>& said) {
  for (const std::string& line : said) {
    if (line == "?") {
      pending_.clear();
    } else if (line[0] == '?') {
      const std::size_t tab = line.find('\t'), second = line.find('\t', tab + 1);
      const std::string name = line.substr(1, tab - 1);
      const std::string before = line.substr(tab + 1, second - tab - 1);
      first_.try_emplace(name, before);
      certain_.try_emplace(name, before);
      pending_[name] = line.substr(second + 1);
    } else if (line[0] == '+') {
      for (const auto& [name, value] : pending_) certain_[name] = value;
      pending_.clear();
      if (line.starts_with("+op ")) facts_["op"].insert(line.substr(4));
      ++acts_;
    } else if (line[0] == '=') {
      const std::size_t space = line.find(' ');
      facts_[line.substr(1, space - 1)].insert(line.substr(space + 1));
    }
  }
}

void Ledger::settle(const Library& library, std::vector<std::string>& faults) {
  Sayings now, done = certain_;
  for (const auto& [name, value] : certain_) now[name] = saying(library, name);
  for (const auto& [name, value] : pending_) done[name] = value;
  if (!pending_.empty()) ++begun_;
  if (now == done) {
    if (!pending_.empty()) ++begun_and_there_;
  } else if (now != certain_) {
    for (const auto& [name, value] : now) {
      const auto begun = pending_.find(name);
      if (begun == pending_.end() && certain_[name] == value) continue;
      faults.push_back(name + " is '" + value + "'; said was '" + certain_[name] + "'" +
                       (begun == pending_.end() ? "" : ", begun '" + begun->second + "'"));
    }
  }
  certain_ = std::move(now);
  pending_.clear();
}

std::vector<std::string> Ledger::compare(const std::filesystem::path& folder) {
  std::vector<std::string> faults;
  {
    const Library library(folder, counting_random(1));
    settle(library, faults);
    const CheckReport report = library.check();
    for (const std::string& fault : report.faults) faults.push_back("check: " + fault);
    if (!report.ok && report.faults.empty()) faults.emplace_back("check: not ok");
  }
  const OpenStore store(folder / "library.sqlite");
  for (const std::string& op : facts_["op"])
    if (!store.log.has(*OpId::from_hex(op))) faults.push_back("the op " + op + " is gone");
  return faults;
}

}  // namespace rehearse::test
