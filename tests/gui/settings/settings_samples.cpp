// The settings in every state worth looking at.
#include "gui/window/settings/settings_screen.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/strings/sync_words.h"
#include "tests/gui/sample_screens.h"

namespace rehearse::test {
namespace {

SettingsView plain_settings() {
  SettingsView view;
  view.look.fonts = {"", "Noto Sans CJK SC", "Source Han Serif CN, a family with a name of some length"};
  view.amount.minutes = 15;
  view.amount.fresh = 10;
  view.folder = "/home/someone with a long name/.local/share/rehearse/which/lies/deep/in/many/folders/题库";
  view.version = "0.1.0";
  return view;
}

SettingsView full_settings() {
  SettingsView view = plain_settings();
  view.look.language = Language::kEnglish;
  view.look.theme = ThemeChoice::kDark;
  view.look.text_size = 200;
  view.look.font = 2;
  view.amount.fresh = 0;
  view.amount.reviews = 1000;
  view.amount.after_interview = AfterInterview::kQuiet;
  view.scheduler.kind = SchedulerKind::kFsrs6;
  view.scheduler.is_fitted = true;
  for (int i = 0; i < 7; ++i)
    view.backups.rows.push_back({"2026-12-01 09:" + std::to_string(10 + i) + ":00", 123'456'789,
                                 i == 6 ? std::nullopt : std::optional<std::size_t>(1'000'000)});
  view.backups.shows_all = true;
  view.backups.opened = 1;
  view.backups.decks = 12;
  view.backups.questions = 20'000;
  view.backups.newest_answer = "2026-12-01";
  view.sync = {"anna with a long name",
               "https://sync.example.org:8443/which/lies/deep/behind/a/proxy",
               true,
               "2026-12-01 09:30",
               12'345,
               678,
               in_both(words::kSyncOnlyHere, {"https://sync.example.org cannot be reached"}),
               {"this computer's clock is 3 hours ahead of the server's", "本机时钟比服务器快 3 小时"},
               true};
  view.reminder.is_on = true;
  view.keys = {{"Everywhere", std::vector<KeyLine>(3, {"Ctrl+Z, Ctrl+Y", words::kActUndoRedo})},
               {"Studying", std::vector<KeyLine>(3, {"Alt+0–5", words::kActTickOrder})}};
  return view;
}

}  // namespace

std::vector<NamedScreen> settings_screens() {
  std::vector<NamedScreen> screens;
  const auto add = [&](const char* name, const SettingsView& view) {
    screens.push_back({name, [view](Ui& ui) { return !is_nothing(draw_settings(ui, view, {})); }});
  };
  add("settings", plain_settings());
  add("settings with everything", full_settings());
  SettingsView fitting = full_settings();
  fitting.backups = {};
  fitting.scheduler.work = SchedulerView::Work::kFitting;
  fitting.scheduler.progress = 0.4;
  fitting.backups.work = BackupsView::Work::kBackingUp;
  add("settings at work", fitting);
  SettingsView fitted = plain_settings();
  fitted.scheduler.work = SchedulerView::Work::kFitted;
  fitted.scheduler.reviews = 12'345;
  fitted.scheduler.loss_before = 0.4123;
  fitted.scheduler.loss_after = 0.3871;
  add("settings with a fit", fitted);
  return screens;
}

}  // namespace rehearse::test
