#include "gui/window/shell/desktop_theme.h"

namespace rehearse {

void DesktopTheme::ask() {
  was_asked_ = true;
  const auto& desktop_theme = desk_.options().desktop_theme;
  if (!desktop_theme || asking_ || desk_.preferences().theme != ThemeChoice::kSystem) return;
  asking_.emplace([desktop_theme](JobControl&) { return desktop_theme(); }, desk_.wake());
}

bool DesktopTheme::tick() {
  if (!asking_ || !asking_->is_done()) return false;
  const ThemeName before = desk_.theme();
  try {
    if (const auto theme = asking_->take()) desk_.set_system_theme(*theme);
  } catch (const StoreError&) {
    // No process could be started: what was light stays light.
  }
  asking_.reset();
  return desk_.theme() != before;
}

}  // namespace rehearse
