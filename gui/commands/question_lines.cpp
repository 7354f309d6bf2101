#include "gui/commands/question_lines.h"

#include <algorithm>
#include <ostream>

#include "core/base/text.h"
#include "gui/commands/say.h"

namespace rehearse {

Words kind_in_words(QuestionKind kind) {
  switch (kind) {
    case QuestionKind::kSingle: return {"one right", "单选"};
    case QuestionKind::kMultiple: return {"several right", "多选"};
    case QuestionKind::kTrueFalse: return {"true or false", "判断"};
    case QuestionKind::kFill: return {"fill in", "填空"};
    case QuestionKind::kCase: return {"case", "案例"};
    case QuestionKind::kOpen: break;
  }
  return {"open", "问答"};
}

void print_key(const Environment& environment, const Question& question) {
  std::ostream& out = environment.out;
  const std::vector<std::string>& key = question.answer_key;
  for (const Option& option : question.options) {
    const bool is_right = std::find(key.begin(), key.end(), option.letter) != key.end();
    out << "    " << (is_right ? "✓ " : "  ") << option.letter << ". " << option.text << "\n";
  }
  if (!question.options.empty()) return;
  for (const std::string& blank : key) out << "    ✓ " << blank << "\n";
}

void print_marks(const Environment& environment, const QuestionMarks& marks) {
  const Say say(environment);
  Words line;
  if (marks.flag != 0) line = {"flag " + text(marks.flag), "旗标 " + text(marks.flag)};
  if (!marks.tags.empty()) {
    Words tags;
    for (const std::string& tag : marks.tags)
      tags = tags.empty() ? Words(tag, tag) : Words(tags.english + ", " + tag, tags.chinese + "、" + tag);
    const bool is_first = line.empty();
    line.english += (is_first ? "tags: " : "; tags: ") + tags.english;
    line.chinese += (is_first ? "标签：" : "；标签：") + tags.chinese;
  }
  if (!line.empty()) say({"    " + line.english, "    " + line.chinese});
  if (marks.example.empty()) return;
  std::string example;
  for (const std::string_view part : split_lines(marks.example))
    example += (example.empty() ? "" : "\n       ") + std::string(part);
  say({"    my example: " + example, "    我的例子：" + example});
}

}  // namespace rehearse
