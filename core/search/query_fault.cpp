#include "core/search/query_fault.h"

#include <algorithm>

#include "core/base/text.h"

namespace rehearse {
namespace {

constexpr std::string_view kCut = "…";
constexpr std::size_t kLeastColumns = 8;

/// The end of `text`, of at most `columns` columns.
std::string_view last_columns(std::string_view text, std::size_t columns) {
  std::size_t begin = 0;
  for (std::size_t width = display_width(text); width > columns && begin < text.size();) {
    const std::size_t before = begin;
    next_code_point(text, begin);
    width -= display_width(text.substr(before, begin - before));
  }
  return text.substr(begin);
}

}  // namespace

std::string in_one_line(std::string_view text) {
  std::string line;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    const bool is_control = c < U' ' || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
    append_utf8(line, is_control ? U' ' : c);
  }
  return line;
}

std::string pointed_out(std::string_view query, const QueryFault& fault, std::size_t columns) {
  columns = std::max(columns, kLeastColumns);
  const std::size_t begin = std::min(fault.begin, query.size());
  const std::size_t length = std::max(fault.end, begin) - begin;
  std::string before = in_one_line(query.substr(0, begin));
  std::string from = in_one_line(query.substr(begin));
  std::size_t wide = display_width(in_one_line(query.substr(begin, length)));

  // The fault stands in the middle of what is shown of a long query.
  const std::size_t half = columns / 2;
  if (display_width(before) > half)
    before = std::string(kCut) + std::string(last_columns(before, half - display_width(kCut)));
  const std::size_t indent = display_width(before), left = columns - indent;
  if (display_width(from) > left) {
    from = std::string(first_columns(from, left - display_width(kCut)));
    wide = std::min(wide, display_width(from));
    from += kCut;
  }
  return before + from + "\n" + std::string(indent, ' ') + std::string(std::max<std::size_t>(1, wide), '^');
}

Error to_error(std::string_view query, const QueryFault& fault) {
  const std::string column =
      std::to_string(length_in_code_points(query.substr(0, std::min(fault.begin, query.size()))) + 1);
  return {{"search, column " + column + ": " + fault.what.english,
           "搜索第 " + column + " 列：" + fault.what.chinese},
          "",
          fault.hint};
}

}  // namespace rehearse
