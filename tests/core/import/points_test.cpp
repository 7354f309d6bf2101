#include "core/import/points.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace rehearse;

namespace {

std::vector<std::string> cues(const std::string& answer) {
  std::vector<std::string> result;
  for (const KeyPoint& point : key_points(answer)) result.push_back(point.cue);
  return result;
}

using Cues = std::vector<std::string>;

}  // namespace

TEST_SUITE("core/import/points") {
  TEST_CASE("short headings in run-together prose are the points") {
    const auto points = key_points(
        "我会采取以下步骤:"
        "核对单据。我会把三天内的单据逐张核对。调取监控。通过监控确认交接过程。改进流程。这包括增加复核岗。"
        "总之,流程比人可靠。");
    REQUIRE(points.size() == 3);
    CHECK(points[0] == KeyPoint{"核对单据", "我会把三天内的单据逐张核对。"});
    CHECK(points[1].cue == "调取监控");
    CHECK(points[2] == KeyPoint{"改进流程", "这包括增加复核岗。"});
  }

  TEST_CASE("a list is the same list under any mark") {
    for (const std::string marks :
         {"1.|2.|3.", "(1)|(2)|(3)", "①|②|③", "- |- |- ", "一、|二、|三、", "* |* |* "}) {
      CAPTURE(marks);
      const std::size_t first = marks.find('|');
      const std::size_t second = marks.find('|', first + 1);
      const std::string answer = marks.substr(0, first) + "安抚客户\n" +
                                 marks.substr(first + 1, second - first - 1) + "查明原因\n" +
                                 marks.substr(second + 1) + "给出方案";
      CHECK(cues(answer) == Cues{"安抚客户", "查明原因", "给出方案"});
    }
    CHECK(cues("处理如下:①安抚客户;②查明原因;③给出方案。") == Cues{"安抚客户", "查明原因", "给出方案"});
    CHECK(cues("首先,安抚客户。其次,查明原因。最后,给出方案。") ==
          Cues{"首先,安抚客户", "其次,查明原因", "最后,给出方案"});
  }

  TEST_CASE("announcements and closings are no points") {
    CHECK(cues("我的步骤如下:\n1.听完诉求\n2.确认责任\n通过这样的处理,客户会满意。") ==
          Cues{"听完诉求", "确认责任"});
  }

  TEST_CASE("with two levels the one that says what to do counts") {
    CHECK(
        cues("(1)控制现场\n-分开双方:把人带到两处\n-请代表谈:选三个人\n(2)公布依据\n-出示批文:张贴复印件") ==
        Cues{"分开双方", "请代表谈", "出示批文"});
    CHECK(cues("统一口径:\n建立指标字典。\n精简报表:\n下线没人看的报表。") == Cues{"统一口径", "精简报表"});
  }

  TEST_CASE("each paragraph leads with its point") {
    CHECK(cues("耐心是基础。面对孩子要等得起。\n观察力是关键。它让我看到需要。\n合作不能少。配班老师是最好的"
               "帮手。") == Cues{"耐心是基础", "观察力是关键", "合作不能少"});
  }

  TEST_CASE("quoted speech is never cut into points") {
    CHECK(cues("表达理解。我会说:“我明白您的心情。请您慢慢说。我来记录。”安排回访。我会约定时间。") ==
          Cues{"表达理解", "安排回访"});
  }

  TEST_CASE("no answer has no points") {
    CHECK(key_points("").empty());
    CHECK(key_points(" \n ").empty());
  }
}
