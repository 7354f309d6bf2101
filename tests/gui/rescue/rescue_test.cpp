// A damaged library in the window: noticed, told, and mended by one key.
#include "gui/window/rescue/rescue.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <semaphore>

#include "core/library_backup.h"
#include "gui/window/app.h"
#include "tests/gui/null_window.h"
#include "tests/library_fixture.h"

namespace rehearse {
namespace {

using Stage = RescueView::Stage;

/// A library with one answer in its backup and one after it, closed.
class Learner {
 public:
  Learner() {
    Library library = open();
    library.import_document(document_, now_);
    answer(library);
    REQUIRE(back_up(folder_, now_));
    answer(library);
  }

  Library open() const { return Library(folder_, options_.random); }
  const WindowOptions& options() const { return options_; }
  std::filesystem::path file() const { return folder_ / "library.sqlite"; }

  /// Nothing but zeros there.
  void damage(std::streamoff from, std::size_t bytes) const {
    std::fstream out(file(), std::ios::binary | std::ios::in | std::ios::out);
    out.seekp(from);
    out << std::string(bytes, '\0');
  }

  /// A byte of the last answer, as it lies in the log.
  void damage_last_answer() const {
    Database(file()).execute(
        "UPDATE op SET line = CAST(substr(line, 1, length(line) - 1) || x'7f' AS BLOB) "
        "WHERE position = (SELECT max(position) FROM op)");
  }

  /// Until `is_done` says so: waits for what goes on in the background.
  template <class Content, class IsDone>
  void wait(Content& content, const IsDone& is_done) {
    while (content.tick(), !is_done()) woken_.acquire();
  }

 private:
  void answer(Library& library) {
    now_.at += std::chrono::minutes{1};
    Answer answer;
    answer.card = question_card_id(derive_question_id(derive_deck_id("deck"), document_.questions[0], 0));
    answer.quality = Quality::kGood;
    library.grade(answer, now_);
  }

  test::Scratch scratch_;
  std::filesystem::path folder_ = scratch_ / "library";
  LocalInstant now_ = test::morning();
  Document document_ = test::open_document("deck", 6, 3);
  std::counting_semaphore<> woken_{0};
  WindowOptions options_ = [this] {
    WindowOptions options{[this] { return now_; }};
    options.library_folder = folder_;
    options.random = test::counting_random(4000);
    options.wake = [this] { woken_.release(); };
    return options;
  }();
};

}  // namespace

TEST_SUITE("gui/window/rescue") {
  TEST_CASE("a library that does not open is mended by one key from its newest good backup") {
    Learner learner;
    learner.damage(0, 4096);
    CHECK_THROWS_AS(learner.open(), StoreError);
    Rescue rescue(learner.options());
    learner.wait(rescue, [&] { return rescue.view().stage != Stage::kLooking; });
    REQUIRE(rescue.view().stage == Stage::kAsking);
    CHECK(rescue.view().backup == list_backups(learner.options().library_folder).front().name());
    CHECK(rescue.view().contents.answers == 1);
    rescue.handle(KeyPressed{Key::kEnter});
    CHECK(rescue.view().stage == Stage::kMending);
    rescue.handle(CloseAsked{});
    CHECK(!rescue.wants_close());
    learner.wait(rescue, [&] { return rescue.view().stage != Stage::kMending; });
    REQUIRE(rescue.view().stage == Stage::kMended);
    CHECK(!rescue.wants_close());
    rescue.handle(KeyPressed{Key::kEnter});
    CHECK(rescue.wants_close());
    CHECK(rescue.afterwards() == Afterwards::kOpen);
    CHECK(learner.open().stats(learner.options().clock()).reviews >= 1);
  }

  TEST_CASE("who leaves a damaged library alone finds it as it was") {
    Learner learner;
    learner.damage(0, 4096);
    for (const Event& event : {Event(KeyPressed{Key::kEscape}), Event(CloseAsked{}),
                               Event(KeyPressed{Key::kQ, Modifier::kCtrl})}) {
      Rescue rescue(learner.options());
      learner.wait(rescue, [&] { return rescue.view().stage != Stage::kLooking; });
      rescue.handle(event);
      CHECK(rescue.wants_close());
      CHECK(rescue.afterwards() == Afterwards::kNothing);
      CHECK_THROWS_AS(learner.open(), StoreError);
    }
  }

  TEST_CASE("without a backup what can be read of a damaged library is kept") {
    Learner learner;
    for (const Backup& backup : list_backups(learner.options().library_folder))
      std::filesystem::remove(backup.file);
    learner.damage_last_answer();
    Rescue rescue(learner.options());
    learner.wait(rescue, [&] { return rescue.view().stage != Stage::kLooking; });
    CHECK(!rescue.view().backup);
    rescue.handle(KeyPressed{Key::kEnter});
    learner.wait(rescue, [&] { return rescue.view().stage != Stage::kMending; });
    REQUIRE(rescue.view().stage == Stage::kMended);
    CHECK(learner.open().stats(learner.options().clock()).reviews == 1);
    CHECK(learner.open().check().ok);
  }

  TEST_CASE("a library that turns out to be sound is not set back to its backup") {
    Learner learner;
    Rescue rescue(learner.options());
    learner.wait(rescue, [&] { return rescue.view().stage != Stage::kLooking; });
    rescue.handle(KeyPressed{Key::kEnter});
    learner.wait(rescue, [&] { return rescue.view().stage != Stage::kMending; });
    CHECK(rescue.view().stage == Stage::kMended);
    CHECK(!rescue.view().was_damaged);
    CHECK(learner.open().stats(learner.options().clock()).reviews == 2);
  }

  TEST_CASE("damage that lets a library open is noticed and told and the notice closes it to be mended") {
    Learner learner;
    learner.damage_last_answer();
    Library library = learner.open();
    App app(library, learner.options());
    test::NullWindow window;
    const test::Screen draw = [&](Ui& ui) {
      app.draw(ui);
      return app.wants_close();
    };
    const auto is_told = [&] {
      window.show(draw);
      const auto& areas = window.probe().clickable;
      return std::any_of(areas.begin(), areas.end(),
                         [](const Probe::Area& area) { return area.id == "mend in notice"; });
    };
    learner.wait(app, is_told);
    window.click(draw, "mend in notice");
    CHECK(app.wants_close());
    CHECK(app.afterwards() == Afterwards::kMend);
  }
}

}  // namespace rehearse
