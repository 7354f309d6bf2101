#include "tests/bench/bank.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace rehearse::bench {
namespace {

template <std::size_t kSize>
using Words = std::array<std::string_view, kSize>;

constexpr Words<10> kPlaces{"客服中心", "收货月台", "门店前台", "研发小组", "财务共享部",
                            "住院病区", "培训教室", "社区窗口", "生产车间", "项目办公室"};
constexpr Words<10> kEvents{"同事临时请假",     "客户当面投诉",     "系统突然变慢", "账面和实物对不上",
                            "两个部门意见不同", "新规定马上要执行", "排班人手不够", "老人听不懂流程",
                            "供应商推迟交付",   "数据报表出现错误"};
constexpr Words<6> kAsks{"你会怎么处理？",     "请说说你的做法。", "你先做哪三件事？",
                         "应当注意哪些方面？", "谈谈你的看法。",   "怎样避免再次发生？"};
constexpr Words<10> kCues{"稳住现场",   "核对记录", "说明原因",     "分清轻重", "请示上级",
                          "联系相关方", "给出时限", "留下书面依据", "复盘改进", "回访结果"};
constexpr Words<10> kDetails{
    "先让情绪缓下来，再把事情的来龙去脉问清楚，不急着下结论",
    "把单据、日志和监控逐条对照，找出最早出现偏差的那一步",
    "用对方听得懂的话讲规定，也讲清楚能做什么、不能做什么",
    "影响安全和客户的放在前面，其余的排进当天的计划",
    "超出权限的部分当场上报，并带着两个可选方案去谈",
    "电话和邮件都要留痕，约好下一次沟通的时间",
    "承诺的时间写在工单里，到点之前主动通报一次进展",
    "经过、证据和处理意见各写一段，由当事人确认签字",
    "一周内开一次短会，把做得好的和没想到的都记进手册",
    "三天后再联系一次，看问题有没有真正解决",
};
constexpr Words<8> kTerms{"二八法则", "首问负责制", "先进先出",   "最小权限",
                          "双人复核", "缓存穿透",   "不良资产率", "应急预案"};
constexpr Words<8> kMeanings{"少数原因造成多数结果",     "第一个接待的人跟到底", "早到的货物早出库",
                             "只给完成工作所需的权限",   "两个人各自核对一遍",   "查询不存在的数据压垮数据库",
                             "收不回的贷款占全部的比例", "事先写好的处置步骤"};
constexpr Words<4> kEnglishAsks{"How would you handle a release that failed at night?",
                                "What makes a good incident report?", "How do you onboard a new colleague?",
                                "When would you say no to a customer?"};
constexpr Words<6> kEnglishPoints{"Confirm the impact: count the users who cannot work.",
                                  "Roll back first: the cause can wait until service is restored.",
                                  "Tell people early: one channel, one owner, fixed intervals.",
                                  "Write it down: times, commands and decisions.",
                                  "Agree on limits: what we do now and what we do later.",
                                  "Follow up: check after a week that the fix still holds."};

class BankWriter {
 public:
  explicit BankWriter(std::size_t variant) : variant_(variant), state_(variant * 2654435761U + 12345) {
    text_ = std::string(pick(kPlaces)) + "面试题库及参考答案 第" + std::to_string(variant + 1) + "卷\n\n";
  }

  std::string bank(std::size_t bytes) {
    constexpr std::size_t kQuestionsOfSection = 12;
    constexpr Words<7> kTitles{"情景应对", "综合分析", "岗位认知",      "单项选择题",
                               "判断题",   "填空题",   "Open questions"};
    for (std::size_t section = 0; text_.size() < bytes; ++section) {
      const std::size_t layout = (section + variant_) % kTitles.size();
      say("第", std::to_string(section + 1), "部分 ", pick(kPlaces), kTitles[layout], "\n");
      for (std::size_t i = 0; i < kQuestionsOfSection && text_.size() < bytes; ++i, ++number_) add(layout);
    }
    return std::move(text_);
  }

 private:
  void add(std::size_t layout) {
    switch (layout) {
      case 0: return add_labelled();
      case 1: return add_prose();
      case 2: return add_bullets();
      case 3: return add_choice();
      case 4: return add_true_or_false();
      case 5: return add_fill_in();
      default: return add_english();
    }
  }

  std::size_t random(std::size_t below) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>(state_ >> 33) % below;
  }
  template <std::size_t kSize>
  std::string_view pick(const Words<kSize>& words) {
    return words[random(kSize)];
  }

  void say(std::string_view words) { text_ += words; }
  template <class... Parts>
  void say(std::string_view first, const Parts&... parts) {
    say(first);
    (say(std::string_view(parts)), ...);
  }
  void add_stem(std::string_view mark) {
    say(std::to_string(number_), mark, pick(kPlaces), "里", pick(kEvents), "，", pick(kEvents), "，",
        pick(kAsks), "\n");
  }

  void add_labelled() {
    add_stem("、");
    say("【参考答案】\n");
    const std::size_t points = 3 + random(4);
    for (std::size_t i = 1; i <= points; ++i)
      say("（", std::to_string(i), "）", pick(kCues), "：", pick(kDetails), "。\n");
    say("【解析】考查", pick(kCues), "的意识，", pick(kDetails), "。\n");
  }

  void add_prose() {
    constexpr Words<4> kOrdinals{"首先，", "其次，", "再次，", "最后，"};
    add_stem("．");
    say("答：这类事情并不少见，处理得好能增进信任。");
    for (std::string_view ordinal : kOrdinals) say(ordinal, pick(kCues), "。", pick(kDetails), "。");
    say("\n");
  }

  void add_bullets() {
    add_stem(". ");
    say("参考要点：\n");
    for (std::size_t i = 0; i < 4; ++i)
      say("- **", pick(kCues), "**：", pick(kDetails), "；", pick(kDetails), "。\n");
    say("\n");
  }

  void add_choice() {
    const std::size_t key = random(4);
    const std::size_t right = random(kTerms.size());
    say(std::to_string(number_), "．下列说法中，对“", kTerms[right], "”理解最准确的是（  ）。\n");
    for (std::size_t i = 0; i < 4; ++i)
      say(std::string_view("ABCD").substr(i, 1), "、", i == key ? kMeanings[right] : pick(kDetails), "\n");
    say("答案：", std::string_view("ABCD").substr(key, 1), "\n解析：", kTerms[right], "指的是",
        kMeanings[right], "。\n");
  }

  void add_true_or_false() {
    const std::size_t term = random(kTerms.size());
    const std::size_t said = random(2) == 0 ? term : random(kMeanings.size());
    say(std::to_string(number_), ".", kTerms[term], "的意思是", kMeanings[said], "，在", pick(kPlaces),
        "也适用。（", said == term ? "√" : "×", "）\n");
  }

  void add_fill_in() {
    const std::size_t term = random(kTerms.size());
    say(std::to_string(number_), "、在", pick(kPlaces), "，", kMeanings[term], "叫做________。\n答案：",
        kTerms[term], "\n");
  }

  void add_english() {
    say(std::to_string(number_), ". ", pick(kEnglishAsks), "\nAnswer:\n");
    for (std::size_t i = 0; i < 4; ++i) say("- ", pick(kEnglishPoints), "\n");
  }

  std::size_t variant_;
  std::string text_;
  std::size_t number_ = 1;
  std::uint64_t state_;
};

struct Mirrored {
  std::string_view plain;
  std::string_view traditional;
  std::string_view pinyin;
};
constexpr std::array<Mirrored, 40> kMirrored{{
    {"题", "題", "tí"},   {"试", "試", "shì"},   {"库", "庫", "kù"},    {"参", "參", "cān"},
    {"对", "對", "duì"},  {"应", "應", "yìng"},  {"综", "綜", "zōng"},  {"岗", "崗", "gǎng"},
    {"认", "認", "rèn"},  {"单", "單", "dān"},   {"项", "項", "xiàng"}, {"选", "選", "xuǎn"},
    {"择", "擇", "zé"},   {"断", "斷", "duàn"},  {"务", "務", "wù"},    {"区", "區", "qū"},
    {"产", "產", "chǎn"}, {"间", "間", "jiān"},  {"办", "辦", "bàn"},   {"临", "臨", "lín"},
    {"请", "請", "qǐng"}, {"诉", "訴", "sù"},    {"变", "變", "biàn"},  {"账", "賬", "zhàng"},
    {"实", "實", "shí"},  {"两", "兩", "liǎng"}, {"个", "個", "gè"},    {"门", "門", "mén"},
    {"见", "見", "jiàn"}, {"执", "執", "zhí"},   {"够", "夠", "gòu"},   {"听", "聽", "tīng"},
    {"数", "數", "shù"},  {"据", "據", "jù"},    {"报", "報", "bào"},   {"错", "錯", "cuò"},
    {"误", "誤", "wù"},   {"说", "說", "shuō"},  {"时", "時", "shí"},   {"解", "解", "jiě"},
}};

}  // namespace

std::string varied_bank(std::size_t bytes, std::size_t variant) { return BankWriter(variant).bank(bytes); }

std::string mirrored(const std::string& bank) {
  constexpr std::size_t kBytes = 3;  // of each character in the table
  constexpr std::size_t kEvery = 9;  // one of so many gets its pinyin
  std::string text;
  std::size_t turned = 0;
  for (std::size_t i = 0; i < bank.size();) {
    const std::string_view here = std::string_view(bank).substr(i, kBytes);
    const Mirrored* found = nullptr;
    for (const Mirrored& entry : kMirrored)
      if (entry.plain == here) found = &entry;
    if (!found) {
      text += bank[i++];
      continue;
    }
    text += found->traditional;
    if (++turned % kEvery == 0) text += "(" + std::string(found->pinyin) + ")";
    i += kBytes;
  }
  return text;
}

}  // namespace rehearse::bench
