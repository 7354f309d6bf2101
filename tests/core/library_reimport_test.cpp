// A corrected document over a deck that is being learnt: what it corrects changes, and nothing else.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "core/library.h"
#include "tests/library_fixture.h"

namespace rehearse {
namespace {

using test::LibraryFixture;

const DeckId kDeck = derive_deck_id("deck");

std::vector<std::string> states(const std::filesystem::path& file) {
  test::OpenStore store(file);
  return test::card_states(store.database);
}

const std::string kShown =
    "SELECT quote(q.id)||q.at||q.alive||t.fields FROM question q JOIN question_text t USING (position) ORDER "
    "BY 1";

std::vector<std::string> rows(const std::filesystem::path& file, const std::string& sql) {
  test::OpenStore store(file);
  return test::rows(store.database, sql.c_str());
}

std::size_t ops(const std::filesystem::path& file) { return test::OpenStore(file).log.size(); }

Document service_document() {
  const auto open = [](const char* stem, const char* answer, std::vector<KeyPoint> points) {
    Question question;
    question.stem = stem;
    question.answer = answer;
    question.points = std::move(points);
    return question;
  };
  return test::document_of(
      "deck",
      {open("顾客情绪激动时你怎么接待？", "先倾听，再致歉，给出两个方案，三天内回访。",
            {{"倾听", "不打断，记下要点"},
             {"致歉", "先承认不便"},
             {"给出方案", "两个选择，各有期限"},
             {"回访", "三天内"}}),
       open("怎样安排周末的排班？", "看客流，留一个机动，提前三天公布。",
            {{"看客流", "按去年同期"}, {"留机动", ""}}),
       test::checked_question(QuestionKind::kSingle, "退货的期限是几天", {"三天", "七天", "一个月"}, {"B"}),
       open("盘点时账实不符怎么处理？", "先封存，再对账，查出库记录，写报告。",
            {{"封存", ""}, {"对账", ""}, {"报告", ""}})});
}

StudiedDeck deck_of(const Document& document) { return {document, {}, {}, {}, {}}; }

/// Answers everything once, so that every card has a state of its own kind.
void study_all(LibraryFixture& fixture, const Document& document) {
  int turn = 0;
  for (const Question& question : document.questions) {
    const auto result = static_cast<PointResult>(turn++ % 3);
    Answer answer = fixture.answer_all(question, kDeck, result, Quality::kGood);
    if (!answer.points.empty()) answer.points.front().second = PointResult::kHint;
    fixture.library.grade(answer, fixture.now);
    fixture.pass_days(1);
  }
}

}  // namespace

TEST_SUITE("core/library reimport") {
  TEST_CASE_FIXTURE(LibraryFixture,
                    "progress survives new words and another order and a question put between") {
    Document document = service_document();
    library.import_document(document, now);
    study_all(*this, document);
    const auto before = states(file());
    std::vector<Question>& questions = document.questions;
    questions[0].stem = "顾客情绪很激动时，你如何接待？";
    questions[0].points[0].cue = "聆听";
    questions[0].points[2] = {"提出方案", "给两个选择，各有期限"};
    std::swap(questions[0].points[1], questions[0].points[3]);
    questions[2].options[2].text = "三十天";
    questions[3].answer += "必要时调监控。";
    std::swap(questions[1], questions[3]);
    Question fresh = test::open_question("仓库里闻到焦味，第一步做什么？", 0);
    fresh.answer = "断电，疏散，报警。";
    questions.insert(questions.begin() + 1, fresh);

    const ImportReport report = library.import_document(document, now);
    CHECK(report.added == 1);
    CHECK(report.updated == 3);
    CHECK(report.unchanged == 1);
    CHECK(report.changes.missing.empty());
    CHECK(report.changes.kept.empty());
    CHECK(library.export_deck(kDeck)->questions == questions);
    auto after = states(file());
    std::erase_if(after, [&](const std::string& row) { return row.ends_with("new"); });
    CHECK(after == before);
    CHECK(library.check().ok);
    const std::size_t written = ops(file());
    CHECK(library.import_document(document, now).unchanged == 5);
    CHECK(ops(file()) == written);
  }

  TEST_CASE_FIXTURE(LibraryFixture,
                    "every changed field is told with what it was and one op of the import is written") {
    Document document = service_document();
    library.import_document(document, now);
    const std::size_t before = ops(file());
    document.questions[1].stem = "怎样安排周末和节日的排班？";
    document.questions[1].points[0].detail = "按上个月";
    const ImportReport report = library.import_document(document, now);
    CHECK(ops(file()) == before + 2);  // the import itself, and the question
    REQUIRE(report.changes.changed.size() == 1);
    const QuestionChange& change = report.changes.changed[0];
    CHECK(change.number == 2);
    CHECK(change.id == derive_question_id(kDeck, service_document().questions[1], 0));
    REQUIRE(change.fields.size() == 2);
    CHECK(change.fields[0].field == "stem");
    CHECK(change.fields[0].before == "怎样安排周末的排班？");
    CHECK(change.fields[0].after == "怎样安排周末和节日的排班？");
    CHECK(change.fields[1].field == "point");
    CHECK(change.fields[1].before == "看客流：按去年同期");
    CHECK(change.fields[1].after == "看客流：按上个月");
  }

  TEST_CASE_FIXTURE(LibraryFixture, "what the learner edited stays and is told with what the document says") {
    Document document = service_document();
    library.import_document(document, now);
    const QuestionId id = derive_question_id(kDeck, document.questions[0], 0);
    ChangeText mine;
    mine.stem = "客人发火了怎么办？";
    mine.answer = "我的说法";
    const OpId edit = *library.edit_question(id, mine, now);
    document.questions[0].stem = "顾客情绪激动时，你怎么接待？";
    document.questions[0].analysis = "新的解析";
    const ImportReport report = library.import_document(document, now);
    CHECK(report.updated == 1);
    REQUIRE(report.changes.kept.size() == 2);
    const KeptEdit& answer = report.changes.kept[0];
    CHECK(answer.field == "answer");
    CHECK(answer.here == "我的说法");
    CHECK(answer.document == document.questions[0].answer);
    CHECK(answer.text == KeptEdit::Document::kAsBefore);
    const KeptEdit& stem = report.changes.kept[1];
    CHECK(stem.field == "stem");
    CHECK(stem.document == document.questions[0].stem);
    CHECK(stem.text == KeptEdit::Document::kChanged);
    const std::size_t before = ops(file());
    const ImportReport again = library.import_document(document, now);
    CHECK(ops(file()) == before);
    CHECK(again.unchanged == 4);
    REQUIRE(again.changes.kept.size() == 2);
    CHECK(again.changes.kept[1].text == KeptEdit::Document::kAsBefore);
    CHECK(library.question(id)->question.stem == "客人发火了怎么办？");
    library.undo(edit, now);
    CHECK(library.export_deck(kDeck)->questions == document.questions);
    CHECK(library.check().ok);
  }

  TEST_CASE_FIXTURE(LibraryFixture,
                    "a stem that the learner and then the document changed alike is one question") {
    Document document = service_document();
    library.import_document(document, now);
    ChangeText mine;
    mine.stem = "完全换了一种问法";
    REQUIRE(library.edit_question(derive_question_id(kDeck, document.questions[0], 0), mine, now));
    document.questions[0].stem = *mine.stem;
    document.questions[0].answer = "答案也换了";
    document.questions[0].points.clear();
    const ImportReport report = library.import_document(document, now);
    CHECK(report.added == 0);
    CHECK(report.changes.missing.empty());
    CHECK(report.changes.kept.empty());
  }

  TEST_CASE_FIXTURE(LibraryFixture, "a question that the document no longer has stays and is told") {
    Document document = service_document();
    library.import_document(document, now);
    const Question gone = document.questions[1];
    document.questions.erase(document.questions.begin() + 1);
    const ImportReport report = library.import_document(document, now);
    REQUIRE(report.changes.missing.size() == 1);
    CHECK(report.changes.missing[0].stem == gone.stem);
    CHECK(library.stats(now).questions == 4);
    document.questions.insert(document.questions.begin() + 1, gone);
    CHECK(library.import_document(document, now).changes.missing.empty());
    CHECK(library.export_deck(kDeck)->questions == document.questions);
  }

  TEST_CASE_FIXTURE(LibraryFixture,
                    "a deleted question stays deleted and points that were merged stay merged") {
    Document document = service_document();
    library.import_document(document, now);
    const QuestionId deleted = derive_question_id(kDeck, document.questions[1], 0);
    const QuestionId merged = derive_question_id(kDeck, document.questions[3], 0);
    test::OpenStore(file(), 77).write(AliveOp{target(deleted), false, {}}, now.at);
    const std::vector<PointId> points = library.question(merged)->points;
    REQUIRE(library.edit_question(merged, MergePoints{{points[0], points[1]}, "封存并对账", {}}, now));
    document.questions[3].points[1].cue = "对一遍账";
    const ImportReport report = library.import_document(document, now);
    CHECK(library.stats(now).questions == 3);
    CHECK(library.question(merged)->question.points ==
          std::vector<KeyPoint>{{"封存并对账", ""}, {"报告", ""}});
    REQUIRE(report.changes.kept.size() == 3);
    CHECK(std::count_if(report.changes.kept.begin(), report.changes.kept.end(),
                        [](const KeptEdit& edit) { return edit.field == "deleted"; }) == 1);
    CHECK(std::count_if(report.changes.kept.begin(), report.changes.kept.end(), [](const KeptEdit& edit) {
            return edit.field == "point" && edit.text == KeptEdit::Document::kChanged &&
                   edit.document == "对一遍账";
          }) == 1);
    CHECK(library.check().ok);
  }

  TEST_CASE_FIXTURE(LibraryFixture, "a preview says what the import then does and changes nothing") {
    Document document = service_document();
    const auto figures = [](const ImportReport& report) {
      return std::vector{report.added,
                         report.updated,
                         report.unchanged,
                         report.changes.kept.size(),
                         report.changes.missing.size(),
                         report.changes.changed.size()};
    };
    const auto first = figures(library.preview_import({deck_of(document)}));
    CHECK(figures(Library::preview_first_import({deck_of(document)})) == first);
    CHECK(figures(library.import_document(document, now)) == first);
    document.questions[0].answer += "更多";
    document.questions.pop_back();
    document.questions.push_back(test::open_question("怎样给新员工排师傅？", 2));
    const std::size_t before = ops(file());
    const auto preview = figures(library.preview_import({deck_of(document)}));
    CHECK(ops(file()) == before);
    CHECK(preview == figures(library.import_document(document, now)));
    CHECK(preview == std::vector<std::size_t>{1, 1, 2, 0, 1, 1});
  }

  TEST_CASE("two machines that import a corrected document on their own agree when their logs are united") {
    for (const bool swapped : {false, true}) {
      const test::Scratch scratch;
      LocalInstant now = test::morning();
      Library one(scratch / "one", test::counting_random(1)),
          other(scratch / "other", test::counting_random(5000));
      const std::filesystem::path a = scratch / "one" / "library.sqlite",
                                  b = scratch / "other" / "library.sqlite";
      Document document = service_document();
      one.import_document(document, now);
      test::unite(a, b);
      const QuestionId question = derive_question_id(kDeck, document.questions[0], 0);
      const std::vector<PointId> points = one.question(question)->points;
      REQUIRE(one.edit_question(question, RenamePoint{points[1], {"我的话", ""}}, now));
      REQUIRE(other.edit_question(question, MergePoints{{points[2], points[3]}, {}, {}}, now));
      document.questions[0].stem = "顾客情绪十分激动时你怎么接待？";
      document.questions[0].points[1].detail = "先承认自己的不便";
      document.questions[3].points[0].cue = "先封存";
      document.questions.insert(document.questions.begin() + 2, test::open_question("怎样写周报？", 2));
      now.at += std::chrono::hours{swapped ? -5 : 5};
      one.import_document(document, now);
      other.import_document(document, test::morning());
      if (swapped)
        test::unite(b, a);
      else
        test::unite(a, b);
      CHECK(rows(a, kShown) == rows(b, kShown));
      CHECK(one.stats(now).questions == 5);
      CHECK(one.question(question)->question.points.size() == 3);
      CHECK(one.question(question)->question.points[1].cue == "我的话");
      const std::size_t before = ops(a);
      CHECK(one.import_document(document, now).unchanged == 5);
      CHECK(other.import_document(document, now).unchanged == 5);
      CHECK(ops(a) == before);
      CHECK(ops(b) == before);
      CHECK(one.check().ok);
    }
  }

  TEST_CASE("whatever is corrected no card loses its state and the same document again writes nothing") {
    std::mt19937_64 random(71);
    for (int round = 0; round < 6; ++round) {
      LibraryFixture fixture;
      Document document = service_document();
      fixture.library.import_document(document, fixture.now);
      study_all(fixture, document);
      auto before = states(fixture.file());
      for (int step = 0; step < 8; ++step) {
        Question& question = document.questions[random() % document.questions.size()];
        switch (random() % 5) {
          case 0: question.stem += "？"; break;
          case 1: question.answer += "补充一句。"; break;
          case 2:
            if (!question.points.empty())
              question.points[random() % question.points.size()].detail += "再说明";
            break;
          case 3:
            std::swap(document.questions[0], document.questions[random() % document.questions.size()]);
            break;
          default: std::reverse(question.points.begin(), question.points.end()); break;
        }
        fixture.pass_days(1);
        const ImportReport report = fixture.library.import_document(document, fixture.now);
        CHECK(report.added == 0);
        CHECK(report.changes.missing.empty());
        REQUIRE(states(fixture.file()) == before);
        REQUIRE(fixture.library.export_deck(kDeck)->questions == document.questions);
        const std::size_t written = ops(fixture.file());
        fixture.library.import_document(document, fixture.now);
        REQUIRE(ops(fixture.file()) == written);
      }
      CHECK(fixture.library.check().ok);
    }
  }
}

}  // namespace rehearse
