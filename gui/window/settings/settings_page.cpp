#include "gui/window/settings/settings_page.h"

#include <algorithm>
#include <utility>

#include "gui/window/pages.h"
#include "gui/window/settings/reminder.h"
#include "gui/window/settings/settings_values.h"
#include "gui/window/shell/keys_sheet.h"
#include "gui/window/shell/rail.h"
#include "gui/window/strings/settings_words.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/strings/sync_words.h"
#include "gui/window/text/font_choice.h"

namespace rehearse {
namespace {

/// The keys of the places, of studying, and those that hold everywhere.
std::vector<KeysView> keys_of_all_pages(Desk& desk, SyncKeeper& sync) {
  const Language language = desk.language();
  std::vector<KeysView> all{{std::string(words::kSettingsEverywhere.in(language)), keys_of_everywhere()}};
  const auto add = [&](const Phrase& name, const Page& page) {
    std::vector<KeyLine> lines = page.keys(language);
    if (!lines.empty()) all.push_back({std::string(name.in(language)), std::move(lines)});
  };
  for (int i = 0; i < kPlaceCount; ++i)
    add(name_of(static_cast<Place>(i)), *make_page(desk, sync, static_cast<Place>(i)));
  add(words::kSettingsStudying, *make_page(desk, StudyRequest{}));
  return all;
}

}  // namespace

void SettingsPage::refresh() {
  tick();
  read_look();
  const int wanted_day_start = view_.amount.day_starts;
  view_.amount = read_amount(desk_.library());
  if (is_doing(Work::kMovingDays)) view_.amount.day_starts = wanted_day_start;
  if (!is_doing(Work::kScheduling)) show_scheduler(desk_.library().scheduler());
  if (!is_doing(Work::kReminding)) {
    const auto reminder = read_reminder(desk_.options().session);
    view_.reminder.is_on = reminder.has_value();
    if (reminder) view_.reminder.hour = reminder->hour;
    if (reminder) view_.reminder.minute = reminder->minute;
  }
  view_.folder = desk_.options().library_folder.string();
  view_.version = REHEARSE_VERSION;
  read_work();
  list_backups();
}

void SettingsPage::read_look() {
  const Preferences& preferences = desk_.preferences();
  LookView& look = view_.look;
  look.language = preferences.language;
  look.theme = preferences.theme;
  look.text_size = preferences.text_size;
  if (look.fonts.empty()) {
    look.fonts = chinese_families();
    look.fonts.insert(look.fonts.begin(), std::string());
  }
  const auto font = std::find(look.fonts.begin(), look.fonts.end(), preferences.font);
  look.font = font == look.fonts.end() ? 0 : static_cast<std::size_t>(font - look.fonts.begin());
  if (keys_language_ && keys_language_ != desk_.language()) {
    keys_language_ = desk_.language();
    view_.keys = keys_of_all_pages(desk_, sync_);
  }
}

bool SettingsPage::is_typing() const { return sync_form_.is_field(focus().current()); }

bool SettingsPage::type(const Event& event) {
  TextEditor* const editor = sync_form_.editor_of(focus().current());
  if (editor == nullptr) return false;
  const bool is_taken = editor->take(event);
  if (auto copied = editor->take_copied()) desk_.copy(*std::move(copied));
  return is_taken;
}

void SettingsPage::press(const KeyPressed& press) {
  scroll_ = {};
  apply(settings_key(press));
}

void SettingsPage::draw(Ui& ui) {
  read_look();  // the shell's keys change it too
  view_.sync = sync_form_.view();
  if (std::string next = sync_form_.take_focus(focus().current()); !next.empty())
    next_focus_ = std::move(next);
  if (sync_form_.take_opened()) scroll_ = {ScrollWish::To::kNewest};
  if (!next_focus_.empty()) focus().set(std::exchange(next_focus_, {}));
  const SettingsIntent intent = draw_settings(ui, view_, scroll_);
  scroll_ = {};
  apply(intent);
}

std::vector<KeyLine> SettingsPage::keys(Language) const {
  return {{"←/→", words::kSettingsChange}, {"PgUp/PgDn", words::kActScroll}};
}

std::vector<PaletteEntry> SettingsPage::palette() {
  std::vector<PaletteEntry> entries;
  const auto add_sync = [&](const Phrase& label, const SyncIntent& wanted, const char* focus) {
    entries.push_back({in_both(label), "", [this, wanted, focus] {
                         next_focus_ = focus;  // unless what is opened has a better place
                         apply(wanted);
                       }});
  };
  const SyncView& sync = sync_form_.view();
  const bool is_signed_in = sync.status.is_signed_in();
  if (!is_signed_in || sync.status.needs_person || sync.sign_in)
    add_sync(words::kSyncOpenSignIn, OpenSignIn{}, "sync server");
  if (is_signed_in && !sync.sign_in) {
    add_sync(words::kSyncNow, SyncNow{}, "sync now");
    add_sync(sync.devices.is_open ? words::kSyncHideDevices : words::kSyncShowDevices, ToggleDevices{},
             "devices");
    add_sync(words::kSyncSignOut, AskSignOut{}, "stay signed in");
  }
  entries.push_back({in_both(words::kSettingsBackUpNow), "", [this] { apply(BackUpNow{}); }});
  entries.push_back({in_both(words::kSettingsFit), "", [this] { apply(StartFit{}); }});
  entries.push_back({in_both(words::kSettingsCopyPath), "", [this] { apply(CopyFolder{}); }});
  return entries;
}

void SettingsPage::apply(const SettingsIntent& intent) {
  if (is_nothing(intent)) return;
  const StudyAmountView amount = view_.amount;
  const bool is_done = desk_.attempt(words::kSettingsNotKept, [&] {
    std::visit([this](const auto& wanted) { act(wanted); }, intent);
    read_work();
    read_backups();
  });
  if (!is_done) view_.amount = amount;  // what is not kept is not shown
}

// --- the window ---

void SettingsPage::set_preferences(const std::function<void(Preferences&)>& change) {
  Preferences preferences = desk_.preferences();
  change(preferences);
  desk_.set_preferences(std::move(preferences));
}

void SettingsPage::act(const ChooseLanguage& intent) {
  set_preferences([&](Preferences& preferences) { preferences.language = intent.language; });
}

void SettingsPage::act(const ChooseTheme& intent) {
  set_preferences([&](Preferences& preferences) { preferences.theme = intent.theme; });
}

void SettingsPage::act(const StepSetting& intent) {
  switch (intent.setting) {
    case SteppedSetting::kTextSize:
      return set_preferences([&](Preferences& preferences) {
        preferences.text_size = stepped_text_size(preferences.text_size, intent.steps);
      });
    case SteppedSetting::kFont: {
      const auto last = static_cast<long>(view_.look.fonts.size()) - 1;
      const long font = std::clamp(static_cast<long>(view_.look.font) + intent.steps, 0L, last);
      return set_preferences([&](Preferences& preferences) {
        preferences.font = view_.look.fonts[static_cast<std::size_t>(font)];
      });
    }
    case SteppedSetting::kMinutes:
    case SteppedSetting::kFresh:
    case SteppedSetting::kReviews: return step_amount(intent);
    case SteppedSetting::kDayStart: return set_day_start(view_.amount.day_starts + intent.steps);
    case SteppedSetting::kRetention: {
      const int retention = stepped_retention(view_.scheduler.retention, intent.steps);
      if (retention == view_.scheduler.retention) return;
      const Fsrs6Parameters parameters = is_doing(Work::kScheduling)
                                             ? wanted_scheduler_.parameters()
                                             : desk_.library().scheduler().parameters();
      return set_scheduler(Scheduler::fsrs6(parameters, retention / 100.0));
    }
    case SteppedSetting::kReminderHour:
    case SteppedSetting::kReminderMinute: return step_reminder(intent);
  }
}

// --- studying ---

void SettingsPage::step_amount(const StepSetting& intent) {
  StudyAmountView& amount = view_.amount;
  const StudyAmountView before = amount;
  StudySettings changes;
  if (intent.setting == SteppedSetting::kMinutes) {
    amount.minutes = stepped_minutes(amount.minutes, intent.steps);
    if (amount.minutes != before.minutes) changes.minutes_per_day = std::chrono::minutes{amount.minutes};
  } else if (intent.setting == SteppedSetting::kFresh) {
    amount.fresh = stepped_fresh(amount.fresh, intent.steps);
    if (amount.fresh != before.fresh) changes.fresh_per_day = amount.fresh;
  } else {
    amount.reviews = stepped_reviews(amount.reviews, intent.steps);
    if (amount.reviews != before.reviews) changes.reviews_per_day = amount.reviews;
  }
  if (changes != StudySettings()) desk_.library().set_study_settings(std::nullopt, changes, desk_.now());
}

void SettingsPage::act(const ChooseAfterInterview& intent) {
  StudySettings changes;
  changes.after_interview = intent.after;
  desk_.library().set_study_settings(std::nullopt, changes, desk_.now());
  view_.amount.after_interview = intent.after;
}

// --- data and keys ---

void SettingsPage::act(const CopyFolder&) {
  desk_.copy(view_.folder);
  desk_.tell(NoticeKind::kNews, in_both(words::kSettingsPathCopied));
}

void SettingsPage::act(const ToggleAllKeys&) {
  if (keys_language_) {
    keys_language_.reset();
    view_.keys.clear();
  } else {
    keys_language_ = desk_.language();
    view_.keys = keys_of_all_pages(desk_, sync_);
  }
}

}  // namespace rehearse
