// The daily reminder: a timer of the learner's systemd that shows a notification on the desktop.
#pragma once

#include <optional>
#include <string>

#include "core/base/words.h"
#include "gui/window/platform/session.h"

namespace rehearse {

struct ReminderTime {
  int hour = 20, minute = 0;  // on the learner's clock
  friend bool operator==(const ReminderTime&, const ReminderTime&) = default;
};

/// 20:05
std::string format_clock(ReminderTime time);

/// As the timer's file says it; nothing: there is no reminder.
std::optional<ReminderTime> read_reminder(const Session& session);

/// Writes the timer and turns it on, or with nothing turns it off and removes it. Waits for systemd: for a
/// thread of its own. Returns why it could not, in words; empty when it was done. Nothing is left behind when
/// it was not turned on. `text` is what the notification says, its title first.
Words set_reminder(const Session& session, std::optional<ReminderTime> time, const Words& title,
                   const Words& text, Language language);

}  // namespace rehearse
