#include "tests/commands/learner.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>

namespace rehearse::command_tests {

Arguments Learner::here(Arguments command) const {
  for (std::string word : {std::string("--library"), library(), std::string("--now"), now_}) {
    command.push_back(std::move(word));
  }
  return command;
}

Outcome Learner::run(Arguments command, std::string_view keys) const {
  return command_tests::run(here(std::move(command)), keys);
}

nlohmann::json Learner::json(Arguments command) const {
  command.push_back("--json");
  const Outcome outcome = run(std::move(command));
  REQUIRE_MESSAGE(outcome.exit_code == 0, outcome.err);
  CHECK(outcome.err == "");
  return nlohmann::json::parse(outcome.out);
}

std::string Learner::state() const {
  return json({"check"}).dump() + json({"stats"}).dump() + json({"due"}).dump();
}

std::string morning(int days) {
  const std::string day = std::to_string(1 + days);
  return "2026-12-" + std::string(2 - day.size(), '0') + day + "T09:30:00+08:00";
}

std::string deck_text(std::string_view title, int count) {
  std::string text = "---\nrehearse: 1\n---\n\n# " + std::string(title) + "\n\n## 日常\n";
  for (int i = 0; i < count; ++i) {
    const std::string number = std::to_string(100 + i);
    text += "\n### 班组遇到情形Q" + number + "时先做什么？\n\n- **核对**：看第" + number +
            "号记录\n- **通知**：告诉当班的同事\n";
  }
  return text;
}

std::size_t stems_in(std::string_view printed) {
  constexpr std::string_view kBefore = "情形Q";
  std::set<std::string_view> numbers;
  for (std::size_t at = 0; (at = printed.find(kBefore, at)) != std::string_view::npos; at += kBefore.size()) {
    const std::string_view number = printed.substr(at + kBefore.size(), 3);
    if (number.size() == 3) numbers.insert(number);
  }
  return numbers.size();
}

}  // namespace rehearse::command_tests
