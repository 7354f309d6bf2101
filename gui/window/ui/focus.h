// Which of the things one can click the keyboard is on. Each layer of the window (a page, the palette over
// it) has one of its own.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gui/window/platform/events.h"

namespace rehearse {

/// Whether Tab stops at a thing. Rows of a long list have keys of their own instead.
enum class TabStop { kYes, kNo };

class Focus {
 public:
  /// Around the drawing of the layer; meanwhile click_area() announces what there is.
  void begin_frame();
  void end_frame();

  /// Takes Tab and Shift+Tab; and while it is on something, Enter and Space for a click, Escape to leave it,
  /// Left and Right where a thing has values to go through.
  bool take(const KeyPressed& press);

  /// Announces a thing. True when the keyboard clicked it.
  bool visit(std::string_view id);
  bool is_on(std::string_view id) const { return current_ == id && !id.empty(); }
  bool is_anywhere() const { return !current_.empty(); }
  /// The id of the thing it is on; empty: on none.
  const std::string& current() const { return current_; }
  /// True in the frame in which the thing that has just got the focus should be scrolled into sight.
  bool moved_to(std::string_view id) const { return has_moved_ && is_on(id); }
  /// Says that the thing in focus has values: how many steps Left and Right asked for.
  int take_steps(std::string_view id);

  void set(std::string_view id);
  void clear() { current_.clear(); }

  /// The one list of choices that is open, by the id of its button; nothing: none.
  std::string open_menu;

 private:
  void move(int step);

  std::string current_;
  std::vector<std::string> order_, seen_;  // ids of the last frame; of this one so far
  std::string with_values_;                // the one in focus, when it has values
  bool is_clicked_ = false;
  bool has_moved_ = false;
  int steps_ = 0;
};

}  // namespace rehearse
