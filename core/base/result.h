// What an ordinary call that can fail gives back. A fault nobody expects (disk full, damaged file)
// is an exception instead: see core/store/store_error.h.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace rehearse {

/// One line for the user: what went wrong, where, and (if there is one) what to do about it.
struct Error {
  std::string what;
  std::string where;
  std::string hint;

  std::string line() const {
    std::string text = where.empty() ? what : where + ": " + what;
    return hint.empty() ? text : text + " (" + hint + ")";
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
