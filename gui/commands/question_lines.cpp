#include "gui/commands/question_lines.h"

#include <algorithm>
#include <ostream>

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

}  // namespace rehearse
