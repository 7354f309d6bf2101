// What the settings do in the background: fitting, working every card out again, backups, the reminder.
#include <algorithm>
#include <cmath>
#include <utility>

#include "gui/window/settings/reminder.h"
#include "gui/window/settings/settings_page.h"
#include "gui/window/strings/settings_words.h"
#include "gui/window/strings/shell_words.h"

namespace rehearse {
namespace {

constexpr int kMinutesOfStep = 5;

std::size_t due_in(const Library& library, LocalInstant now) { return library.due(now).due; }

bool is_same(const Scheduler& a, const Scheduler& b) {
  return a.kind() == b.kind() && a.parameters() == b.parameters() &&
         a.desired_retention() == b.desired_retention();
}

const char* name_of(SchedulerKind kind) { return kind == SchedulerKind::kFsrs6 ? "FSRS-6" : "SM-2"; }

}  // namespace

void SettingsPage::begin(Work kind, const Phrase& trouble, std::function<Finish(JobControl&)> work) {
  if (work_) return desk_.tell(NoticeKind::kTrouble, in_both(words::kStillBusy));
  kind_ = kind;
  trouble_ = &trouble;
  work_.emplace(std::move(work), desk_.wake());
  read_work();
}

Redraw SettingsPage::tick() {
  bool is_new = sync_form_.tick();
  if (listing_ && listing_->is_done()) {
    desk_.attempt(words::kNotRead, [this] { backups_ = listing_->take(); });
    listing_.reset();
    read_backups();
    is_new = true;
  }
  if (!work_) return redraw_if(is_new);
  if (work_->is_done()) {
    Finish finish;
    const bool is_done = desk_.attempt(*trouble_, [&] { finish = work_->take(); });
    work_.reset();
    if (is_done && finish) desk_.attempt(words::kNotRead, finish);
    refresh();
    return Redraw::kUntilSettled;
  }
  const double before = view_.scheduler.progress;
  read_work();
  return redraw_if(is_new || view_.scheduler.progress != before);
}

void SettingsPage::read_work() {
  SchedulerView& scheduler = view_.scheduler;
  scheduler.progress = is_doing(Work::kFitting) ? work_->progress() : 0;
  scheduler.work = is_doing(Work::kFitting)      ? SchedulerView::Work::kFitting
                   : is_doing(Work::kScheduling) ? SchedulerView::Work::kApplying
                   : fit_                        ? SchedulerView::Work::kFitted
                                                 : SchedulerView::Work::kNone;
  if (fit_) {
    scheduler.reviews = fit_->reviews;
    scheduler.loss_before = fit_->default_log_loss;
    scheduler.loss_after = fit_->log_loss;
  }
  view_.backups.work = is_doing(Work::kBackingUp)   ? BackupsView::Work::kBackingUp
                       : is_doing(Work::kRestoring) ? BackupsView::Work::kRestoring
                                                    : BackupsView::Work::kNone;
  view_.reminder.is_working = is_doing(Work::kReminding);
}

// --- the scheduler ---

void SettingsPage::show_scheduler(const Scheduler& scheduler) {
  view_.scheduler.kind = scheduler.kind();
  view_.scheduler.retention = static_cast<int>(std::lround(100 * scheduler.desired_retention()));
  view_.scheduler.is_fitted = scheduler.parameters() != Fsrs6Parameters();
}

void SettingsPage::act(const StartFit&) {
  const auto open = desk_.options().open_again;
  begin(Work::kFitting, words::kSettingsFitTrouble, [this, open](JobControl& control) -> Finish {
    const Library library = open();
    const Result<FsrsFit> fit = library.fit_scheduler([&](double done) {
      control.set_progress(done);
      return control.is_cancelled() ? FitStep::kStop : FitStep::kGoOn;
    });
    if (control.is_cancelled()) return {};
    return [this, fit] {
      if (fit) {
        fit_ = *fit;
        if (focus().is_on("fit")) next_focus_ = "apply fit";
        return;
      }
      const auto why = [&](Language language) {
        return filled(language, words::kSettingsFitTrouble, {fit.error().line(language)});
      };
      desk_.tell(NoticeKind::kWarning, {why(Language::kEnglish), why(Language::kChinese)});
    };
  });
}

void SettingsPage::act(const StopFit&) {
  if (is_doing(Work::kFitting)) work_->cancel();
}

void SettingsPage::act(const DiscardFit&) {
  fit_.reset();
  if (focus().is_anywhere()) next_focus_ = "fit";
}

void SettingsPage::act(const ApplyFit&) {
  if (!fit_) return;
  const Scheduler now = desk_.library().scheduler();
  const Fsrs6Parameters parameters = fit_->parameters;
  act(DiscardFit{});
  set_scheduler(Scheduler::fsrs6(parameters, now.desired_retention()));
}

void SettingsPage::act(const ChooseScheduler& intent) {
  set_scheduler(intent.kind == SchedulerKind::kFsrs6 ? Scheduler::fsrs6() : Scheduler());
}

/// Every answer is folded again: with many that takes its time. What is wished for meanwhile comes next.
void SettingsPage::set_scheduler(const Scheduler& scheduler) {
  if (work_ && !is_doing(Work::kScheduling))
    return desk_.tell(NoticeKind::kTrouble, in_both(words::kStillBusy));
  wanted_scheduler_ = scheduler;
  show_scheduler(scheduler);
  if (work_) return;
  const auto open = desk_.options().open_again;
  const LocalInstant now = desk_.now();
  begin(Work::kScheduling, words::kSettingsNotKept, [this, open, scheduler, now](JobControl&) -> Finish {
    Library library = open();
    const std::size_t before = due_in(library, now);
    library.set_scheduler(scheduler, now);
    const std::size_t after = due_in(library, now);
    return [this, scheduler, before, after] {
      if (!is_same(scheduler, wanted_scheduler_)) return set_scheduler(wanted_scheduler_);
      desk_.tell(NoticeKind::kNews,
                 in_both(words::kSettingsSchedulerSet,
                         {name_of(scheduler.kind()), std::to_string(after), std::to_string(before)}));
    };
  });
}

/// Every answer is given its day anew: as above.
void SettingsPage::set_day_start(int hour) {
  if (work_ && !is_doing(Work::kMovingDays))
    return desk_.tell(NoticeKind::kTrouble, in_both(words::kStillBusy));
  hour = std::clamp(hour, 0, static_cast<int>(kLatestDayStart.count()));
  if (hour == view_.amount.day_starts) return;
  view_.amount.day_starts = hour;
  if (work_) return;
  const auto open = desk_.options().open_again;
  const LocalInstant now = desk_.now();
  begin(Work::kMovingDays, words::kSettingsNotKept, [this, open, hour, now](JobControl&) -> Finish {
    Library library = open();
    const std::size_t before = due_in(library, now);
    library.set_day_starts(std::chrono::hours{hour}, now);
    const std::size_t after = due_in(library, now);
    return [this, hour, before, after] {
      const int wanted = view_.amount.day_starts;
      if (wanted != hour) {
        view_.amount.day_starts = hour;
        return set_day_start(wanted);
      }
      desk_.tell(NoticeKind::kNews,
                 in_both(words::kSettingsDayStartSet,
                         {std::to_string(hour), std::to_string(after), std::to_string(before)}));
    };
  });
}

// --- backups ---

void SettingsPage::list_backups() {
  const std::filesystem::path folder = desk_.options().library_folder;
  if (listing_ || folder.empty()) return;
  listing_.emplace(
      [folder, known = backups_](JobControl& control) {
        std::vector<ListedBackup> listed;
        for (Backup& backup : rehearse::list_backups(folder)) {
          if (control.is_cancelled()) break;
          // A backup never changes: what was read of it once holds.
          const auto same = [&](const ListedBackup& other) { return other.backup.file == backup.file; };
          const auto found = std::find_if(known.begin(), known.end(), same);
          auto contents = found == known.end() ? look_into(backup) : found->contents;
          listed.push_back({std::move(backup), contents});
        }
        return listed;
      },
      desk_.wake());
}

void SettingsPage::read_backups() {
  BackupsView& view = view_.backups;
  view.rows.clear();
  for (const ListedBackup& listed : backups_)
    view.rows.push_back({listed.backup.name(), listed.backup.bytes,
                         listed.contents ? std::optional(listed.contents->answers) : std::nullopt});
  if (view.opened && *view.opened >= view.rows.size()) view.opened.reset();
  if (!view.opened || !backups_[*view.opened].contents) return;
  const LibraryContents& contents = *backups_[*view.opened].contents;
  view.decks = contents.decks;
  view.questions = contents.questions;
  view.newest_answer = contents.newest_answer ? format_day(*contents.newest_answer) : std::string();
}

void SettingsPage::act(const LookIntoBackup& intent) {
  view_.backups.opened = view_.backups.opened == intent.row ? std::nullopt : std::optional(intent.row);
}

void SettingsPage::act(const BackUpNow&) {
  const std::filesystem::path folder = desk_.options().library_folder;
  const LocalInstant now = desk_.now();
  begin(Work::kBackingUp, words::kSettingsNotBackedUp, [this, folder, now](JobControl&) -> Finish {
    const std::optional<Backup> made = back_up(folder, now);
    return [this, made] {
      view_.backups.opened.reset();
      desk_.tell(NoticeKind::kNews, made ? in_both(words::kSettingsBackedUp, {made->name()})
                                         : in_both(words::kSettingsNothingNew));
    };
  });
}

void SettingsPage::act(const RestoreBackup&) {
  if (!view_.backups.opened || *view_.backups.opened >= backups_.size()) return;
  const Backup backup = backups_[*view_.backups.opened].backup;
  const WindowOptions& options = desk_.options();
  begin(Work::kRestoring, words::kSettingsNotRestored,
        [this, backup, folder = options.library_folder, random = options.random,
         now = desk_.now()](JobControl&) -> Finish {
          const GoneBack back = restore_backup(folder, backup, DamagedLibrary::kRefused, random, now).back;
          return [this, backup, back] {
            view_.backups.opened.reset();
            if (focus().is_on("restore")) next_focus_ = "back up";
            desk_.tell(NoticeKind::kNews,
                       in_both(words::kSettingsRestored, {backup.name(), std::to_string(back.taken_back),
                                                          std::to_string(back.answers_kept)}));
          };
        });
}

// --- the reminder ---

void SettingsPage::set_reminder(bool is_on) {
  const Session session = desk_.options().session;
  const Language language = desk_.language();
  std::optional<ReminderTime> time;
  if (is_on) time = ReminderTime{view_.reminder.hour, view_.reminder.minute};
  begin(Work::kReminding, words::kSettingsNotKept, [this, session, time, language](JobControl&) -> Finish {
    const Words trouble = rehearse::set_reminder(session, time, in_both(words::kSettingsReminderTitle),
                                                 in_both(words::kSettingsReminderText), language);
    return [this, trouble, time] {
      if (!trouble.empty()) return desk_.tell(NoticeKind::kTrouble, trouble);
      if (!time) return desk_.tell(NoticeKind::kNews, in_both(words::kSettingsReminderOff));
      if (*time != ReminderTime{view_.reminder.hour, view_.reminder.minute}) return set_reminder(true);
      desk_.tell(NoticeKind::kNews, in_both(words::kSettingsReminderOn, {format_clock(*time)}));
    };
  });
}

void SettingsPage::act(const ToggleReminder&) { set_reminder(!view_.reminder.is_on); }

void SettingsPage::step_reminder(const StepSetting& intent) {
  ReminderView& reminder = view_.reminder;
  const auto turned = [&](int value, int step, int count) {
    return ((value + step * intent.steps) % count + count) % count;
  };
  if (intent.setting == SteppedSetting::kReminderHour)
    reminder.hour = turned(reminder.hour, 1, 24);
  else
    reminder.minute = turned(reminder.minute, kMinutesOfStep, 60);
  if (!is_doing(Work::kReminding)) set_reminder(true);  // else what is shown then is set next
}

}  // namespace rehearse
