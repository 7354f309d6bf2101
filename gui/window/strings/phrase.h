// Something the window says, in Simplified Chinese and in English. All of them stand in this folder: a screen
// names a phrase and holds no words of its own.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

#include "core/base/language.h"
#include "core/base/words.h"

namespace rehearse {

constexpr Language other(Language language) {
  return language == Language::kChinese ? Language::kEnglish : Language::kChinese;
}

/// How many {} there are in a text, to be filled in.
constexpr std::size_t holes_in(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find("{}"); at != std::string_view::npos; at = text.find("{}", at + 2)) ++count;
  return count;
}

/// Whether English counts things with a plural that one thing would be given as well: "{} days".
constexpr bool counts_without_care(std::string_view english) {
  constexpr std::size_t kShortest = 4;  // "is" and "was" are no plurals
  for (std::size_t at = english.find("{} "); at != std::string_view::npos; at = english.find("{} ", at + 3)) {
    std::size_t end = at + 3;
    while (end < english.size() && english[end] >= 'a' && english[end] <= 'z') ++end;
    if (end - at - 3 >= kShortest && english[end - 1] == 's') return true;
  }
  return false;
}

/// One that lacks a language, or whose languages differ in what is filled in, does not compile. English says
/// "{} day(s)": the s is said unless the value before it is 1.
class Phrase {
 public:
  consteval Phrase(const char* chinese, const char* english) : chinese_(chinese), english_(english) {
    if (chinese_.empty() || english_.empty()) throw "a phrase is said in both languages";
    if (holes_in(chinese_) != holes_in(english_)) throw "both languages fill in the same values";
    if (counts_without_care(english_)) throw "write {} day(s)";
  }

  constexpr std::string_view in(Language language) const {
    return language == Language::kChinese ? chinese_ : english_;
  }
  friend constexpr bool operator==(const Phrase&, const Phrase&) = default;

 private:
  std::string_view chinese_, english_;
};

/// The phrase with each {} replaced by the next of `values`.
std::string filled(Language language, const Phrase& phrase, std::initializer_list<std::string_view> values);

/// The same in both languages, for what stays on the screen when the language changes.
Words in_both(const Phrase& phrase, std::initializer_list<std::string_view> values = {});

}  // namespace rehearse
