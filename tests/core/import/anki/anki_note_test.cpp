#include "core/import/anki/anki_note.h"

#include <doctest/doctest.h>

#include "core/import/anki/protobuf.h"

namespace rehearse {
namespace {

using Texts = std::vector<std::string>;

Question question_of(const Texts& names, const Texts& fields) {
  AnkiNote note;
  note.fields = fields;
  std::vector<Problem> problems;
  const auto question = question_from_note(note, {"a note type", false, names}, problems);
  REQUIRE(question);
  return *question;
}

}  // namespace

TEST_SUITE("core/import/anki/anki_note") {
  TEST_CASE("cloze marks become blanks with their hints and the answers their key") {
    struct Example {
      std::string text;
      std::string stem;
      Texts answers;
    };
    for (const Example& example : std::vector<Example>{
             {"no mark", "no mark", {}},
             {"{{c1::Rome}} in {{c2::Italy::country}}", "____ in ____（country）", {"Rome", "Italy"}},
             {"{{c1::a {{c2::b}} c}} d", "____ d", {"a b c"}},
             {"{{c1::Rome", "Rome", {}},
             {"}} {{c::x}} {{cx::y}} {{c1:z}}", "}} {{c::x}} {{cx::y}} {{c1:z}}", {}},
             {"{{c12::}}", "____", {""}},
         }) {
      CAPTURE(example.text);
      const ClozeText cloze = part_cloze(example.text);
      CHECK(cloze.text == example.stem);
      CHECK(cloze.answers == example.answers);
    }
  }

  TEST_CASE("fields are told by their names in either language and else by their order") {
    for (const Texts& names : {Texts{"Front", "Back"}, Texts{"正面", "背面"}, Texts{"题目", "答案"},
                               Texts{"QUESTION", "Answer"}, Texts{"甲", "乙"}, Texts{}}) {
      const Question question = question_of(names, {"who asks?", "he does"});
      CHECK(question.stem == "who asks?");
      CHECK(question.answer == "he does");
    }
    const Question turned = question_of({"Answer", "Question", "Source"}, {"he does", "who asks?", "page 3"});
    CHECK(turned.stem == "who asks?");
    CHECK(turned.answer == "he does");
    CHECK(turned.analysis == "Source：page 3");
  }

  TEST_CASE("options in fields of their own or in one field make a choice question") {
    const Question apart = question_of({"问题", "选项A", "选项B", "选项C", "答案", "解析"},
                                       {"离职面谈为了什么？", "了解原因", "挽留", "对账", "A", "见制度"});
    CHECK(apart.kind == QuestionKind::kSingle);
    CHECK(apart.options == std::vector<Option>{{"A", "了解原因"}, {"B", "挽留"}, {"C", "对账"}});
    CHECK(apart.answer_key == Texts{"A"});
    CHECK(apart.analysis == "见制度");
    const Question together = question_of({"Question", "Options", "Answers", "Remark"},
                                          {"交接什么？", "A. 钥匙||B. 现金||C. 天气", "1,2", "见制度"});
    CHECK(together.kind == QuestionKind::kMultiple);
    CHECK(together.options.size() == 3);
    CHECK(together.answer_key == Texts{"A", "B"});
    const Question bare = question_of({"Question", "Options", "Answers"}, {"Which?", "one||two||three", "2"});
    CHECK(bare.options == std::vector<Option>{{"A", "one"}, {"B", "two"}, {"C", "three"}});
    CHECK(bare.answer_key == Texts{"B"});
  }

  TEST_CASE("an answer that is a key makes the question check itself") {
    const Question single = question_of({"Front", "Back"}, {"which?<br>A. one<br>B. two<br>C. three", "C"});
    CHECK(single.kind == QuestionKind::kSingle);
    CHECK(single.answer_key == Texts{"C"});
    CHECK(question_of({"Front", "Back"}, {"水往低处流。", "对"}).kind == QuestionKind::kTrueFalse);
  }

  TEST_CASE("a listing in a field stays a listing") {
    const Question question =
        question_of({"Front", "Back"}, {"what is printed?<pre>for (;;)\n  go();</pre>", "nothing"});
    CHECK(question.stem == "what is printed?");
    CHECK(question.code == "for (;;)\n  go();");
  }

  TEST_CASE("numbers are found in a protobuf message that is sound up to them") {
    CHECK(protobuf_number({"\x08\x01", 2}, 1) == 1);
    CHECK(protobuf_number({"\x1a\x01x\x10\xac\x02", 6}, 2) == 300);
    CHECK_FALSE(protobuf_number({"\x1a\x7fx", 3}, 1));
    CHECK_FALSE(protobuf_number({"\x0b\x08\x01", 3}, 1));
    CHECK_FALSE(protobuf_number(std::string(100, '\xff'), 1));
    CHECK_FALSE(protobuf_number("", 1));
  }
}

}  // namespace rehearse
