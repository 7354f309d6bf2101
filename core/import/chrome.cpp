#include "core/import/chrome.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/furniture.h"
#include "core/import/marks.h"
#include "core/import/site_words.h"
#include "core/import/unfolded_tables.h"

namespace rehearse {
namespace {

/// True when the line opens what a site shows below a preview.
bool is_tail(const std::vector<LinePart>& lines, std::size_t at, std::string_view text) {
  const auto line_at = [&](std::size_t i) {
    return text.substr(lines[i].span.begin, lines[i].span.end - lines[i].span.begin);
  };
  constexpr std::size_t kMostLines = 120;
  constexpr std::size_t kLastLines = 15;
  const std::size_t left = lines.size() - at;
  if (left > kMostLines) return false;
  std::string_view line = line_at(at);
  line.remove_prefix(std::min(line.find_first_not_of("#*> "), line.size()));
  line.remove_prefix(std::min(bullet_length(line), line.size()));
  while (const std::size_t length = markup_length(line)) line.remove_prefix(length);
  const bool tail = line.size() <= 60 && length_in_code_points(line) <= 12 && begins_as_tail(line);
  constexpr std::size_t kShortLine = 90;  // bytes
  const bool shop_speaks =
      line.size() <= kShortLine && !ends_sentence(last_character(line)) && count_shop_words(line) >= 2;
  const bool behind_most = lines[at].span.begin * 2 > text.size();
  const bool last_words = behind_most && left <= kLastLines && (shop_speaks || begins_as_last_words(line));
  if (!tail && !last_words) return false;
  // A heading of these words inside a document is followed by answers.
  for (std::size_t i = at + 1; i < lines.size(); ++i)
    if (const auto found = label(line_at(i)); found && found->has_colon && found->part != Part::kIgnored)
      return false;
  return true;
}

/// "… 下载文档到电脑，查找使用更方便 12积分 下载 收藏": what a shop says in the last words of a line, parted
/// by blanks. Bytes; 0 for none.
std::size_t shop_words_at_end(std::string_view line) {
  constexpr std::size_t kFar = 240;       // bytes
  constexpr std::size_t kShortWord = 15;  // bytes
  std::size_t begin = line.size();
  while (true) {
    const std::size_t blank = begin == 0 ? std::string_view::npos : line.rfind(' ', begin - 1);
    if (blank == std::string_view::npos || line.size() - blank > kFar) break;
    const std::string_view word = line.substr(blank + 1, begin - blank - 1);
    const bool of_shop = count_shop_words(word) > 0 || word.size() <= kShortWord;
    if (!of_shop || contains_any(word, {"。", "？", "?", "；"})) break;
    begin = blank;
  }
  const std::string_view end = line.substr(begin);
  return count_shop_words(end) >= 2 ? end.size() : 0;
}

/// A page that lost all its line ends: what the site shows before and behind the document is one line with
/// it.
SourceSpan without_site_text(std::string_view text, SourceSpan span) {
  constexpr std::size_t kShortest = 2000;  // bytes
  constexpr std::size_t kNear = 2000;
  if (span.end - span.begin < kShortest) return span;
  const std::string_view line = text.substr(span.begin, span.end - span.begin);
  constexpr std::string_view kIntroduction = "文档简介";
  const std::size_t introduction = line.substr(0, kNear).find(kIntroduction);
  if (introduction != std::string_view::npos) span.begin += introduction + kIntroduction.size();
  const std::size_t from = line.size() - kNear;
  std::size_t tail = line.size();
  for (std::string_view word :
       {"温馨提示1", "温馨提示 1", "温馨提示:", "温馨提示：", "最新文档", "相关文档", "文档评论("})
    if (const std::size_t at = line.find(word, from); at != std::string_view::npos) tail = std::min(tail, at);
  tail -= shop_words_at_end(line.substr(0, tail));
  span.end -= line.size() - tail;
  return span;
}

/// Cuts page numbers out of a line that holds more than them.
void add_without_page_numbers(std::string_view text, SourceSpan span, std::vector<LinePart>& lines) {
  bool starts_line = true;
  const auto add = [&](std::size_t begin, std::size_t end) {
    const std::string_view part = trimmed(text.substr(begin, end - begin));
    if (part.empty()) return;
    const auto at = static_cast<std::size_t>(part.data() - text.data());
    lines.push_back({{at, at + part.size()}, starts_line});
    starts_line = false;
  };
  span = without_site_text(text, span);
  std::size_t begin = span.begin;
  const std::string_view head = text.substr(0, span.end);
  const std::string_view line = text.substr(span.begin, span.end - span.begin);
  const std::size_t known = lines.size();
  const auto cut = [&](std::size_t at, std::size_t length) {
    add(begin, at);
    begin = at + length;
  };
  for (std::size_t at = find(head, "第", begin); at != std::string_view::npos;
       at = find(head, "第", at + 3)) {
    const std::string_view rest = head.substr(at);
    const std::size_t length = page_number_length(rest);
    if (length == 0) continue;
    const std::size_t count_before = page_count_length_before(head.substr(begin, at - begin));
    const bool whole = length == span.end - span.begin;
    const bool counted = count_before > 0 || rest.substr(0, length).find("共") != std::string_view::npos;
    if (whole || counted) cut(at - count_before, count_before + length);
  }
  if (const std::size_t at = head.find("Page ", begin); at != std::string_view::npos)
    if (const std::size_t length = english_page_number_length(head.substr(at))) {
      const bool counted = head.substr(at, length).find_first_of("/f") != std::string_view::npos;
      if (counted || at == span.begin) cut(at, length);
    }
  // What stands before or behind a page number in a short line is the page's head or foot; what stands on
  // both sides of it is a sentence that goes on over the page.
  const bool at_edge = lines.size() > known
                           ? begin == span.end
                           : trimmed(text.substr(span.begin, begin - span.begin)).size() < line.size();
  const std::string_view behind = trimmed(text.substr(begin, span.end - begin));
  if (begin > span.begin && at_edge && is_head_or_foot(line) && is_head_or_foot(behind)) {
    lines.resize(known);
    return;
  }
  add(begin, span.end);
}

/// A line without any mark or closing that comes again and again is printed on every page.
std::unordered_map<std::string_view, std::size_t> running_heads(std::string_view text,
                                                                const std::vector<LinePart>& lines) {
  std::unordered_map<std::string_view, std::size_t> counts;
  for (const LinePart& part : lines) {
    const std::string_view line = text.substr(part.span.begin, part.span.end - part.span.begin);
    constexpr std::size_t kShortest = 18;  // bytes: six Chinese characters
    constexpr std::size_t kLongest = 150;
    if (line.size() < kShortest || line.size() > kLongest) continue;
    const char32_t last = last_character(line);
    if (ends_sentence(last) || last == ':' || last == ';' || last == ',') continue;
    if (line.find("<summary>") != std::string_view::npos) continue;  // a fold that opens each answer
    std::string_view bare = line;
    while (const std::size_t length = markup_length(bare)) bare.remove_prefix(length);
    if (number_mark(bare) || label(bare) || section_mark(bare) || bullet_length(bare) > 0) continue;
    const bool option = line[0] >= 'A' && line[0] <= 'H';
    if (!option && line[0] != '#' && line[0] != '|') ++counts[line];
  }
  return counts;
}

/// Above the first heading: the shop's conditions, mostly as a numbered list.
bool is_shop_notice(std::string_view line) {
  constexpr std::size_t kLongestNotice = 200;  // code points
  return length_in_code_points(line.substr(0, 4 * kLongestNotice + 4)) <= kLongestNotice &&
         !contains_any(line, {"?", "？"}) && count_shop_words(line) >= 2;
}

/// The number of lines at the top that end with the shop's notices; 0 for none.
std::size_t lines_of_notices(std::string_view text, const std::vector<LinePart>& lines) {
  constexpr std::size_t kFar = 40;
  std::size_t notices = 0;
  std::size_t end = 0;
  for (std::size_t i = 0; i < lines.size() && i < kFar; ++i) {
    const std::string_view line = text.substr(lines[i].span.begin, lines[i].span.end - lines[i].span.begin);
    if (section_mark(line) || contains_any(line, {"?", "？"})) break;
    std::string_view bare = line.substr(bullet_length(line));
    const auto number = number_mark(bare);
    if (!number || !is_shop_notice(line)) continue;
    ++notices;
    end = i + 1;
  }
  return notices >= 3 ? end : 0;
}

/// 原创文库, the uploader's or the site's name alone on the line above what a site shows below a preview.
bool is_site_name(std::string_view line) {
  constexpr std::size_t kLongest = 10;  // code points
  return line.size() <= 4 * kLongest && length_in_code_points(line) <= kLongest &&
         !ends_sentence(last_character(line)) &&
         (ends_with_any(line, {"网", "文馆", "力库", "学堂", "图书馆", "资料库"}) ||
          contains_any(line, {"文库", "文档", "资料网", "题库网"}));
}

/// A site that lost the line ends of a document shows it as one line, and its own words around it: the number
/// of lines up to the end of the long one, or all of them where the text is not such.
std::size_t end_of_document_in_one_line(std::string_view text, const std::vector<LinePart>& lines) {
  constexpr std::size_t kLongLine = 2000;  // bytes
  std::size_t in_long_lines = 0;
  std::size_t in_all = 0;
  std::size_t end = lines.size();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t size = lines[i].span.end - lines[i].span.begin;
    in_all += size;
    if (size < kLongLine && lines[i].starts_line) continue;
    in_long_lines += size;
    end = i + 1;
  }
  // Labels and numbered questions behind it are the document's own.
  for (std::size_t i = end; i < lines.size(); ++i) {
    const std::string_view line = text.substr(lines[i].span.begin, lines[i].span.end - lines[i].span.begin);
    const auto found = label(line);
    if (found && found->has_colon && found->part != Part::kIgnored) return lines.size();
    const bool asks_of_shop = count_shop_words(line) > 0;  // 1.如何下载?
    if (number_mark(line) && contains_any(line, {"?", "？"}) && !asks_of_shop) return lines.size();
  }
  return in_long_lines * 5 >= in_all * 4 ? end : lines.size();
}

/// Nothing but furniture stands between the line and what a site shows below a preview.
bool is_above_tail(const std::vector<LinePart>& lines, std::size_t at, std::string_view text) {
  for (std::size_t i = at + 1; i < lines.size(); ++i) {
    if (is_tail(lines, i, text)) return true;
    if (!is_furniture(text.substr(lines[i].span.begin, lines[i].span.end - lines[i].span.begin)))
      return false;
  }
  return false;
}

}  // namespace

std::vector<LinePart> content_lines(std::string_view text) {
  static const ByteSet line_ends("\n\x1E");
  static_assert(kUnfoldedLineEnd == '\x1E');
  std::vector<LinePart> lines;
  bool behind_gap = false;
  bool behind_page = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = line_ends.find_in(text, begin);
    const std::size_t known = lines.size();
    add_without_page_numbers(text, {begin, end}, lines);
    const bool is_page_number = lines.size() == known && !trimmed(text.substr(begin, end - begin)).empty();
    if (lines.size() > known) {
      lines[known].behind_gap = behind_gap;
      lines[known].beside_page = behind_page;
      behind_page = false;
    }
    if (is_page_number && known > 0) lines[known - 1].beside_page = true;
    behind_page = behind_page || is_page_number;
    behind_gap = lines.size() == known;
    begin = end + 1;
  }
  constexpr std::size_t kEveryPage = 4;
  const auto heads = running_heads(text, lines);
  std::vector<LinePart> content;
  bool behind_rule = false;
  const auto line_at = [&](std::size_t i) {
    return text.substr(lines[i].span.begin, lines[i].span.end - lines[i].span.begin);
  };
  const std::size_t notices = lines_of_notices(text, lines);
  lines.resize(end_of_document_in_one_line(text, lines));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (is_tail(lines, i, text)) break;
    const std::string_view line = line_at(i);
    const auto head = heads.find(line);
    const auto beside_counter = [&] {
      return lines[i].beside_page || (i > 0 && is_bare_counter(line_at(i - 1))) ||
             (i + 1 < lines.size() && is_bare_counter(line_at(i + 1)));
    };
    // The one at the top is the title.
    const bool running_head = head != heads.end() && !content.empty() &&
                              (head->second >= kEveryPage || (head->second > 1 && beside_counter()));
    const bool notice =
        i < notices && (number_mark(line.substr(bullet_length(line))) || is_shop_notice(line));
    const bool site_name = is_site_name(line) && is_above_tail(lines, i, text);
    if (is_rule(line)) behind_rule = true;
    if (running_head || notice || site_name || is_furniture(line)) continue;
    content.push_back(lines[i]);
    content.back().behind_rule = behind_rule;
    behind_rule = false;
  }
  return content;
}

}  // namespace rehearse
