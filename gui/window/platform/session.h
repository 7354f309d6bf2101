// The desktop session the window runs in: other programs of it are asked and told things.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/process.h"
#include "gui/window/theme_name.h"

namespace rehearse {

struct Session {
  /// NAME=value of the variables by which a program finds the session: its bus, its run-time folder. None:
  /// there is no session, and nothing is asked.
  std::vector<std::string> variables;
  std::filesystem::path config_folder;  // XDG_CONFIG_HOME, or ~/.config
};

/// Runs `words` with the session's variables and waits, some seconds at most: for threads of their own.
/// Throws std::system_error when the machine has no processes left.
ProcessOutcome run_in_session(const Session& session, const std::vector<std::string>& words);

/// What the desktop prefers: asks its portal (org.freedesktop.appearance), else GNOME's settings, else reads
/// GTK's. Nothing when none of them says.
std::optional<ThemeName> ask_desktop_theme(const Session& session);

}  // namespace rehearse
