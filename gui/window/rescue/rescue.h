// A damaged library in the window: what can be saved of it, and mending it. Nobody may have the
// library open meanwhile.
#pragma once

#include <optional>
#include <string>

#include "gui/window/jobs/job.h"
#include "gui/window/rescue/rescue_view.h"
#include "gui/window/shell/preferences.h"
#include "gui/window/window.h"
#include "gui/window/window_content.h"

namespace rehearse {

class Rescue : public WindowContent {
 public:
  explicit Rescue(const WindowOptions& options);

  void handle(const Event& event) override;
  void end() override { wants_close_ = true; }
  void draw(Ui& ui) override;
  Redraw tick() override;
  std::optional<std::chrono::milliseconds> next_tick() const override;

  ThemeName theme() const override;
  Language language() const override;
  const std::string& font() const override { return preferences_.font; }
  float zoom() const override { return static_cast<float>(preferences_.text_size) / 100; }
  TextEntry text_entry() const override { return TextEntry::kOff; }
  bool wants_close() const override { return wants_close_; }
  Afterwards afterwards() const override { return afterwards_; }
  std::optional<std::string> take_copied() override { return std::nullopt; }
  void say_no_chinese_font() override { speaks_english_ = true; }

  const RescueView& view() const { return view_; }

 private:
  struct Found {
    std::optional<Backup> backup;
    LibraryContents contents;
  };

  void apply(const RescueIntent& intent);
  void mend();
  void take_found();
  void take_mended();

  WindowOptions options_;
  Preferences preferences_;
  RescueView view_;
  std::optional<Backup> backup_;
  Focus focus_;
  bool speaks_english_ = false, wants_close_ = false;
  Afterwards afterwards_ = Afterwards::kNothing;
  std::optional<Job<Found>> looking_;
  std::optional<Job<RestoreReport>> mending_;
};

}  // namespace rehearse
