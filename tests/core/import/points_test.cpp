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

  TEST_CASE("an enumeration counts where the counting words stand") {
    CHECK(cues("其一,报价偏高。其二,交期太长。其三,网点太少。") ==
          Cues{"其一,报价偏高", "其二,交期太长", "其三,网点太少"});
    // What stands between them explains them.
    CHECK(cues("第一,分清主次。先列出当天必须办完的三件。第二,借助同事。把能交出去的交出去。") ==
          Cues{"第一,分清主次", "第二,借助同事"});
    CHECK(cues("店长首先是榜样。开门前半小时我已经到店。其次是教练。每周带新人走一遍流程。") ==
          Cues{"店长首先是榜样", "其次是教练"});
    CHECK(cues("遇到停电时,首先启动应急灯;其次清点人数;最后上报值班室。") ==
          Cues{"遇到停电时,首先启动应急灯", "其次清点人数", "最后上报值班室"});
    CHECK(cues("他一方面要管质量,另一方面要管成本。") == Cues{"他一方面要管质量,另一方面要管成本"});
  }

  TEST_CASE("items in one line are the same list as items in lines") {
    CHECK(cues("处置顺序:(1)关阀门;(2)开窗;(3)撤人。之后再上报。") ==
          Cues{"关阀门", "开窗", "撤人", "之后再上报"});
    CHECK(cues("原因:①价高;②货少。办法:①降价;②补货。") == Cues{"价高", "货少", "降价", "补货"});
  }

  TEST_CASE("clauses between semicolons are points of their own") {
    CHECK(cues("年初定目标,人人有数;年中看进度,及时纠偏;年底算总账,奖罚分明。") ==
          Cues{"年初定目标,人人有数", "年中看进度,及时纠偏", "年底算总账,奖罚分明"});
    CHECK(cues("关键是三查:查车况,胎压油量都要看;查证件,过期不上路;查货物,绑扎要牢。") ==
          Cues{"查车况,胎压油量都要看", "查证件,过期不上路", "查货物,绑扎要牢"});
  }

  TEST_CASE("a heading that only names what stands below it is a group") {
    CHECK(cues("出车之前:\n检查轮胎和灯光。\n核对送货单。\n出车之后:\n清洗车厢。\n登记里程。") ==
          Cues{"检查轮胎和灯光", "核对送货单", "清洗车厢", "登记里程"});
    CHECK(cues("常见原因:\n1.缓存过期\n2.连接耗尽\n排查步骤:\n1.看日志\n2.抓线程") ==
          Cues{"缓存过期", "连接耗尽", "看日志", "抓线程"});
    CHECK(cues("(1)亮明观点:这件事利大于弊。\n(2)说明理由:\n①方便老人;\n②节省人手。") ==
          Cues{"亮明观点", "方便老人", "节省人手"});
    CHECK(cues("会前:定议题;发材料;订会议室。\n会后:写纪要;跟进度。") ==
          Cues{"定议题", "发材料", "订会议室", "写纪要", "跟进度"});
    CHECK(
        cues("Before the talk:\n- Read the file\n- Book a room\nAfter it:\n- Send the notes\n- Thank them") ==
        Cues{"Read the file", "Book a room", "Send the notes", "Thank them"});
  }

  TEST_CASE("headings with too much below them stay the points") {
    std::string answer;
    for (const char* name : {"成本方面", "质量方面", "进度方面"}) {
      answer += std::string(name) + ":\n";
      for (int i = 0; i < 5; ++i) answer += "按计划逐项落实并且每周通报一次。\n";
    }
    CHECK(cues(answer) == Cues{"成本方面", "质量方面", "进度方面"});
  }

  TEST_CASE("a label that says nothing alone takes its sentence along") {
    CHECK(cues("情境:仓库漏雨,货堆在门口。\n行动:我叫来同事连夜搬完。\n结果:没有一箱受潮。") ==
          Cues{"情境:仓库漏雨,货堆在门口", "行动:我叫来同事连夜搬完", "结果:没有一箱受潮"});
    CHECK(cues("坑一:忘记关连接。用完要放回池里。\n坑二:超时太长。两秒就够。") ==
          Cues{"坑一:忘记关连接", "坑二:超时太长"});
    CHECK(cues("Situation: The printer died.\nAction: I borrowed one.\nResult: We met the date.") ==
          Cues{"Situation: The printer died", "Action: I borrowed one", "Result: We met the date"});
  }

  TEST_CASE("labels inside one paragraph are points with their details") {
    const auto points = key_points("采购价:签季度合同锁定。损耗率:每天称重登记。人工费:忙时用小时工。");
    REQUIRE(points.size() == 3);
    CHECK(points[1] == KeyPoint{"损耗率", "每天称重登记"});
  }

  TEST_CASE("a table has one point a row") {
    const auto points =
        key_points("| 对比 | 甲 | 乙 |\n| :-- | --- | --- |\n| 速度 | 快 | 慢 |\n| 价格 | 高 | 低 |");
    REQUIRE(points.size() == 2);
    CHECK(points[0] == KeyPoint{"速度", "快；慢"});
    CHECK(cues("| 序号 | 做什么 |\n|---|---|\n| 1 | 报警 |\n| 2 | 封锁现场 |") == Cues{"报警", "封锁现场"});
  }

  TEST_CASE("commands are points only where there is no prose") {
    CHECK(cues("df -h\ndu -sh /var | sort -h") == Cues{"df -h", "du -sh /var | sort -h"});
    const auto points = key_points("先看哪个目录最大。\ndu -sh /var | sort -h");
    REQUIRE(points.size() == 1);
    CHECK(points[0] == KeyPoint{"先看哪个目录最大", "du -sh /var | sort -h"});
  }

  TEST_CASE("few sentences are points unless they go on with the one before") {
    CHECK(cues("不行。药品要凭处方销售,这是底线。我会请顾客先去门诊开方。例如隔壁社区医院就可以。") ==
          Cues{"药品要凭处方销售,这是底线", "我会请顾客先去门诊开方"});
    CHECK(cues("先断电,再看伤者有没有呼吸。没有呼吸马上做心肺复苏,同时请人叫救护车。若身边没有") ==
          Cues{"先断电,再看伤者有没有呼吸", "没有呼吸马上做心肺复苏,同时请人叫救护车"});
  }

  TEST_CASE("where short and long sentences take turns the short ones head") {
    CHECK(
        cues("让她先把会开起来,原因以后再找。请她用手机开热点,然后从热点接入会议室的系统。说话要短,语气要稳。"
             "一次只说一个动作,等她确认之后再说下一个动作。会议开始后,"
             "检查登录页面。很多酒店的网络要先在浏览器里"
             "登录,否则什么也连不上。") ==
        Cues{"让她先把会开起来,原因以后再找", "说话要短,语气要稳", "会议开始后,检查登录页面"});
  }

  TEST_CASE("where each heading has one sentence the last step needs no heading") {
    CHECK(cues("让出通道。先把围观的人请到走廊外面去。分开两人。一人带到办公室,一人留在大厅。问清经过。"
               "分别听完再对照监控录像。对带头闹事的那一位,我会请家属一起来谈,必要时报警处理。") ==
          Cues{"让出通道", "分开两人", "问清经过", "对带头闹事的那一位,我会请家属一起来谈,必要时报警处理"});
  }

  TEST_CASE("a story keeps its beginning and what was done and what came of it") {
    CHECK(
        cues("前年冬天冷库的压缩机半夜停了,里面有六吨海鲜。当时值班的只有两个人。供应商说要天亮才能派人过来。"
             "我先关紧库门,把温度记录打印出来。后来我联系了三公里外的同行,借到一台制冷车。气温一直在零下,"
             "路上很滑。"
             "两边的工人都很配合,没有人抱怨。最终损失控制在两百公斤以内。") ==
        Cues{"前年冬天冷库的压缩机半夜停了,里面有六吨海鲜", "我先关紧库门,把温度记录打印出来",
             "后来我联系了三公里外的同行,借到一台制冷车", "最终损失控制在两百公斤以内"});
  }

  TEST_CASE("English prose is read sentence by sentence") {
    CHECK(cues("It depends. Mr. Hall's team, e.g. sales, needs version 1.5 at once. This is because of the "
               "audit. "
               "Everybody else can wait until Monday. In short, ask first.") ==
          Cues{"Mr. Hall's team, e.g. sales, needs version 1.5 at once",
               "Everybody else can wait until Monday"});
    CHECK(cues("There are two reasons. First, the pay is fair. Second, I like the town.") ==
          Cues{"First, the pay is fair", "Second, I like the town"});
    CHECK(cues("I told her \"Wait. I will call.\" Then I rang the bank.") ==
          Cues{"I told her \"Wait. I will call.\"", "Then I rang the bank"});
    CHECK(cues("Listen first. I let the guest finish before I say anything at all. Offer a choice. People "
               "calm down "
               "when they can pick between two things.") == Cues{"Listen first", "Offer a choice"});
    CHECK(cues("My plan would be:\na) Call the ward.\nb) Check the chart.") ==
          Cues{"Call the ward", "Check the chart"});
  }

  TEST_CASE("greetings and questions asked again are no points") {
    CHECK(cues("各位考官好。我做了四年采购,管过三十家供应商。我熟悉招标的全过程。") ==
          Cues{"我做了四年采购,管过三十家供应商", "我熟悉招标的全过程"});
    CHECK(cues("为什么要分库?主要有两点:单表太大,查询变慢;写入集中,磁盘跟不上。") ==
          Cues{"单表太大,查询变慢", "写入集中,磁盘跟不上"});
    CHECK(cues("我会这样处理。先请两人坐下,听完各自的话。如仍谈不拢,就请主管来定。") ==
          Cues{"先请两人坐下,听完各自的话", "如仍谈不拢,就请主管来定"});
  }

  TEST_CASE("the rows of a table are points where the table is the answer") {
    const std::string table = "| 岗位 | 职责 |\n|---|---|\n| 主管 | 排班 |\n| 队员 | 站岗 |\n";
    CHECK(cues(table) == Cues{"主管", "队员"});
    CHECK(cues("职责见下表：\n" + table) == Cues{"主管", "队员"});
    CHECK(cues(table + "选人时：\n- 看体能\n- 看态度\n- 看经历") == Cues{"看体能", "看态度", "看经历"});
    CHECK(cues("销量逐年增长。\n| 年 | 量 |\n|---|---|\n| 2021 | 120 |\n| 2022 | 150 |") ==
          Cues{"销量逐年增长"});
  }

  TEST_CASE("items in one line may be numbered in words and have several sentences each") {
    CHECK(cues("（一）先稳住局面。向来客说明。（二）再排除故障。换备用设备。（三）最后复盘。列出清单。总之要"
               "快。") == Cues{"先稳住局面", "再排除故障", "最后复盘"});
    CHECK(cues("一、看数据；二、问顾客；三、换陈列。") == Cues{"看数据", "问顾客", "换陈列"});
  }

  TEST_CASE("short clauses between semicolons are a list when there are three") {
    CHECK(cues("常见的渠道包括：网络招聘；校园招聘；内部推荐。") == Cues{"网络招聘", "校园招聘", "内部推荐"});
    CHECK(cues("我会从三个方面处理。一是听诉求；二是查事实；三是给反馈。") ==
          Cues{"一是听诉求", "二是查事实", "三是给反馈"});
  }

  TEST_CASE("an item without a text is no point") {
    CHECK(cues("-\nint x = f();") == Cues{"int x = f();"});
    CHECK(cues("1.\n2.报警\n3.") == Cues{"报警"});
  }

  TEST_CASE("reading takes time in proportion to the answer") {
    const std::string sentence = "首先“(①1.第一,其次:最后;A:| - ";
    std::string answer;
    for (int i = 0; i < 20000; ++i) answer += sentence;
    CHECK_NOTHROW(static_cast<void>(key_points(answer)));
    std::string lists;
    for (int i = 0; i < 20000; ++i) lists += "（一）甲。（二）乙。";
    CHECK_NOTHROW(static_cast<void>(key_points(lists)));
    std::string lines;
    for (int i = 0; i < 20000; ++i) lines += i % 3 == 0 ? "甲方面:\n" : i % 3 == 1 ? "1.做\n" : "-好\n";
    CHECK_NOTHROW(static_cast<void>(key_points(lines)));
  }

  TEST_CASE("no answer has no points") {
    CHECK(key_points("").empty());
    CHECK(key_points(" \n ").empty());
  }

  TEST_CASE("a paragraph that counts is read sentence by sentence among others") {
    CHECK(cues("夜班确实辛苦。\n一是身体吃不消。作息乱了。二是家里照顾不到。\n同时也有收获。\n为此建议：第一"
               "，轮班。第二，补休。第三，体检。") ==
          Cues{"夜班确实辛苦", "一是身体吃不消", "二是家里照顾不到", "同时也有收获", "为此建议：第一，轮班",
               "第二，补休", "第三，体检"});
  }

  TEST_CASE("an answer of one sentence that only lists is read as its items") {
    CHECK(cues("登记→核对→归档。") == Cues{"登记", "核对", "归档"});
    CHECK(cues("营业执照、租赁合同、身份证复印件") == Cues{"营业执照", "租赁合同", "身份证复印件"});
    CHECK(cues("拍照取证，核对封印，通知人员换表。") == Cues{"拍照取证", "核对封印", "通知人员换表"});
    CHECK(cues("我会先核对封印，如果有问题，就马上上报。").size() == 1);
    CHECK(cues("班长、组长、队员都要签字，缺一不可。").size() == 1);
    CHECK(cues("先断电，再验电。").size() == 1);
  }
}
