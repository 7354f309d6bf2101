#include "gui/window/window.h"
#include "core/base/freed_memory.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gui/window/app.h"
#include "gui/window/platform/desktop_window.h"
#include "gui/window/platform/imgui_compat.h"
#include "gui/window/rescue/rescue.h"
#include "gui/window/text/font_choice.h"
#include "gui/window/text/fonts.h"
#include "gui/window/text/glyph_atlas.h"
#include "gui/window/text/paragraph.h"
#include "gui/window/ui/root.h"
#include "gui/window/window_content.h"

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

/// Pictures of what fills the window, with the fonts they need.
class Painter {
 public:
  Painter(DesktopWindow& window, WindowContent& content, const SystemFonts& system_fonts)
      : window_(window),
        content_(content),
        atlas_(window.content_scale() < 1.5f ? kAtlasSide : kAtlasSideOfSharpScreen),
        family_(content.font()),
        fonts_(std::in_place, atlas_, system_fonts),
        paragraphs_(*fonts_) {
    window_.create_texture(atlas_.pixels());
  }

  const Fonts& fonts() const { return *fonts_; }

  /// For `observer`, if there is one.
  void draw(const std::optional<WindowObserver>& observer) {
    const float scale = window_.content_scale() * content_.zoom();
    if (scale != fonts_->scale()) {
      fonts_->set_scale(scale);
      paragraphs_.clear();
    }
    if (family_ != content_.font()) {
      family_ = content_.font();
      atlas_.clear();
      fonts_.emplace(atlas_, find_fonts_of(family_));
      paragraphs_.clear();
    }
    const Theme& theme = theme_of(content_.theme());
    apply_style(theme, scale);
    window_.begin_frame();
    fonts_->begin_frame();
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    Ui ui{theme, content_.language(), *fonts_, paragraphs_, {0, 0, size.x, size.y}};
    Probe shown;
    if (observer) ui.probe = &shown;
    const auto begin = std::chrono::steady_clock::now();
    content_.draw(ui);
    const auto end = std::chrono::steady_clock::now();
    window_.update_texture(atlas_.pixels(), atlas_.take_changed());
    window_.end_frame();
    window_.set_text_entry(content_.text_entry());
    if (!observer) return;
    window_.finish_drawing();
    observer->see({end - begin, shown});
  }

 private:
  DesktopWindow& window_;
  WindowContent& content_;
  GlyphAtlas atlas_;
  std::string family_;
  std::optional<Fonts> fonts_;  // made anew in its place when the learner chooses another family
  ParagraphCache paragraphs_;
};

struct Prepared {
  SystemFonts fonts;
  std::unique_ptr<WindowContent> content;
};

/// Pointer events are for Dear ImGui, and all of them for the content.
void deliver(const Event& event, DesktopWindow& window, WindowContent& content) {
  // Only now: what is on the clipboard may have been copied by the event before.
  const auto* press = std::get_if<KeyPressed>(&event);
  if (press && *press == kPaste) return content.handle(TextPasted{window.clipboard()});
  if (const auto* moved = std::get_if<PointerMoved>(&event))
    pointer_moved(*moved);
  else if (const auto* button = std::get_if<PointerButton>(&event))
    pointer_button(*button);
  else if (const auto* wheel = std::get_if<WheelTurned>(&event))
    wheel_turned(*wheel);
  content.handle(event);
  if (const auto copied = content.take_copied()) window.set_clipboard(*copied);
}

int frames_for(Redraw redraw) {
  switch (redraw) {
    case Redraw::kNothing: return 0;
    case Redraw::kOneFrame: return 1;
    case Redraw::kUntilSettled: break;
  }
  return kFramesAfterEvent;
}

std::optional<double> seconds_until_tick(const WindowContent& content) {
  const auto until = content.next_tick();
  if (!until) return std::nullopt;
  return std::chrono::duration<double>(*until).count();
}

using MakeContent = std::function<std::unique_ptr<WindowContent>(const WindowOptions&)>;

/// A window with what `make` makes, until that wants to close.
Afterwards show(const WindowOptions& options, const MakeContent& make) {
  return_large_blocks_when_freed();
  // The display takes its time to make a window: meanwhile fonts are found and today's cards are counted.
  // Nobody else uses the library until the worker is done.
  WindowOptions woken = options;
  woken.wake = DesktopWindow::wake;
  std::future<Prepared> preparing = std::async(std::launch::async, [&] {
    std::unique_ptr<WindowContent> made = make(woken);
    SystemFonts fonts = find_fonts_of(made->font());
    return Prepared{std::move(fonts), std::move(made)};
  });
  DesktopWindow window(kTitle, kWidth, kHeight, kSmallestWidth, kSmallestHeight);
  const Prepared prepared = preparing.get();
  WindowContent& content = *prepared.content;
  Painter painter(window, content, prepared.fonts);
  if (!painter.fonts().covers_chinese()) content.say_no_chinese_font();

  painter.draw(options.observer);

  int frames_due = kFramesAfterEvent - 1;
  bool has_freed_memory = true;  // perhaps
  while (!content.wants_close()) {
    std::vector<Event> events = window.wait(frames_due > 0     ? std::optional(0.0)
                                            : options.observer ? std::optional(kObserverWaits)
                                                               : seconds_until_tick(content));
    if (options.observer) {
      const std::vector<Event> acted = options.observer->act();
      events.insert(events.end(), acted.begin(), acted.end());
    }
    for (const Event& event : events) {
      deliver(event, window, content);
      frames_due = kFramesAfterEvent;
      // Each press and each release is seen in a frame of its own, or a quick click would be lost.
      if (std::holds_alternative<PointerButton>(event)) painter.draw(options.observer);
    }
    if (auto call = options.take_call()) {
      window.come_to_front();
      // As if they had been dropped on it.
      if (!call->files.empty()) content.handle(FilesDropped{std::move(call->files)});
      frames_due = kFramesAfterEvent;
    }
    if (options.has_session_ended()) content.end();
    const Redraw redraw = content.tick();
    frames_due = std::max(frames_due, frames_for(redraw));
    if (const auto copied = content.take_copied()) window.set_clipboard(*copied);
    if (!events.empty() || redraw == Redraw::kUntilSettled) has_freed_memory = true;
    if (frames_due == 0) {
      if (events.empty() && std::exchange(has_freed_memory, false)) return_freed_memory();
      continue;
    }
    painter.draw(options.observer);
    --frames_due;
  }
  return content.afterwards();
}

}  // namespace

bool can_open_window(Words& why) { return DesktopWindow::can_open(why); }

Afterwards run_window(Library& library, const WindowOptions& options) {
  return show(options, [&](const WindowOptions& woken) { return std::make_unique<App>(library, woken); });
}

Afterwards run_rescue(const WindowOptions& options) {
  return show(options, [&](const WindowOptions& woken) { return std::make_unique<Rescue>(woken); });
}

}  // namespace rehearse
