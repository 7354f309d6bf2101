// A window without a display: Dear ImGui draws into memory, a test is the person in front of it.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "gui/window/screens/intent.h"
#include "gui/window/text/fonts.h"
#include "gui/window/text/paragraph.h"
#include "gui/window/ui/ui.h"

namespace rehearse::test {

using Screen = std::function<Intent(Ui&)>;

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
  /// Draws frames until the layout has settled; what the last one showed is in probe().
  Intent show(const Screen& screen);
  const Probe& probe() const { return probe_; }

  /// Moves the pointer onto the area, turning the wheel until it is in sight, and clicks. The intent of
  /// that click; fails the test when there is no such area or no way to reach it.
  Intent click(const Screen& screen, const std::string& id);

 private:
  Intent frame(const Screen& screen);
  const Probe::Area* find(const std::string& id) const;

  Look look_;
  std::unique_ptr<GlyphAtlas> atlas_;
  std::unique_ptr<Fonts> fonts_;
  std::unique_ptr<ParagraphCache> paragraphs_;
  Probe probe_;
};

}  // namespace rehearse::test
