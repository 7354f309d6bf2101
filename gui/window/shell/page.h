// A screen with what it remembers: reads its view from the library, draws it, and does what is asked for on
// it. The drawing itself is a function from a view to an intent, beside each page.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "gui/window/platform/events.h"
#include "gui/window/ui/focus.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

/// A line of the list under F1.
struct KeyLine {
  std::string keys;
  Phrase action;
};

/// Something that the palette (Ctrl+K) can do. The label is searched in both languages.
struct PaletteEntry {
  Words label;
  std::string keys;  // that do it too, if any
  std::function<void()> run;
};

/// What a tick has changed in the picture, the least first.
enum class Redraw {
  kNothing,
  kOneFrame,      // a figure in its place, such as a clock's: a frame costs a laptop without a graphics card
  kUntilSettled,  // anything: Dear ImGui settles hovering and scrolling some frames after their cause
};

constexpr Redraw redraw_if(bool is_new) { return is_new ? Redraw::kUntilSettled : Redraw::kNothing; }

enum class Extent { kBesideNavigation, kWholeWindow };

class Page {
 public:
  virtual ~Page() = default;

  /// Reads anew what it shows: at the start, when it comes to the front again, when the library changed.
  virtual void refresh() = 0;
  /// A key that neither a text field nor the shell took.
  virtual void press(const KeyPressed& press) = 0;
  /// Draws into ui.window and does what the pointer asked for.
  virtual void draw(Ui& ui) = 0;
  virtual std::vector<KeyLine> keys(Language language) const = 0;

  virtual Extent extent() const { return Extent::kBesideNavigation; }
  /// True while characters have a place to go.
  virtual bool is_typing() const { return false; }
  /// While typing: a character, a paste or a key. True when the text field took it.
  virtual bool type(const Event&) { return false; }
  virtual std::vector<PaletteEntry> palette() { return {}; }
  /// Takes back the last thing done here. False: nothing of the page's own, the library's last change goes.
  virtual bool undo() { return false; }
  virtual bool redo() { return false; }
  /// Files dropped on the window. False: they are read for import.
  virtual bool drop(const std::vector<std::string>&) { return false; }
  /// Documents are asked for. False: any are chosen and imported.
  virtual bool ask_for_documents() { return false; }
  /// Why it must not be left just now, and what would do: something is being written, or is not saved yet.
  virtual const Phrase* reason_to_stay() const { return nullptr; }
  /// Why the window must not be closed just now, though the page may be left: it works on in the background.
  virtual const Phrase* reason_not_to_quit() const { return reason_to_stay(); }
  /// It may be left next: keeps what is typed and needs no question. False, with words, when it could not.
  virtual bool keep() { return true; }
  /// The session ends and nobody can be asked: keeps all that is typed, if it can be kept.
  virtual void end() { keep(); }
  /// How soon it changes by itself; nothing: never. For clocks and background work.
  virtual std::optional<std::chrono::milliseconds> next_tick() const { return std::nullopt; }
  /// Time passed or a worker called.
  virtual Redraw tick() { return Redraw::kNothing; }
  /// Another page comes to the front: what it reads only to show it may stop. It is refreshed when it is
  /// back.
  virtual void leave() {}

  Focus& focus() { return focus_; }
  const Focus& focus() const { return focus_; }

 private:
  Focus focus_;
};

}  // namespace rehearse
