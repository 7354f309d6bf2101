#include "core/deck/problem_groups.h"

#include <map>

namespace rehearse {
namespace {

constexpr std::size_t kPlacesShown = 6;

/// As the file shows it, else line:column as editors write it.
void add_place(ProblemGroup& group, const Problem& problem) {
  Words& places = group.places;
  if (group.count == kPlacesShown + 1) places = {places.english + " …", places.chinese + " …"};
  if (group.count > kPlacesShown || problem.line == 0) return;
  const std::string line = std::to_string(problem.line) + ":" + std::to_string(problem.column);
  const bool is_first = places.empty();
  places.english += (is_first ? "" : ", ") +
                    (problem.place.empty() ? (is_first ? "line " : "") + line : problem.place.english);
  places.chinese += (is_first ? "" : "、") + (problem.place.empty() ? line : problem.place.chinese);
}

}  // namespace

std::vector<ProblemGroup> grouped(const std::vector<Problem>& problems) {
  std::vector<ProblemGroup> groups;
  std::map<std::string, std::size_t> known;
  for (const Problem& problem : problems) {
    const auto [at, is_new] = known.emplace(problem.code + problem.message.english, groups.size());
    if (is_new) groups.push_back({problem.code, problem.message, {}, 0});
    ProblemGroup& group = groups[at->second];
    ++group.count;
    add_place(group, problem);
  }
  return groups;
}

Words line_of(const ProblemGroup& group) {
  const std::string count = group.count > 1 ? " (" + std::to_string(group.count) + ")" : "";
  const Words& message = group.message;
  const std::string chinese = message.in(Language::kChinese) + count;
  if (group.places.empty()) return {message.english + count, chinese};
  return {group.places.english + ": " + message.english + count,
          "位置 " + group.places.chinese + "：" + chinese};
}

}  // namespace rehearse
