// What an ordinary call that can fail gives back. A fault nobody expects (disk full, damaged file)
// is an exception instead: see core/base/store_error.h.
#pragma once

#include <string>
#include <utility>
#include <variant>

#include "core/base/words.h"

namespace rehearse {

/// One line for the user: what went wrong, where, and (if there is one) what to do about it.
struct Error {
  Words what;
  std::string where;
  Words hint;

  std::string line(Language language = Language::kEnglish) const {
    const bool chinese = language == Language::kChinese;
    std::string text = where.empty() ? "" : where + (chinese ? "：" : ": ");
    text += what.in(language);
    if (hint.empty()) return text;
    return text + (chinese ? "（" : " (") + hint.in(language) + (chinese ? "）" : ")");
  }
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  explicit operator bool() const { return state_.index() == 0; }
  T& operator*() { return std::get<0>(state_); }
  const T& operator*() const { return std::get<0>(state_); }
  T* operator->() { return &std::get<0>(state_); }
  const T* operator->() const { return &std::get<0>(state_); }
  const Error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace rehearse
