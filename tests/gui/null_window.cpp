#include "tests/gui/null_window.h"

#include <doctest/doctest.h>

#include "gui/window/platform/imgui_compat.h"
#include "gui/window/ui/root.h"

namespace rehearse::test {
namespace {

constexpr int kAtlasSide = 2048;
constexpr int kSettlingFrames = 4;
constexpr int kMostWheelTurns = 200;

bool is_in_sight(const Probe::Area& area) {
  const float x = area.rect.x + area.rect.width / 2;
  const float y = area.rect.y + area.rect.height / 2;
  return x > area.clip.x && x < area.clip.right() && y > area.clip.y && y < area.clip.bottom();
}

}  // namespace

NullWindow::NullWindow() {
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;
  atlas_ = std::make_unique<GlyphAtlas>(kAtlasSide);
  fonts_ = std::make_unique<Fonts>(*atlas_, find_system_fonts());
  paragraphs_ = std::make_unique<ParagraphCache>(*fonts_);
  set_look({});
}

NullWindow::~NullWindow() { ImGui::DestroyContext(); }

void NullWindow::set_look(const Look& look) {
  look_ = look;
  fonts_->set_scale(look.scale);
  paragraphs_->clear();
  pointer_moved({-100, -100});
}

bool NullWindow::frame(const Screen& screen) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {look_.width, look_.height};
  io.DeltaTime = 1.0f / 60;
  const Theme& theme = theme_of(look_.theme);
  apply_style(theme, look_.scale);
  ImGui::NewFrame();
  fonts_->begin_frame();
  probe_ = {};
  Ui ui{theme, look_.language, *fonts_, *paragraphs_, {0, 0, look_.width, look_.height}, &probe_};
  ui.focus = &focus_;
  begin_root(ui);
  focus_.begin_frame();
  const bool is_asked = screen(ui);
  focus_.end_frame();
  end_root();
  ImGui::Render();
  return is_asked || ui.pressed;
}

bool NullWindow::show(const Screen& screen) {
  bool is_asked = false;
  for (int i = 0; i < kSettlingFrames; ++i) is_asked |= frame(screen);
  return is_asked;
}

const Probe::Area* NullWindow::find(const std::string& id) const {
  for (const Probe::Area& area : probe_.clickable)
    if (area.id == id) return &area;
  return nullptr;
}

bool NullWindow::click(const Screen& screen, const std::string& id) {
  show(screen);
  const Probe::Area* area = find(id);
  INFO(id);
  REQUIRE(area != nullptr);
  for (int turn = 0; turn < kMostWheelTurns && !is_in_sight(*area); ++turn) {
    const bool is_below = area->rect.y + area->rect.height / 2 >= area->clip.bottom();
    pointer_moved({area->clip.x + area->clip.width / 2, area->clip.y + area->clip.height / 2});
    frame(screen);  // the wheel turns what the pointer is over
    wheel_turned({is_below ? -1.0f : 1.0f});
    show(screen);
    area = find(id);
    REQUIRE(area != nullptr);
  }
  REQUIRE(is_in_sight(*area));
  return click_at(screen, area->rect.x + area->rect.width / 2, area->rect.y + area->rect.height / 2);
}

bool NullWindow::click_at(const Screen& screen, float x, float y) {
  pointer_moved({x, y});
  show(screen);
  pointer_button({ButtonState::kPressed});
  bool is_asked = frame(screen);  // a text field answers to the press
  pointer_button({ButtonState::kReleased});
  is_asked |= show(screen);
  pointer_moved({-100, -100});
  return is_asked;
}

}  // namespace rehearse::test
