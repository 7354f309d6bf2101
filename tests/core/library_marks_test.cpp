// Flags, tags and examples of the learner's own, and searches over a library that changes all the time.
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <variant>
#include <vector>

#include "core/base/text.h"
#include "core/deck/identity.h"
#include "tests/library_fixture.h"

namespace rehearse {
namespace {

using test::LibraryFixture;

std::vector<CardId> found(Library& library, std::string_view query, LocalInstant now) {
  const auto result = library.search(query, now);
  REQUIRE(std::holds_alternative<std::vector<CardId>>(result));
  return std::get<std::vector<CardId>>(result);
}

QuestionId question_named(const char* stem) {
  return derive_question_id(derive_deck_id("deck"), test::open_question(stem, 2), 0);
}

OpId mark(LibraryFixture& fixture, QuestionId question, const MarkChange& change) {
  const auto op = fixture.library.mark_question(question, change, fixture.now);
  REQUIRE(op);
  return *op;
}

const std::vector<std::string> kTags{"薪资", "压力面", "管理::团队", "C++", "two words"};
const std::vector<std::string> kQueries{"",
                                        "is:new",
                                        "is:due",
                                        "rated:1",
                                        "flag:3",
                                        "flag:0",
                                        "tag:none",
                                        "tag:薪资",
                                        "-tag:压力面",
                                        "tag:管理",
                                        "tag:\"two words\"",
                                        "deck:deck",
                                        "deck:第二",
                                        "section:应对",
                                        "kind:point",
                                        "prop:reps>0",
                                        "prop:ivl>1",
                                        "is:leech",
                                        "is:suspended",
                                        "is:buried",
                                        "盘点",
                                        "经历",
                                        "说明 or 示例",
                                        "prop:r<0.9"};

/// One that is chosen of each: a document with changes, an edit, a mark.
Document random_document(std::mt19937_64& random) {
  std::vector<Question> questions;
  for (int i = 0; i < 7; ++i) {
    Question question = test::open_question("question " + std::to_string(i), 1 + random() % 3);
    question.section = random() % 2 == 0 ? "应对" : "日常";
    question.answer = random() % 2 == 0 ? "说明盘点" : "";
    questions.push_back(question);
  }
  Document document = test::document_of(random() % 4 == 0 ? "第二" : "deck", questions);
  return document;
}

MarkChange random_mark(std::mt19937_64& random) {
  const std::string& tag = kTags[random() % kTags.size()];
  switch (random() % 4) {
    case 0: return SetFlag{static_cast<int>(random() % 8)};
    case 1: return RemoveTags{{tag}};
    case 2: return SetExample{random() % 2 == 0 ? "示例：我的经历" : ""};
    default: return AddTags{{tag}};
  }
}

void do_something(std::mt19937_64& random, Library& library, std::vector<OpId>& undoable, LocalInstant now) {
  const auto decks = library.decks(now);
  const auto questions = library.questions(decks[random() % decks.size()].id);
  const ListedQuestion& some = questions[random() % questions.size()];
  const auto keep = [&](const Result<OpId>& op) {
    if (op) undoable.push_back(*op);
  };
  switch (random() % 10) {
    case 0: library.import_document(random_document(random), now); break;
    case 1: keep(library.edit_question(some.id, ChangeText{{}, {}, "另见盘点", {}, {}, {}, {}}, now)); break;
    case 2:
      if (some.points.size() > 1)
        keep(library.edit_question(some.id, MergePoints{{some.points[0], some.points[1]}, {}, {}}, now));
      break;
    case 3:
      if (!undoable.empty()) {
        const std::size_t which = random() % undoable.size();
        undoable[which] = library.undo(undoable[which], now);
      }
      break;
    case 4: {
      Answer answer{question_card_id(some.id), static_cast<Quality>(random() % 6), std::nullopt, {}, {}};
      for (const PointId& point : some.points)
        answer.points.emplace_back(point, static_cast<PointResult>(random() % 3));
      undoable.push_back(library.grade(answer, now));
      break;
    }
    case 5: library.set_interview(decks.front().id, study_day(now) + std::chrono::days{9}, now); break;
    case 6:
      undoable.push_back(library.set_scheduler(random() % 2 == 0 ? Scheduler::fsrs6() : Scheduler(), now));
      break;
    case 7: {
      const std::vector<CardId> cards{question_card_id(some.id)};
      const CardActKind acts[] = {CardActKind::kSuspend, CardActKind::kBury, CardActKind::kRelease};
      for (const OpId& op : library.act_on(cards, acts[random() % 3], now)) undoable.push_back(op);
      break;
    }
    default: keep(library.mark_question(some.id, random_mark(random), now)); break;
  }
}

}  // namespace

TEST_SUITE("core/library marks") {
  TEST_CASE_FIXTURE(LibraryFixture, "flag tags and example are kept beside the question and found") {
    library.import_document(test::open_document("deck", 3, 2), now);
    const QuestionId second = question_named("question 2");
    mark(*this, second, SetFlag{3});
    mark(*this, second, AddTags{{" 压力面 ", "管理::团队"}});
    mark(*this, second, SetExample{"在上一家公司我盘过库。"});
    const QuestionMarks expected{3, {"压力面", "管理::团队"}, "在上一家公司我盘过库。"};
    CHECK(library.marks(second) == expected);
    CHECK(library.question(second)->marks == expected);
    for (const char* query :
         {"flag:3", "tag:压力面", "tag:管理", "tag:管理::*", "盘过库", "-tag:none", "-flag:0"}) {
      CAPTURE(query);
      CHECK(found(library, query, now).size() == 3);
      CHECK(found(library, query, now).front() == question_card_id(second));
    }
    CHECK(found(library, "tag:none", now).size() == 6);
    CHECK(library.check().ok);
    library.rebuild();
    CHECK(library.marks(second) == expected);
    library.import_document(test::open_document("deck", 3, 2), now);
    CHECK(library.marks(second) == expected);
  }

  TEST_CASE_FIXTURE(LibraryFixture,
                    "to mark a question is no edit of it: a corrected document still corrects it") {
    Document document = test::open_document("deck", 3, 2);
    library.import_document(document, now);
    mark(*this, question_named("question 2"), AddTags{{"难"}});
    CHECK(library.import_document(document, now).unchanged == 3);
    document.questions[1].answer = "what is right";
    const ImportReport report = library.import_document(document, now);
    CHECK(report.updated == 1);
    CHECK(report.changes.kept.empty());
    CHECK(library.questions(report.decks[0].id)[1].question.answer == "what is right");
    CHECK(library.marks(question_named("question 2")).tags == std::vector<std::string>{"难"});
  }

  TEST_CASE_FIXTURE(LibraryFixture, "each mark is taken back in one step and comes back in one") {
    library.import_document(test::open_document("deck", 2, 2), now);
    const QuestionId question = question_named("question 1");
    const OpId flag = mark(*this, question, SetFlag{1});
    const OpId tags = mark(*this, question, AddTags{{"a", "b"}});
    CHECK(library.latest_change()->op == tags);
    CHECK(library.latest_change()->kind == ChangeKind::kEdit);
    CHECK(library.latest_change()->card == question_card_id(question));
    const OpId undone = library.undo(tags, now);
    CHECK(library.marks(question) == QuestionMarks{1, {}, ""});
    CHECK(library.latest_change()->op == flag);
    library.undo(undone, now);
    CHECK(library.marks(question) == QuestionMarks{1, {"a", "b"}, ""});
    library.undo(flag, now);
    CHECK(library.marks(question) == QuestionMarks{0, {"a", "b"}, ""});
    CHECK(library.check().ok);
  }

  TEST_CASE_FIXTURE(LibraryFixture, "two machines that add different tags keep both") {
    library.import_document(test::open_document("deck", 2, 2), now);
    const QuestionId question = question_named("question 1");
    Library other(scratch / "other", test::counting_random(500));
    other.import_document(test::open_document("deck", 2, 2), now);
    mark(*this, question, AddTags{{"a"}});
    (void)other.mark_question(question, AddTags{{"b"}}, now);
    (void)other.mark_question(question, SetFlag{2}, now);
    test::unite(file(), scratch / "other" / "library.sqlite");
    for (Library* each : {&library, &other}) {
      CHECK(each->marks(question) == QuestionMarks{2, {"a", "b"}, ""});
      CHECK(found(*each, "tag:a tag:b flag:2", now).size() == 3);
      CHECK(each->check().ok);
    }
  }

  TEST_CASE_FIXTURE(LibraryFixture, "marks that arrive before their question wait for it") {
    library.import_document(test::open_document("deck", 2, 2), now);
    const QuestionId question = question_named("question 1");
    mark(*this, question, AddTags{{"a"}});
    Library other(scratch / "other", test::counting_random(500));
    {
      test::OpenStore store(scratch / "other" / "library.sqlite");
      Transaction transaction(store.database);
      const auto here = test::lines(test::OpenStore(file()).log);
      REQUIRE(store.log.receive(here.back(), std::nullopt));
      store.content.refold(target(question));
      transaction.commit();
    }
    CHECK(found(other, "tag:a", now).empty());
    other.import_document(test::open_document("deck", 2, 2), now);
    CHECK(other.marks(question).tags == std::vector<std::string>{"a"});
    CHECK(found(other, "tag:a", now).size() == 3);
    CHECK(other.check().ok);
  }

  TEST_CASE_FIXTURE(LibraryFixture, "what cannot be a mark is refused in words and changes nothing") {
    library.import_document(test::open_document("deck", 1, 2), now);
    const QuestionId question = question_named("question 1");
    mark(*this, question, AddTags{{"Ｃ语言"}});
    const std::vector<MarkChange> impossible{SetFlag{8},
                                             SetFlag{-1},
                                             SetFlag{0},
                                             AddTags{{""}},
                                             AddTags{{" \n"}},
                                             AddTags{{"none"}},
                                             AddTags{{"a\x01"
                                                      "b"}},
                                             AddTags{{"c语言"}},
                                             RemoveTags{{"other"}},
                                             SetExample{""},
                                             AddTags{{std::string(101, 'x')}},
                                             SetExample{std::string(70'000, 'x')}};
    for (std::size_t i = 0; i < impossible.size(); ++i) {
      CAPTURE(i);
      CHECK_FALSE(library.mark_question(question, impossible[i], now));
    }
    CHECK_FALSE(library.mark_question(question_named("another"), SetFlag{1}, now));
    CHECK(library.marks(question) == QuestionMarks{0, {"Ｃ语言"}, ""});
    mark(*this, question, RemoveTags{{"C语言"}});
    CHECK(library.marks(question) == QuestionMarks{});
  }

  TEST_CASE("a library that was searched before answers as one that was opened anew") {
    std::mt19937_64 random(82);
    for (int history = 0; history < 6; ++history) {
      LibraryFixture fixture;
      fixture.library.import_document(random_document(random), fixture.now);
      Library other(fixture.folder(), test::counting_random(10'000));
      std::vector<OpId> undoable;
      for (int step = 0; step < 60; ++step) {
        if (random() % 3 == 0) fixture.pass_days(1);
        const std::size_t who = random() % 10;
        if (who == 0) {
          fixture.library.rebuild();
        } else if (who == 1) {
          Library::Batch batch(fixture.library);
          fixture.library.import_document(random_document(random), fixture.now);
          (void)found(fixture.library, "盘点", fixture.now);
          if (random() % 2 == 0) batch.commit();
        } else {
          do_something(random, who < 4 ? other : fixture.library, undoable, fixture.now);
        }
        Library fresh(fixture.folder(), test::counting_random(20'000));
        for (const std::string& query : kQueries) {
          CAPTURE(query);
          CAPTURE(step);
          const auto expected = found(fresh, query, fixture.now);
          CHECK(found(fixture.library, query, fixture.now) == expected);
          const auto here = fixture.library.describe(expected, fixture.now),
                     there = fresh.describe(expected, fixture.now);
          for (std::size_t i = 0; i < expected.size(); ++i) {
            CHECK(here[i].deck == there[i].deck);
            CHECK(here[i].kind == there[i].kind);
            CHECK(here[i].stem == there[i].stem);
          }
        }
      }
      CHECK(fixture.library.check().ok);
    }
  }
}

}  // namespace rehearse
