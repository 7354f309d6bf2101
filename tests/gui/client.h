// The whole client but its window: a test is the person in front of it.
#pragma once

#include <memory>
#include <semaphore>
#include <string>
#include <string_view>
#include <vector>

#include "gui/window/app.h"
#include "gui/window/study/study_page.h"
#include "tests/gui/null_window.h"
#include "tests/scratch.h"

namespace rehearse::test {

/// Three questions: of three points, of two, and an answer without points.
inline constexpr const char* kOpenDeck =
    "<!-- rehearse: 1 -->\n# 开放题库\n"
    "### 问题一？\n- **甲**：一\n- **乙**\n- **丙**\n"
    "### 问题二？\n- **丁**\n- **戊**\n"
    "### 问题三？\n> 没有要点的答案\n";
/// A choice and a blank.
inline constexpr const char* kCheckedDeck =
    "<!-- rehearse: 1 -->\n# 自查题库\n"
    "### 选哪个？\n- [ ] A. 错的\n- [x] B. 对的\n"
    "### 填什么？\n\n**答案**：𠮷 50\n";
/// The question in its third line does not say what is right.
inline constexpr const char* kDoubtfulDeck =
    "<!-- rehearse: 1 -->\n# 存疑题库\n### 选哪个？\n- [ ] A. 一\n- [ ] B. 二\n";

class Client {
 public:
  explicit Client(std::initializer_list<const char*> decks, const char* clock = "2026-12-01T09:30:00+08:00");

  /// From now on the library's file refuses every op, as a full disk does; or takes them again.
  void break_disk();
  void mend_disk();

  App& app() { return *app_; }
  /// The page in front, when it is one of these.
  template <class OfKind>
  const OfKind* on() const {
    return dynamic_cast<const OfKind*>(&app_->page());
  }
  bool is_asked() const { return on<StudyPage>() && !on<StudyPage>()->is_finished(); }
  bool is_told_summary() const { return on<StudyPage>() && on<StudyPage>()->is_finished(); }
  const Scratch& scratch() const { return scratch_; }
  LibraryStats stats() const { return library_.stats(now_); }
  /// What `rehearse check` would say.
  bool is_whole() const { return library_.check().ok; }
  std::size_t decks() const { return library_.decks(now_).size(); }

  Library& library() { return library_; }
  LocalInstant now() const { return now_; }

  /// As the command line does it.
  void edit_first_stem(const std::string& stem);
  QuestionMarks marks_of_first() const;

  void pass(std::chrono::minutes time) { now_.at += time; }
  void press(std::initializer_list<Key> keys);
  void type(std::string_view text);

  /// A file of the test's own; its path.
  std::string file(const std::string& name, std::string_view bytes) const;
  /// The only deck as an Anki package, with what was answered.
  std::string package(const std::string& name) const;
  /// Drops the files at once and waits until they were read.
  void drop(const std::vector<std::string>& paths);
  /// Waits until the files that were given are read.
  void finish_reading();
  /// Until nothing is left to be kept.
  void finish_import();

  /// Draws the window and clicks on what has this id; fails the test when there is no such thing.
  void click(const std::string& id) { click(id, Modifier::kNone); }
  /// With the modifier held down.
  void click(const std::string& id, Modifier modifier);
  void click_at(float x, float y);
  /// What is on the screen.
  const Probe& look();

  /// Until `is_done` says so: waits for what goes on in the background.
  template <class IsDone>
  void wait_until(const IsDone& is_done) {
    while (!is_done()) {
      woken_.acquire();
      app_->tick();
    }
  }

  /// All the text on the screen, line by line.
  std::string screen_text();
  bool shows(std::string_view text) { return screen_text().find(text) != std::string::npos; }
  /// Where the first text stands that begins so. Fails the test when there is none.
  Rect place_of(std::string_view text);

 private:
  void other_program(const char* sql);
  NullWindow& window();
  bool draw(Ui& ui);

  Scratch scratch_;
  LocalInstant now_;
  Session session_;  // without a bus
  Library library_;
  std::counting_semaphore<> woken_{0};  // what the app was woken for: a file that is read, or other work
  std::unique_ptr<App> app_;
  std::unique_ptr<NullWindow> window_;
};

}  // namespace rehearse::test
