#include "core/import/formats/html_words.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/import/characters.h"

namespace rehearse {
namespace {

std::string with_plain_blanks(std::string_view word) {
  constexpr std::string_view kNoBreakBlank = "\xC2\xA0";
  std::string plain(word);
  for (std::size_t at = plain.find(kNoBreakBlank); at != std::string::npos;
       at = plain.find(kNoBreakBlank, at))
    plain.replace(at, kNoBreakBlank.size(), " ");
  return plain;
}

}  // namespace

void HtmlWords::text(std::string_view text) {
  if (underlined_ && text.find_first_not_of(" \n\t") == std::string_view::npos) {
    *underlined_ += text;
    return;
  }
  while (!text.empty()) {
    constexpr std::string_view kBlanks = " \n\t\r";
    const std::size_t length = std::min(text.find_first_of(kBlanks), text.size());
    if (length > 0) word(text.substr(0, length));
    text.remove_prefix(length);
    const std::size_t behind = std::min(text.find_first_not_of(kBlanks), text.size());
    if (behind > 0 && blank_ != Blank::kBlank) {
      const bool ends_line = text.substr(0, behind).find('\n') != std::string_view::npos;
      blank_ = ends_line ? Blank::kLineEnd : Blank::kBlank;
    }
    text.remove_prefix(behind);
  }
}

void HtmlWords::word(std::string_view word) {
  const std::string plain = with_plain_blanks(word);
  if (underlined_) {
    // A line to write on is underlined blanks.
    if (plain.find_first_not_of(' ') == std::string::npos) {
      *underlined_ += plain;
      return;
    }
    underlined_.reset();
  }
  if (diverted_ != nullptr) {
    add(*diverted_, plain);
    blank_ = Blank::kNone;
    return;
  }
  if (copy_ != nullptr) add(*copy_, plain);
  if (blank_ != Blank::kNone && !writer_.at_line_start()) {
    std::size_t first = 0;
    // A line of Chinese goes on in the next without a blank.
    const bool within_chinese = blank_ == Blank::kLineEnd && is_han(writer_.last_character()) &&
                                is_han(next_code_point(plain, first));
    if (!within_chinese) writer_.text(" ");
  }
  blank_ = Blank::kNone;
  writer_.text(plain);
}

void HtmlWords::add(std::string& text, std::string_view word) const {
  if (blank_ != Blank::kNone && !text.empty()) text += ' ';
  text += word;
}

void HtmlWords::close_underline() {
  if (!underlined_) return;
  const bool is_gap = underlined_->size() > 1;
  underlined_.reset();
  if (is_gap) word("____");
}

}  // namespace rehearse
