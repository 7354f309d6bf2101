#include "core/import/marks_note.h"

#include <doctest/doctest.h>

#include <string>

#include "core/import/read_document.h"

using namespace rehearse;

TEST_SUITE("core/import/marks_note") {
  TEST_CASE("marks and time in one bracket are read and nothing else is") {
    for (const std::string note : {"（10分，2分钟）", "(10 分)", "（本题满分10分）", "(限时2分钟，满分10分)",
                                   "【10分】", "[10 marks]", "（ 10.0分 ）"}) {
      CAPTURE(note);
      const auto found = marks_note(note + "其余");
      REQUIRE(found);
      CHECK(found->length == note.size());
      CHECK(found->marks == 10);
    }
    CHECK(marks_note("(答题时间3分钟以内)"));
    CHECK_FALSE(marks_note("(答题时间3分钟以内)")->marks);
    for (const std::string other :
         {"（十分重要）", "(10分以上为优秀)", "(10)", "(2分钟讲完一个故事)", "10分"}) {
      CAPTURE(other);
      CHECK_FALSE(marks_note(other));
    }
  }

  TEST_CASE("the note leaves the stem and its marks stay with the question") {
    const auto read = read_document(
        "1.谈谈你对轮岗的看法。（10分，2分钟）\n答案：利于成长。\n2.请策划一次夜跑。(限时2分钟)(15分)"
        "\n答案：先定路线。",
        "a.txt");
    REQUIRE(read);
    REQUIRE(read->document.questions.size() == 2);
    CHECK(read->document.questions[0].stem == "谈谈你对轮岗的看法。");
    CHECK(read->document.questions[0].marks == 10);
    CHECK(read->document.questions[1].stem == "请策划一次夜跑。");
    CHECK(read->document.questions[1].marks == 15);
  }
}
