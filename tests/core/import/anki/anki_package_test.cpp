// Packages of both schemas, made here from SQL: what is read of them, and what they become in a library.
#include "core/import/anki/anki_package.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/anki_writer.h"
#include "tests/library_fixture.h"
#include "tests/zip_writer.h"

namespace rehearse {
namespace {

using std::chrono::days;
using test::LibraryFixture;

constexpr std::chrono::minutes kChina{480};

// Notes, cards and answers, the same in both schemas. Day 2510 of the collection is 2026-11-15.
constexpr const char* kContent = R"sql(
INSERT INTO notes VALUES
 (1, 'a', 100, 0, -1, ' service 压力::面 none ', '如何安抚投诉的客户？<br><img src="calm.png">' || char(31) ||
   '<ol><li><b>倾听</b>：不打断</li><li>致歉</li><li>解决</li></ol>', '', 0, 0, ''),
 (2, 'b', 101, 0, -1, '', '{{c1::北京::城市}}是{{c2::中国}}的首都' || char(31) || '见地图 [sound:x.mp3]', '', 0, 0, ''),
 (3, 'c', 102, 0, -1, '', '下列哪项正确？' || char(31) || 'A. 甲<br>B. 乙' || char(31) || 'B' || char(31) || '教材第三章',
   '', 0, 0, ''),
 (4, 'd', 103, 0, -1, '', 'mask' || char(31) || '<img src="map.png">', '', 0, 0, ''),
 (5, 'e', 100, 0, -1, '', 'only asked' || char(31) || '', '', 0, 0, ''),
 (6, 'f', 100, 0, -1, '', '<br>' || char(31) || 'nobody asks', '', 0, 0, '');
INSERT INTO cards VALUES
 (11, 1, 20, 0, 0, -1, 2, 2, 2510, 15, 2360, 4, 1, 0, 0, 0, 11, ''),
 (21, 2, 10, 0, 0, -1, 2, 2, 2600, 90, 2500, 3, 0, 0, 0, 0, 0, ''),
 (22, 2, 10, 1, 0, -1, 1, 1, 1795190400, 0, 0, 1, 0, 1001, 0, 0, 0, ''),
 (31, 3, 30, 0, 0, -1, 2, 2, -100000, 40, 1200, 9, 3, 0, 2505, 20, 0, ''),
 (41, 4, 10, 0, 0, -1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, ''),
 (51, 5, 10, 0, 0, -1, 0, -1, 2, 0, 0, 0, 0, 0, 0, 0, 0, ''),
 (52, 5, 10, 1, 0, -1, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, ''),
 (61, 6, 10, 0, 0, -1, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, '');
INSERT INTO revlog VALUES
 (1793500000000, 11, -1, 3, 1, -60, 2500, 9000, 0),
 (1793590000000, 11, -1, 1, 1, 1, 2300, 8000, 1),
 (1793700000000, 11, -1, 0, 15, 1, 2360, 0, 4),
 (1793400000000, 11, -1, 2, -600, 0, 2500, 7000, 0);
)sql";

constexpr const char* kModels = R"json({
 "100": {"name": "Basic", "type": 0, "flds": [{"name": "Back", "ord": 1}, {"name": "Front", "ord": 0}]},
 "101": {"name": "Cloze", "type": 1, "flds": [{"name": "Text", "ord": 0}, {"name": "Back Extra", "ord": 1}]},
 "102": {"name": "选择题", "type": 0, "flds": [{"name": "题目", "ord": 0}, {"name": "选项", "ord": 1},
          {"name": "答案", "ord": 2}, {"name": "来源", "ord": 3}]},
 "103": {"name": "Image Occlusion", "type": 1, "flds": [{"name": "Occlusion", "ord": 0}, {"name": "Image", "ord": 1}]}
})json";
constexpr const char* kDecks = R"json({
 "1": {"name": "Default"}, "10": {"name": "面试"}, "20": {"name": "面试::客服::投诉"}, "30": {"name": "Filtered", "dyn": 1}
})json";
constexpr const char* kConfig = R"json({"creationOffset": -480, "rollover": 4, "schedVer": 2})json";

constexpr const char* kNewContent = R"sql(
INSERT INTO notetypes VALUES (100, 'Basic', 0, 0, x'1a03637373'), (101, 'Cloze', 0, 0, x'0801'),
 (102, '选择题', 0, 0, x''), (103, 'Image Occlusion', 0, 0, x'08011a0178');
INSERT INTO fields VALUES (100, 0, 'Front', x''), (100, 1, 'Back', x''), (101, 0, 'Text', x''),
 (101, 1, 'Back Extra', x''), (102, 0, '题目', x''), (102, 1, '选项', x''), (102, 2, '答案', x''),
 (102, 3, '来源', x''), (103, 0, 'Occlusion', x''), (103, 1, 'Image', x'');
INSERT INTO decks VALUES (1, 'Default', 0, 0, x'', x''), (10, '面试', 0, 0, x'', x''),
 (20, '面试' || char(31) || '客服' || char(31) || '投诉', 0, 0, x'', x''), (30, 'Filtered', 0, 0, x'', x'');
INSERT INTO config VALUES ('creationOffset', 0, 0, CAST('-480' AS BLOB)), ('rollover', 0, 0, CAST('4' AS BLOB)),
 ('curDeck', 0, 0, CAST('1' AS BLOB));
)sql";

// What Anki puts beside a new collection for old versions to show.
std::string stub() {
  return database_of(
      schema_11("{}", R"({"1": {"name": "Basic", "flds": [{"name": "Front"}, {"name": "Back"}]}})",
                R"({"1": {"name": "Default"}})") +
      "INSERT INTO notes VALUES (1, 'x', 1, 0, 0, '', 'Please update Anki' || char(31), '', 0, 0, '');"
      "INSERT INTO cards VALUES (1, 1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, '');");
}

std::string old_package() {
  return zip_of({{"collection.anki2", database_of(schema_11(kConfig, kModels, kDecks) + kContent)},
                 {"media", R"({"0": "calm.png"})"},
                 {"0", "bytes of a picture"}});
}

std::string new_package() {
  return zip_of({{"collection.anki2", stub()},
                 {"collection.anki21b", zstd_of(database_of(schema_18() + kNewContent + kContent))},
                 {"media", zstd_of("")},
                 {"meta", "\x08\x03"}});
}

std::vector<StudiedDeck> read(const std::string& package) {
  auto decks = read_anki_package(package, std::chrono::minutes{0});
  REQUIRE_MESSAGE(decks, decks.error().line());
  return std::move(*decks);
}

std::size_t count_problems(const Document& document, const std::string& code) {
  return static_cast<std::size_t>(
      std::count_if(document.problems.begin(), document.problems.end(),
                    [&](const Problem& problem) { return problem.code == code; }));
}

std::string error_of(const std::string& package) {
  const auto decks = read_anki_package(package, kChina);
  return decks ? "" : decks.error().line();
}

StudyDay day(std::string_view text) { return *parse_day(text); }

std::size_t ops_in(const LibraryFixture& fixture) {
  test::OpenStore store(fixture.file());
  return store.log.size();
}

}  // namespace

TEST_SUITE("core/import/anki/anki_package") {
  TEST_CASE("a package says the same in the old and in the new schema") {
    for (const std::string& package : {old_package(), new_package()}) {
      const std::vector<StudiedDeck> decks = read(package);
      REQUIRE(decks.size() == 1);
      const Document& document = decks[0].document;
      CHECK(document.title == "面试");
      REQUIRE(document.questions.size() == 4);
      REQUIRE(decks[0].histories.size() == 4);

      const Question& open = document.questions[0];
      CHECK(open.kind == QuestionKind::kOpen);
      CHECK(open.section == "客服 / 投诉");
      CHECK(open.stem.find("如何安抚投诉的客户？") == 0);
      CHECK(open.stem.find("calm.png") != std::string::npos);
      REQUIRE(open.points.size() == 3);
      CHECK(open.points[0].cue == "倾听");
      CHECK(open.points[2].cue == "解决");

      // The lower three bits of the column are the flag; `none` cannot be a tag here.
      REQUIRE(decks[0].marks.size() == 4);
      CHECK(decks[0].marks[0] == QuestionMarks{3, {"service", "压力::面"}, ""});
      CHECK(decks[0].marks[1] == QuestionMarks{});

      const Question& cloze = document.questions[1];
      CHECK(cloze.kind == QuestionKind::kFill);
      CHECK(cloze.stem == "____（城市）是____的首都");
      CHECK(cloze.answer_key == std::vector<std::string>{"北京", "中国"});
      CHECK(cloze.analysis.find("见地图") != std::string::npos);

      const Question& choice = document.questions[2];
      CHECK(choice.kind == QuestionKind::kSingle);
      REQUIRE(choice.options.size() == 2);
      CHECK(choice.options[1].text == "乙");
      CHECK(choice.answer_key == std::vector<std::string>{"B"});
      CHECK(choice.analysis == "来源：教材第三章");
      CHECK(choice.section == "客服 / 投诉");  // its own deck, not the filtered one

      CHECK(count_problems(document, "picture") == 2);
      CHECK(count_problems(document, "sound") == 1);
      CHECK(count_problems(document, "image-occlusion") == 1);
      CHECK(count_problems(document, "no-stem") == 1);
      CHECK(count_problems(document, "no-answer") == 1);
      CHECK(count_problems(document, "suspended") == 1);
    }
  }

  TEST_CASE("answers come with their times and then the day and the interval Anki had") {
    for (const std::string& package : {old_package(), new_package()}) {
      const StudiedDeck deck = read(package).at(0);
      const auto& events = deck.histories[0].events;
      REQUIRE(events.size() == 4);
      const std::vector<Quality> qualities{Quality::kHard, Quality::kGood, Quality::kWrongFamiliar};
      const std::vector<PointResult> results{PointResult::kHint, PointResult::kRecalled,
                                             PointResult::kMissed};
      for (std::size_t i = 0; i < 3; ++i) {
        const auto& review = std::get<PastReview>(events[i]);
        CHECK(review.quality == qualities[i]);
        CHECK(review.utc_offset == kChina);
        REQUIRE(review.points.size() == 3);
        for (const auto& [point, result] : review.points) CHECK(result == results[i]);
      }
      CHECK(std::get<PastReview>(events[0]).at.time_since_epoch().count() == 1'793'400'000'000);
      CHECK(std::get<PastReview>(events[0]).interval_days == 0);  // in seconds, in Anki
      CHECK(std::get<PastReview>(events[1]).spent.count() == 9000);
      const auto& schedule = std::get<PastSchedule>(events[3]);
      CHECK(schedule.points == std::vector<std::size_t>{0, 1, 2});
      CHECK(schedule.schedule == Schedule{day("2026-11-15"), 15, 236, 2, 1});

      // Of a note's cards the one that is due first speaks, and a learning card is due at a time: here at
      // midnight.
      const auto& learning = std::get<PastSchedule>(deck.histories[1].events.at(0));
      CHECK(learning.schedule == Schedule{day("2026-11-20"), 1, 250, 0, 0});
      // A filtered deck keeps a card's own day aside; easiness is never below its floor.
      const auto& filtered = std::get<PastSchedule>(deck.histories[2].events.at(0));
      CHECK(filtered.schedule == Schedule{day("2026-11-10"), 40, 130, 2, 3});
      CHECK(deck.histories[3].events.empty());
    }
  }

  TEST_CASE_FIXTURE(LibraryFixture, "a package in a library is due when Anki said and comes in once") {
    const std::vector<StudiedDeck> decks = read(new_package());
    const ImportReport report = library.import_decks(decks, now);
    CHECK(report.added == 4);
    CHECK(report.answers == 3);
    CHECK(library.stats(now).reviews == 3);
    CHECK(library.check().ok);
    const DeckId deck = derive_deck_id("面试");
    const Question& question = decks[0].document.questions[0];
    const QuestionId id = derive_question_id(deck, question, 0);
    {
      test::OpenStore store(file());
      for (const KeyPoint& point : question.points)
        CHECK(store.memory.state(point_card_id(derive_point_id(id, point.cue, 0))).memory.due() ==
              day("2026-11-15"));
      const MemoryState state = store.memory.state(question_card_id(id)).memory;
      CHECK(state.due() == day("2026-11-15"));
      CHECK(state.sm2.interval_days == 15);
    }
    const std::size_t ops = ops_in(*this);
    pass_days(1);
    CHECK(library.import_decks(decks, now).answers == 0);
    CHECK(ops_in(*this) == ops);
    // What is answered here afterwards is not undone by the same package.
    library.grade(answer_all(question, deck, PointResult::kRecalled, Quality::kPerfect), now);
    const auto due = library.due(now).cards.size();
    pass_days(1);
    CHECK(library.import_decks(decks, now).answers == 0);
    CHECK(ops_in(*this) == ops + 1);
    CHECK(library.due(now).cards.size() <= due + 1);
    CHECK(library.check().ok);
  }

  TEST_CASE_FIXTURE(LibraryFixture, "a package that is older than what was answered here sets nothing back") {
    std::vector<StudiedDeck> decks = read(old_package());
    library.import_document(decks[0].document, now);
    const DeckId deck = derive_deck_id("面试");
    const Question& question = decks[0].document.questions[0];
    library.grade(answer_all(question, deck, PointResult::kRecalled, Quality::kPerfect), now);
    CHECK(library.import_decks(decks, now).answers == 3);
    test::OpenStore store(file());
    const MemoryState state =
        store.memory.state(question_card_id(derive_question_id(deck, question, 0))).memory;
    CHECK(state.seen == study_day(now));
    CHECK(state.due() == study_day(now) + days{1});
  }

  TEST_CASE("the note that tells old versions to update is never a question") {
    CHECK(error_of(zip_of({{"collection.anki2", stub()}, {"meta", "\x08\x03"}})).find("no Anki collection") !=
          std::string::npos);
    CHECK(read(zip_of({{"collection.anki2", stub()},
                       {"collection.anki21", database_of(schema_11(kConfig, kModels, kDecks) + kContent)}}))
              .at(0)
              .document.title == "面试");
  }

  TEST_CASE("several top decks are several decks and one document for showing") {
    const std::string sql =
        schema_11(kConfig, kModels, R"({"10": {"name": "A::x"}, "20": {"name": "B"}})") + kContent;
    std::vector<StudiedDeck> decks = read(zip_of({{"collection.anki21", database_of(sql)}}));
    REQUIRE(decks.size() == 2);
    CHECK(decks[0].document.title == "B");
    CHECK(decks[1].document.title == "A");
    const Document joined = joined_documents(decks);
    CHECK(joined.questions.size() == 4);
    CHECK(joined.questions[0].section == "B");
    CHECK(joined.questions[2].section == "A / x");
  }

  TEST_CASE("a day that was put off by hand stands and its interval counts from the last change") {
    const std::string sql = schema_11(kConfig, kModels, kDecks) + kContent +
                            "UPDATE cards SET due = 2600, ivl = 3 WHERE id = 11;";
    const StudiedDeck deck = read(zip_of({{"collection.anki21", database_of(sql)}})).at(0);
    const auto& past = std::get<PastSchedule>(deck.histories[0].events.back());
    CHECK(past.schedule.due == day("2027-02-13"));
    CHECK(past.schedule.due - days{past.schedule.interval_days} == day("2026-11-20"));
  }
}

}  // namespace rehearse
