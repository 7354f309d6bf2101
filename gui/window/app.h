// What the window shows and what its intents do. Knows no window: events and frames come in, so that
// tests can be the window.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>

#include "core/base/store_error.h"
#include "core/library.h"
#include "core/study/sitting.h"
#include "gui/window/file_import.h"
#include "gui/window/platform/desktop_window.h"
#include "gui/window/screens/intent.h"
#include "gui/window/screens/notice.h"
#include "gui/window/screens/overlays.h"
#include "gui/window/screens/study.h"
#include "gui/window/screens/today.h"
#include "gui/window/ui/line_editor.h"
#include "gui/window/window.h"

namespace rehearse {

class App {
 public:
  /// `library` must outlive the app.
  App(Library& library, const WindowOptions& options);

  /// Takes a key, typed text or dropped files; other events change nothing here.
  void handle(const Event& event);
  /// Draws the current screen and does what the pointer asked for on it.
  void draw(Ui& ui);
  /// A piece of what goes on in the background: to be called when woken, and again while is_working(). True
  /// when there is something new to draw.
  bool work();
  bool is_working() const { return import_.is_keeping(); }

  ThemeName theme() const { return theme_; }
  Language language() const { return language_; }
  float zoom() const;
  TextEntry text_entry() const;
  bool wants_close() const { return wants_close_; }
  ScreenName screen() const { return screen_; }

  /// From now on in English: the system cannot draw Chinese.
  void say_no_chinese_font();

 private:
  Intent intent_of(const KeyPressed& press) const;
  /// The one place where something changes because the learner wanted it.
  void apply(const Intent& intent);
  void refresh();
  void show_card();
  void tell(NoticeKind kind, Words text) { notice_ = Notice{kind, std::move(text)}; }
  void tell_trouble(Text trouble, const StoreError& error);
  void end_import();
  bool is_typing() const;

  // One for each intent.
  void act(const std::monostate&) {}
  void act(const SelectDeck& intent);
  void act(const StartStudy& intent);
  void act(const RevealNext& intent);
  void act(const RevealAll& intent);
  void act(const TickPoint& intent);
  void act(const ChooseOption& intent);
  void act(const CheckAnswer& intent);
  void act(const OverrideGrade& intent);
  void act(const GradeAndGo& intent);
  void act(const GradeAs& intent);
  void act(const UndoAnswer& intent);
  void act(const ToggleIntervals& intent);
  void act(const ScrollPage& intent);
  void act(const GoToToday& intent);
  void act(const ToggleKeys& intent);
  void act(const ToggleTheme& intent);
  void act(const ToggleLanguage& intent);
  void act(const Zoom& intent);
  void act(const Quit& intent);
  void act(const DismissNotice& intent);
  void act(const ReadFiles& intent);
  void act(const KeepImport& intent);
  void act(const LeaveImport& intent);

  Library& library_;
  std::function<LocalInstant()> clock_;
  ThemeName theme_;
  Language language_;
  std::size_t zoom_step_ = 0;

  ScreenName screen_ = ScreenName::kToday;
  std::optional<DeckId> deck_;  // chosen on Today; nothing: all of them
  std::vector<std::optional<DeckId>> deck_of_row_;
  std::unique_ptr<Sitting> sitting_;
  FileImport import_;
  ScreenName behind_import_ = ScreenName::kToday;  // shown again when the import has ended
  Instant asked_at_{};                             // when the card came up
  LineEditor editor_;                              // what is typed into a fill card
  bool shows_intervals_ = false;
  bool shows_keys_ = false;
  bool wants_close_ = false;
  ScrollWish scroll_;
  std::optional<Notice> notice_;

  // What is drawn, made anew after each change.
  TodayView today_;
  StudyView study_;
  SittingSummary summary_;
};

}  // namespace rehearse
