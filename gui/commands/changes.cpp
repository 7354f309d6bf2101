#include "gui/commands/changes.h"

#include <algorithm>
#include <array>

#include "core/base/text.h"
#include "gui/commands/say.h"

namespace rehearse {
namespace {

// Code points.
constexpr std::size_t kTextShown = 60;
constexpr std::size_t kContextShown = 12;  // before a difference

struct FieldName {
  const char* field;
  Words words;
};

/// A field of a question as people call it.
Words field_words(const std::string& field) {
  static const std::array kNames{FieldName{"stem", {"question", "题目"}},
                                 FieldName{"section", {"section", "章节"}},
                                 FieldName{"kind", {"kind", "题型"}},
                                 FieldName{"code", {"code", "代码"}},
                                 FieldName{"options", {"options", "选项"}},
                                 FieldName{"key", {"key", "正确答案"}},
                                 FieldName{"answer", {"answer", "参考答案"}},
                                 FieldName{"analysis", {"analysis", "解析"}},
                                 FieldName{"criteria", {"criteria", "评分标准"}},
                                 FieldName{"marks", {"marks", "分值"}},
                                 FieldName{"seconds", {"time limit", "限时"}},
                                 FieldName{"point", {"point", "要点"}},
                                 FieldName{"points", {"points", "要点"}},
                                 FieldName{"flag", {"flag", "旗标"}},
                                 FieldName{"tags", {"tags", "标签"}},
                                 FieldName{"example", {"my example", "我的例子"}}};
  const auto found =
      std::find_if(kNames.begin(), kNames.end(), [&](const FieldName& name) { return field == name.field; });
  return found == kNames.end() ? Words(field, field) : found->words;
}

/// A text of any length in one line.
std::string in_one_line(const std::string& text) {
  std::string line;
  for (const std::string_view part : split_lines(text)) {
    if (trimmed(part).empty()) continue;
    if (!line.empty()) line += " / ";
    line += trimmed(part);
  }
  return shortened(line, kTextShown);
}

std::string or_nothing(const std::string& text, const char* nothing) {
  return text.empty() ? nothing : in_one_line(text);
}

/// Without the beginning that two long texts share, so that what differs is in sight.
std::string from_difference(const std::string& text, const std::string& other) {
  const std::u32string a = to_utf32(text), b = to_utf32(other);
  const auto differs = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
  const auto shared = static_cast<std::size_t>(differs - a.begin());
  if (std::max(a.size(), b.size()) <= kTextShown || shared <= kContextShown) return text;
  return "…" + to_utf8(a.substr(shared - kContextShown));
}

/// Outside a document questions have no number.
std::string numbered(const QuestionChange& question) {
  const std::string stem = in_one_line(question.stem);
  return question.number == 0 ? stem : text(question.number) + ". " + stem;
}

class Changes {
 public:
  explicit Changes(const Environment& environment) : say_(environment) {}

  void added(const QuestionChange& question) {
    const std::string line = "  + " + numbered(question);
    say_({line, line});
  }

  void changed(const QuestionChange& question) {
    const std::string head = "  ~ " + numbered(question);
    say_({head, head});
    for (const FieldChange& field : question.fields) {
      if (field.before.empty() && field.after.empty()) {
        say_({"      the points in another order", "      要点顺序"});
        continue;
      }
      const Words name = field_words(field.field);
      const std::string before = from_difference(field.before, field.after);
      const std::string after = from_difference(field.after, field.before);
      say_({"      " + name.english + ": " + or_nothing(before, "(nothing)") + " → " +
                or_nothing(after, "(nothing)"),
            "      " + name.chinese + "：" + or_nothing(before, "（无）") + " → " +
                or_nothing(after, "（无）")});
    }
  }

  void removed(const QuestionChange& question) {
    const std::string line = "  - " + numbered(question);
    say_({line, line});
  }

  void kept(const KeptEdit& edit) {
    const std::string stem = in_one_line(edit.stem);
    if (edit.field == "deleted") {
      say_({"  = " + stem + ": you deleted it", "  = " + stem + "：已被你删除"});
      return;
    }
    const Words name = field_words(edit.field);
    const bool changed = edit.text == KeptEdit::Document::kChanged;
    const bool is_point = edit.field == "point";
    say_({"  = " + stem + ": " + name.english +
              ": yours: " + or_nothing(edit.here, is_point ? "(removed, merged or split)" : "(nothing)") +
              (changed ? "; the file says now: " : "; the file: ") + or_nothing(edit.document, "(nothing)"),
          "  = " + stem + "：" + name.chinese + "：你的：" +
              or_nothing(edit.here, is_point ? "（已删除、合并或拆分）" : "（无）") +
              (changed ? "；文件现为：" : "；文件：") + or_nothing(edit.document, "（无）")});
  }

  void missing(const MissingQuestion& question) {
    const std::string line = "  - " + in_one_line(question.stem);
    say_({line, line});
  }

  template <class Item>
  void list(const Words& title, const std::vector<Item>& items, void (Changes::*print)(const Item&)) {
    if (items.empty()) return;
    say_(title);
    for (const Item& item : items) (this->*print)(item);
  }

 private:
  Say say_;
};

}  // namespace

void print_changes(const Environment& environment, const ImportChanges& changes, AddedQuestions added) {
  Changes print(environment);
  if (added == AddedQuestions::kListed) print.list({"added", "新增"}, changes.added, &Changes::added);
  print.list({"changed", "更新"}, changes.changed, &Changes::changed);
  print.list({"your edits, kept", "保留你的修改"}, changes.kept, &Changes::kept);
  print.list({"no longer in the file, kept", "文件里已没有，仍保留"}, changes.missing, &Changes::missing);
}

void print_change(const Environment& environment, const QuestionChange& change) {
  Changes(environment).changed(change);
}

void print_deck_changes(const Environment& environment, const DeckChanges& changes) {
  Changes print(environment);
  const Say say(environment);
  if (changes.is_nothing()) say({"nothing differs", "没有差别"});
  if (changes.is_deck_changed) say({"the deck's title or sections", "题库标题或章节有改动"});
  print.list({"added", "新增"}, changes.added, &Changes::added);
  print.list({"changed", "更新"}, changes.changed, &Changes::changed);
  print.list({"removed", "移除"}, changes.removed, &Changes::removed);
}

}  // namespace rehearse
