// Names of months and days, and what is said of a day of the calendar.
#pragma once

#include <array>

#include "gui/window/strings/phrase.h"

namespace rehearse::words {

inline constexpr std::array kMonths{Phrase{"1月", "Jan"},  Phrase{"2月", "Feb"},  Phrase{"3月", "Mar"},
                                    Phrase{"4月", "Apr"},  Phrase{"5月", "May"},  Phrase{"6月", "Jun"},
                                    Phrase{"7月", "Jul"},  Phrase{"8月", "Aug"},  Phrase{"9月", "Sep"},
                                    Phrase{"10月", "Oct"}, Phrase{"11月", "Nov"}, Phrase{"12月", "Dec"}};
/// Monday first.
inline constexpr std::array kWeekdays{Phrase{"一", "Mon"}, Phrase{"二", "Tue"}, Phrase{"三", "Wed"},
                                      Phrase{"四", "Thu"}, Phrase{"五", "Fri"}, Phrase{"六", "Sat"},
                                      Phrase{"日", "Sun"}};
inline constexpr Phrase kDayAnswers{"{}：答了 {} 次", "{}: {} answer(s)"};
inline constexpr Phrase kDayOneAnswer{"{}：答了 1 次", "{}: 1 answer"};
inline constexpr Phrase kDayNoAnswers{"{}：没有作答", "{}: no answers"};

}  // namespace rehearse::words
