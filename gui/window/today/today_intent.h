// What a person can ask for on the first screen and on the sheets over it.
#pragma once

#include <cstddef>
#include <optional>
#include <variant>

#include "core/base/time.h"
#include "gui/window/today/today_sheet.h"
#include "gui/window/ui/scroll_wish.h"

namespace rehearse {

struct SelectDeck {
  std::size_t row = 0;
};
struct StartStudy {};
struct OpenImport {};
struct OpenWelcome {};
struct OpenDate {
  std::optional<std::size_t> row;  // nothing: of the selected one
};
struct OpenCustom {};
struct OpenSpread {
  std::size_t row = 0;
};
/// What would make the plan reachable.
struct TakeMoreMinutes {
  std::size_t row = 0;
};
struct LeaveQuestionsOut {
  std::size_t row = 0;
};

// On a sheet
struct ChangeSheet {
  TodaySheet sheet;
};
struct CloseTodaySheet {};
struct SetInterview {
  std::optional<StudyDay> day;
};
struct StartCustom {};
struct SpreadBacklog {};

using TodayIntent = std::variant<std::monostate, SelectDeck, StartStudy, OpenImport, OpenWelcome, OpenDate,
                                 OpenCustom, OpenSpread, TakeMoreMinutes, LeaveQuestionsOut, ScrollPage,
                                 ChangeSheet, CloseTodaySheet, SetInterview, StartCustom, SpreadBacklog>;

}  // namespace rehearse
