// A sentence for the user in both languages, written where it is said, so that neither falls behind.
#pragma once

#include <string>
#include <utility>

#include "core/base/language.h"

namespace rehearse {

struct Words {
  std::string english;
  std::string chinese;  // empty where only programs and their authors read it

  Words() = default;
  Words(std::string in_english) : english(std::move(in_english)) {}
  Words(const char* in_english) : english(in_english) {}
  Words(std::string in_english, std::string in_chinese)
      : english(std::move(in_english)), chinese(std::move(in_chinese)) {}

  bool empty() const { return english.empty(); }
  const std::string& in(Language language) const {
    return language == Language::kChinese && !chinese.empty() ? chinese : english;
  }
};

}  // namespace rehearse
