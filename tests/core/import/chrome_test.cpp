#include "core/import/chrome.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace rehearse;

namespace {

std::vector<std::string> kept(const std::string& text) {
  std::vector<std::string> lines;
  for (const LinePart& part : content_lines(text))
    lines.push_back(text.substr(part.span.begin, part.span.end - part.span.begin));
  return lines;
}

}  // namespace

TEST_SUITE("core/import/chrome") {
  TEST_CASE("a site's notices and counters are left out") {
    CHECK(kept("- 0\n- 约4.15千字\n- 约 12页\n2026-01-30 发布于福建\n举报\n第PAGE页共NUMPAGES页\n真正的题目\n"
               "- 2、本站的东西是网友上传的，付费以前请看清楚。\n试题集.docxVIP\n") ==
          std::vector<std::string>{"真正的题目"});
  }

  TEST_CASE("a question may speak of members and downloads") {
    const std::vector<std::string> lines{"1.会员要求退款,你怎么办?", "答案:核对下载记录,按规定退款。"};
    CHECK(kept(lines[0] + "\n" + lines[1]) == lines);
  }

  TEST_CASE("a page number inside a sentence is cut out of it") {
    const std::string text = "业主报修后第 2 页 共 9 页管家应当登记";
    const auto parts = content_lines(text);
    REQUIRE(parts.size() == 2);
    CHECK(parts[0].starts_line);
    CHECK_FALSE(parts[1].starts_line);
    CHECK(kept(text) == std::vector<std::string>{"业主报修后", "管家应当登记"});
  }

  TEST_CASE("page numbers are furniture however they count") {
    for (const std::string page : {"共2页 第1页", "第1页 共2页", "第 1 页 / 共 2 页", "（第1页，共2页）",
                                   "共 2 页", "Page 1 of 2", "Page 1", "Page 1/2", "共9页，第4页"}) {
      CAPTURE(page);
      CHECK(kept("上\n" + page + "\n下") == std::vector<std::string>{"上", "下"});
    }
    CHECK(kept("第3页共9页（2）盖落款章") == std::vector<std::string>{"（2）盖落款章"});
    for (const std::string other : {"合同共3页怎么盖章？", "改版后的 Landing Page 2"}) {
      CAPTURE(other);
      CHECK(kept(other) == std::vector<std::string>{other});
    }
  }

  TEST_CASE("what a shop asks itself behind a document in one line is no part of it") {
    std::string document;
    for (int i = 1; i <= 40; ++i)
      document += std::to_string(i) + ".题目:夜里断电怎么办?答案:先启用应急灯再报修。";
    CHECK(kept(document + "\n1.如何获取积分？\n2.下载后打不开怎么办？\n") ==
          std::vector<std::string>{document});
    CHECK(kept(document + "\n41.记者来访怎么办？\n报告上级。\n").size() == 3);
  }

  TEST_CASE("a head printed on every page stays only at the top") {
    const std::string head = "物业公司考试题库\n";
    CHECK(kept(head + "一\n" + head + "二\n" + head + "三\n" + head + "四") ==
          std::vector<std::string>{"物业公司考试题库", "一", "二", "三", "四"});
  }

  TEST_CASE("what a site shows below a preview ends the document") {
    CHECK(kept("题目\n文档评论(0)\n某人 + 关注\n相关文档\n别的文档标题") == std::vector<std::string>{"题目"});
    CHECK(kept("温馨提示\n1.问题:怎么办?\n答案:这样办。").size() == 3 - 1);
  }
}
