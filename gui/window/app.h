// The program in its window: places and the pages over them, the navigation, the palette, notices.
// Events and frames come in, so that tests can be the window.
#pragma once

#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <vector>

#include "gui/window/jobs/backup_keeper.h"
#include "gui/window/jobs/damage_watch.h"
#include "gui/window/shell/desk.h"
#include "gui/window/shell/desktop_theme.h"
#include "gui/window/shell/page.h"
#include "gui/window/shell/palette.h"
#include "gui/window/sync/sync_keeper.h"
#include "gui/window/ui/scroll_wish.h"
#include "gui/window/window.h"
#include "gui/window/window_content.h"

namespace rehearse {

class App : public WindowContent {
 public:
  /// `library` must outlive the app.
  App(Library& library, const WindowOptions& options);
  ~App() override;

  void handle(const Event& event) override;
  void end() override;
  void draw(Ui& ui) override;
  Redraw tick() override;
  std::optional<std::chrono::milliseconds> next_tick() const override;

  ThemeName theme() const override { return desk_.theme(); }
  Language language() const override { return desk_.language(); }
  const std::string& font() const override { return desk_.preferences().font; }
  float zoom() const override { return static_cast<float>(desk_.preferences().text_size) / 100; }
  TextEntry text_entry() const override;
  bool wants_close() const override { return wants_close_; }
  Afterwards afterwards() const override { return afterwards_; }
  std::optional<std::string> take_copied() override { return desk_.take_copied(); }
  void say_no_chinese_font() override;

  /// What is in front, for tests.
  Place place() const { return place_; }
  std::size_t pages_over() const { return over_.size(); }
  const Page& page() const;
  const SyncStatus& sync_status() const { return sync_.status(); }

 private:
  Page& front();
  Page& page_of(Place place);
  bool take_everywhere(const KeyPressed& press);
  void press(const KeyPressed& press);
  void carry_out_wishes();
  void carry_out(const Place& place);
  void carry_out(const PageRequest& request);
  void carry_out(const CloseRequest&);
  void carry_out(const QuitRequest& request);
  bool must_stay();
  bool is_told(const Phrase* reason);
  void open_palette();
  void add_entries_of(Place place, std::vector<PaletteEntry>& entries);
  void refresh_front();
  bool look_for_other_programs();
  bool look_at_calendar();
  void draw_front(Ui& ui);
  void take(NoticeClick click);
  void draw_overlays(Ui& ui);

  Desk desk_;
  DesktopTheme desktop_theme_;
  BackupKeeper backups_;
  DamageWatch damage_;
  SyncKeeper sync_;
  std::int64_t version_elsewhere_ = 0;  // of the library, when the page in front was last read
  StudyDay day_;                        // then
  Place place_ = Place::kToday;
  std::array<std::unique_ptr<Page>, kPlaceCount> places_;  // made when first gone to
  std::vector<std::unique_ptr<Page>> over_;                // the last one is in front
  std::optional<Palette> palette_;
  Focus rail_focus_;  // of the navigation, the notice and what else stands around a page
  Focus keys_focus_;
  bool shows_keys_ = false;
  ScrollWish scroll_keys_;  // of their list
  bool wants_close_ = false;
  Afterwards afterwards_ = Afterwards::kNothing;
  Modifier clicked_with_ = Modifier::kNone;  // held down when the pointer's button was pressed last
};

}  // namespace rehearse
