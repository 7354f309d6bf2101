#include "gui/commands/problem_lines.h"

#include <map>
#include <string>

#include "gui/commands/say.h"

namespace rehearse {
namespace {

/// The first few: as the file shows them, else line:column as editors write it.
Words places_of(const std::vector<const Problem*>& problems) {
  constexpr std::size_t kShown = 6;
  Words places;
  for (std::size_t i = 0; i < problems.size() && i < kShown; ++i) {
    const Problem& problem = *problems[i];
    if (problem.line == 0) continue;
    const std::string line = text(problem.line) + ":" + text(problem.column);
    const bool is_first = places.empty();
    places.english += (is_first ? "" : ", ") +
                      (problem.place.empty() ? (is_first ? "line " : "") + line : problem.place.english);
    places.chinese += (is_first ? "" : "、") + (problem.place.empty() ? line : problem.place.chinese);
  }
  if (problems.size() > kShown) places = {places.english + " …", places.chinese + " …"};
  return places;
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
    const Words places = places_of(group);
    const std::string count = group.size() > 1 ? " (" + text(group.size()) + ")" : "";
    const std::string tail = count + " [" + group.front()->code + "]";
    const Words& message = group.front()->message;
    if (places.empty())
      say({"  " + message.english + tail, "  " + message.chinese + tail});
    else
      say({"  " + places.english + ": " + message.english + tail,
           "  位置 " + places.chinese + "：" + message.chinese + tail});
  }
}

}  // namespace rehearse
