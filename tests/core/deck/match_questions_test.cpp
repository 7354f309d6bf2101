// Which question of a deck each question of a corrected document is.
#include "core/deck/match_questions.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

#include "core/base/text.h"
#include "core/deck/identity.h"
#include "tests/library_fixture.h"

namespace rehearse {
namespace {

const DeckId kDeck = derive_deck_id("deck");

std::vector<QuestionId> ids_of(const std::vector<Question>& questions) {
  std::vector<QuestionId> ids;
  for (const Question& question : questions) ids.push_back(derive_question_id(kDeck, question, 0));
  return ids;
}

Matches match(const std::vector<Question>& known, const std::vector<Question>& document) {
  const std::vector<QuestionId> known_ids = ids_of(known);
  std::vector<KnownQuestion> list;
  for (std::size_t i = 0; i < known.size(); ++i)
    list.push_back({known_ids[i], names_of(known[i]), names_of(known[i]).text});
  return match_questions(
      list.size(), [&](std::size_t i) -> const KnownQuestion& { return list[i]; }, document.size(),
      [&](std::size_t i) -> const Question& { return document[i]; }, ids_of(document),
      [&](std::size_t i) { return known[i]; });
}

Question asked(std::string stem, std::string answer) {
  Question question;
  question.stem = std::move(stem);
  question.answer = std::move(answer);
  return question;
}

std::u32string random_text(std::mt19937_64& random, std::size_t length) {
  std::u32string text;
  for (std::size_t i = 0; i < length; ++i) text += static_cast<char32_t>(0x4E00 + random() % 3000);
  return text;
}

Question random_question(std::mt19937_64& random) {
  return asked(to_utf8(random_text(random, 12 + random() % 12)),
               to_utf8(random_text(random, 60 + random() % 60)));
}

/// Another sign somewhere, as a proof-reader changes it.
std::string corrected(const std::string& text, std::size_t signs, std::mt19937_64& random) {
  std::u32string letters = to_utf32(text);
  for (; signs > 0; --signs)
    letters[random() % letters.size()] = static_cast<char32_t>(0x4E00 + random() % 3000);
  return to_utf8(letters);
}

}  // namespace

TEST_SUITE("core/deck/match_questions") {
  TEST_CASE("corrected questions are found again in any order among new and removed ones") {
    std::mt19937_64 random(61);
    for (int round = 0; round < 30; ++round) {
      std::vector<Question> known;
      for (int i = 0; i < 60; ++i) known.push_back(random_question(random));
      std::vector<std::pair<Question, std::optional<std::size_t>>> wanted;
      for (std::size_t i = 0; i < known.size(); ++i) {
        if (random() % 8 == 0) continue;
        Question question = known[i];
        if (random() % 2 == 0) question.stem = corrected(question.stem, 1, random);
        if (random() % 2 == 0) question.answer = corrected(question.answer, 5, random);
        wanted.emplace_back(std::move(question), i);
      }
      for (int i = 0; i < 8; ++i) wanted.emplace_back(random_question(random), std::nullopt);
      std::shuffle(wanted.begin(), wanted.end(), random);
      std::vector<Question> document;
      Matches truth;
      for (const auto& [question, index] : wanted) {
        document.push_back(question);
        truth.push_back(index);
      }
      REQUIRE(match(known, document) == truth);
    }
  }

  TEST_CASE("questions about neighbouring things are never taken for one even in the same place") {
    const std::vector<std::pair<Question, Question>> neighbours = {
        {asked("什么是进程？", "程序的一次执行，拥有自己的地址空间。"),
         asked("什么是线程？", "被调度的基本单位，共享所属者的内存。")},
        {asked("如何接待投诉的顾客？", "先倾听，再致歉，最后给出补偿方案。"),
         asked("如何接待退货的顾客？", "核对小票与包装，按期限办理，登记原因。")},
        {asked("What does a shared pointer do?", "It counts owners and frees the object with the last one."),
         asked("What does a unique pointer do?",
               "One owner only; moved, never copied, no counting at run time.")},
        {asked("班组长每天早会讲什么？", "昨天的产量，今天的目标，安全提醒。"),
         asked("班组长每天晚会讲什么？", "汇总异常，表扬当天做得好的人，交接设备。")}};
    for (const auto& pair : neighbours) {
      const Question& one = pair.first;
      const Question& other = pair.second;
      CAPTURE(one.stem);
      CHECK(match({one}, {other}) == Matches{std::nullopt});
      const Question between = asked("完全无关的一道题", "答案也无关");
      CHECK(match({between, one}, {between, other}) == Matches{0, std::nullopt});
    }
  }

  TEST_CASE("a question whose answer was written anew is found by its place and not elsewhere") {
    const Question first = asked("自我介绍要讲哪些内容？", "三段。"),
                   last = asked("你有什么要问我们的？", "两个问题。");
    const Question before = asked("请说明仓库先进先出的原则和做法", "旧货先发，按批次堆放，贴日期标签。");
    Question after = asked("请说明仓库先进先出的原则与做法", "旧货先发；入库按批次分区；每周检查标签。");
    CHECK(match({first, before, last}, {first, after, last}) == Matches{0, 1, 2});
    after.answer = "";
    CHECK(match({first, before, last}, {first, after, last}) == Matches{0, 1, 2});
    CHECK(match({first, before, last}, {after, first, last}) == Matches{std::nullopt, 0, 2});
  }

  TEST_CASE("a corrected option keeps its question and another question with the same options is another") {
    const auto choice = [](const char* stem, const char* option, const char* key) {
      return test::checked_question(QuestionKind::kSingle, stem, {"青霉素", "布洛芬", option}, {key});
    };
    const Question first = choice("哪一种药用来退烧", "维生素C", "B");
    CHECK(match({first}, {choice("哪一种药用来退烧", "维生素 D", "B")}) == Matches{0});
    const Question new_one = choice("哪一种药用来消炎", "维生素C", "A");
    CHECK(match({choice("哪一种药用来止痛", "维生素C", "B"), first}, {first, new_one}) ==
          Matches{1, std::nullopt});
  }

  TEST_CASE("of ten questions with one stem each is found by its answer and the rest in order") {
    std::vector<Question> known, document;
    for (int i = 0; i < 10; ++i) known.push_back(asked("输出是什么？", "第 " + std::to_string(i) + " 行"));
    document = known;
    document.erase(document.begin() + 3);
    Matches truth{0, 1, 2, 4, 5, 6, 7, 8, 9};
    CHECK(match(known, document) == truth);
    std::swap(document[0], document[5]);
    std::swap(truth[0], truth[5]);
    CHECK(match(known, document) == truth);
    for (Question& question : document) question.answer += "。";
    for (const auto& found : match(known, document)) CHECK(found);
  }
}

}  // namespace rehearse
