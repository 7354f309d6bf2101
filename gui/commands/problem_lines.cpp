#include "gui/commands/problem_lines.h"

#include "core/deck/problem_groups.h"
#include "gui/commands/say.h"

namespace rehearse {

void print_problems(const Environment& environment, const std::vector<Problem>& problems) {
  const Say say(environment);
  for (const ProblemGroup& group : grouped(problems)) {
    const Words line = line_of(group);
    const std::string code = " [" + group.code + "]";
    say({"  " + line.english + code, "  " + line.chinese + code});
  }
}

}  // namespace rehearse
