// What the learner can set, for the window and for studying; and the backups.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/library_backup.h"
#include "gui/window/jobs/job.h"
#include "gui/window/settings/settings_intent.h"
#include "gui/window/settings/settings_screen.h"
#include "gui/window/settings/settings_view.h"
#include "gui/window/shell/desk.h"
#include "gui/window/shell/page.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/sync/sync_form.h"
#include "gui/window/sync/sync_keeper.h"

namespace rehearse {

class SettingsPage : public Page {
 public:
  SettingsPage(Desk& desk, SyncKeeper& sync) : desk_(desk), sync_(sync), sync_form_(desk, sync) {}

  void refresh() override;
  void press(const KeyPressed& press) override;
  void draw(Ui& ui) override;
  std::vector<KeyLine> keys(Language language) const override;
  std::vector<PaletteEntry> palette() override;
  Redraw tick() override;
  bool is_typing() const override;
  bool type(const Event& event) override;
  bool drop(const std::vector<std::string>& files) override {
    return files.size() == 1 && sync_form_.drop(files.front());
  }
  void leave() override { sync_form_.leave(); }
  /// A fit may be stopped at any time: it writes nothing.
  const Phrase* reason_not_to_quit() const override {
    return work_ && kind_ != Work::kFitting && !work_->is_done() ? &words::kStillBusy : nullptr;
  }

  const SettingsView& view() const { return view_; }
  /// Something goes on in the background.
  bool is_working() const { return work_.has_value() || listing_.has_value(); }

 private:
  /// What is to be done on the window's thread once work is over.
  using Finish = std::function<void()>;
  struct ListedBackup {
    Backup backup;
    std::optional<LibraryContents> contents;
  };

  void apply(const SettingsIntent& intent);
  void act(const std::monostate&) {}
  void act(const ChooseLanguage& intent);
  void act(const ChooseTheme& intent);
  void act(const ChooseScheduler& intent);
  void act(const ChooseAfterInterview& intent);
  void act(const StepSetting& intent);
  void act(const StartFit&);
  void act(const StopFit&);
  void act(const ApplyFit&);
  void act(const DiscardFit&);
  void act(const BackUpNow&);
  void act(const ToggleAllBackups&) { view_.backups.shows_all = !view_.backups.shows_all; }
  void act(const LookIntoBackup& intent);
  void act(const RestoreBackup&);
  void act(const SyncIntent& intent) { sync_form_.act(intent); }
  void act(const ToggleReminder&);
  void act(const CopyFolder&);
  void act(const ToggleAllKeys&);
  void act(const ScrollPage& intent) { scroll_ = {ScrollWish::To::kPage, intent.pages}; }

  void read_look();
  void read_work();
  void read_backups();
  void set_preferences(const std::function<void(Preferences&)>& change);
  void step_amount(const StepSetting& intent);
  void step_reminder(const StepSetting& intent);
  void show_scheduler(const Scheduler& scheduler);
  void set_scheduler(const Scheduler& scheduler);
  void set_day_start(int hour);
  void set_reminder(bool is_on);
  /// Reads the list of backups in the background.
  void list_backups();
  /// Begins `work` unless other work goes on, and says so then. A fault of it is told in `trouble`.
  enum class Work { kFitting, kScheduling, kMovingDays, kBackingUp, kRestoring, kReminding };
  void begin(Work kind, const Phrase& trouble, std::function<Finish(JobControl&)> work);
  bool is_doing(Work kind) const { return work_ && kind_ == kind; }

  Desk& desk_;
  SyncKeeper& sync_;
  SyncForm sync_form_;
  SettingsView view_;
  ScrollWish scroll_;
  std::string next_focus_;  // where the keyboard goes with the next frame, because what it was on has gone
  Scheduler wanted_scheduler_;  // while one is being set: the latest that was chosen
  std::optional<FsrsFit> fit_;  // to be used or not
  std::vector<ListedBackup> backups_;
  std::optional<Language> keys_language_;  // the keys in the view are in this one; nothing: not shown

  Work kind_ = Work::kFitting;
  const Phrase* trouble_ = nullptr;  // of work_
  std::optional<Job<Finish>> work_;
  std::optional<Job<std::vector<ListedBackup>>> listing_;
};

}  // namespace rehearse
