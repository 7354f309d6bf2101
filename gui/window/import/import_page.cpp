#include "gui/window/import/import_page.h"

#include "gui/window/import/import_notice.h"
#include "gui/window/strings/import_words.h"
#include "gui/window/strings/shell_words.h"

namespace rehearse {

ImportPage::ImportPage(Desk& desk, const std::vector<std::string>& paths)
    : desk_(desk), import_(desk.library(), desk.wake()) {
  drop(paths);
}

bool ImportPage::drop(const std::vector<std::string>& paths) {
  if (import_.is_keeping()) {
    desk_.tell(NoticeKind::kTrouble, in_both(words::kImportBusy));
    return true;
  }
  scroll_ = {ScrollWish::To::kTop};
  import_.read(paths, desk_.now());
  return true;
}

void ImportPage::press(const KeyPressed& press) {
  scroll_ = {};
  apply(import_key(import_.view(), press));
}

void ImportPage::draw(Ui& ui) {
  const ImportIntent intent = draw_import(ui, import_.view(), scroll_);
  if (scroll_.to == ScrollWish::To::kPage) scroll_ = {};
  apply(intent);
}

void ImportPage::apply(const ImportIntent& intent) {
  if (const auto* page = std::get_if<ScrollPage>(&intent)) scroll_ = {ScrollWish::To::kPage, page->pages};
  if (std::holds_alternative<KeepImport>(intent)) import_.keep();
  if (!std::holds_alternative<LeaveImport>(intent)) return;
  if (import_.is_keeping()) return end();
  import_.finish();
  desk_.close();
}

std::optional<std::chrono::milliseconds> ImportPage::next_tick() const {
  if (import_.is_keeping()) return std::chrono::milliseconds{0};
  return std::nullopt;
}

bool ImportPage::tick() {
  bool is_new = false;
  const bool is_kept = desk_.attempt(words::kNotImported, [&] {
    is_new = import_.work(desk_.now());
    if (import_.is_open() && import_.is_done()) end();
  });
  if (is_kept) return is_new;
  import_.finish();  // the rest stays out
  desk_.close();
  return true;
}

void ImportPage::end() {
  const ImportOutcome outcome = import_.finish();
  desk_.close();
  if (outcome.report.decks.size() == 1) desk_.deck = outcome.report.decks.front().id;
  const Notice notice = import_notice(outcome);
  desk_.tell(notice.kind, notice.text);
}

std::vector<KeyLine> ImportPage::keys(Language language) const {
  return {{std::string(words::kKeyEnter.in(language)), words::kActKeep},
          {"Esc", words::kActCancel},
          {"PgUp PgDn", words::kActScroll}};
}

}  // namespace rehearse
