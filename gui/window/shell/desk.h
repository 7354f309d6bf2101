// What every page works with: the library, the clock, the preferences, and a way to say where to go next.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/store_error.h"
#include "core/library.h"
#include "gui/window/shell/notice.h"
#include "gui/window/shell/place.h"
#include "gui/window/shell/preferences.h"
#include "gui/window/window.h"

namespace rehearse {

/// Closes the page on top; the one below it comes to the front.
struct CloseRequest {};
/// Closes the window. The library's file is damaged: what comes next is to mend it.
struct QuitRequest {
  bool to_mend = false;
};
using Wish = std::variant<Place, PageRequest, CloseRequest, QuitRequest>;

class Desk {
 public:
  /// `library` must outlive the desk.
  Desk(Library& library, const WindowOptions& options);

  Library& library() { return library_; }
  LocalInstant now() const { return options_.clock(); }
  /// Ends the window's wait from another thread: then the page's tick() is called.
  const std::function<void()>& wake() const { return options_.wake; }
  const WindowOptions& options() const { return options_; }

  Language language() const { return spoken_ ? *spoken_ : preferences_.language.value_or(options_.language); }
  /// Whatever is preferred, until another language is: not kept.
  void speak_for_now(Language language) { spoken_ = language; }
  ThemeName theme() const;
  /// What the desktop prefers, as far as it was asked.
  void set_system_theme(ThemeName theme) { options_.theme = theme; }
  const Preferences& preferences() const { return preferences_; }
  /// From now on, and in the file at once.
  void set_preferences(Preferences preferences);
  /// Writes them once more when that failed the last time: there may be room by now.
  void keep_preferences();

  // Wishes: carried out when the page has returned.
  void go(Place place) { wishes_.push_back(place); }
  void open(PageRequest request) { wishes_.push_back(std::move(request)); }
  void close() { wishes_.push_back(CloseRequest{}); }
  void quit() { wishes_.push_back(QuitRequest{}); }
  void quit_to_mend() { wishes_.push_back(QuitRequest{true}); }
  std::vector<Wish> take_wishes() { return std::exchange(wishes_, {}); }

  void tell(NoticeKind kind, Words text) { notice_ = Notice{kind, std::move(text)}; }
  /// The same of a change that can be taken back from where it is told.
  void tell(Notice notice) { notice_ = std::move(notice); }
  std::optional<Notice>& notice() { return notice_; }
  /// Does it; when the library cannot, says so in `trouble`, whose {} is the reason. True when it was done.
  bool attempt(const Phrase& trouble, const std::function<void()>& act);
  void tell_trouble(const Phrase& trouble, const StoreError& error);

  /// The deck one is at, on whatever page; nothing: all of them.
  std::optional<DeckId> deck;

  /// Takes back the latest change of the library, whatever page made it, and says what it was; or brings the
  /// last one taken back here again.
  void undo();
  void redo();
  /// The same for one change, whatever came after it.
  void take_back(const GivenChange& change);

  /// For the system's clipboard, taken by the window.
  void copy(std::string text) { copied_ = std::move(text); }
  std::optional<std::string> take_copied() { return std::exchange(copied_, std::nullopt); }

 private:
  Library& library_;
  WindowOptions options_;
  Preferences preferences_;
  bool is_kept_ = true;  // they are, in the file
  std::optional<Language> spoken_;
  std::vector<Wish> wishes_;
  std::optional<Notice> notice_;
  std::optional<std::string> copied_;
  std::vector<std::pair<OpId, GivenChange>> undone_;  // the undoing op, and what it took back
};

}  // namespace rehearse
