#include "gui/window/import/import_page.h"

#include <utility>

#include "gui/window/import/import_notice.h"
#include "gui/window/strings/import_words.h"
#include "gui/window/strings/shell_words.h"

namespace rehearse {

ImportPage::ImportPage(Desk& desk, const ImportRequest& request)
    : desk_(desk), import_(desk.library(), desk.wake()), interview_(request.interview) {
  if (request.paths.empty())
    picker_.emplace(desk.options().home, desk.options().home);
  else
    drop(request.paths);
}

bool ImportPage::drop(const std::vector<std::string>& paths) {
  if (import_.is_keeping()) {
    desk_.tell(NoticeKind::kTrouble, in_both(words::kImportBusy));
    return true;
  }
  close_review();
  picker_.reset();
  scroll_ = {ScrollWish::To::kTop};
  import_.read(paths, desk_.now());
  return true;
}

void ImportPage::press(const KeyPressed& press) {
  scroll_ = {};
  if (picker_) {  // all other keys are its own
    if (press == KeyPressed{Key::kEscape}) desk_.close();
    return;
  }
  apply(review_ ? review_key(review_->view(), press) : import_key(import_.view(), press));
}

void ImportPage::draw(Ui& ui) {
  if (picker_) {
    const ImportIntent picked = draw_file_picker(ui, *picker_, std::exchange(follow_, Follow::kNo));
    return apply(picked);
  }
  const ImportView& view = import_.view();
  if (correction_) ui.focus = nullptr;  // it lies over everything else
  const ImportIntent intent = review_ ? draw_import_review(ui, view, reviewed_, review_->view(), follow_)
                                      : draw_import(ui, view, scroll_);
  follow_ = Follow::kNo;
  if (correction_) {
    ui.focus = &focus();
    apply(draw_correction(ui, review_->view().fields[review_->view().field], *correction_));
    return;
  }
  if (scroll_.to == ScrollWish::To::kPage) scroll_ = {};
  apply(intent);
}

void ImportPage::apply(const ImportIntent& intent) {
  if (is_nothing(intent)) return;
  follow_ = Follow::kYes;
  desk_.attempt(words::kNotRead, [&] { std::visit([this](const auto& wanted) { act(wanted); }, intent); });
}

void ImportPage::act(const LookAtFile& intent) {
  close_review();
  if (import_.banks(intent.file).decks.empty()) return;  // it is kept already
  reviewed_ = intent.file;
  review_.emplace(import_.banks(reviewed_), import_.view().files[reviewed_].name);
  follow_ = Follow::kYes;
}

void ImportPage::act(const CorrectField&) {
  const ReviewView& view = review_->view();
  if (view.fields.empty()) return;
  const ReviewField& field = view.fields[view.field];
  if (!field.can_correct) return desk_.tell(NoticeKind::kNews, in_both(words::kCorrectLater));
  correction_.emplace(TextLines::kMany, field.text);
}

void ImportPage::act(const SaveCorrection&) {
  if (review_->correct(correction_->text())) return correction_.reset();
  desk_.tell(NoticeKind::kNews, in_both(words::kCorrectNotEmpty));
}

void ImportPage::act(const PickEntry& intent) {
  picker_->select(intent.row);
  picker_->open();
  read_picked();
}

void ImportPage::read_picked() {
  if (const auto chosen = picker_->take_chosen()) drop({chosen->string()});
}

bool ImportPage::type(const Event& event) {
  if (picker_) {
    if (!picker_->type(event)) return false;
    follow_ = Follow::kYes;
    read_picked();
    return true;
  }
  if (const auto* press = std::get_if<KeyPressed>(&event)) {
    if (*press == KeyPressed{Key::kEscape}) return apply(DropCorrection{}), true;
    if (*press == KeyPressed{Key::kEnter, Modifier::kCtrl}) return apply(SaveCorrection{}), true;
  }
  if (!correction_->take(event)) return false;
  if (auto copied = correction_->take_copied()) desk_.copy(*std::move(copied));
  return true;
}

void ImportPage::act(const KeepImport&) {
  if (import_.view().stage != ImportView::Stage::kRead) return;
  close_review();
  import_.keep();
}

void ImportPage::act(const LeaveImport&) {
  if (review_ && import_.view().files.size() > 1) return close_review();  // back to the list of files
  if (import_.is_keeping() || import_.view().files_kept > 0) return finish();
  review_.reset();
  import_.finish();
  desk_.close();
}

/// What was corrected in it is kept, should it be imported.
void ImportPage::close_review() {
  if (!review_) return;
  if (review_->is_changed()) import_.replace(reviewed_, review_->kept());
  review_.reset();
}

std::optional<std::chrono::milliseconds> ImportPage::next_tick() const {
  if (import_.is_keeping()) return std::chrono::milliseconds{0};
  return std::nullopt;
}

Redraw ImportPage::tick() {
  bool is_new = false;
  const bool was_keeping = import_.is_keeping();
  const bool was_read = import_.view().stage == ImportView::Stage::kRead;
  const bool is_kept = desk_.attempt(words::kNotImported, [&] {
    is_new = import_.work(desk_.now());
    if (import_.is_open() && import_.is_done()) return finish();
    // A file that comes alone is looked at in full.
    const ImportView& view = import_.view();
    if (!was_read && view.stage == ImportView::Stage::kRead && view.files.size() == 1) act(LookAtFile{0});
  });
  if (is_kept) return redraw_if(is_new);
  if (was_keeping) {  // there, with all that was corrected, to be kept once there is room
    if (import_.view().files.size() == 1) act(LookAtFile{0});
    return Redraw::kUntilSettled;
  }
  review_.reset();
  import_.finish();
  desk_.close();
  return Redraw::kUntilSettled;
}

/// The files that are kept by now have their interview.
void ImportPage::end() {
  if (import_.is_keeping() || import_.view().files_kept > 0)
    desk_.attempt(words::kNotImported, [this] { finish(); });
}

void ImportPage::finish() {
  review_.reset();
  const ImportOutcome outcome = import_.finish();
  if (interview_)
    for (const DeckSummary& deck : outcome.report.decks)
      desk_.library().set_interview(deck.id, *interview_, desk_.now());
  desk_.close();
  if (outcome.report.decks.size() == 1) desk_.deck = outcome.report.decks.front().id;
  desk_.tell(import_notice(outcome));
}

std::vector<KeyLine> ImportPage::keys(Language language) const {
  if (picker_)
    return {{"↑/↓ PgUp/PgDn", words::kPickerChoose},
            {std::string(words::kKeyEnter.in(language)), words::kPickerOpen},
            {"Backspace", words::kPickerUp},
            {"Esc", words::kActCancel}};
  std::vector<KeyLine> lines{{std::string(words::kKeyEnter.in(language)), words::kActKeep},
                             {"Esc", words::kActCancel}};
  if (review_) {
    lines.insert(lines.end(), {{"↑/↓ PgUp/PgDn", words::kActQuestion},
                               {"←/→", words::kActField},
                               {"F3", words::kActNextDoubt},
                               {"F2, Ctrl+E", words::kActCorrect},
                               {"Delete, 0", words::kActLeaveOut}});
  } else {
    lines.insert(lines.end(), {{"1–9", words::kReviewLook}, {"PgUp/PgDn", words::kActScroll}});
  }
  return lines;
}

}  // namespace rehearse
