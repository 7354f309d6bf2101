#include "gui/window/rescue/rescue.h"

#include <utility>
#include <variant>

#include "core/base/store_error.h"
#include "gui/window/rescue/rescue_screen.h"
#include "gui/window/ui/root.h"

namespace rehearse {

using Stage = RescueView::Stage;

// The session's end is looked for as often.
constexpr std::chrono::milliseconds kTick{1000};

Rescue::Rescue(const WindowOptions& options) : options_(options) {
  if (!options.preferences_file.empty()) preferences_ = read_preferences(options.preferences_file);
  view_.library_folder = options.library_folder.string();
  view_.damaged_folder = backup_folder(options.library_folder).string();
  looking_.emplace(
      [folder = options.library_folder](JobControl&) {
        Found found{newest_good_backup(folder), {}};
        if (found.backup) found.contents = look_into(*found.backup).value_or(LibraryContents());
        return found;
      },
      options.wake);
}

std::optional<std::chrono::milliseconds> Rescue::next_tick() const { return kTick; }

ThemeName Rescue::theme() const {
  if (preferences_.theme == ThemeChoice::kLight) return ThemeName::kLight;
  if (preferences_.theme == ThemeChoice::kDark) return ThemeName::kDark;
  return options_.theme;
}

Language Rescue::language() const {
  return speaks_english_ ? Language::kEnglish : preferences_.language.value_or(options_.language);
}

void Rescue::handle(const Event& event) {
  if (const auto* press = std::get_if<KeyPressed>(&event)) {
    if (!focus_.take(*press)) apply(rescue_key(view_, *press));
  } else if (std::holds_alternative<CloseAsked>(event) && view_.stage != Stage::kMending) {
    wants_close_ = true;
  }
}

void Rescue::draw(Ui& ui) {
  begin_root(ui);
  focus_.begin_frame();
  ui.focus = &focus_;
  const RescueIntent intent = draw_rescue(ui, view_);
  focus_.end_frame();
  ui.focus = nullptr;
  end_root();
  apply(intent);
}

void Rescue::apply(const RescueIntent& intent) {
  if (std::holds_alternative<MendLibrary>(intent)) return mend();
  if (std::holds_alternative<OpenMended>(intent))
    afterwards_ = Afterwards::kOpen;
  else if (!std::holds_alternative<LeaveDamaged>(intent))
    return;
  wants_close_ = true;
}

void Rescue::mend() {
  view_.stage = Stage::kMending;
  mending_.emplace(
      [folder = options_.library_folder, backup = backup_, random = options_.random,
       now = options_.clock()](JobControl&) {
        if (find_damage(folder, random, now).empty()) return RestoreReport();  // nothing is to be taken back
        if (!backup) return salvage_library(folder, random, now);
        return restore_backup(folder, *backup, DamagedLibrary::kReplaced, random, now);
      },
      options_.wake);
}

Redraw Rescue::tick() {
  const bool was_found = looking_ && looking_->is_done(), is_over = mending_ && mending_->is_done();
  if (was_found) take_found();
  if (is_over) take_mended();
  return redraw_if(was_found || is_over);
}

void Rescue::take_found() {
  try {
    const Found found = looking_->take();
    backup_ = found.backup;
    view_.contents = found.contents;
    if (backup_) view_.backup = backup_->name();
  } catch (const StoreError&) {
    // None that can be read is none.
  }
  looking_.reset();
  view_.stage = Stage::kAsking;
}

void Rescue::take_mended() {
  try {
    const RestoreReport report = mending_->take();
    view_.was_damaged = report.was_damaged;
    view_.brought_in = report.back.brought_in;
    view_.stage = Stage::kMended;
  } catch (const StoreError& fault) {
    view_.trouble = fault.words();
    view_.stage = Stage::kFailed;
  }
  mending_.reset();
}

}  // namespace rehearse
