#include "core/import/marks_note.h"

#include <initializer_list>

#include "core/import/characters.h"

namespace rehearse {
namespace {

bool take_any(Scanner& scanner, std::initializer_list<std::string_view> words) {
  for (std::string_view word : words)
    if (scanner.take(word)) return true;
  return false;
}

bool take_any_english(Scanner& scanner, std::initializer_list<std::string_view> words) {
  for (std::string_view word : words) {
    if (!starts_with_english(scanner.rest(), word)) continue;
    scanner.rewind(scanner.offset() + word.size());
    return true;
  }
  return false;
}

/// "满分20分", "限时 3 分钟", "10 points".
bool take_part(Scanner& scanner, MarksNote& note) {
  while (take_any(scanner, {"本题", "本小题", "满分", "总分", "分值", "共计", "共", "计", "限时", "答题",
                            "作答", "思考", "准备", "建议", "用时", "时间", "时长", "为"})) {
  }
  scanner.take_one_of(U":");
  scanner.skip_blanks();
  const auto number = scanner.take_digits();
  if (!number) return false;
  const bool half = scanner.take(".5");
  if (!half) scanner.take(".0");
  scanner.skip_blanks();
  const bool minutes = take_any(scanner, {"分钟", "分鐘", "秒"}) ||
                       take_any_english(scanner, {"minutes", "minute", "mins", "min", "seconds"});
  if (minutes) {
    take_any(scanner, {"以内", "之内", "内", "左右"});
    return true;
  }
  if (!scanner.take("分") && !take_any_english(scanner, {"points", "point", "marks", "mark", "pts"}))
    return false;
  note.marks = static_cast<double>(*number) + (half ? 0.5 : 0.0);
  return true;
}

}  // namespace

std::optional<MarksNote> marks_note(std::string_view text) {
  Scanner scanner(text);
  if (!scanner.take_one_of(U"([【")) return std::nullopt;
  MarksNote note;
  do {
    scanner.skip_blanks();
    if (!take_part(scanner, note)) return std::nullopt;
    scanner.skip_blanks();
  } while (scanner.take_one_of(U",、;/"));
  if (!scanner.take_one_of(U")]】")) return std::nullopt;
  note.length = scanner.offset();
  return note;
}

}  // namespace rehearse
