#include "core/recall/units.h"

#include <bit>
#include <optional>
#include <span>
#include <string>

#include "core/base/sign.h"
#include "core/base/text.h"
#include "core/recall/common_words.h"
#include "core/recall/english_stem.h"
#include "core/recall/folded_characters.h"
#include "core/recall/numerals.h"

namespace rehearse {
namespace {

// How far a 不 or a not reaches, in units: 不急着分辨责任.
constexpr std::size_t kNegatedUnits = 5;
constexpr std::u32string_view kSentenceEnds = U".;!?。…\n";
constexpr std::u32string_view kClauseEnds = U",:、—";  // besides
constexpr std::string_view kPercent = "percent";

/// The finaliser of splitmix64 (Steele, Lea, Flood 2014): spreads every bit over all.
std::uint64_t spread(std::uint64_t bits) {
  bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9U;
  bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBU;
  return bits ^ (bits >> 31);
}

std::uint64_t code_of(UnitKind kind, std::uint64_t bits) {
  return spread(bits + (static_cast<std::uint64_t>(kind) + 1) * 0x9E3779B97F4A7C15U);
}

std::uint64_t code_of_word(std::string_view word) {
  std::uint64_t hash = 0xCBF29CE484222325U;  // FNV-1a
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return code_of(UnitKind::kWord, hash);
}

std::uint64_t code_of_number(double value) {
  return code_of(UnitKind::kNumber, std::bit_cast<std::uint64_t>(value));
}

class UnitReader {
 public:
  explicit UnitReader(std::string_view text) : characters_(folded_characters(text)) {}

  std::vector<Unit> read() {
    while (at_ < characters_.size()) {
      if (const std::size_t harmless = length_of_harmless_negation(rest())) harmless_until_ = at_ + harmless;
      if (!take_percentage() && !take_number() && !take_ideograph() && !take_word()) take_separator();
    }
    return std::move(units_);
  }

 private:
  std::span<const FoldedCharacter> rest() const { return std::span(characters_).subspan(at_); }
  char32_t here() const { return characters_[at_].character; }
  bool follows(std::u32string_view word) const {
    if (characters_.size() - at_ < word.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i)
      if (characters_[at_ + i].character != word[i]) return false;
    return true;
  }

  void add(std::uint64_t code, UnitKind kind, std::size_t length, bool is_common) {
    Unit unit;
    unit.code = code;
    unit.kind = kind;
    unit.source = {characters_[at_].source.begin, characters_[at_ + length - 1].source.end};
    unit.clause = clause_;
    unit.sentence = sentence_;
    unit.is_joined = is_joined_;
    unit.is_common = is_common;
    unit.is_negated = units_.size() < negated_until_;
    units_.push_back(unit);
    at_ += length;
    is_joined_ = true;
  }

  void negate_what_follows() { negated_until_ = units_.size() + kNegatedUnits; }

  /// 百分之六十八 as 68%.
  bool take_percentage() {
    constexpr std::u32string_view kChinese = U"百分之";
    if (!follows(kChinese)) return false;
    const std::size_t sign = at_;
    at_ += kChinese.size();
    if (!take_number()) {
      at_ = sign;
      return false;
    }
    const std::size_t behind = std::exchange(at_, sign);
    add(code_of_word(kPercent), UnitKind::kWord, kChinese.size(), false);
    at_ = behind;
    return true;
  }

  bool take_number() {
    const auto number = numeral_at(rest());
    if (!number) return false;
    const bool is_article = number->length == 1 && number->value == 1 && here() == U'一';
    add(code_of_number(number->value), UnitKind::kNumber, number->length, is_article);
    return true;
  }

  bool take_ideograph() {
    if (sign_of(here()) != Sign::kIdeograph) return false;
    const bool negates = at_ >= harmless_until_ && is_negating_ideograph(here());
    add(code_of(UnitKind::kIdeograph, here()), UnitKind::kIdeograph, 1,
        negates || is_common_ideograph(here()));
    if (negates) negate_what_follows();
    return true;
  }

  bool take_word() {
    if (here() == '%') {
      add(code_of_word(kPercent), UnitKind::kWord, 1, false);
      return true;
    }
    std::string word;
    std::size_t length = 0;
    for (const FoldedCharacter& folded : rest()) {
      const bool is_apostrophe = folded.character == '\'' || folded.character == U'’';
      if (!(is_apostrophe && length > 0) && sign_of(folded.character) != Sign::kLetter) break;
      if (!is_apostrophe) append_utf8(word, folded.character);
      ++length;
    }
    if (length == 0) return false;
    const bool negates = is_negating_word(word);
    if (const auto number = english_number(word))
      add(code_of_number(*number), UnitKind::kNumber, length, word == "one");
    else
      add(code_of_word(english_stem(word)), UnitKind::kWord, length, negates || is_common_word(word));
    if (negates) negate_what_follows();
    return true;
  }

  void take_separator() {
    const bool ends_sentence = kSentenceEnds.find(here()) != std::u32string_view::npos;
    if (ends_sentence || kClauseEnds.find(here()) != std::u32string_view::npos) {
      // Two signs side by side part nothing.
      if (!units_.empty() && units_.back().clause == clause_) ++clause_;
      if (ends_sentence && !units_.empty() && units_.back().sentence == sentence_) ++sentence_;
      negated_until_ = 0;
    }
    is_joined_ = false;
    ++at_;
  }

  std::vector<FoldedCharacter> characters_;
  std::size_t at_ = 0;
  std::vector<Unit> units_;
  std::uint32_t clause_ = 0;
  std::uint32_t sentence_ = 0;
  bool is_joined_ = false;
  std::size_t harmless_until_ = 0;  // a character
  std::size_t negated_until_ = 0;   // a unit
};

}  // namespace

std::vector<Unit> units_of(std::string_view text) { return UnitReader(text).read(); }

std::uint64_t joined_code(std::uint64_t first, std::uint64_t second) {
  return spread(first * 0x9E3779B97F4A7C15U + second);
}

}  // namespace rehearse
