#include "gui/commands/problem_lines.h"

#include <map>
#include <string>

#include "gui/commands/say.h"

namespace rehearse {
namespace {

/// line:column of the first few, as editors write it.
std::string places_of(const std::vector<const Problem*>& problems) {
  constexpr std::size_t kShown = 6;
  std::string places;
  for (std::size_t i = 0; i < problems.size() && i < kShown; ++i) {
    if (problems[i]->line == 0) continue;
    places += (places.empty() ? "" : ", ") + text(problems[i]->line) + ":" + text(problems[i]->column);
  }
  return problems.size() > kShown ? places + " …" : places;
}

}  // namespace

void print_problems(const Environment& environment, const std::vector<Problem>& problems) {
  std::vector<std::vector<const Problem*>> groups;
  std::map<std::string, std::size_t> known;
  for (const Problem& problem : problems) {
    const auto [at, is_new] = known.emplace(problem.code + problem.message.english, groups.size());
    if (is_new) groups.emplace_back();
    groups[at->second].push_back(&problem);
  }
  const Say say(environment);
  for (const auto& group : groups) {
    const std::string places = places_of(group);
    const std::string count = group.size() > 1 ? " (" + text(group.size()) + ")" : "";
    const std::string tail = count + " [" + group.front()->code + "]";
    const Words& message = group.front()->message;
    if (places.empty())
      say({"  " + message.english + tail, "  " + message.chinese + tail});
    else
      say({"  line " + places + ": " + message.english + tail,
           "  位置 " + places + "：" + message.chinese + tail});
  }
}

}  // namespace rehearse
