// The editor before a real library: what is typed is saved or asked about, and points change shape.
#include "gui/window/editor/editor_page.h"

#include <doctest/doctest.h>

#include "gui/window/library/library_page.h"
#include "gui/window/strings/editor_words.h"
#include "tests/gui/client.h"

namespace rehearse {
namespace {

using test::Client;

constexpr const char* kDeck =
    "<!-- rehearse: 1 -->\n# 题库\n"
    "### 怎么盘点？\n- **先核对单据，再盘实物**：两人一组\n- **写报告**\n";

class Writer : public Client {
 public:
  explicit Writer(const char* deck = kDeck) : Client({deck}) {
    ctrl(Key::kDigit2);
    look();
    press({Key::kEnter});
    look();
  }

  const EditorPage& page() { return *on<EditorPage>(); }
  void with(Modifier modifier, Key key) {
    app().handle(KeyPressed{key, modifier});
    look();
  }
  void press_and_look(std::initializer_list<Key> keys) {
    for (const Key key : keys) with(Modifier::kNone, key);
  }
  /// By Tab, however far away it is.
  void go_to(std::string_view id) {
    for (int i = 0; i < 80 && !page().focus().is_on(id); ++i) press_and_look({Key::kTab});
    REQUIRE(page().focus().is_on(id));
  }
  void ctrl(Key key) { with(Modifier::kCtrl, key); }
  void alt(Key key) { with(Modifier::kAlt, key); }
  std::vector<std::string> cues() {
    std::vector<std::string> cues;
    for (const DraftPoint& point : page().draft().points()) cues.push_back(point.cue.kept);
    return cues;
  }
};

}  // namespace

TEST_SUITE("gui/window/editor/editor_page") {
  TEST_CASE("a stem is typed and saved and one undo takes it back") {
    Writer client;
    client.type("🙂𠮷");
    CHECK(client.shows(words::kEditorUnsaved.in(Language::kChinese)));
    client.ctrl(Key::kS);
    CHECK(client.page().draft().field(EditedField::kStem).kept == "怎么盘点？🙂𠮷");
    client.ctrl(Key::kZ);  // of the text
    client.ctrl(Key::kZ);  // of the library
    CHECK(client.page().draft().field(EditedField::kStem).kept == "怎么盘点？");
  }

  TEST_CASE("escape asks when something was not saved and what is dropped is gone") {
    Writer client;
    client.type("啊");
    client.press({Key::kEscape});
    CHECK(client.shows(words::kEditorLeaveTitle.in(Language::kChinese)));
    client.press({Key::kEscape});
    CHECK(client.on<EditorPage>());
    client.press_and_look({Key::kEscape, Key::kTab, Key::kEnter});
    REQUIRE(client.on<LibraryPage>());
    CHECK(!client.shows("怎么盘点？啊"));
  }

  TEST_CASE("escape and save keeps the text and leaves") {
    Writer client;
    client.type("啊");
    client.press_and_look({Key::kEscape, Key::kEnter});
    REQUIRE(client.on<LibraryPage>());
    CHECK(client.shows("怎么盘点？啊"));
  }

  TEST_CASE("a point is cut where the caret stands and merged again") {
    Writer client;
    client.click("cue 0");
    client.press({Key::kHome});
    for (int i = 0; i < 6; ++i) client.press({Key::kRight});
    client.ctrl(Key::kEnter);
    CHECK(client.cues() == std::vector<std::string>{"先核对单据", "再盘实物", "写报告"});
    client.click("cue 0");
    client.ctrl(Key::kM);
    CHECK(client.cues() == std::vector<std::string>{"先核对单据；再盘实物", "写报告"});
    client.ctrl(Key::kZ);
    CHECK(client.cues().size() == 3);
  }

  TEST_CASE("points are moved by alt and the arrows added and deleted") {
    Writer client;
    client.click("cue 1");
    client.alt(Key::kUp);
    CHECK(client.cues() == std::vector<std::string>{"写报告", "先核对单据，再盘实物"});
    client.alt(Key::kEnter);
    CHECK(client.cues().size() == 3);
    client.type("复核");
    client.ctrl(Key::kS);
    CHECK(client.cues()[1] == "复核");
    client.alt(Key::kDelete);
    CHECK(client.cues() == std::vector<std::string>{"写报告", "先核对单据，再盘实物"});
  }

  TEST_CASE("tags flag marks and kind are saved together and undone together") {
    Writer client;
    client.go_to("tags");
    client.type("压力面，管理::团队");
    client.go_to("marks");
    client.type("２.5");
    client.go_to("flag");
    client.press_and_look({Key::kRight, Key::kRight, Key::kRight});
    client.go_to("kind");
    client.press_and_look({Key::kLeft, Key::kRight, Key::kRight, Key::kRight, Key::kRight, Key::kRight});
    client.ctrl(Key::kS);
    const QuestionDraft& draft = client.page().draft();
    CHECK(!draft.is_changed());
    CHECK(draft.field(EditedField::kTags).kept == "压力面, 管理::团队");
    CHECK(draft.field(EditedField::kMarks).kept == "2.5");
    CHECK(draft.flag() == 3);
    CHECK(draft.kind() == QuestionKind::kCase);
    client.ctrl(Key::kZ);
    CHECK(client.page().draft().flag() == 0);
    CHECK(client.page().draft().kind() == QuestionKind::kOpen);
  }

  TEST_CASE("marks that are no number are refused and nothing is lost") {
    Writer client;
    client.go_to("marks");
    client.type("很多");
    client.ctrl(Key::kS);
    CHECK(client.shows("分值要写成数字"));
    CHECK(client.page().draft().is_changed());
  }

  TEST_CASE("the history names every value a field had") {
    Writer client;
    client.type("再问");
    client.ctrl(Key::kS);
    client.ctrl(Key::kH);
    CHECK(client.shows("怎么盘点？再问"));
    CHECK(client.shows(words::kEditorByDocument.in(Language::kChinese)));
    client.press({Key::kEscape});
    CHECK(client.on<EditorPage>());
  }

  TEST_CASE("places of the navigation are not gone to while something is not saved") {
    Writer client;
    client.type("啊");
    client.ctrl(Key::kDigit1);
    CHECK(client.on<EditorPage>());
  }

  TEST_CASE("with something unsaved neither another place nor closing the window loses it") {
    Writer client;
    client.type("！");
    client.ctrl(Key::kDigit1);
    CHECK(client.on<EditorPage>());
    client.ctrl(Key::kQ);
    CHECK(!client.app().wants_close());
    CHECK(client.shows(words::kEditorStay.in(Language::kChinese)));
    client.ctrl(Key::kS);
    client.ctrl(Key::kQ);
    CHECK(client.app().wants_close());
  }
}

}  // namespace rehearse
