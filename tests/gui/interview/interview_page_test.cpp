// Keys in, a real library behind: a mock interview from its setup to its report.
#include "gui/window/interview/interview_page.h"

#include <doctest/doctest.h>

#include <random>

#include "core/deck/deck_markdown.h"
#include "gui/window/strings/interview_words.h"
#include "gui/window/strings/shell_words.h"
#include "tests/gui/client.h"

namespace rehearse {
namespace {

using test::Client;
using test::kCheckedDeck;
using test::kOpenDeck;

/// One question with criteria and points, 3 minutes.
constexpr const char* kRubricDeck =
    "<!-- rehearse: 1 -->\n# 评分题库\n"
    "### 怎么安抚投诉？\n*20 分*\n- **倾听**：先听完\n- **给时间**：说几点回电\n\n"
    "**评分标准**：\n- 先处理情绪（8分）\n- 给出明确时间（12分）\n";

constexpr Language kChinese = Language::kChinese;

void go_to_interviews(Client& client) { client.app().handle(KeyPressed{Key::kDigit3, Modifier::kCtrl}); }

void control(Client& client, Key key) { client.app().handle(KeyPressed{key, Modifier::kCtrl}); }

bool is_running(const Client& client) { return client.on<InterviewPage>()->is_running(); }

/// Full marks for every answer, until the report is there.
void answer_everything(Client& client) {
  for (int presses = 0; presses < 300 && is_running(client); ++presses)
    client.press({Key::kSpace, Key::kEnter});
  REQUIRE(client.on<InterviewPage>()->is_at_report());
}

std::vector<KeptInterview> kept(const Client& client) {
  return Library(client.scratch() / "library", [] { return std::uint64_t{7}; }).interviews();
}

}  // namespace

TEST_SUITE("gui/window/interview/interview_page") {
  TEST_CASE("an interview answered to the end is kept with its total and the time it took") {
    Client client{kOpenDeck};
    go_to_interviews(client);
    CHECK(client.shows(words::kInterviewNoPast.in(kChinese)));
    client.press({Key::kEnter});
    CHECK(is_running(client));
    CHECK(client.shows("3:00"));
    CHECK(kept(client).empty());
    client.pass(std::chrono::minutes{1});
    answer_everything(client);
    CHECK(client.shows("100"));
    const auto interviews = kept(client);
    REQUIRE(interviews.size() == 1);
    CHECK(interviews[0].report.total() == 100);
    CHECK(interviews[0].report.questions.size() == 3);
    CHECK(interviews[0].report.questions[0].spent == std::chrono::minutes{1});
  }

  TEST_CASE("the clock counts down each second while a question is answered and rests otherwise") {
    Client client{kOpenDeck};
    go_to_interviews(client);
    CHECK(!client.app().page().next_tick());
    client.press({Key::kEnter});
    CHECK(client.app().page().next_tick() == std::chrono::milliseconds{1000});
    CHECK(client.app().tick() == Redraw::kNothing);
    client.pass(std::chrono::minutes{2});
    CHECK(client.app().tick() == Redraw::kOneFrame);
    CHECK(client.shows("1:00"));
    client.pass(std::chrono::minutes{2});
    CHECK(client.app().tick() == Redraw::kOneFrame);
    CHECK(client.shows("+1:00"));
    CHECK(client.shows(words::kInterviewOver.in(kChinese)));
    client.press({Key::kSpace});
    CHECK(!client.app().page().next_tick());
    CHECK(client.shows("4:00 / 3:00"));
  }

  TEST_CASE("the answer is not on the screen before the learner has answered") {
    Client client{kRubricDeck};
    go_to_interviews(client);
    client.press({Key::kEnter});
    CHECK(client.shows("怎么安抚投诉？"));
    CHECK(!client.shows("倾听"));
    CHECK(!client.shows("先处理情绪"));
    client.press({Key::kSpace});
    CHECK(client.shows("倾听"));
    CHECK(client.shows("先处理情绪"));
  }

  TEST_CASE("digits give marks and arrows half marks and what was missed is drilled") {
    Client client{kRubricDeck};
    go_to_interviews(client);
    client.press({Key::kEnter, Key::kSpace});
    client.press({Key::kDigit5, Key::kDigit1, Key::kDigit1, Key::kUp, Key::kRight, Key::kDown});
    client.press({Key::kDigit2, Key::kEnter});
    const auto interviews = kept(client);
    REQUIRE(interviews.size() == 1);
    const QuestionResult& result = interviews[0].report.questions[0];
    CHECK(result.items[0].earned == 5);
    CHECK(result.items[1].earned == doctest::Approx(11.5));
    CHECK(result.missed.size() == 1);
    CHECK(client.shows("给时间"));
  }

  TEST_CASE("enter says how many items still need marks and goes to the next question after them") {
    Client client{kRubricDeck};
    go_to_interviews(client);
    client.press({Key::kEnter, Key::kSpace});
    CHECK(client.shows(filled(kChinese, words::kInterviewUnmarked, {"2"})));
    client.press({Key::kEnter});
    CHECK(client.shows(filled(kChinese, words::kInterviewOneUnmarked, {"1"})));
    client.press({Key::kEnter});
    CHECK(client.shows(words::kInterviewToReport.in(kChinese)));
    CHECK(is_running(client));
  }

  TEST_CASE("undo goes back to the marks of the question before and on a report takes it back") {
    Client client{kOpenDeck};
    go_to_interviews(client);
    client.press({Key::kEnter, Key::kSpace});
    while (!client.shows("2 / 3")) client.press({Key::kEnter});
    control(client, Key::kZ);
    CHECK(client.shows("1 / 3"));
    answer_everything(client);
    CHECK(kept(client).size() == 1);
    control(client, Key::kZ);
    CHECK(kept(client).empty());
    CHECK(client.shows(words::kInterviewNoPast.in(kChinese)));
    control(client, Key::kY);
    CHECK(kept(client).size() == 1);
    CHECK(client.shows("2026-12-01"));
  }

  TEST_CASE("escape asks before an interview is left and what is marked can be kept") {
    Client client{kOpenDeck};
    go_to_interviews(client);
    client.press({Key::kEnter, Key::kEscape});
    CHECK(client.shows(words::kInterviewLeave.in(kChinese)));
    client.press({Key::kDigit1});
    CHECK(client.shows(words::kInterviewLeave.in(kChinese)));
    client.press({Key::kEscape});
    CHECK(client.shows("1 / 3"));
    client.press({Key::kEscape, Key::kDigit2});
    CHECK(!is_running(client));
    CHECK(kept(client).empty());

    client.press({Key::kEnter, Key::kDigit0, Key::kEnter, Key::kEscape, Key::kDigit1});
    CHECK(client.on<InterviewPage>()->is_at_report());
    REQUIRE(kept(client).size() == 1);
    CHECK(kept(client)[0].report.questions.size() == 1);
    CHECK(kept(client)[0].report.total() == 0);
  }

  TEST_CASE("a report that the disk did not take is shown and can be kept again") {
    Client client{kRubricDeck};
    go_to_interviews(client);
    client.press({Key::kEnter, Key::kSpace, Key::kEnter, Key::kEnter});
    client.break_disk();
    client.press({Key::kEnter});
    CHECK(client.shows("full"));
    CHECK(client.shows(words::kInterviewNotKept.in(kChinese)));
    client.mend_disk();
    client.press({Key::kEscape});  // the notice
    client.press({Key::kEnter});
    CHECK(kept(client).size() == 1);
    CHECK(!client.shows(words::kInterviewNotKept.in(kChinese)));
  }

  TEST_CASE(
      "a report that was left before the disk took it is gone on with and no other one takes its place") {
    Client client{kRubricDeck};
    go_to_interviews(client);
    client.press({Key::kEnter, Key::kSpace, Key::kEnter, Key::kEnter});
    client.break_disk();
    client.press({Key::kEnter});
    client.press({Key::kEscape});  // the notice
    control(client, Key::kR);
    CHECK(!is_running(client));
    CHECK(client.shows(words::kInterviewOtherFirst.in(kChinese)));
    client.mend_disk();
    client.press({Key::kEscape});  // the notice
    client.press({Key::kEscape});  // the report
    CHECK(!client.on<InterviewPage>()->is_at_report());
    client.press({Key::kEnter});
    REQUIRE(kept(client).size() == 1);
    CHECK(kept(client)[0].report.total() == 100);
  }

  TEST_CASE("a kept interview is opened from the list and asks the same questions again") {
    Client client{kOpenDeck, kRubricDeck};
    go_to_interviews(client);
    client.press({Key::kDigit2, Key::kEnter});
    answer_everything(client);
    const InterviewReport first = kept(client)[0].report;
    client.press({Key::kEscape, Key::kDown, Key::kEnter});
    CHECK(client.on<InterviewPage>()->is_at_report());
    client.press({Key::kDown});
    control(client, Key::kR);
    CHECK(is_running(client));
    client.pass(std::chrono::minutes{1});
    answer_everything(client);
    const auto interviews = kept(client);
    REQUIRE(interviews.size() == 2);
    CHECK(interviews[0].report.seed == first.seed);
    CHECK(interviews[0].report.questions.size() == first.questions.size());
  }

  TEST_CASE("a deck of choices is asked only when all kinds are wanted") {
    Client client{kCheckedDeck};
    go_to_interviews(client);
    CHECK(client.shows(words::kInterviewOnlyWritten.in(kChinese)));
    client.press({Key::kEnter});
    CHECK(!is_running(client));
    // From stop to stop: what has values goes to the next one, and so do the kinds at last.
    for (int stops = 0; stops < 20 && client.shows(words::kInterviewOnlyWritten.in(kChinese)); ++stops) {
      client.press({Key::kTab});
      client.screen_text();
      client.press({Key::kRight});
    }
    client.press({Key::kEscape, Key::kEnter});
    CHECK(is_running(client));
  }

  TEST_CASE("without a deck the page says what to do") {
    Client client{};
    go_to_interviews(client);
    CHECK(client.shows(words::kInterviewNoDeck.in(kChinese)));
    client.press({Key::kEnter, Key::kDown, Key::kSpace, Key::kDigit3, Key::kEscape});
    CHECK(client.shows(words::kInterviewNoDeck.in(kChinese)));
  }

  TEST_CASE("an interview that the window was closed on goes on where it was left") {
    const test::Scratch scratch;
    LocalInstant now = *parse_instant("2026-12-01T09:30:00+08:00");
    Library library(scratch / "library", [salt = std::uint64_t{0}]() mutable { return ++salt; });
    library.import_document(read_deck_markdown(kOpenDeck), now);
    WindowOptions options{[&now] { return now; }};
    options.preferences_file = scratch / "window.json";
    const auto page_of = [](const App& app) { return dynamic_cast<const InterviewPage*>(&app.page()); };
    const auto press = [](App& app, std::initializer_list<Key> keys) {
      for (const Key key : keys) app.handle(KeyPressed{key});
    };
    std::size_t marked = 0;
    {
      App app(library, options);
      app.handle(KeyPressed{Key::kDigit3, Modifier::kCtrl});
      press(app, {Key::kEnter, Key::kSpace, Key::kEnter, Key::kEnter, Key::kEnter, Key::kEnter});
      CHECK(page_of(app)->is_running());
    }
    now.at += std::chrono::hours{20};
    {
      App app(library, options);
      app.handle(KeyPressed{Key::kDigit3, Modifier::kCtrl});
      CHECK(!page_of(app)->is_running());
      press(app, {Key::kEnter});
      CHECK(page_of(app)->is_running());
      for (int presses = 0; presses < 100 && page_of(app)->is_running(); ++presses)
        press(app, {Key::kSpace, Key::kEnter});
    }
    const auto interviews = library.interviews();
    REQUIRE(interviews.size() == 1);
    CHECK(interviews[0].report.questions.size() == 3);
    for (const QuestionResult& result : interviews[0].report.questions) {
      marked += result.earned == result.marks;
      CHECK(result.was_in_time());
    }
    CHECK(marked == 3);
    App app(library, options);
    app.handle(KeyPressed{Key::kDigit3, Modifier::kCtrl});
    press(app, {Key::kEnter, Key::kEscape, Key::kDigit2});
    CHECK(library.interviews().size() == 1);
  }

  TEST_CASE("no sequence of keys breaks anything") {
    Client client{kOpenDeck, kCheckedDeck, kRubricDeck};
    go_to_interviews(client);
    std::mt19937 random(20261202);
    std::uniform_int_distribution<int> any_key(0, static_cast<int>(Key::kComma));
    std::uniform_int_distribution<int> any_modifier(0, 9);
    for (int i = 0; i < 3000; ++i) {
      const auto key = static_cast<Key>(any_key(random));
      const int modifier = any_modifier(random);
      client.app().handle(KeyPressed{key, modifier == 1 ? Modifier::kCtrl : Modifier::kNone});
      if (i % 7 == 0) client.press({Key::kSpace, Key::kEnter});
      if (i % 20 == 0) client.pass(std::chrono::minutes{1});
      client.app().tick();
      if (i % 50 == 0) {
        CHECK(!client.screen_text().empty());
        go_to_interviews(client);
      }
    }
  }
}

}  // namespace rehearse
