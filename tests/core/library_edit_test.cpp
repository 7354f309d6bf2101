// Edits by the learner: points merged, split, moved and renamed keep what was learnt, and every edit can be
// taken back.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "core/library.h"
#include "tests/library_fixture.h"

namespace rehearse {
namespace {

using test::LibraryFixture;

const DeckId kDeck = derive_deck_id("deck");

MemoryState state_of(const std::filesystem::path& file, PointId point) {
  return test::OpenStore(file).memory.state(point_card_id(point)).memory;
}

/// A question whose points are merged and split by a model beside it: what each point stands for is a set of
/// ids, and its memory is the fold over the answers to any of them.
struct History : LibraryFixture {
  explicit History(std::uint64_t seed) : random(seed) {
    const Document document = test::open_document("deck", 1, 4);
    library.import_document(document, now);
    question = derive_question_id(kDeck, document.questions[0], 0);
    for (const PointId& id : points()) stands_for[id] = {id};
  }

  std::vector<PointId> points() const { return library.question(question)->points; }

  void answer() {
    Answer answer;
    answer.card = question_card_id(question);
    answer.quality = static_cast<Quality>(random() % 6);
    std::map<PointId, Quality> results;
    for (const PointId& id : points()) {
      if (random() % 4 == 0) continue;
      answer.points.emplace_back(id, static_cast<PointResult>(random() % 3));
      results[id] = quality_of(answer.points.back().second);
    }
    library.grade(answer, now);
    answers.push_back({study_day(now), results});
  }

  bool edit(const QuestionEdit& edit) {
    const auto op = library.edit_question(question, edit, now);
    if (op) undoable.push_back({*op, stands_for});
    return static_cast<bool>(op);
  }

  void merge() {
    std::vector<PointId> all = points();
    if (all.size() < 3) return;
    std::shuffle(all.begin(), all.end(), random);
    all.resize(2 + random() % 2);
    REQUIRE(edit(MergePoints{all, {}, {}}));
    std::set<PointId> united{derive_merged_point_id(question, all)};
    for (const PointId& id : all) united.insert(stands_for[id].begin(), stands_for[id].end());
    stands_for[derive_merged_point_id(question, all)] = united;
  }

  void split() {
    const std::vector<PointId> all = points();
    const PointId whole = all[random() % all.size()];
    const std::string name = std::to_string(random() % 1000);
    REQUIRE(edit(SplitPoint{whole, {{"first " + name, ""}, {"second " + name, "d"}, {"first " + name, ""}}}));
    const PointId parts[] = {derive_part_id(whole, "first " + name, 0),
                             derive_part_id(whole, "second " + name, 0),
                             derive_part_id(whole, "first " + name, 1)};
    for (const PointId& part : parts) {
      stands_for[part] = stands_for[whole];
      stands_for[part].insert(part);
    }
  }

  void step() {
    pass(std::chrono::hours{random() % 60});
    switch (random() % 8) {
      case 0: merge(); break;
      case 1: split(); break;
      case 2:
        edit(RenamePoint{points()[0], {"cue " + std::to_string(random() % 50), "said otherwise"}});
        break;
      case 3: edit(MovePoint{points()[random() % points().size()], random() % 5}); break;
      case 4:
        if (undoable.empty()) break;
        library.undo(undoable.back().op, now);
        stands_for = undoable.back().before;
        undoable.pop_back();
        break;
      default: answer(); break;
    }
  }

  MemoryState expected(PointId point) const {
    MemoryState state;
    for (const auto& [day, results] : answers) {
      std::optional<Quality> worst;
      for (const PointId& id : stands_for.at(point))
        if (const auto found = results.find(id); found != results.end())
          worst = worst ? std::min(*worst, found->second) : found->second;
      if (worst) state = observe(state, *worst, day);
    }
    return state;
  }

  struct Given {
    StudyDay day;
    std::map<PointId, Quality> results;
  };
  struct Undoable {
    OpId op;
    std::map<PointId, std::set<PointId>> before;
  };

  std::mt19937_64 random;
  QuestionId question;
  std::map<PointId, std::set<PointId>> stands_for;
  std::vector<Given> answers;
  std::vector<Undoable> undoable;
};

}  // namespace

TEST_SUITE("core/library edit") {
  TEST_CASE(
      "a point's memory is the fold over the answers to all it came from whatever was merged or split") {
    for (const std::uint64_t seed : {1, 2, 3, 4, 5}) {
      History history(seed);
      for (int i = 0; i < 60; ++i) {
        history.step();
        for (const PointId& id : history.points())
          REQUIRE(state_of(history.file(), id) == history.expected(id));
      }
      CHECK(history.library.check().ok);
      history.library.rebuild();
      for (const PointId& id : history.points()) CHECK(state_of(history.file(), id) == history.expected(id));
    }
  }

  TEST_CASE("taking back a merge or a split leaves everything as if it had never been") {
    History history(9);
    const auto everything = [&] {
      test::OpenStore store(history.file());
      std::vector<std::string> all = test::card_states(store.database);
      for (const std::string& row : test::rows(store.database, "SELECT fields FROM question_text"))
        all.push_back(row);
      return all;
    };
    for (int i = 0; i < 5; ++i) history.answer(), history.pass_days(3);
    const auto before = everything();
    for (int i = 0; i < 4; ++i) {
      i % 2 == 0 ? history.merge() : history.split();
      const OpId undo = history.library.undo(history.undoable.back().op, history.now);
      CHECK(everything() == before);
      const OpId redo = history.library.undo(undo, history.now);
      CHECK(everything() != before);
      history.library.undo(redo, history.now);
      CHECK(everything() == before);
    }
    CHECK(history.library.check().ok);
  }

  TEST_CASE_FIXTURE(LibraryFixture, "the cards of merged points are asked and counted no more") {
    const Document document = test::open_document("deck", 1, 4);
    library.import_document(document, now);
    const QuestionId id = derive_question_id(kDeck, document.questions[0], 0);
    library.grade(answer_all(document.questions[0], kDeck, PointResult::kMissed, Quality::kBlackout), now);
    const std::vector<PointId> before = library.question(id)->points;
    REQUIRE(library.edit_question(id, MergePoints{{before[1], before[3]}, {}, {}}, now));
    const ListedQuestion merged = *library.question(id);
    REQUIRE(merged.points.size() == 3);
    CHECK(merged.question.points[1].cue == "cue 2; cue 4");
    CHECK(library.stats(now).cards == 4);
    CHECK_FALSE(library.card(point_card_id(before[1])));
    CHECK(library.card(point_card_id(merged.points[1]))->times_answered == 1);
    pass_days(5);
    for (const DueCard& due : library.due(now).cards) CHECK(library.card(due.id));
  }

  TEST_CASE_FIXTURE(LibraryFixture, "an answer to a point under its old name counts for what became of it") {
    const Document document = test::open_document("deck", 1, 3);
    library.import_document(document, now);
    const QuestionId id = derive_question_id(kDeck, document.questions[0], 0);
    const Answer asked_before =
        answer_all(document.questions[0], kDeck, PointResult::kRecalled, Quality::kPerfect);
    const std::vector<PointId> points = library.question(id)->points;
    REQUIRE(library.edit_question(id, MergePoints{{points[0], points[1]}, {}, {}}, now));
    library.grade(asked_before, now);
    CHECK(state_of(file(), library.question(id)->points[0]) == state_of(file(), points[2]));
    CHECK(library.check().ok);
  }

  TEST_CASE("what was learnt before a merge and a split goes along into another library") {
    for (const std::uint64_t seed : {21, 22, 23}) {
      History history(seed);
      for (int i = 0; i < 6; ++i) history.answer(), history.pass_days(2);
      history.merge();
      history.split();
      for (int i = 0; i < 4; ++i) history.answer(), history.pass_days(2);
      const auto studied = history.library.export_studied_deck(kDeck);
      REQUIRE(studied);
      LibraryFixture other;
      other.now = history.now;
      other.library.import_decks({*studied}, other.now);
      const std::vector<PointId> here = history.points(), there = other.library.questions(kDeck).at(0).points;
      REQUIRE(here.size() == there.size());
      for (std::size_t i = 0; i < here.size(); ++i)
        CHECK(state_of(other.file(), there[i]) == state_of(history.file(), here[i]));
    }
  }

  TEST_CASE("a merge here and a split there lose nothing and fold alike in both orders") {
    for (const bool swapped : {false, true}) {
      const test::Scratch scratch;
      const LocalInstant now = test::morning();
      Library one(scratch / "one", test::counting_random(1)),
          other(scratch / "other", test::counting_random(5000));
      const std::filesystem::path a = scratch / "one" / "library.sqlite",
                                  b = scratch / "other" / "library.sqlite";
      const Document document = test::open_document("deck", 1, 3);
      one.import_document(document, now);
      const QuestionId id = derive_question_id(kDeck, document.questions[0], 0);
      const std::vector<PointId> points = one.question(id)->points;
      one.grade({question_card_id(id),
                 Quality::kHard,
                 {},
                 {{points[0], PointResult::kRecalled}, {points[1], PointResult::kMissed}},
                 {}},
                now);
      test::unite(a, b);
      REQUIRE(one.edit_question(id, MergePoints{{points[0], points[1]}, {}, {}}, now));
      REQUIRE(other.edit_question(id, SplitPoint{points[0], {{"left", ""}, {"right", ""}}}, now));
      REQUIRE(other.edit_question(id, MovePoint{points[2], 0}, now));
      const MemoryState whole = state_of(a, points[0]), missed = state_of(a, points[1]);
      swapped ? test::unite(b, a) : test::unite(a, b);
      CHECK(one.question(id)->question == other.question(id)->question);
      CHECK(one.question(id)->points == other.question(id)->points);
      CHECK(one.question(id)->points.size() == 4);  // the merged one, both parts, and the third
      CHECK(one.question(id)->points.front() == points[2]);
      for (const std::filesystem::path& file : {a, b}) {
        CHECK(state_of(file, derive_merged_point_id(id, {points[1], points[0]})) == missed);
        CHECK(state_of(file, derive_part_id(points[0], "left", 0)) == whole);
        CHECK(state_of(file, derive_part_id(points[0], "right", 0)) == whole);
      }
      CHECK(one.check().ok);
      CHECK(other.check().ok);
    }
  }

  TEST_CASE_FIXTURE(LibraryFixture,
                    "moving a point is no edit of its words so that a corrected document still reaches it") {
    Document document = test::open_document("deck", 1, 4);
    library.import_document(document, now);
    const QuestionId id = derive_question_id(kDeck, document.questions[0], 0);
    const auto cues = [&] {
      std::vector<std::string> list;
      const ListedQuestion listed = *library.question(id);
      for (const KeyPoint& point : listed.question.points) list.push_back(point.cue);
      return list;
    };
    const std::vector<PointId> points = library.question(id)->points;
    REQUIRE(library.edit_question(id, MovePoint{points[3], 1}, now));
    REQUIRE(library.edit_question(id, MovePoint{points[0], 99}, now));
    CHECK(cues() == std::vector<std::string>{"cue 4", "cue 2", "cue 3", "cue 1"});
    CHECK_FALSE(library.edit_question(id, MovePoint{points[0], 3}, now));
    document.questions[0].points[3].detail = "said better";
    const ImportReport report = library.import_document(document, now);
    CHECK(report.updated == 1);
    CHECK(report.changes.kept.empty());
    CHECK(library.question(id)->question.points[0].detail == "said better");
    CHECK(cues() == std::vector<std::string>{"cue 4", "cue 2", "cue 3", "cue 1"});
  }

  TEST_CASE_FIXTURE(LibraryFixture, "what cannot be edited is said and changes nothing") {
    library.import_document(test::open_document("deck", 2, 2), now);
    const std::vector<ListedQuestion> questions = library.questions(kDeck);
    const QuestionId id = questions[0].id;
    const PointId here = questions[0].points[0], elsewhere = questions[1].points[0];
    ChangeText blank, same;
    blank.stem = " ";
    same.stem = questions[0].question.stem;
    const QuestionEdit impossible[] = {blank,
                                       same,
                                       RenamePoint{elsewhere, {"x", ""}},
                                       RenamePoint{here, {"", "detail"}},
                                       MovePoint{elsewhere, 0},
                                       MovePoint{here, 0},
                                       MergePoints{{here}, {}, {}},
                                       MergePoints{{here, here}, {}, {}},
                                       MergePoints{{here, elsewhere}, {}, {}},
                                       SplitPoint{here, {{"one", ""}}},
                                       SplitPoint{here, {{"one", ""}, {" ", ""}}},
                                       SplitPoint{elsewhere, {{"one", ""}, {"two", ""}}}};
    for (const QuestionEdit& edit : impossible) {
      const auto done = library.edit_question(id, edit, now);
      REQUIRE_FALSE(done);
      CHECK_FALSE(done.error().line(Language::kChinese).empty());
    }
    CHECK_FALSE(library.edit_question(QuestionId{}, RenamePoint{here, {"x", ""}}, now));
    CHECK(library.latest_change()->kind == ChangeKind::kImport);
    CHECK(library.questions(kDeck)[0].question == questions[0].question);
  }

  TEST_CASE_FIXTURE(LibraryFixture, "a question is found by its number or the beginning of its id") {
    library.import_document(test::open_document("deck", 12, 1), now);
    const std::vector<ListedQuestion> questions = library.questions(kDeck);
    CHECK(library.find_question(kDeck, "12")->id == questions[11].id);
    CHECK(library.find_question(kDeck, questions[4].id.hex().substr(0, 8))->number == 5);
    CHECK_FALSE(library.find_question(kDeck, "13"));
    CHECK_FALSE(library.find_question(kDeck, ""));
    CHECK_FALSE(library.find_question(kDeck, "0"));
  }
}

}  // namespace rehearse
