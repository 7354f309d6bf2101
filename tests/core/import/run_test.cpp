#include "core/import/run.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace rehearse;

namespace {

std::vector<std::string> pieces(const std::string& line) {
  std::vector<std::string> parts;
  const std::vector<std::size_t> begins = begins_in_run(line);
  for (std::size_t i = 0; i < begins.size(); ++i)
    parts.push_back(
        line.substr(begins[i], (i + 1 < begins.size() ? begins[i + 1] : line.size()) - begins[i]));
  return parts;
}

using Pieces = std::vector<std::string>;

}  // namespace

TEST_SUITE("core/import/run") {
  TEST_CASE("a label glued to a stem that no sign closes is a label") {
    for (const std::string label : {"参考回答：", "答题要点：", "[答案]", "【答案】", "答案："}) {
      CAPTURE(label);
      CHECK(pieces("1.说说你的一次说服经历" + label + "先听再说。") ==
            Pieces{"1.说说你的一次说服经历", label, "先听再说。"});
    }
    CHECK(pieces("1.说说经历答：先听。2.怎么道歉？答：当面。3.怎么办？答：上报。").size() == 9);
    CHECK(pieces("1.面试时考官问答：是什么意思") == Pieces{"1.面试时考官问答：是什么意思"});
  }

  TEST_CASE("labels that lost their line are labels where they part the questions") {
    CHECK(pieces("1.为什么来？参考答案喜欢。2.怎么道歉？参考答案当面。") ==
          Pieces{"1.为什么来？", "参考答案", "喜欢。", "2.怎么道歉？", "参考答案", "当面。"});
    CHECK(pieces("1.为什么要看参考答案再做题？因为快。").size() == 1);
  }

  TEST_CASE("a kind in brackets begins its question") {
    CHECK(pieces("题库【单选】1、哪项？A、甲B、乙【答案】B【多选】2、哪些？") ==
          Pieces{"题库", "【单选】1、哪项？A、甲B、乙", "【答案】", "B", "【多选】2、哪些？"});
  }
}
