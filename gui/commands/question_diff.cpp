#include "gui/commands/question_diff.h"

#include <algorithm>

namespace rehearse {
namespace {

std::string lines_of(const std::vector<std::string>& items) {
  std::string lines;
  for (const std::string& item : items) lines += (lines.empty() ? "" : "\n") + item;
  return lines;
}

std::string words_of(const std::vector<Option>& options) {
  std::vector<std::string> lines;
  for (const Option& option : options) lines.push_back(option.letter + ". " + option.text);
  return lines_of(lines);
}

std::string words_of(const KeyPoint& point) {
  return point.detail.empty() ? point.cue : point.cue + "：" + point.detail;
}

std::string cues_of(const Question& question) {
  std::vector<std::string> cues;
  for (const KeyPoint& point : question.points) cues.push_back(point.cue);
  return lines_of(cues);
}

}  // namespace

QuestionChange difference(const ListedQuestion& before, const ListedQuestion& after) {
  QuestionChange change{after.id, after.number, after.question.stem, {}};
  const auto compare = [&](const char* field, const std::string& old_text, const std::string& new_text) {
    if (old_text != new_text) change.fields.push_back({field, old_text, new_text});
  };
  const Question& was = before.question;
  const Question& is = after.question;
  compare("stem", was.stem, is.stem);
  compare("section", was.section, is.section);
  compare("options", words_of(was.options), words_of(is.options));
  compare("key", lines_of(was.answer_key), lines_of(is.answer_key));
  compare("answer", was.answer, is.answer);
  compare("analysis", was.analysis, is.analysis);
  compare("criteria", lines_of(was.criteria), lines_of(is.criteria));
  for (std::size_t i = 0; i < after.points.size(); ++i) {
    const auto found = std::find(before.points.begin(), before.points.end(), after.points[i]);
    if (found == before.points.end()) continue;
    const auto old = static_cast<std::size_t>(found - before.points.begin());
    compare("point", words_of(was.points[old]), words_of(is.points[i]));
  }
  if (before.points != after.points) compare("points", cues_of(was), cues_of(is));
  const auto flag = [](int number) { return number == 0 ? std::string() : std::to_string(number); };
  compare("flag", flag(before.marks.flag), flag(after.marks.flag));
  compare("tags", lines_of(before.marks.tags), lines_of(after.marks.tags));
  compare("example", before.marks.example, after.marks.example);
  return change;
}

}  // namespace rehearse
