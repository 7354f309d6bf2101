// Section names that come again: another chapter's questions, or the answers to those before.
#include <doctest/doctest.h>

#include <array>
#include <string>

#include "core/import/read_document.h"

using namespace rehearse;

namespace {

constexpr std::array<const char*, 3> kNames{"单选题", "判断题", "简答题"};
constexpr std::array<const char*, 3> kNumerals{"一、", "二、", "三、"};

std::string question(std::size_t kind, std::size_t chapter, std::size_t number) {
  const std::string about = "流程" + std::to_string(chapter) + "第" + std::to_string(number) + "条";
  const std::string mark = std::to_string(number) + ".";
  if (kind == 0) return mark + about + "要求先做（ ）\nA.登记" + about + "\nB.复核\nC.归档\n";
  if (kind == 1) return mark + about + "可以口头更改。（ ）\n";
  return mark + "简述" + about + "的主要步骤。\n";
}

std::string answer(std::size_t kind, std::size_t number) {
  const std::string mark = std::to_string(number) + ".";
  if (kind == 0) return mark + "B\n";
  if (kind == 1) return mark + "错\n";
  return mark + "先登记，再复核，最后归档。\n";
}

std::string paper(std::size_t chapter) {
  std::string text;
  for (std::size_t kind = 0; kind < kNames.size(); ++kind) {
    text += std::string(kNumerals[kind]) + kNames[kind] + "\n";
    for (std::size_t number = 1; number <= 3; ++number) text += question(kind, chapter, number);
  }
  return text;
}

std::string answers() {
  std::string text;
  for (std::size_t kind = 0; kind < kNames.size(); ++kind) {
    text += std::string(kNumerals[kind]) + kNames[kind] + "\n";
    for (std::size_t number = 1; number <= 3; ++number) text += answer(kind, number);
  }
  return text;
}

std::string chapter_head(std::size_t chapter) { return "第" + std::to_string(chapter) + "章 业务规程\n"; }

struct Count {
  std::size_t questions = 0;
  std::size_t answered = 0;
  friend bool operator==(const Count&, const Count&) = default;
};

Count count_in(const std::string& text) {
  const auto read = read_document(text, "题库.txt");
  REQUIRE(read);
  Count count;
  for (const Question& question : read->document.questions) {
    ++count.questions;
    if (!question.answer.empty() || !question.answer_key.empty()) ++count.answered;
  }
  return count;
}

}  // namespace

TEST_SUITE("core/import/repeated_sections") {
  TEST_CASE("sixty sections with three names hold as many questions as they show") {
    std::string plain = "岗位题库\n";
    std::string with_chapters = plain;
    for (std::size_t chapter = 1; chapter <= 20; ++chapter) {
      plain += paper(chapter);
      with_chapters += chapter_head(chapter) + paper(chapter);
    }
    CHECK(count_in(plain) == Count{180, 0});
    CHECK(count_in(with_chapters) == Count{180, 0});
  }

  TEST_CASE("sections that come again with answers answer those before") {
    CHECK(count_in("岗位题库\n" + paper(1) + answers()) == Count{9, 9});
  }

  TEST_CASE("sections without questions may come again with keys") {
    CHECK(count_in("岗位题库\n一、单选题\n一、单选题\n1-3 ABC\n二、判断题\n1-2 √×\n一、其他\n1-2 AB\n")
              .questions == 0);
  }

  TEST_CASE("reading takes time in proportion to the number of groups") {
    std::string lines = "岗位题库\n";
    std::string run = "岗位题库";
    for (int i = 0; i < 20000; ++i) {
      const std::string question = "1.遇到" + std::to_string(i) + "类来客怎么办？";
      lines += "综合分析题\n" + question + "\n";
      run += "综合分析题" + question;
    }
    CHECK(count_in(lines).questions == 20000);
    CHECK(count_in(run).questions >= 19999);
  }

  TEST_CASE("answers may stand behind each paper or behind all of them") {
    std::string each = "岗位题库\n";
    std::string all = each;
    std::string all_answers = "参考答案\n";
    for (std::size_t chapter = 1; chapter <= 3; ++chapter) {
      each += chapter_head(chapter) + paper(chapter) + "参考答案\n" + answers();
      all += chapter_head(chapter) + paper(chapter);
      all_answers += chapter_head(chapter) + answers();
    }
    CHECK(count_in(each) == Count{27, 27});
    CHECK(count_in(all + all_answers) == Count{27, 27});
  }
}
