#include "gui/window/platform/session.h"

#include <chrono>
#include <fstream>

namespace rehearse {
namespace {

constexpr ProcessLimits kLimits{std::chrono::seconds{2}, 64 * 1024, std::size_t{1} << 30};

bool is_answered(const ProcessOutcome& outcome) {
  return outcome.end == ProcessOutcome::End::kExited && outcome.exit_code == 0;
}

bool holds(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

/// 0: no preference, 1: dark, 2: light (XDG desktop portal, Settings, color-scheme).
std::optional<ThemeName> ask_portal(const Session& session) {
  const ProcessOutcome outcome =
      run_in_session(session, {"busctl", "--user", "call", "org.freedesktop.portal.Desktop",
                               "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings", "Read",
                               "ss", "org.freedesktop.appearance", "color-scheme"});
  if (!is_answered(outcome)) return std::nullopt;
  if (holds(outcome.output, "u 1")) return ThemeName::kDark;
  return ThemeName::kLight;
}

std::optional<ThemeName> ask_gnome(const Session& session) {
  const ProcessOutcome outcome =
      run_in_session(session, {"gsettings", "get", "org.gnome.desktop.interface", "color-scheme"});
  if (!is_answered(outcome)) return std::nullopt;
  return holds(outcome.output, "prefer-dark") ? ThemeName::kDark : ThemeName::kLight;
}

std::optional<ThemeName> read_gtk(const Session& session) {
  std::ifstream in(session.config_folder / "gtk-3.0/settings.ini");
  for (std::string line; std::getline(in, line);)
    if (line.starts_with("gtk-application-prefer-dark-theme"))
      return holds(line, "1") || holds(line, "true") ? ThemeName::kDark : ThemeName::kLight;
  return std::nullopt;
}

}  // namespace

ProcessOutcome run_in_session(const Session& session, const std::vector<std::string>& words) {
  std::vector<std::string> all{"env"};
  all.insert(all.end(), session.variables.begin(), session.variables.end());
  all.insert(all.end(), words.begin(), words.end());
  return run_process(all, "", kLimits);
}

std::optional<ThemeName> ask_desktop_theme(const Session& session) {
  if (!session.variables.empty()) {
    if (const auto theme = ask_portal(session)) return theme;
    if (const auto theme = ask_gnome(session)) return theme;
  }
  return read_gtk(session);
}

}  // namespace rehearse
