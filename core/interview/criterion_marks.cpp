#include "core/interview/criterion_marks.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/base/sign.h"
#include "core/base/text.h"

namespace rehearse {
namespace {

constexpr std::size_t kMostDigits = 6;

constexpr auto kEnglishUnits =
    std::to_array<std::u32string_view>({U"points", U"point", U"marks", U"mark", U"pts", U"pt"});
constexpr auto kTakesAway = std::to_array<std::u32string_view>(
    {U"扣", U"扣除", U"减", U"minus", U"deduct", U"deducts", U"lose", U"loses", U"less"});

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

class CriterionReader {
 public:
  explicit CriterionReader(std::string_view criterion) : text_(to_utf32(case_folded(nfkc(criterion)))) {}

  std::optional<CriterionMarks> read() {
    std::optional<CriterionMarks> named;
    bool takes_away = false;
    while (at_ < text_.size()) {
      if (!is_digit(text_[at_])) {
        ++at_;
        continue;
      }
      const std::size_t begin = at_;
      const auto value = take_range();
      if (!value) continue;
      const auto unit = take_unit(begin);
      if (!unit) continue;
      if (is_taken_away(begin))
        takes_away = true;
      else
        named = CriterionMarks{*value, *unit};
    }
    if (!named && takes_away) return CriterionMarks{};
    return named;
  }

 private:
  bool follows(std::u32string_view word) const { return text_.compare(at_, word.size(), word) == 0; }
  void skip_blanks() {
    while (at_ < text_.size() && is_white_space(text_[at_])) ++at_;
  }

  std::optional<double> take_number() {
    double value = 0;
    std::size_t digits = 0;
    for (; at_ < text_.size() && is_digit(text_[at_]); ++at_, ++digits)
      value = value * 10 + (text_[at_] - U'0');
    if (at_ + 1 < text_.size() && text_[at_] == U'.' && is_digit(text_[at_ + 1])) {
      ++at_;
      for (double place = 0.1; at_ < text_.size() && is_digit(text_[at_]); ++at_, ++digits, place /= 10)
        value += place * (text_[at_] - U'0');
    }
    if (digits == 0 || digits > kMostDigits) return std::nullopt;
    return value;
  }

  /// 5, or the 5 of 3-5.
  std::optional<double> take_range() {
    const auto first = take_number();
    const std::size_t behind = at_;
    skip_blanks();
    if (at_ < text_.size() &&
        std::u32string_view(U"-~–—至到").find(text_[at_]) != std::u32string_view::npos) {
      ++at_;
      skip_blanks();
      if (const auto second = take_number()) return second;
    }
    at_ = behind;
    return first;
  }

  std::optional<CriterionMarks::Unit> take_unit(std::size_t number) {
    if (follows(U"%") && number > 0 && text_[number - 1] == U'(' && at_ + 1 < text_.size() &&
        text_[at_ + 1] == U')')
      return CriterionMarks::Unit::kPercent;
    const std::size_t behind = at_;
    skip_blanks();
    // 5分钟 and 3分之一 are no marks: nothing may go on behind 分.
    if (follows(U"分") && (at_ + 1 == text_.size() || sign_of(text_[at_ + 1]) != Sign::kIdeograph)) {
      ++at_;
      return CriterionMarks::Unit::kMarks;
    }
    for (const std::u32string_view unit : kEnglishUnits) {
      const std::size_t end = at_ + unit.size();
      if (!follows(unit) || (end < text_.size() && sign_of(text_[end]) == Sign::kLetter)) continue;
      at_ = end;
      return CriterionMarks::Unit::kMarks;
    }
    at_ = behind;
    return std::nullopt;
  }

  /// 扣2分, -2分, minus 1 point.
  bool is_taken_away(std::size_t number) const {
    std::size_t end = number;
    while (end > 0 && is_white_space(text_[end - 1])) --end;
    const std::u32string_view before = std::u32string_view(text_).substr(0, end);
    if (!before.empty() && before.back() == U'-' && end == number) return true;
    return std::any_of(kTakesAway.begin(), kTakesAway.end(), [&](std::u32string_view word) {
      return before.size() >= word.size() && before.substr(before.size() - word.size()) == word;
    });
  }

  std::u32string text_;
  std::size_t at_ = 0;
};

/// NFKC wants valid text; a broken byte becomes U+FFFD.
std::string valid(std::string_view text) { return to_utf8(to_utf32(text)); }

}  // namespace

std::optional<CriterionMarks> criterion_marks(std::string_view criterion) {
  return CriterionReader(valid(criterion)).read();
}

}  // namespace rehearse
