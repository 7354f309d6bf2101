// The settings in every state worth looking at.
#include "gui/window/settings/settings_screen.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/strings/sync_words.h"
#include "tests/gui/sample_screens.h"
#include "tests/gui/sample_views.h"

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

/// With the form open: one of its fields is wrong.
SyncView signing_in(const std::optional<SignInField>& wrong) {
  static const TextEditor text(TextLines::kOne, typed_text());  // longer than the field
  SyncView view;
  SignInView& form = view.sign_in.emplace();
  for (const TextEditor*& field : form.fields) field = &text;
  form.has_authority = true;
  form.is_new = true;
  form.wrong = wrong;
  form.trouble = {"https://sync.example.org:8443/which/lies/deep cannot be reached",
                  "连不上 https://sync.example.org:8443/which/lies/deep"};
  return view;
}

SyncView signed_in() {
  SyncView view;
  view.status.name = "anna with a long name";
  view.status.server = "https://sync.example.org:8443/which/lies/deep/behind/a/proxy";
  return view;
}

SyncView with_devices() {
  SyncView view = signed_in();
  view.devices.is_open = true;
  view.devices.rows = {
      {"1", "a computer with a name that is long enough to be cut off somewhere", "2026-12-01", true},
      {"2", "a computer with a name that is long enough to be cut off somewhere", "2026-11-03", false},
      {"3", "书房", "2025-12-31", false}};
  view.devices.doubled = view.devices.rows[0].name;
  return view;
}

SyncView with_refused() {
  SyncView view = signed_in();
  view.status.refused = 4711;
  for (int i = 0; i < 5; ++i) {
    OpId op;
    op.bytes[0] = static_cast<std::uint8_t>(i + 1);
    view.refused.push_back(
        {op, in_both(words::kSyncOfEdit, {"answer, key points", "问题的题干很长很长，要在这里折行才放得下"}),
         in_both(words::kSyncTooLarge), "2026-12-01 09:30"});
  }
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
  view.sync.status = {"anna with a long name",
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
  const auto add_sync = [&](const char* name, const SyncView& sync) {
    SettingsView view = plain_settings();
    view.sync = sync;
    add(name, view);
  };
  add_sync("signing in", signing_in(SignInField::kServer));
  add_sync("signing in with a wrong device", signing_in(SignInField::kDevice));
  add_sync("signing in with a wrong authority", signing_in(SignInField::kAuthority));
  SyncView sync = signing_in(std::nullopt);
  sync.sign_in->is_working = true;
  add_sync("signing in at work", sync);
  sync = signing_in(std::nullopt);
  for (int i = 0; i < 32; ++i) sync.sign_in->fingerprint += i == 0 ? "AB" : ":AB";
  add_sync("signing in with a fingerprint", sync);
  sync = signing_in(std::nullopt);
  sync.sign_in->asks_other_account = true;
  add_sync("signing in to another account", sync);
  sync = signed_in();
  sync.asks_sign_out = true;
  sync.status.unsent = 12'345;
  add_sync("signing out", sync);
  add_sync("devices", with_devices());
  sync = with_devices();
  sync.devices.asked = 1;
  add_sync("signing a device out", sync);
  static const TextEditor name(TextLines::kOne, "书房");
  sync = with_devices();
  sync.devices.name = &name;
  sync.devices.trouble = {"a device cannot be called so", "设备不能用这个名称"};
  add_sync("naming a device", sync);
  add_sync("refused changes", with_refused());
  sync = with_refused();
  sync.shows_all_refused = true;
  add_sync("all refused changes", sync);
  return screens;
}

}  // namespace rehearse::test
