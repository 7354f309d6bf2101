#include "core/import/formats/media.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/import/formats/markdown_media.h"
#include "core/import/read_document.h"

using namespace rehearse;

namespace {

ExtractedText replaced(const std::string& markdown) {
  ExtractedText extracted{markdown, {}};
  replace_media(extracted);
  return extracted;
}

}  // namespace

TEST_SUITE("core/import/formats/media") {
  TEST_CASE("a placeholder is named by a description or by the last part of an address") {
    CHECK(placeholder(Medium::kPicture, "a/架构.png?x=1") == "[图片: 架构.png]");
    CHECK(placeholder(Medium::kPicture, "TCP/IP") == "[图片: TCP/IP]");
    CHECK(placeholder(Medium::kSound, "https://example.org/talk") == "[音频: talk]");
    CHECK(placeholder(Medium::kFilm, " data:video/mp4;base64,AAAA") == "[视频]");
    CHECK(placeholder(Medium::kPicture, "a [b]\nc") == "[图片: a (b) c]");
  }

  TEST_CASE("a document in English names its media in English whatever names it holds") {
    std::string english =
        "1. What does the chart [图片: 销售.png] show?\nGrowth, as Mr 王 said. [音频: a.mp3]";
    put_media_into_language(english);
    CHECK(english == "1. What does the chart [image: 销售.png] show?\nGrowth, as Mr 王 said. [audio: a.mp3]");
    std::string chinese = "1. HashMap 的 put 流程是什么？[图片: put.png]";
    put_media_into_language(chinese);
    CHECK(chinese == "1. HashMap 的 put 流程是什么？[图片: put.png]");
    std::string words = "The string of letters [图片 is no placeholder, but [视频] is one, to be sure.";
    put_media_into_language(words);
    CHECK(words == "The string of letters [图片 is no placeholder, but [video] is one, to be sure.");
  }

  TEST_CASE("placeholders of both languages are problems with their places") {
    std::vector<Problem> problems;
    report_media("[图片: a]\nsee [image: b] [audio] [imagery: c] [视频]", problems);
    REQUIRE(problems.size() == 4);
    CHECK(problems[1].code == "picture");
    CHECK(problems[1].line == 2);
    CHECK(problems[1].column == 5);
    CHECK(problems[2].code == "sound");
    CHECK(problems[3].code == "sound");
  }

  TEST_CASE("pictures in Markdown are named and told and code stays as it is") {
    const ExtractedText read = replaced(
        "见 ![流程](a/b.png \"图\") 与 <img alt='' src=\"c/d.png\" width=20>\n`![x](y)` 怎么写\n```\n<img "
        "src=x>\n```\n![](e.png)");
    CHECK(read.text ==
          "见 [图片: 流程] 与 [图片: d.png]\n`![x](y)` 怎么写\n```\n<img src=x>\n```\n[图片: e.png]");
    REQUIRE(read.problems.size() == 3);
    CHECK(read.problems[0].line == 1);
    CHECK(read.problems[2].line == 6);
    CHECK(replaced("Draw ![](a.png)\n").text == "Draw [image: a.png]\n");
    const std::string badges =
        "[![build](ci.svg)](https://example.org) ![stars](https://img.shields.io/stars)";
    CHECK(replaced(badges).text == badges);
    CHECK(replaced(badges).problems.empty());
  }

  TEST_CASE("a picture on a line of its own stays in the answer and is no key point") {
    const auto read =
        read_document("1. 如何排班？\n答案：\n- 看预订量\n- 看休假\n![排班表](a.png)\n", "a.md");
    REQUIRE(read);
    REQUIRE(read->document.questions.size() == 1);
    const Question& question = read->document.questions[0];
    CHECK(question.points == std::vector<KeyPoint>{{"看预订量", ""}, {"看休假", ""}});
    CHECK(question.answer.find("[图片: 排班表]") != std::string::npos);
    CHECK(is_only_medium("[image: a.png]"));
    CHECK_FALSE(is_only_medium("[image: a.png] shows it"));
    CHECK_FALSE(is_only_medium("[imagine]"));
  }

  TEST_CASE("a long line made of openings that never close is read in time") {
    for (const std::string piece : {"![", "<img ", "`", "[图片", "<", "![a](", "[图片]"}) {
      std::string line = "<img src=a> ";
      for (int i = 0; i < 300'000; ++i) line += piece;
      CHECK(replaced(line + " in plain English words").text.find(": a] ") != std::string::npos);
    }
  }

  TEST_CASE("an English document of any format with a picture has no Chinese word in its questions") {
    const std::string question = "What does this diagram show";
    const std::string answer = "It shows how a request travels from the browser to the database.";
    const auto check = [&](const std::string& bytes, const std::string& name) {
      CAPTURE(name);
      const auto read = read_document(bytes, name);
      REQUIRE(read);
      REQUIRE(read->document.questions.size() == 1);
      CHECK(read->document.questions[0].stem == question + "? [image: flow.png]");
    };
    check("1. " + question + "? ![](flow.png)\n\nAnswer: " + answer, "deck.md");
    check("<p>1. " + question + "? <img src=flow.png></p><p>Answer: " + answer + "</p>", "deck.html");
    check("question,answer\n" + question + "? <img src=flow.png>," + answer + "\n", "deck.csv");
  }
}
