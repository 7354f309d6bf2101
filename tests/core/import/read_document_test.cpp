#include "core/import/read_document.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/deck/document_json.h"
#include "core/import/decode.h"

using namespace rehearse;

namespace {

std::vector<std::filesystem::path> fixtures() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(REHEARSE_TESTS_DIR) / "data" / "layouts"))
    if (entry.path().extension() == ".txt" || entry.path().extension() == ".md")
      paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  REQUIRE(paths.size() >= 15);
  return paths;
}

std::string bytes_of(const std::filesystem::path& path) {
  auto bytes = read_file(path);
  REQUIRE(bytes);
  return *bytes;
}

/// Without the sentences for people, which may be reworded, and the spans, which have a test of their own.
nlohmann::json as_json(const Document& document) {
  nlohmann::json json = nlohmann::json::parse(document_to_json(document));
  for (nlohmann::json& question : json["questions"]) question.erase("source");
  for (nlohmann::json& problem : json["problems"]) {
    problem.erase("message");
    problem.erase("message_zh");
  }
  return json;
}

nlohmann::json questions_of(const std::string& bytes) {
  const auto read = read_document(bytes, "some.txt");
  REQUIRE(read);
  return nlohmann::json::parse(document_to_json(read->document))["questions"];
}

void check_is_sound(const ReadDocument& read) {
  CHECK(is_valid_utf8(read.text));
  const Document& document = read.document;
  REQUIRE(document.sources.size() == document.questions.size());
  for (const QuestionSource& source : document.sources)
    for (const SourceSpan& span : {source.stem, source.answer, source.analysis, source.criteria}) {
      CHECK(span.begin <= span.end);
      CHECK(span.end <= read.text.size());
    }
  for (const Question& question : document.questions) {
    CHECK(is_valid_utf8(question.stem));
    for (const KeyPoint& point : question.points) CHECK_FALSE(point.cue.empty());
  }
}

}  // namespace

TEST_SUITE("core/import/read_document") {
  TEST_CASE("each layout is read as written down beside it") {
    for (const auto& path : fixtures()) {
      CAPTURE(path.filename().string());
      const auto read = read_document(bytes_of(path), path.filename().string());
      REQUIRE(read);
      check_is_sound(*read);
      auto expected_path = path;
      expected_path.replace_extension(".json");
      CHECK(as_json(read->document) == nlohmann::json::parse(bytes_of(expected_path)));
    }
  }

  TEST_CASE("line ends and encoding change nothing in what is read") {
    for (const auto& path : fixtures()) {
      CAPTURE(path.filename().string());
      const std::string bytes = bytes_of(path);
      const nlohmann::json expected = questions_of(bytes);
      std::string with_returns;
      for (char c : bytes) with_returns += c == '\n' ? std::string("\r\n") : std::string(1, c);
      CHECK(questions_of(with_returns) == expected);
      CHECK(questions_of(encode_text(bytes, "GB18030")) == expected);
      CHECK(questions_of("\xFF\xFE" + encode_text(bytes, "UTF-16LE")) == expected);
    }
  }

  TEST_CASE("the spans of a question hold its words") {
    const std::string text =
        "题库\n1.如何安抚客户?\n答案:先听完再说话。\n解析:倾听最重要。\n2.如何道歉?\n答案:及时而具体。";
    const auto read = read_document(text, "a.txt");
    REQUIRE(read);
    REQUIRE(read->document.sources.size() == 2);
    const QuestionSource& source = read->document.sources[0];
    const auto words = [&](SourceSpan span) { return read->text.substr(span.begin, span.end - span.begin); };
    CHECK(words(source.stem) == "如何安抚客户?");
    CHECK(words(source.answer) == "先听完再说话。");
    CHECK(words(source.analysis) == "倾听最重要。");
    CHECK(source.criteria == SourceSpan{});
  }

  TEST_CASE("a quantity inside a run-together text begins no question") {
    const auto questions = questions_of(
        "题库一、单选题1.按几倍算?A.甲B.乙答案:B解析:是重货的。1.5倍,见说明。2.第二题问什么?A.甲B.乙答案:A");
    CHECK(questions.size() == 2);
  }

  TEST_CASE("a document without a title is named after its file") {
    const auto read = read_document("1.为什么来?\n答案:喜欢。", "仓库面试.txt");
    REQUIRE(read);
    CHECK(read->document.title == "仓库面试");
  }

  TEST_CASE("a text without questions says so") {
    const auto read = read_document("今天天气很好。\n我们去爬山。", "日记.txt");
    REQUIRE(read);
    CHECK(read->document.questions.empty());
    REQUIRE(read->document.problems.size() == 1);
    CHECK(read->document.problems[0].code == "no-questions");
  }

  TEST_CASE("of a text with a line that asks for every line no more are questions than numbers tell apart") {
    std::string asking;
    for (int i = 0; i < 100'100; ++i)
      asking += "第" + std::to_string(i) + "批货物由谁来清点才合适，清点之后又由谁来签字入账呢？\n";
    const auto read = read_document(asking, "asking.txt");
    REQUIRE(read);
    CHECK(read->document.questions.size() == 99'999);
    const auto& problems = read->document.problems;
    const auto told = std::count_if(problems.begin(), problems.end(),
                                    [](const Problem& problem) { return problem.code == "no-answer"; });
    CHECK(told == 1'001);
    // The rest is the text behind the last of them.
    CHECK(problems.front().message.english == "the same holds for 98998 more places");
  }

  TEST_CASE("seventy thousand questions of two words are no bank and the reason is said") {
    std::string words;
    for (int i = 1; i < 70'000; ++i) words += std::to_string(i) + ".为何？\n";
    const auto read = read_document(words, "words.txt");
    REQUIRE(read);
    CHECK(read->document.questions.empty());
    REQUIRE(read->document.problems.size() == 1);
    CHECK(read->document.problems[0].message.english ==
          "its lines are too many and too short to be questions");
  }

  TEST_CASE("half a million lines of next to nothing are refused and empty ones are not") {
    std::string shreds, empty = "1. 怎样盘点？\n答：逐箱清点。\n";
    for (int i = 0; i < 500'000; ++i) {
      shreds += "<\n";
      empty += " \n";
    }
    const auto refused = read_document(shreds, "shreds.txt");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().where == "shreds.txt");
    const auto read = read_document(empty, "empty.txt");
    REQUIRE(read);
    CHECK(read->document.questions.size() == 1);
  }

  TEST_CASE("a file that is no text names itself in the error") {
    const auto read = read_document(std::string("\x7F"
                                                "ELF\0\0",
                                                6),
                                    "prog.txt");
    REQUIRE_FALSE(read);
    CHECK(read.error().where == "prog.txt");
  }

  TEST_CASE("no bytes can break the reader") {
    std::mt19937 random(7);
    const auto below = [&](std::size_t limit) {
      return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
    };
    std::vector<std::string> texts;
    for (const auto& path : fixtures()) texts.push_back(bytes_of(path));
    for (int round = 0; round < 400; ++round) {
      std::string bytes = texts[below(texts.size())];
      const std::string& other = texts[below(texts.size())];
      for (std::size_t change = below(12); change > 0; --change) {
        const std::size_t at = below(bytes.size());
        switch (below(4)) {
          case 0: bytes[at] = static_cast<char>(below(256)); break;
          case 1: bytes.erase(at, below(200)); break;
          case 2: bytes.insert(at, other, below(other.size()), below(300)); break;
          case 3: bytes.resize(at + 1); break;
        }
        if (bytes.empty()) bytes = "1";
      }
      const auto read = read_document(bytes, "mutated.txt");
      if (read) check_is_sound(*read);
    }
    for (int round = 0; round < 200; ++round) {
      std::string bytes(1 + below(400), '\0');
      for (char& c : bytes) c = static_cast<char>(below(256));
      const auto read = read_document(bytes, "noise");
      if (read) check_is_sound(*read);
    }
  }
}
