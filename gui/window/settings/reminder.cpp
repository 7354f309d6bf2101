#include "gui/window/settings/reminder.h"

#include <cstdio>
#include <fstream>

#include "core/base/file.h"
#include "gui/window/strings/settings_words.h"

namespace rehearse {
namespace {

constexpr const char* kTimer = "rehearse-reminder.timer";
constexpr const char* kService = "rehearse-reminder.service";
constexpr const char* kCalendar = "OnCalendar=*-*-* ";

std::filesystem::path units_folder(const Session& session) {
  return session.config_folder / "systemd" / "user";
}

std::string timer_unit(ReminderTime time) {
  return std::string("[Unit]\nDescription=Rehearse: daily reminder\n\n[Timer]\n") + kCalendar +
         format_clock(time) + ":00\n\n[Install]\nWantedBy=timers.target\n";
}

/// systemd gives a % a meaning, and the words stand in double quotes (systemd.service(5)).
std::string quoted(const std::string& words) {
  std::string result = "\"";
  for (const char letter : words) {
    if (letter == '%') result += '%';
    if (letter == '"' || letter == '\\') result += '\\';
    result += letter;
  }
  return result + '"';
}

std::string service_unit(const std::string& title, const std::string& text) {
  return "[Unit]\nDescription=Rehearse: daily reminder\n\n[Service]\nType=oneshot\n"
         "ExecStart=notify-send --app-name=Rehearse --icon=rehearse " +
         quoted(title) + ' ' + quoted(text) + '\n';
}

void remove_units(const Session& session) {
  std::error_code ignored;
  for (const char* unit : {kTimer, kService}) std::filesystem::remove(units_folder(session) / unit, ignored);
}

/// What systemctl said against it; empty when it did it.
std::string refusal(const Session& session, const std::vector<std::string>& words) {
  std::vector<std::string> all{"systemctl", "--user"};
  all.insert(all.end(), words.begin(), words.end());
  const ProcessOutcome outcome = run_in_session(session, all);
  if (outcome.end == ProcessOutcome::End::kExited && outcome.exit_code == 0) return {};
  const std::string first_line = outcome.errors.substr(0, outcome.errors.find('\n'));
  return first_line.empty() ? "systemctl" : first_line;
}

Words no_systemd(const std::string& why) { return in_both(words::kSettingsNoSystemd, {why}); }

Words turn_off(const Session& session) {
  const bool was_on = read_reminder(session).has_value();
  const std::string why = refusal(session, {"disable", "--now", kTimer});
  remove_units(session);
  if (was_on) refusal(session, {"daemon-reload"});
  return why.empty() || !was_on ? Words() : no_systemd(why);
}

}  // namespace

std::string format_clock(ReminderTime time) {
  char text[32];
  std::snprintf(text, sizeof text, "%02d:%02d", time.hour, time.minute);
  return text;
}

std::optional<ReminderTime> read_reminder(const Session& session) {
  std::ifstream in(units_folder(session) / kTimer);
  for (std::string line; std::getline(in, line);) {
    ReminderTime time;
    if (!line.starts_with(kCalendar)) continue;
    const char* at = line.c_str() + std::string_view(kCalendar).size();
    const bool is_read = std::sscanf(at, "%2d:%2d", &time.hour, &time.minute) == 2;
    if (is_read && time.hour >= 0 && time.hour < 24 && time.minute >= 0 && time.minute < 60) return time;
  }
  return std::nullopt;
}

Words set_reminder(const Session& session, std::optional<ReminderTime> time, const Words& title,
                   const Words& text, Language language) {
  if (session.variables.empty()) return no_systemd("systemctl --user");
  if (!time) return turn_off(session);
  const std::filesystem::path folder = units_folder(session);
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (!write_file(folder / kService, service_unit(title.in(language), text.in(language))) ||
      !write_file(folder / kTimer, timer_unit(*time)))
    return in_both(words::kSettingsReminderNotWritten, {folder.string()});
  for (const std::vector<std::string>& command :
       {std::vector<std::string>{"daemon-reload"}, {"enable", kTimer}, {"restart", kTimer}})
    if (const std::string why = refusal(session, command); !why.empty()) {
      remove_units(session);
      return no_systemd(why);
    }
  return {};
}

}  // namespace rehearse
