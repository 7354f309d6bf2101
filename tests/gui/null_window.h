// A window without a display: Dear ImGui draws into memory, a test is the person in front of it.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <type_traits>

#include "gui/window/text/fonts.h"
#include "gui/window/text/paragraph.h"
#include "gui/window/ui/scroll_wish.h"
#include "gui/window/ui/ui.h"

namespace rehearse::test {

/// Draws; true when something was asked for.
using Screen = std::function<bool(Ui&)>;

struct Look {
  float width = 1100;  // pixels
  float height = 760;
  float scale = 1;
  ThemeName theme = ThemeName::kLight;
  Language language = Language::kChinese;
};

class NullWindow {
 public:
  NullWindow();
  ~NullWindow();
  NullWindow(const NullWindow&) = delete;
  NullWindow& operator=(const NullWindow&) = delete;

  /// True when the system has any font: without one there is no text to lay out.
  bool has_fonts() const { return fonts_->can_draw(); }
  Fonts& fonts() { return *fonts_; }
  ParagraphCache& paragraphs() { return *paragraphs_; }

  void set_look(const Look& look);
  /// Draws frames until the layout has settled; what the last one showed is in probe(). True when something
  /// was asked for, by an intent or by a key that a click stands for.
  bool show(const Screen& screen);
  const Probe& probe() const { return probe_; }

  /// Moves the pointer onto the area, turning the wheel until it is in sight, and clicks. True when something
  /// was asked for; fails the test when there is no such area or no way to reach it.
  bool click(const Screen& screen, const std::string& id);
  /// The same for a function that returns an intent: the intent of that click.
  template <class Draw>
  auto intent_of_click(const Draw& draw, const std::string& id) {
    std::invoke_result_t<Draw, Ui&> intent;
    click(
        [&](Ui& ui) {
          const auto drawn = draw(ui);
          if (is_nothing(drawn)) return false;
          intent = drawn;
          return true;
        },
        id);
    return intent;
  }

  /// Clicks there, whatever it is.
  bool click_at(const Screen& screen, float x, float y);

  /// The layer's focus while something is drawn: keys move it.
  Focus& focus() { return focus_; }

 private:
  bool frame(const Screen& screen);
  const Probe::Area* find(const std::string& id) const;

  Look look_;
  std::unique_ptr<GlyphAtlas> atlas_;
  std::unique_ptr<Fonts> fonts_;
  std::unique_ptr<ParagraphCache> paragraphs_;
  Probe probe_;
  Focus focus_;
};

}  // namespace rehearse::test
