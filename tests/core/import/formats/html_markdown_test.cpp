#include "core/import/formats/html_markdown.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "core/base/text.h"

using namespace rehearse;

namespace {

std::string markdown(std::string_view html) {
  std::vector<Problem> problems;
  return markdown_of_html_fragment(html, problems);
}

std::string repeated(std::string_view text, std::size_t count) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

}  // namespace

TEST_SUITE("core/import/formats/html_markdown") {
  TEST_CASE("blocks and breaks become lines and blanks of the source do not count") {
    CHECK(markdown("<p>one\n  two</p><div>three<br>four</div> five") == "one two\nthree\nfour\nfive");
    CHECK(markdown("<p>盘点不准\n  时先核对</p>") == "盘点不准时先核对");
    CHECK(markdown("plain") == "plain");
    CHECK(markdown("") == "");
    CHECK(markdown("<h2>第一 章</h2><h3>a<br>b</h3>") == "## 第一 章\n### a\nb");
  }

  TEST_CASE("lists keep their numbers and their depth") {
    CHECK(markdown("<ul><li>一<li>二<ol><li>甲</li><li>乙</li></ol></ul>") == "- 一\n- 二\n  1. 甲\n  2. 乙");
    CHECK(markdown("<ol start=3><li>c<li value=9>i<li>j</ol>") == "3. c\n9. i\n10. j");
    CHECK(markdown("<ol type=A><li>甲<li>乙</ol><ol type=i><li>x<li>y</ol>") == "A. 甲\nB. 乙\ni. x\nii. y");
    CHECK(markdown("<ul><li><p>内段</p></li><li></li></ul>后") == "- 内段\n后");
    CHECK(markdown("<dl><dt>词</dt><dd>义</dd></dl>") == "词\n义");
  }

  TEST_CASE("bold is kept where it marks a part and dropped where it is only the typeface") {
    CHECK(markdown("先<b>核对</b>单据") == "先**核对**单据");
    CHECK(markdown("<strong> 答案：</strong>B") == "**答案：**B");
    CHECK(markdown("<b>一</b><b>二</b>") == "**一二**");
    CHECK(markdown("<b>上<br>下</b>") == "**上**\n**下**");
    CHECK(markdown("<h2><b>题</b></h2>") == "## 题");
    const std::string paragraph = repeated("整段加粗。", 20);
    CHECK(markdown("<b>" + paragraph + "</b>") == paragraph);
  }

  TEST_CASE("a table of data becomes rows and a table of layout becomes lines") {
    CHECK(markdown("<table><tr><th>岗位</th><th>人数</th></tr><tr><td>主管</td><td>1|2</td></tr></table>") ==
          "| 岗位 | 人数 |\n| --- | --- |\n| 主管 | 1\\|2 |");
    CHECK(markdown("<table><tr><td>1. 一题<br>答案：是</td></tr></table>") == "1. 一题\n答案：是");
    CHECK(
        markdown("<table><tr><td>a</td><td><table><tr><td>b</td><td>c</td></tr></table></td></tr></table>") ==
        "a\n| b | c |\n| --- | --- |");
    CHECK(markdown("<table><tr><td>要点</td><td>一<br>二</td></tr></table>") == "要点\n一\n二");
  }

  TEST_CASE("listings are fenced and code in a line is quoted") {
    CHECK(markdown("<pre><code>let a = 1;\n\n  b &lt; a\n</code></pre>后") ==
          "```\nlet a = 1;\n\n  b < a\n```\n后");
    CHECK(markdown("用<code>malloc</code>分配") == "用`malloc`分配");
    CHECK(markdown("<pre><div>a</div><div>b</div></pre>") == "```\na\nb\n```");
  }

  TEST_CASE("a word that looks like a tag stays a word") {
    CHECK(markdown("<p>&lt;head&gt; 与 __init__ 的作用</p>") == "`<head>` 与 `__init__` 的作用");
    CHECK(markdown("填空：____。&amp;&nbsp;&copy;") == "填空：____。& ©");
    CHECK(markdown("工作<u>&nbsp;&nbsp;&nbsp;&nbsp;</u>年，<u>重点</u>") == "工作____年，重点");
  }

  TEST_CASE("boxes keep what was ticked") {
    CHECK(markdown("<p>选</p><label><input type=checkbox checked> 甲</label><label><input type=checkbox> "
                   "乙</label>") == "选\n- [x] 甲\n- [ ] 乙");
    CHECK(markdown("<ul><li><input type=radio>甲<li><input type=radio checked=''>乙</ul>") ==
          "- [ ] 甲\n- [x] 乙");
  }

  TEST_CASE("what is no text is left out") {
    CHECK(markdown(
              "a<script>if (a<b) '</p>'</script><style>p{}</style><nav>首页</nav><button>复制</button>b") ==
          "ab");
    CHECK(markdown("甲<span style='display: none'>抄袭必究</span>乙<rt>yi</rt>") == "甲乙");
    CHECK(markdown("<!-- 注 -->文<svg><title>图标</title></svg>") == "文");
  }

  TEST_CASE("pictures and sounds leave a name and a problem with its place") {
    std::vector<Problem> problems;
    CHECK(markdown_of_html_fragment("见下图<br>图：<img src='a/架构.png?x=1'><img alt='流程 图' src=b.png>"
                                    "[sound:rec.mp3]<img src='data:image/png;base64,AAAA'>",
                                    problems) ==
          "见下图\n图：[图片: 架构.png][图片: 流程 图][音频: rec.mp3][图片]");
    REQUIRE(problems.size() == 4);
    CHECK(problems[0].code == "picture");
    CHECK(problems[0].line == 2);
    CHECK(problems[0].column == 3);
    CHECK(problems[2].code == "sound");
    CHECK_FALSE(problems[3].message.chinese.empty());
  }

  TEST_CASE("elements nested a hundred thousand deep are read to the end") {
    constexpr std::size_t kDepth = 100'000;
    for (const std::string name :
         {"div", "b", "ul", "li", "table", "blockquote", "span", "pre", "u", "main"}) {
      CAPTURE(name);
      const std::string open = repeated("<" + name + ">", kDepth);
      const std::string shut = repeated("</" + name + ">", kDepth);
      CHECK(markdown(open + "正文" + shut).find("正文") != std::string::npos);
      CHECK(markdown(open + "正文").find("正文") != std::string::npos);
    }
  }

  TEST_CASE("markup made to take hours ends with a problem") {
    std::vector<Problem> problems;
    markdown_of_html_fragment(repeated("<b>", 200'000) + repeated("</i>", 200'000), problems);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].code == "damaged");
    std::string tag = "<p";
    for (int i = 0; i < 200'000; ++i) tag += " a" + std::to_string(i);
    markdown_of_html_fragment(tag + ">", problems);
    CHECK(problems.size() == 2);
  }

  TEST_CASE("any bytes give valid text") {
    const std::string page =
        "<ol><li>题 &lt;<b>甲</b><table><tr><td>a<td>b</table><pre>x\n</pre><img src=x><input "
        "type=radio></ol>";
    std::mt19937 random(20261122);
    for (int round = 0; round < 3000; ++round) {
      std::string bytes = page;
      for (int i = 0; i < 6; ++i) {
        const std::size_t at = random() % bytes.size();
        if (random() % 2 == 0)
          bytes[at] = static_cast<char>(random());
        else
          bytes.insert(at, bytes.substr(random() % bytes.size(), random() % 30));
      }
      CHECK(is_valid_utf8(markdown(bytes)));
    }
  }
}
