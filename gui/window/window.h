// The desktop client: one window over one library.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/time.h"
#include "core/library.h"
#include "gui/window/platform/events.h"
#include "gui/window/platform/session.h"
#include "gui/window/platform/window_lock.h"
#include "gui/window/strings/phrase.h"
#include "gui/window/theme_name.h"
#include "gui/window/ui/probe.h"

namespace rehearse {

/// What told the language: nothing does where the locale is C, and the learner is asked.
enum class LanguageFrom { kLocale, kNowhere };

/// Sits in front of the window in a person's place and times it: for measurements.
struct WindowObserver {
  struct Frame {
    std::chrono::duration<double, std::milli> code;  // that the program's own code took
    const Probe& shown;
  };
  /// What it does, beside the desktop's own events; asked again and again.
  std::function<std::vector<Event>()> act = [] { return std::vector<Event>(); };
  /// A frame is complete on the screen.
  std::function<void(const Frame&)> see;
};

struct WindowOptions {
  std::function<LocalInstant()> clock;  // main is the only place that reads the real one
  ThemeName theme = ThemeName::kLight;  // the system's, unless the learner prefers another
  Language language = Language::kChinese;
  std::filesystem::path preferences_file = {};  // empty: they last as long as the window
  std::filesystem::path bundled_decks = {};     // offered at the first start; may not exist
  LanguageFrom language_from = LanguageFrom::kLocale;
  std::vector<std::string> files = {};  // to be read for import at the start
  std::filesystem::path home = {};      // where decks are offered to be written
  /// What a second start with this library wants: then the window comes to the front, and reads its files.
  std::function<std::optional<WindowCall>()> take_call = [] { return std::nullopt; };
  /// True once the session ends: then the window closes and asks nothing.
  std::function<bool()> has_session_ended = [] { return false; };
  std::filesystem::path library_folder = {};
  /// The same library once more, for a thread of its own; may be called on that thread. Throws StoreError.
  std::function<Library()> open_again = {};
  RandomSource random = {};
  ComparedClock clock_source = ComparedClock::kComputers;  // of `clock`
  std::string computer_name = {};                          // what a list of devices calls this one
  Session session = {};
  /// The desktop's light or dark, asked for on a thread of its own; empty: `theme` holds.
  std::function<std::optional<ThemeName>()> desktop_theme = {};
  /// Called on another thread when App::tick() has something to do.
  std::function<void()> wake = [] {};
  std::optional<WindowObserver> observer = {};
};

/// True when a window can be opened here. Otherwise `why` says in one line what is missing.
bool can_open_window(Words& why);

/// What the learner wants once a window has closed.
enum class Afterwards {
  kNothing,
  kMend,  // the library, whose file is damaged
  kOpen,  // the library, which is mended
};

/// Runs until the window is closed. Throws NoWindow (platform/desktop_window.h) when the display offers no
/// OpenGL 3.3.
Afterwards run_window(Library& library, const WindowOptions& options);

/// The same in place of a library that is damaged, and that nobody has open: mends it when the learner wants
/// that.
Afterwards run_rescue(const WindowOptions& options);

}  // namespace rehearse
