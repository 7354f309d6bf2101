#include "core/import/formats/odd_separators.h"

#include <algorithm>
#include <map>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/formats/table_remarks.h"

namespace rehearse {
namespace {

constexpr std::size_t kLinesRead = 40;
constexpr std::size_t kLongestRun = 4;

bool is_sign(char32_t c) {
  static const CharacterSet signs(U"@#$%^&~|;<>=+*-¦｜‖§→★◆");
  return signs.has(c);
}

/// Nobody writes it between words: a single sign must be an odd one itself.
bool may_separate(std::string_view run) {
  const std::u32string signs = to_utf32(run);
  if (signs.size() > kLongestRun) return false;
  if (signs.size() == 1) return std::u32string_view(U"~^@¦｜‖§→").find(signs[0]) != std::u32string::npos;
  const bool only_one = signs.find_first_not_of(signs[0]) == std::u32string::npos;
  if (only_one && std::u32string_view(U"-*+=").find(signs[0]) != std::u32string::npos) return false;
  // The usual ones are tried by their names; the others belong to code, tags and emphasis.
  for (std::string_view known : {"|||", "||", "^*^", "==", ">=", "<=", "->", "&&", "><", "-->"})
    if (run == known) return false;
  return run.find("**") == std::string_view::npos;
}

/// The runs of signs in a line, each once, in their order.
std::vector<std::string> runs_in(std::string_view line) {
  std::vector<std::string> runs;
  std::string run;
  const auto finish = [&] {
    if (!run.empty() && may_separate(run) && std::find(runs.begin(), runs.end(), run) == runs.end())
      runs.push_back(run);
    run.clear();
  };
  for (std::size_t i = 0; i < line.size();) {
    const char32_t c = next_code_point(line, i);
    if (is_sign(c))
      append_utf8(run, c);
    else
      finish();
  }
  finish();
  return runs;
}

}  // namespace

std::vector<std::string> odd_separators(std::string_view text) {
  struct Run {
    std::size_t lines = 0;
    std::size_t places = 0;  // the sum of its places in the order of runs
  };
  std::map<std::string, Run> runs;
  std::size_t lines = 0;
  for (std::size_t begin = 0; begin < text.size() && lines < kLinesRead;) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = trimmed(text.substr(begin, end - begin));
    begin = end + 1;
    if (line.empty() || is_remark(line)) continue;
    ++lines;
    const std::vector<std::string> found = runs_in(line);
    for (std::size_t place = 0; place < found.size(); ++place) {
      ++runs[found[place]].lines;
      runs[found[place]].places += place;
    }
  }
  std::vector<std::string> separators;
  for (const auto& [run, counted] : runs)
    if (counted.lines * 5 >= lines * 4) separators.push_back(run);
  std::stable_sort(separators.begin(), separators.end(), [&](const std::string& a, const std::string& b) {
    const Run& left = runs[a];
    const Run& right = runs[b];
    return left.places * right.lines < right.places * left.lines;
  });
  return separators;
}

}  // namespace rehearse
