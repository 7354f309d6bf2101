// Members of a group, and a deck that they share.
#pragma once

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/library.h"
#include "tests/group_stream.h"
#include "tests/library_fixture.h"

namespace rehearse::test {

inline const DeckId kDeck = derive_deck_id("门店客服");

struct Member : LibraryFixture {
  explicit Member(std::string name)
      : LibraryFixture(static_cast<std::uint64_t>(name.back()) << 32), account(std::move(name)) {}

  void sync(GroupStream& stream) {
    stream.sync(library, account, now.at);
    pass(std::chrono::seconds{1});
  }

  std::string stem(QuestionId id) const {
    const auto question = library.question(id);
    return question ? question->question.stem : "";
  }
  bool has(QuestionId id) const { return library.question(id).has_value(); }

  void edit_answer(QuestionId id, std::string words) {
    ChangeText change;
    change.answer = std::move(words);
    REQUIRE(library.edit_question(id, change, now));
    pass(std::chrono::seconds{1});
  }
  std::string answer(QuestionId id) const { return library.question(id)->question.answer; }

  void study(QuestionId id) {
    Answer answer;
    answer.card = question_card_id(id);
    answer.quality = Quality::kGood;
    library.grade(answer, now);
    pass(std::chrono::seconds{1});
  }

  PublishReport publish(GroupStream& stream) {
    const PublishReport report = library.publish(kDeck, kGroup, now);
    pass(std::chrono::seconds{1});
    sync(stream);
    return report;
  }

  void require_whole() const {
    for (const std::string& fault : library.check().faults) FAIL_CHECK(fault);
  }

  std::string account;
};

/// An editor who has published a deck of three questions, and a reader who has it.
struct SharedDeck {
  SharedDeck() {
    editor.library.import_document(document, editor.now);
    editor.pass(std::chrono::seconds{1});
    for (const Question& question : document.questions) ids.push_back(derive_question_id(kDeck, question, 0));
    CHECK(editor.publish(stream) == PublishReport{3, 0, 0, true, 0});
    reader.sync(stream);
  }
  ~SharedDeck() {
    editor.require_whole();
    reader.require_whole();
  }

  /// What the editor changes reaches the reader.
  void update(QuestionId id, const std::string& words) {
    editor.edit_answer(id, words);
    editor.publish(stream);
    reader.sync(stream);
  }

  GroupStream stream;
  Document document = open_document("门店客服", 3, 2);
  Member editor{"a_1"}, reader{"a_2"};
  std::vector<QuestionId> ids;
};

}  // namespace rehearse::test
