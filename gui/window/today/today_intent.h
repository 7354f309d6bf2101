// What a person can ask for on the first screen.
#pragma once

#include <cstddef>
#include <variant>

namespace rehearse {

struct SelectDeck {
  std::size_t row;
};
struct StartStudy {};

using TodayIntent = std::variant<std::monostate, SelectDeck, StartStudy>;

}  // namespace rehearse
