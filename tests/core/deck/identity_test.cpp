#include "core/deck/identity.h"

#include <doctest/doctest.h>

#include <set>

#include "core/base/text.h"
#include "tests/nasty_text.h"

namespace rehearse {
namespace {

Question asked(std::string stem) {
  Question question;
  question.stem = std::move(stem);
  return question;
}

}  // namespace

TEST_SUITE("core/deck/identity") {
  // The expected values come from Python's uuid module, not from this program:
  //   ns = uuid.uuid5(uuid.NAMESPACE_DNS, "rehearse"); S = "\x1f"
  //   deck = uuid.uuid5(ns, "deck" + S + "客服经理面试"); question = uuid.uuid5(deck, "请介绍 C++ 和 C#")
  //   point = uuid.uuid5(question, "先道歉"); cards are uuid.uuid5(question or point, S + "card")
  TEST_CASE("names are the ones that Python derives from the same words") {
    const DeckId deck = derive_deck_id("客服经理面试");
    CHECK(deck.hex() == "1462189a139f54609a3b66143e21e781");
    const QuestionId question = derive_question_id(deck, asked("请介绍 C++ 和 C#"), 0);
    CHECK(question.hex() == "2f337a73a76a5ecc8040291cb6c18a9a");
    const PointId point = derive_point_id(question, "先道歉", 0);
    CHECK(point.hex() == "b28b13025cc655e9b796d72295b69930");
    CHECK(derive_point_id(question, "先道歉", 1).hex() == "09bb9ba069eb564dbd542a67259039ca");
    CHECK(question_card_id(question).hex() == "219cea67609555c2a85c6faf80e7fda9");
    CHECK(point_card_id(point).hex() == "ee83df86576e5bff888536e028a1ee69");
  }

  TEST_CASE("code and options and the place among equals are parts of a question's name") {
    Question question = asked("输出是什么？");
    question.code = "print(1)";
    question.options = {{"A", "1"}, {"B", "2"}};
    // uuid.uuid5(deck, S.join(["输出是什么?", "code", "print(1)", "A", "1", "B", "2", "3"]))
    CHECK(derive_question_id(derive_deck_id("客服经理面试"), question, 3).hex() ==
          "3c46c2331f70551588e00750a00596cf");
  }

  TEST_CASE("a better answer or other marks leave the question what it was") {
    Question before = asked("你怎么谈？");
    Question after = before;
    after.answer = "先复述";
    after.analysis = "x";
    after.points = {{"a", "b"}};
    after.criteria = {"c"};
    after.answer_key = {"A"};
    after.marks = 3;
    after.section = "服务";
    after.kind = QuestionKind::kCase;
    CHECK(question_identity_text(before) == question_identity_text(after));
    after.code = "x";
    CHECK(question_identity_text(before) != question_identity_text(after));
  }

  TEST_CASE("blanks and wide letters do not make another question") {
    const std::string name = question_identity_text(asked("What is Wi-Fi 6?"));
    for (std::string_view stem : {"  What is Wi-Fi 6?", "What\tis\n\nWi-Fi 6?\r\n", "Ｗhat is　Ｗi-Fi ６？",
                                  "What is\xC2\xA0Wi-Fi 6?"})
      CHECK(question_identity_text(asked(std::string(stem))) == name);
    for (std::string_view stem : {"what is Wi-Fi 6?", "What is Wi-Fi 6", "What is WiFi 6?", "WhatisWi-Fi6?"})
      CHECK(question_identity_text(asked(std::string(stem))) != name);
  }

  TEST_CASE("languages with like names are different questions") {
    std::set<DeckId> decks;
    for (std::string_view title : {"C", "C++", "C#", "c", "F#", "Objective-C"})
      decks.insert(derive_deck_id(title));
    CHECK(decks.size() == 6);
  }

  TEST_CASE("equal stems are told apart by their order and decks by their title") {
    const DeckId deck = derive_deck_id("deck");
    std::set<QuestionId> names;
    for (std::size_t ordinal = 0; ordinal < 200; ++ordinal)
      names.insert(derive_question_id(deck, asked("输出是什么？"), ordinal));
    names.insert(derive_question_id(derive_deck_id("deck 2"), asked("输出是什么？"), 0));
    CHECK(names.size() == 201);
  }

  TEST_CASE("no words in a text can take the name of something else") {
    const DeckId deck = derive_deck_id("deck");
    const QuestionId question = derive_question_id(deck, asked("Q"), 0);
    for (std::string_view cue : {"card",
                                 "\x1f"
                                 "card",
                                 " \x1f"
                                 "card"}) {
      CHECK(derive_point_id(question, cue, 0).bytes != question_card_id(question).bytes);
      CHECK(point_card_id(derive_point_id(question, cue, 0)) != question_card_id(question));
    }
    CHECK(derive_question_id(deck,
                             asked("Q\x1f"
                                   "1"),
                             0) != derive_question_id(deck, asked("Q"), 1));
    Question listed = asked("Q");
    listed.code = "x";
    CHECK(question_identity_text(asked("Q\x1f"
                                       "code\x1fx")) != question_identity_text(listed));
  }

  TEST_CASE("normalising a stem once more changes no name") {
    for (std::uint64_t seed = 0; seed < 2000; ++seed) {
      const std::string text = test::NastyText(seed).text();
      CAPTURE(seed);
      CHECK(question_identity_text(asked(normalised(text))) == question_identity_text(asked(text)));
      CHECK(question_identity_text(asked(" " + text + "\n")) == question_identity_text(asked(text)));
    }
  }
}

}  // namespace rehearse
