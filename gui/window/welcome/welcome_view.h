// What the first start shows and what a person can ask for there.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/language.h"
#include "core/base/time.h"

namespace rehearse {

struct OfferedDeck {
  std::string title;
  std::size_t questions = 0;
  bool is_chosen = false;
};

struct WelcomeView {
  bool asks_language = false;  // first of all, while nothing tells it
  std::vector<OfferedDeck> decks;
  StudyDay today{};
  std::optional<int> days_to_interview;
  int minutes = 15;  // a day
};

struct SpeakLanguage {
  Language language = Language::kChinese;
};
struct ToggleDeck {
  std::size_t deck = 0;
};
struct InterviewIn {
  std::optional<int> days;
};
struct MinutesADay {
  int minutes = 15;
};
struct PickDocument {};
struct FinishWelcome {};
struct SkipWelcome {};

using WelcomeIntent = std::variant<std::monostate, SpeakLanguage, ToggleDeck, InterviewIn, MinutesADay,
                                   PickDocument, FinishWelcome, SkipWelcome>;

}  // namespace rehearse
