// Lines of a message, one after the other.
#pragma once

#include <charconv>
#include <optional>
#include <string_view>

namespace rehearse::sync {

class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) {}

  /// Without its end; nothing behind the last, and for a line that was cut short.
  std::optional<std::string_view> next() {
    const std::size_t end = rest_.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    return line;
  }
  bool is_at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

/// The text up to the first blank, which is taken off with it; nothing where there is none.
inline std::optional<std::string_view> take_word(std::string_view& text) {
  const std::size_t blank = text.find(' ');
  if (blank == std::string_view::npos) return std::nullopt;
  const std::string_view word = text.substr(0, blank);
  text.remove_prefix(blank + 1);
  return word;
}

template <class Number>
std::optional<Number> whole_number(std::string_view digits) {
  Number number{};
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, number);
  if (error != std::errc{} || stop != end || number < 0) return std::nullopt;
  return number;
}

}  // namespace rehearse::sync
