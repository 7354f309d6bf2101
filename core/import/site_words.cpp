#include "core/import/site_words.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <vector>

#include "core/base/text.h"
#include "core/import/characters.h"

namespace rehearse {
namespace {

// Lists of words, parted by |. They name kinds of sites and no document.

/// A site's own voice. One may occur in a question; a line with two of them is the site speaking.
constexpr std::string_view kSiteWords =
    "本站|本网站|原创力|book118|人人文库|renrendoc|道客巴巴|豆丁|百度文库|VIP文档|成为VIP|上传用户|"
    "上传者|网友上传|用户上传|版权申诉|版权说明|版权归|下载本文档|下载该文档|二次下载|下载权益|付费|"
    "不支持退款|八大权益|侵权|侵犯|压缩包|WinRAR|OFFICE20|举报电话|本文档|免责|仅供|本馆|本文来自|"
    "用户分享|不代表本站|如需删除|如需合作|致信|商务部|管理员删除|错题本|点此反馈|网站文档|会员投稿|"
    "客服热线|本网|转自互联网|转自网络|来源于网络|来自网络|联系删除|与我们联系|本试卷由|本题库由|本资料由|"
    "本套题由|本文由";

/// Any shop for documents.
constexpr std::string_view kShopWords =
    "会员|下载|付费|付款|购买|版权|侵权|侵害|投稿|资料|平台|申诉|热线|致电|积分|退款|上传|文档|网站|"
    "转售|转载|商用|免费|次数|预览|条款|充值|开通|权益|分享|点数|本库|本馆|阅读";

/// The same in English; without their first letter where it may be small or capital.
constexpr std::string_view kEnglishSiteWords =
    "ubscribe|newsletter|Comments (|Share|Report this|Sign in|Download|download|members only|"
    "buy me a|Follow|claps|min read|Posted by|remaining pages|available to|onfidential|"
    "do not distribute|Rating|All rights|Terms of|Privacy|Last edited|contributor|report a mistake|"
    "free preview|not shown|Cancel anytime|Curiosity|ploaded by|found this|views|pages";

/// Lines that are only this.
constexpr std::string_view kFurniture =
    "举报|纠错|笔记|答题卡|答题模式|背题模式|查看更多|原创力文档|文档简介|实名认证|文档贡献者|提交评论|"
    "下载本文档|继续免费阅读|版权说明|"
    "相关文档|最新文档|温馨提示|评论|关注|目录|猜你喜欢|加载中|分享|收藏|VIP|立即下载|阅读全文|"
    "展开全文|返回顶部|展开全部|认证信息|猜你想看|发表评论|AI讲解|上一题|下一题|上一页|下一页|"
    "Advertisement|[Advertisement]|ADVERTISEMENT|Sponsored|广告|[广告]|【广告】|"
    "回到顶部|[TOC]|返回|作业详情|智能分析|暂无答案|重新生成|Back to top|back to top|收起";

/// What a short line may hold and still be nothing but the site's.
constexpr std::string_view kFurnitureParts =
    "本文档由用户|版权说明：本文档|版权说明:本文档|页未读|文档评论(|文档评论（|亿VIP精品文档|"
    "该用户很懒|第PAGE页|千字|发布于|免费阅读|次下载权益|VIP专享|版权声明|该用户没有|份会员文档|"
    "点此读全文|已阅读|答题卡|收藏  笔记|解锁VIP|查看答案与解析|上一篇|下一篇|责任编辑|扫码|备案号|"
    "分享到|转载请注明|著作权归|回到顶部|↑ 顶部|点赞|加载失败|未完待续|由 AI 生成|由AI生成|"
    "back to top|Back to top|You may also like|All rights reserved|暂无答案|加载更多|展开剩余|"
    "仅为预览|请勿外传|不得外传|严禁外传|剩余内容|登录后查看|评论(|评论（|+ 关注|本文链接|点击重试";

/// Behind one of these a preview holds nothing of the document any more.
constexpr std::string_view kTails =
    "文档评论(|文档评论（|最新文档|相关文档|温馨提示|猜你|评论(|评论（|评论|相关阅读|推荐阅读|"
    "大家还看|原创说明|热门推荐|网友留言|相关推荐|上一篇|责任编辑|分享到|©|Comments|You may|Related|"
    "Star History";

/// The last lines of a page or a repository, below everything that is asked.
constexpr std::string_view kLastWords =
    "延伸閱讀|延伸阅读|写在最后|License|MIT ©|CC BY|更多回答|上一章|下一章|小編提醒|小编提醒|更新:|"
    "更新：|更新于|原文:|原文：|赞同 |Did this help|未经授权|本文為|本文为|如果对你有帮助|如果觉得|"
    "需要我再|需要我帮|要不要我|如果需要，我|以上内容由|本文来自|喜歡這篇|喜欢这篇|(完)|喜欢的朋友|"
    "关注公众号|欢迎关注|加微信|有问题加微信|"
    "参考资料|参考链接|References|Star History|未完待续|Contributors|Continue reading|"
    "Final tips|Final thoughts|Closing thoughts|The bottom line|Key takeaways|Conclusion|结语|后记|"
    "最后想说|Related articles|Related posts|出卷：|想要更多|Contributing|Was this|Found a mistake|Back to";

/// Looks for the words of several lists in one pass over a line.
template <std::size_t kLists>
class WordFinder {
 public:
  explicit WordFinder(const std::array<std::string_view, kLists>& lists) {
    for (std::size_t list = 0; list < kLists; ++list)
      for (std::string_view word : words_of_list(lists[list]))
        words_begun_by(word).push_back({word, list, count_++});
  }

  /// How many different words of each list occur in the line.
  std::array<std::size_t, kLists> count_in(std::string_view line) const {
    std::array<std::size_t, kLists> counts{};
    std::bitset<kMostWords> seen;
    for (std::size_t i = 0; i < line.size();) {
      const std::string_view rest = line.substr(i);
      const char32_t c = next_code_point(line, i);
      if (c >= group_.size() || group_[c] == 0) continue;
      for (const Word& word : groups_[group_[c]]) {
        if (seen[word.id] || !starts_with(rest, word.text)) continue;
        seen.set(word.id);
        ++counts[word.list];
      }
    }
    return counts;
  }

 private:
  static constexpr std::size_t kMostWords = 256;  // of all lists together
  struct Word {
    std::string_view text;
    std::size_t list;
    std::size_t id;
  };

  std::vector<Word>& words_begun_by(std::string_view word) {
    std::size_t i = 0;
    std::uint8_t& group = group_.at(next_code_point(word, i));
    if (group == 0) {
      group = static_cast<std::uint8_t>(groups_.size());
      groups_.emplace_back();
    }
    return groups_[group];
  }

  std::size_t count_ = 0;
  std::array<std::uint8_t, 0x10000> group_{};  // by first character; most begin no word: 0
  std::vector<std::vector<Word>> groups_{1};   // the words of one first character
};

bool begins_with_one_of(std::string_view line, const std::vector<std::string_view>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return starts_with(line, word); });
}

}  // namespace

SiteVoice site_voice_in(std::string_view line) {
  static const WordFinder<3> finder({kFurnitureParts, kSiteWords, kEnglishSiteWords});
  const auto [furniture, site, english] = finder.count_in(line);
  return {furniture, site, english};
}

std::size_t count_shop_words(std::string_view line) {
  static const WordFinder<1> finder({kShopWords});
  return finder.count_in(line)[0];
}

bool is_furniture_word(std::string_view line) {
  static const std::vector<std::string_view> words = words_of_list(kFurniture);
  static const std::size_t longest =
      std::max_element(words.begin(), words.end(), [](std::string_view a, std::string_view b) {
        return a.size() < b.size();
      })->size();
  return line.size() <= longest && std::find(words.begin(), words.end(), line) != words.end();
}

bool begins_as_tail(std::string_view line) {
  static const std::vector<std::string_view> words = words_of_list(kTails);
  return begins_with_one_of(line, words);
}

bool begins_as_last_words(std::string_view line) {
  static const std::vector<std::string_view> words = words_of_list(kLastWords);
  return begins_with_one_of(line, words);
}

}  // namespace rehearse
