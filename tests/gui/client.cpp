#include "tests/gui/client.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <atomic>
#include <fstream>

#include "core/base/text.h"
#include "core/deck/deck_markdown.h"
#include "core/export/export_format.h"
#include "gui/window/import/import_page.h"

namespace rehearse::test {

Client::Client(std::initializer_list<const char*> decks, const char* clock)
    : now_(*parse_instant("2026-12-01T09:30:00+08:00")),
      session_{{}, scratch_ / "config"},
      library_(scratch_ / "library", [salt = std::uint64_t{0}]() mutable { return ++salt; }) {
  for (const char* deck : decks) library_.import_document(read_deck_markdown(deck), now_);
  now_ = *parse_instant(clock);
  WindowOptions options{[this] { return now_; }};
  options.home = scratch_.folder();
  options.library_folder = scratch_ / "library";
  options.random = [salt = std::make_shared<std::atomic<std::uint64_t>>(1'000'000)] { return ++*salt; };
  options.open_again = [this, random = options.random] { return Library(scratch_ / "library", random); };
  options.session = session_;
  options.wake = [this] { woken_.release(); };
  app_ = std::make_unique<App>(library_, options);
}

void Client::break_disk() {
  other_program("CREATE TRIGGER full BEFORE INSERT ON op BEGIN SELECT RAISE(ABORT, 'full'); END");
}

void Client::mend_disk() { other_program("DROP TRIGGER full"); }

void Client::edit_first_stem(const std::string& stem) {
  const ListedQuestion first = library_.questions(library_.decks(now_).front().id).front();
  ChangeText change;
  change.stem = stem;
  REQUIRE(library_.edit_question(first.id, change, now_));
}

QuestionMarks Client::marks_of_first() const {
  return library_.marks(library_.questions(library_.decks(now_).front().id).front().id);
}

void Client::press(std::initializer_list<Key> keys) {
  for (const Key key : keys) app_->handle(KeyPressed{key});
}

void Client::type(std::string_view text) {
  for (const char32_t character : to_utf32(text)) app_->handle(CharacterTyped{character});
}

std::string Client::file(const std::string& name, std::string_view bytes) const {
  std::ofstream(scratch_ / name, std::ios::binary) << bytes;
  return (scratch_ / name).string();
}

std::string Client::package(const std::string& name) const {
  const auto deck = library_.export_studied_deck(library_.decks(now_).front().id);
  REQUIRE(deck);
  return file(name, write_deck(*deck, ExportFormat::kAnkiPackage, now_));
}

void Client::drop(const std::vector<std::string>& paths) {
  app_->handle(FilesDropped{paths});
  finish_reading();
}

void Client::finish_reading() {
  wait_until([this] {
    const auto* page = on<ImportPage>();
    return !page || !page->is_reading();
  });
}

void Client::finish_import() {
  while (app_->page().reason_to_stay()) app_->tick();
}

NullWindow& Client::window() {
  if (!window_) window_ = std::make_unique<NullWindow>();
  Look look;
  look.language = app_->language();
  window_->set_look(look);
  return *window_;
}

bool Client::draw(Ui& ui) {
  app_->draw(ui);
  return false;
}

void Client::click(const std::string& id, Modifier modifier) {
  app_->handle(PointerButton{ButtonState::kPressed, modifier});
  window().click([this](Ui& ui) { return draw(ui); }, id);
}

void Client::click_at(float x, float y) {
  window().click_at([this](Ui& ui) { return draw(ui); }, x, y);
}

const Probe& Client::look() {
  window().show([this](Ui& ui) { return draw(ui); });
  return window_->probe();
}

std::string Client::screen_text() {
  look();
  std::string text;
  for (const Probe::Area& area : window_->probe().texts) text += area.id + "\n";
  return text;
}

Rect Client::place_of(std::string_view text) {
  screen_text();
  for (const Probe::Area& area : window_->probe().texts)
    if (area.id.starts_with(text)) return area.rect;
  FAIL("not on the screen: " << text);
  return {};
}

void Client::other_program(const char* sql) {
  SQLite::Database(((scratch_ / "library") / "library.sqlite").string(), SQLite::OPEN_READWRITE).exec(sql);
}

}  // namespace rehearse::test
