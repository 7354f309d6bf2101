#include "gui/window/window.h"
#include "core/base/freed_memory.h"

#include <algorithm>
#include <chrono>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gui/window/app.h"
#include "gui/window/platform/desktop_window.h"
#include "gui/window/platform/imgui_compat.h"
#include "gui/window/text/font_choice.h"
#include "gui/window/text/fonts.h"
#include "gui/window/text/glyph_atlas.h"
#include "gui/window/text/paragraph.h"
#include "gui/window/ui/root.h"

namespace rehearse {
namespace {

constexpr const char* kTitle = "熟答 Rehearse";
constexpr int kWidth = 1100, kHeight = 760;
constexpr int kSmallestWidth = 560, kSmallestHeight = 420;
// Dear ImGui settles hovering and scrolling one or two frames after their cause.
constexpr int kFramesAfterEvent = 3;
constexpr KeyPressed kPaste{Key::kV, Modifier::kCtrl};
constexpr double kObserverWaits = 0.002;  // seconds
// Room for some 2300 glyphs at 100 %: more than a screen holds.
constexpr int kAtlasSide = 1024, kAtlasSideOfSharpScreen = 2048;

/// Pictures of the app in the window, with the fonts they need.
class Painter {
 public:
  Painter(DesktopWindow& window, App& app, const SystemFonts& system_fonts)
      : window_(window),
        app_(app),
        atlas_(window.content_scale() < 1.5f ? kAtlasSide : kAtlasSideOfSharpScreen),
        family_(app.font()),
        fonts_(std::in_place, atlas_, system_fonts),
        paragraphs_(*fonts_) {
    window_.create_texture(atlas_.pixels());
  }

  const Fonts& fonts() const { return *fonts_; }

  /// For `observer`, if there is one.
  void draw(const std::optional<WindowObserver>& observer) {
    const float scale = window_.content_scale() * app_.zoom();
    if (scale != fonts_->scale()) {
      fonts_->set_scale(scale);
      paragraphs_.clear();
    }
    if (family_ != app_.font()) {
      family_ = app_.font();
      atlas_.clear();
      fonts_.emplace(atlas_, find_fonts_of(family_));
      paragraphs_.clear();
    }
    const Theme& theme = theme_of(app_.theme());
    apply_style(theme, scale);
    window_.begin_frame();
    fonts_->begin_frame();
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    Ui ui{theme, app_.language(), *fonts_, paragraphs_, {0, 0, size.x, size.y}};
    Probe shown;
    if (observer) ui.probe = &shown;
    const auto begin = std::chrono::steady_clock::now();
    app_.draw(ui);
    const auto end = std::chrono::steady_clock::now();
    window_.update_texture(atlas_.pixels(), atlas_.take_changed());
    window_.end_frame();
    window_.set_text_entry(app_.text_entry());
    if (!observer) return;
    window_.finish_drawing();
    observer->see({end - begin, shown});
  }

 private:
  DesktopWindow& window_;
  App& app_;
  GlyphAtlas atlas_;
  std::string family_;
  std::optional<Fonts> fonts_;  // made anew in its place when the learner chooses another family
  ParagraphCache paragraphs_;
};

struct Prepared {
  SystemFonts fonts;
  std::unique_ptr<App> app;
};

/// Pointer events are for Dear ImGui, all others for the app.
void deliver(const Event& event, DesktopWindow& window, App& app) {
  // Only now: what is on the clipboard may have been copied by the event before.
  const auto* press = std::get_if<KeyPressed>(&event);
  if (press && *press == kPaste) return app.handle(TextPasted{window.clipboard()});
  if (const auto* moved = std::get_if<PointerMoved>(&event))
    pointer_moved(*moved);
  else if (const auto* button = std::get_if<PointerButton>(&event))
    pointer_button(*button);
  else if (const auto* wheel = std::get_if<WheelTurned>(&event))
    wheel_turned(*wheel);
  app.handle(event);
  if (const auto copied = app.take_copied()) window.set_clipboard(*copied);
}

int frames_for(Redraw redraw) {
  switch (redraw) {
    case Redraw::kNothing: return 0;
    case Redraw::kOneFrame: return 1;
    case Redraw::kUntilSettled: break;
  }
  return kFramesAfterEvent;
}

std::optional<double> seconds_until_tick(const App& app) {
  const auto until = app.next_tick();
  if (!until) return std::nullopt;
  return std::chrono::duration<double>(*until).count();
}

}  // namespace

bool can_open_window(Words& why) { return DesktopWindow::can_open(why); }

int run_window(Library& library, const WindowOptions& options) {
  return_large_blocks_when_freed();
  // The display takes its time to make a window: meanwhile fonts are found and today's cards are counted.
  // Nobody else uses the library until the worker is done.
  WindowOptions app_options = options;
  app_options.wake = DesktopWindow::wake;
  std::future<Prepared> preparing = std::async(std::launch::async, [&] {
    auto made = std::make_unique<App>(library, app_options);
    SystemFonts fonts = find_fonts_of(made->font());
    return Prepared{std::move(fonts), std::move(made)};
  });
  DesktopWindow window(kTitle, kWidth, kHeight, kSmallestWidth, kSmallestHeight);
  const Prepared prepared = preparing.get();
  App& app = *prepared.app;
  Painter painter(window, app, prepared.fonts);
  if (!painter.fonts().covers_chinese()) app.say_no_chinese_font();

  painter.draw(options.observer);

  int frames_due = kFramesAfterEvent - 1;
  bool has_freed_memory = true;  // perhaps
  while (!app.wants_close()) {
    std::vector<Event> events = window.wait(frames_due > 0     ? std::optional(0.0)
                                            : options.observer ? std::optional(kObserverWaits)
                                                               : seconds_until_tick(app));
    if (options.observer) {
      const std::vector<Event> acted = options.observer->act();
      events.insert(events.end(), acted.begin(), acted.end());
    }
    for (const Event& event : events) {
      deliver(event, window, app);
      frames_due = kFramesAfterEvent;
      // Each press and each release is seen in a frame of its own, or a quick click would be lost.
      if (std::holds_alternative<PointerButton>(event)) painter.draw(options.observer);
    }
    if (auto call = options.take_call()) {
      window.come_to_front();
      // As if they had been dropped on it.
      if (!call->files.empty()) app.handle(FilesDropped{std::move(call->files)});
      frames_due = kFramesAfterEvent;
    }
    if (options.has_session_ended()) app.end();
    const Redraw redraw = app.tick();
    frames_due = std::max(frames_due, frames_for(redraw));
    if (const auto copied = app.take_copied()) window.set_clipboard(*copied);
    if (!events.empty() || redraw == Redraw::kUntilSettled) has_freed_memory = true;
    if (frames_due == 0) {
      if (events.empty() && std::exchange(has_freed_memory, false)) return_freed_memory();
      continue;
    }
    painter.draw(options.observer);
    --frames_due;
  }
  return 0;
}

}  // namespace rehearse
