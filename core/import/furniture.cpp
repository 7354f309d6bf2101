#include "core/import/furniture.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/marks.h"
#include "core/import/site_words.h"

namespace rehearse {
namespace {

/// "17:42    5G  63%": the status line of a phone in a picture.
bool is_status_line(std::string_view line) {
  constexpr std::size_t kLongest = 50;  // bytes
  if (line.size() > kLongest || line.size() < 4) return false;
  const std::size_t colon = line.find(':');
  if (colon == 0 || colon > 2 || line.size() < colon + 3) return false;
  const auto digit = [&](std::size_t i) { return line[i] >= '0' && line[i] <= '9'; };
  const bool clock = digit(0) && digit(colon - 1) && digit(colon + 1) && digit(colon + 2);
  if (!clock) return false;
  if (contains_any(line, {"5G", "4G", "LTE", "Wi-Fi", "KB/s"})) return true;
  return std::all_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }) &&
         (line.size() == colon + 3 || line[colon + 3] == ' ');
}

/// 上一题  下一题: nothing but buttons.
bool is_row_of_buttons(std::string_view line) {
  constexpr std::size_t kLongest = 90;  // bytes
  if (line.size() > kLongest) return false;
  static const ByteSet gaps(" |\t");
  std::size_t words = 0;
  for (std::size_t begin = 0; begin < line.size();) {
    const std::size_t end = gaps.find_in(line, begin);
    const std::string_view word = line.substr(begin, end - begin);
    if (!word.empty() && !is_furniture_word(word)) return false;
    if (!word.empty()) ++words;
    begin = end + 1;
  }
  return words > 0;
}

/// "5.0分": what a platform gave for an answer.
bool is_bare_marks(std::string_view line) {
  constexpr std::string_view kUnit = "分";
  if (line.size() <= kUnit.size() || line.size() > kUnit.size() + 5) return false;
  return line.substr(line.size() - kUnit.size()) == kUnit &&
         line.substr(0, line.size() - kUnit.size()).find_first_not_of("0123456789.") ==
             std::string_view::npos;
}

/// - [Concurrency](#concurrency): a line of the table of contents.
bool is_contents_entry(std::string_view line) {
  if (line.empty() || line.back() != ')' || line.find("](#") == std::string_view::npos) return false;
  std::string_view bare = line.substr(bullet_length(line));
  if (const auto number = number_mark(bare)) bare.remove_prefix(number->length);
  return bare.size() > 4 && bare.front() == '[' && bare.back() == ')' &&
         bare.find("](#") != std::string_view::npos;
}

/// "--- page 4 --- log in to read on ---": what a site draws between pages, when it speaks of itself.
bool is_between_dashes(std::string_view line) {
  constexpr std::string_view kDashes = "---";
  constexpr std::size_t kLongest = 160;  // bytes
  return line.size() > 2 * kDashes.size() && line.size() <= kLongest && starts_with(line, kDashes) &&
         ends_with_any(line, {kDashes});
}

bool is_file_name(std::string_view line) {
  if (line.find('.') == std::string_view::npos) return false;
  for (std::string_view ending :
       {".docx", ".doc", ".pdf", ".pptx", ".docxVIP", ".docVIP", ".pdfVIP", ".pptxVIP"})
    if (line.size() > ending.size() && line.substr(line.size() - ending.size()) == ending) return true;
  return false;
}

/// 姓名:____ 得分:____
bool is_exam_form(std::string_view line) {
  if (!contains(line, "名")) return false;
  const bool signed_here = contains_any(line, {"签名", "簽名"}) && contains_any(line, {"____", "＿＿"});
  if (signed_here) return true;
  return contains(line, "姓名") && length_in_code_points(line) < 60 &&
         contains_any(line,
                      {"得分", "成绩", "班级", "学号", "单位", "考号", "准考证", "部门", "工号", "日期"});
}

}  // namespace

std::size_t page_number_length(std::string_view text) {
  Scanner scanner(text);
  const auto take_page = [&](std::string_view field) {
    scanner.skip_blanks();
    return scanner.take(field) || scanner.take_digits().has_value();
  };
  if (!scanner.take("第") || !take_page("PAGE")) return 0;
  scanner.skip_blanks();
  if (!scanner.take("页")) return 0;
  const std::size_t end = scanner.offset();
  scanner.skip_blanks();
  scanner.take_one_of(U",/(");
  scanner.skip_blanks();
  if (!scanner.take("共") || !take_page("NUMPAGES")) return end;
  scanner.skip_blanks();
  if (!scanner.take("页")) return end;
  scanner.take_one_of(U")");
  return scanner.offset();
}

bool is_bare_counter(std::string_view line) {
  if (starts_with(line, "共") && page_count_length_before(line) == line.size()) return true;
  Scanner scanner(line);
  scanner.take_one_of(U"-—–·");
  scanner.skip_blanks();
  std::size_t digits = 0;
  for (; scanner.peek() >= '0' && scanner.peek() <= '9'; ++digits) scanner.take();
  scanner.skip_blanks();
  if (scanner.take_one_of(U"/")) {
    scanner.skip_blanks();
    while (scanner.peek() >= '0' && scanner.peek() <= '9') scanner.take();
  }
  scanner.take_one_of(U"-—–·");
  return digits > 0 && digits < 4 && scanner.at_end();
}

bool is_rule(std::string_view line) {
  // ———— advertisement ————
  constexpr std::string_view kDashes = "——";
  constexpr std::size_t kLongestWords = 120;  // bytes
  if (line.size() <= kLongestWords && line.size() > 2 * kDashes.size() && starts_with(line, kDashes) &&
      line.substr(line.size() - kDashes.size()) == kDashes)
    return !is_answer_heading(line.substr(kDashes.size(), line.size() - 2 * kDashes.size()));
  return line.size() >= 3 && line.find_first_not_of("-*_= ") == std::string_view::npos;
}

std::size_t page_count_length_before(std::string_view text) {
  constexpr std::size_t kLongest = 24;  // bytes
  const std::string_view near = text.substr(text.size() - std::min(kLongest, text.size()));
  const std::size_t at = near.rfind("共");
  if (at == std::string_view::npos) return 0;
  Scanner scanner(near.substr(at + std::string_view("共").size()));
  scanner.skip_blanks();
  if (!scanner.take_digits()) return 0;
  scanner.skip_blanks();
  if (!scanner.take("页")) return 0;
  scanner.skip_blanks();
  scanner.take_one_of(U",/");
  scanner.skip_blanks();
  return scanner.at_end() ? near.size() - at : 0;
}

std::size_t english_page_number_length(std::string_view text) {
  if (!starts_with_english(text, "page ")) return 0;
  Scanner scanner(text);
  scanner.rewind(std::string_view("page ").size());
  if (!scanner.take_digits()) return 0;
  const std::size_t end = scanner.offset();
  const bool counted = scanner.take(" of ") || scanner.take("/") || scanner.take(" / ");
  if (counted && scanner.take_digits()) return scanner.offset();
  return scanner.at_end() ? end : 0;
}

bool is_furniture(std::string_view line) {
  constexpr std::size_t kLongest =
      60;  // code points; longer lines hold the document even if a word slipped in
  constexpr std::size_t kLongestNotice = 400;
  if (is_rule(line) || is_bare_counter(line) || is_bare_marks(line) || is_status_line(line) ||
      is_row_of_buttons(line) || is_file_name(line) || is_exam_form(line) || is_contents_entry(line))
    return true;
  Scanner scanner(line);
  scanner.take_one_of(U"-+·•");
  scanner.skip_blanks();
  const std::string_view bare = scanner.rest();
  if (is_furniture_word(bare)) return true;
  constexpr std::size_t kMostBytes = 4;  // of a character
  if (bare.size() > kMostBytes * kLongestNotice) return false;
  const SiteVoice voice = site_voice_in(bare);
  if (is_between_dashes(line) && voice.furniture + voice.site + voice.english > 0) return true;
  const bool may_be_pages = starts_with(bare, "约") && contains(bare, "页");
  if (voice.furniture == 0 && voice.english < 2 && voice.site < 2 && !may_be_pages) return false;
  const std::size_t length = length_in_code_points(bare);
  if (length < kLongest && may_be_pages) return true;
  if (length >= kLongestNotice) return false;
  if (length < kLongest && voice.furniture > 0) return true;
  return (length < 2 * kLongest && voice.english >= 2) || voice.site >= 2;
}

bool is_head_or_foot(std::string_view line) {
  constexpr std::size_t kLongest = 70;  // code points
  if (length_in_code_points(line.substr(0, 4 * kLongest + 4)) > kLongest) return false;
  if (contains_any(line, {"。", "？", "?", "；", "！"})) return false;
  const std::string_view bare = trimmed(line);
  return !number_mark(bare) && !label(bare) && !section_mark(bare) && bullet_length(bare) == 0;
}

}  // namespace rehearse
