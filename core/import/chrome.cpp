#include "core/import/chrome.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <span>
#include <string>
#include <unordered_map>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/marks.h"
#include "core/import/unfolded_tables.h"

namespace rehearse {
namespace {

/// Words of a site's own voice. One may occur in a question; a line with two of them is the site speaking.
constexpr std::array<std::string_view, 48> kSiteWords{
    "本站",     "本网站",  "原创力",     "book118",    "人人文库", "renrendoc",  "道客巴巴", "豆丁",
    "百度文库", "VIP文档", "成为VIP",    "上传用户",   "上传者",   "网友上传",   "用户上传", "版权申诉",
    "版权说明", "版权归",  "下载本文档", "下载该文档", "二次下载", "下载权益",   "付费",     "不支持退款",
    "八大权益", "侵权",    "侵犯",       "压缩包",     "WinRAR",   "OFFICE20",   "举报电话", "本文档",
    "免责",     "仅供",    "本馆",       "本文来自",   "用户分享", "不代表本站", "如需删除", "如需合作",
    "致信",     "商务部",  "管理员删除", "错题本",     "点此反馈", "网站文档",   "会员投稿", "客服热线"};

/// Words of any shop for documents. Above a document's first heading, a line with two of them is the shop.
constexpr std::array<std::string_view, 34> kShopWords{
    "会员", "下载", "付费", "付款", "购买", "版权", "侵权", "侵害", "投稿", "资料", "平台", "申诉",
    "热线", "致电", "积分", "退款", "上传", "文档", "网站", "转售", "转载", "商用", "免费", "次数",
    "预览", "条款", "充值", "开通", "权益", "分享", "点数", "本库", "本馆", "阅读"};

/// Of these two make a line the site's.
constexpr std::array<std::string_view, 33> kEnglishSiteWords{"ubscribe",
                                                             "newsletter",
                                                             "Comments (",
                                                             "Share",
                                                             "Report this",
                                                             "Sign in",
                                                             "Download",
                                                             "download",
                                                             "members only",
                                                             "buy me a",
                                                             "Follow",
                                                             "claps",
                                                             "min read",
                                                             "Posted by",
                                                             "remaining pages",
                                                             "available to",
                                                             "onfidential",
                                                             "do not distribute",
                                                             "Rating",
                                                             "All rights",
                                                             "Terms of",
                                                             "Privacy",
                                                             "Last edited",
                                                             "contributor",
                                                             "report a mistake",
                                                             "free preview",
                                                             "not shown",
                                                             "Cancel anytime",
                                                             "Curiosity",
                                                             "ploaded by",
                                                             "found this",
                                                             "views",
                                                             "pages"};

/// Lines that are only this.
constexpr std::array<std::string_view, 44> kFurniture{
    "举报",        "查看更多",     "原创力文档", "文档简介", "实名认证", "文档贡献者", "提交评论",
    "下载本文档",  "继续免费阅读", "版权说明",   "相关文档", "最新文档", "温馨提示",   "评论",
    "关注",        "目录",         "猜你喜欢",   "加载中",   "分享",     "收藏",       "VIP",
    "立即下载",    "阅读全文",     "展开全文",   "返回顶部", "展开全部", "认证信息",   "猜你想看",
    "发表评论",    "AI讲解",       "上一题",     "下一题",   "上一页",   "下一页",     "回到顶部",
    "[TOC]",       "返回",         "作业详情",   "智能分析", "暂无答案", "重新生成",   "Back to top",
    "back to top", "收起"};

/// What a short line may hold and still be nothing but the site's.
constexpr std::array<std::string_view, 50> kFurnitureParts{"本文档由用户",
                                                           "版权说明：本文档",
                                                           "版权说明:本文档",
                                                           "页未读",
                                                           "文档评论(",
                                                           "文档评论（",
                                                           "亿VIP精品文档",
                                                           "该用户很懒",
                                                           "第PAGE页",
                                                           "千字",
                                                           "发布于",
                                                           "免费阅读",
                                                           "次下载权益",
                                                           "VIP专享",
                                                           "版权声明",
                                                           "该用户没有",
                                                           "份会员文档",
                                                           "点此读全文",
                                                           "已阅读",
                                                           "答题卡",
                                                           "收藏  笔记",
                                                           "解锁VIP",
                                                           "查看答案与解析",
                                                           "上一篇",
                                                           "下一篇",
                                                           "责任编辑",
                                                           "扫码",
                                                           "备案号",
                                                           "分享到",
                                                           "转载请注明",
                                                           "著作权归",
                                                           "回到顶部",
                                                           "↑ 顶部",
                                                           "点赞",
                                                           "加载失败",
                                                           "未完待续",
                                                           "由 AI 生成",
                                                           "由AI生成",
                                                           "back to top",
                                                           "Back to top",
                                                           "You may also like",
                                                           "All rights reserved",
                                                           "暂无答案",
                                                           "加载更多",
                                                           "展开剩余",
                                                           "评论(",
                                                           "评论（",
                                                           "+ 关注",
                                                           "本文链接",
                                                           "点击重试"};

/// Behind one of these a preview holds nothing of the document any more.
constexpr std::array<std::string_view, 20> kTails{
    "文档评论(", "文档评论（", "最新文档", "相关文档", "温馨提示", "猜你",        "评论(",
    "评论（",    "评论",       "相关阅读", "推荐阅读", "相关推荐", "上一篇",      "责任编辑",
    "分享到",    "©",          "Comments", "You may",  "Related",  "Star History"};

char32_t first_character(std::string_view text) {
  std::size_t i = 0;
  return next_code_point(text, i);
}

/// With one of these the last lines of a page or a repository begin, below everything that is asked.
constexpr std::array<std::string_view, 43> kLastWords{
    "延伸閱讀",     "延伸阅读", "写在最后",     "License",        "MIT ©",      "CC BY",
    "更多回答",     "上一章",   "下一章",       "小編提醒",       "小编提醒",   "更新:",
    "更新：",       "更新于",   "原文:",        "原文：",         "赞同 ",      "Did this help",
    "未经授权",     "本文為",   "本文为",       "如果对你有帮助", "如果觉得",   "以上内容由",
    "本文来自",     "喜歡這篇", "喜欢这篇",     "(完)",           "喜欢的朋友", "关注公众号",
    "欢迎关注",     "加微信",   "有问题加微信", "参考资料",       "参考链接",   "References",
    "Star History", "未完待续", "Contributors", "Contributing",   "Was this",   "Found a mistake",
    "Back to"};

bool is_one_of(std::string_view line, const auto& words) {
  return std::find(words.begin(), words.end(), line) != words.end();
}

/// Looks for the words of a few lists in one pass over a line.
template <std::size_t kLists>
class WordFinder {
 public:
  using Lists = std::array<std::span<const std::string_view>, kLists>;
  explicit WordFinder(const Lists& lists) {
    std::size_t id = 0;
    for (std::size_t list = 0; list < kLists; ++list)
      for (std::string_view word : lists[list]) {
        first_.add(first_character(word));
        words_[first_character(word)].push_back({word, list, id++});
      }
  }

  /// How many different words of each list occur in `line`.
  std::array<std::size_t, kLists> count_in(std::string_view line) const {
    std::array<std::size_t, kLists> counts{};
    std::bitset<kMostWords> seen;
    for (std::size_t i = 0; i < line.size();) {
      const std::string_view rest = line.substr(i);
      const char32_t c = next_code_point(line, i);
      if (!first_.has(c)) continue;
      for (const Word& word : words_.find(c)->second) {
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
  CharacterSet first_;
  std::unordered_map<char32_t, std::vector<Word>> words_;
};

/// "第3页共9页", "第 3 页", "第PAGE页共NUMPAGES页": its length in bytes, 0 for none.
std::size_t page_number_length(std::string_view text) {
  Scanner scanner(text);
  const auto take_page = [&](std::string_view field) {
    scanner.skip_blanks();
    return scanner.take(field) || scanner.take_digits().has_value();
  };
  if (!scanner.take("第") || !take_page("PAGE")) return 0;
  scanner.skip_blanks();
  if (!scanner.take("页")) return 0;
  const std::size_t end = scanner.offset();
  scanner.skip_blanks();
  scanner.take_one_of(U",/");
  scanner.skip_blanks();
  if (!scanner.take("共") || !take_page("NUMPAGES")) return end;
  scanner.skip_blanks();
  return scanner.take("页") ? scanner.offset() : end;
}

/// "- 3 -", "— 3 —", "3 / 12", "- 0"
bool is_bare_counter(std::string_view line) {
  Scanner scanner(line);
  scanner.take_one_of(U"-—–·");
  scanner.skip_blanks();
  std::size_t digits = 0;
  for (; scanner.peek() >= '0' && scanner.peek() <= '9'; ++digits) scanner.take();
  scanner.skip_blanks();
  if (scanner.take_one_of(U"/")) {
    scanner.skip_blanks();
    while (scanner.peek() >= '0' && scanner.peek() <= '9') scanner.take();
  }
  scanner.take_one_of(U"-—–·");
  return digits > 0 && digits < 4 && scanner.at_end();
}

/// "17:42    5G  63%": the status line of a phone in a picture.
bool is_status_line(std::string_view line) {
  constexpr std::size_t kLongest = 50;  // bytes
  if (line.size() > kLongest || line.size() < 4) return false;
  const std::size_t colon = line.find(':');
  if (colon == 0 || colon > 2 || line.size() < colon + 3) return false;
  const auto digit = [&](std::size_t i) { return line[i] >= '0' && line[i] <= '9'; };
  const bool clock = digit(0) && digit(colon - 1) && digit(colon + 1) && digit(colon + 2);
  return clock &&
         std::all_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }) &&
         (line.size() == colon + 3 || line[colon + 3] == ' ');
}

/// 上一题  下一题: nothing but buttons.
bool is_row_of_buttons(std::string_view line) {
  constexpr std::size_t kLongest = 90;  // bytes
  if (line.size() > kLongest) return false;
  std::size_t words = 0;
  for (std::size_t begin = 0; begin < line.size();) {
    std::size_t end = line.find_first_of(" |\t", begin);
    if (end == std::string_view::npos) end = line.size();
    const std::string_view word = line.substr(begin, end - begin);
    if (!word.empty() && !is_one_of(word, kFurniture)) return false;
    if (!word.empty()) ++words;
    begin = end + 1;
  }
  return words > 0;
}

/// "5.0分": what a platform gave for an answer.
bool is_bare_marks(std::string_view line) {
  constexpr std::string_view kUnit = "分";
  if (line.size() <= kUnit.size() || line.size() > kUnit.size() + 5) return false;
  return line.substr(line.size() - kUnit.size()) == kUnit &&
         line.substr(0, line.size() - kUnit.size()).find_first_not_of("0123456789.") ==
             std::string_view::npos;
}

/// "---", "* * *", "=====": a line drawn across the page.
bool is_rule(std::string_view line) {
  // ———— advertisement ————
  constexpr std::string_view kDashes = "——";
  constexpr std::size_t kLongestWords = 120;  // bytes
  if (line.size() <= kLongestWords && line.size() > 2 * kDashes.size() && starts_with(line, kDashes) &&
      line.substr(line.size() - kDashes.size()) == kDashes)
    return true;
  return line.size() >= 3 && line.find_first_not_of("-*_= ") == std::string_view::npos;
}

/// - [Concurrency](#concurrency): a line of the table of contents.
bool is_contents_entry(std::string_view line) {
  std::string_view bare = line.substr(bullet_length(line));
  if (const auto number = number_mark(bare)) bare.remove_prefix(number->length);
  return bare.size() > 4 && bare.front() == '[' && bare.back() == ')' &&
         bare.find("](#") != std::string_view::npos;
}

bool is_file_name(std::string_view line) {
  for (std::string_view ending :
       {".docx", ".doc", ".pdf", ".pptx", ".docxVIP", ".docVIP", ".pdfVIP", ".pptxVIP"})
    if (line.size() > ending.size() && line.substr(line.size() - ending.size()) == ending) return true;
  return false;
}

/// "Page 2 of 4": its length in bytes, 0 for none.
std::size_t english_page_number_length(std::string_view text) {
  if (!starts_with_english(text, "page ")) return 0;
  Scanner scanner(text);
  scanner.rewind(std::string_view("page ").size());
  if (!scanner.take_digits() || !scanner.take(" of ") || !scanner.take_digits()) return 0;
  return scanner.offset();
}

/// 姓名:____ 得分:____
bool is_exam_form(std::string_view line) {
  return contains(line, "姓名") && length_in_code_points(line) < 60 &&
         contains_any(line,
                      {"得分", "成绩", "班级", "学号", "单位", "考号", "准考证", "部门", "工号", "日期"});
}

bool is_furniture(std::string_view line) {
  constexpr std::size_t kLongest =
      60;  // code points; longer lines hold the document even if a word slipped in
  constexpr std::size_t kLongestNotice = 400;
  if (is_rule(line) || is_bare_counter(line) || is_bare_marks(line) || is_status_line(line) ||
      is_row_of_buttons(line) || is_file_name(line) || is_exam_form(line) || is_contents_entry(line))
    return true;
  Scanner scanner(line);
  scanner.take_one_of(U"-+·•");
  scanner.skip_blanks();
  const std::string_view bare = scanner.rest();
  if (is_one_of(bare, kFurniture)) return true;
  const auto is_below = [&](std::size_t length) {
    return bare.size() < length || length_in_code_points(bare.substr(0, 4 * length)) < length;
  };
  if (starts_with(bare, "约") && contains(bare, "页") && is_below(kLongest)) return true;
  if (!is_below(kLongestNotice)) return false;
  static const WordFinder<3> finder(WordFinder<3>::Lists{kFurnitureParts, kEnglishSiteWords, kSiteWords});
  const auto [parts, english, site] = finder.count_in(bare);
  return (parts > 0 && is_below(kLongest)) || (english >= 2 && is_below(2 * kLongest)) || site >= 2;
}

/// True when the line opens what a site shows below a preview.
bool is_tail(const std::vector<LinePart>& lines, std::size_t at, std::string_view text) {
  const auto line_at = [&](std::size_t i) {
    return text.substr(lines[i].span.begin, lines[i].span.end - lines[i].span.begin);
  };
  std::string_view line = line_at(at);
  line.remove_prefix(std::min(line.find_first_not_of("#*> "), line.size()));
  line.remove_prefix(std::min(bullet_length(line), line.size()));
  constexpr std::size_t kMostLines = 120;
  constexpr std::size_t kLastLines = 15;
  const std::size_t left = lines.size() - at;
  const auto begins_with_one_of = [&](const auto& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return starts_with(line, word); });
  };
  const bool tail = left <= kMostLines && line.size() <= 60 && length_in_code_points(line) <= 12 &&
                    begins_with_one_of(kTails);
  const bool last_words = at > 0 && left <= kLastLines && begins_with_one_of(kLastWords);
  if (!tail && !last_words) return false;
  // A heading of these words inside a document is followed by answers.
  for (std::size_t i = at + 1; i < lines.size(); ++i)
    if (const auto found = label(line_at(i)); found && found->has_colon && found->part != Part::kIgnored)
      return false;
  return true;
}

/// A page that lost all its line ends: what the site shows before and behind the document is one line with
/// it.
SourceSpan without_site_text(std::string_view text, SourceSpan span) {
  constexpr std::size_t kShortest = 2000;  // bytes
  constexpr std::size_t kNear = 2000;
  if (span.end - span.begin < kShortest) return span;
  const std::string_view line = text.substr(span.begin, span.end - span.begin);
  constexpr std::string_view kIntroduction = "文档简介";
  const std::size_t introduction = line.substr(0, kNear).find(kIntroduction);
  if (introduction != std::string_view::npos) span.begin += introduction + kIntroduction.size();
  const std::size_t from = line.size() - kNear;
  std::size_t tail = line.size();
  for (std::string_view word :
       {"温馨提示1", "温馨提示 1", "温馨提示:", "温馨提示：", "最新文档", "相关文档", "文档评论("})
    if (const std::size_t at = line.find(word, from); at != std::string_view::npos) tail = std::min(tail, at);
  span.end -= line.size() - tail;
  return span;
}

/// A short line without a sentence or a mark: what is printed beside a page number.
bool is_head_or_foot(std::string_view line) {
  constexpr std::size_t kLongest = 70;  // code points
  if (length_in_code_points(line.substr(0, 4 * kLongest + 4)) > kLongest) return false;
  if (contains_any(line, {"。", "？", "?", "；", "！"})) return false;
  const std::string_view bare = trimmed(line);
  return !number_mark(bare) && !label(bare) && !section_mark(bare) && bullet_length(bare) == 0;
}

/// Cuts page numbers out of a line that holds more than them.
void add_without_page_numbers(std::string_view text, SourceSpan span, std::vector<LinePart>& lines) {
  bool starts_line = true;
  const auto add = [&](std::size_t begin, std::size_t end) {
    const std::string_view part = trimmed(text.substr(begin, end - begin));
    if (part.empty()) return;
    const auto at = static_cast<std::size_t>(part.data() - text.data());
    lines.push_back({{at, at + part.size()}, starts_line});
    starts_line = false;
  };
  span = without_site_text(text, span);
  std::size_t begin = span.begin;
  const std::string_view head = text.substr(0, span.end);
  const std::string_view line = text.substr(span.begin, span.end - span.begin);
  const std::size_t known = lines.size();
  const auto cut = [&](std::size_t at, std::size_t length) {
    add(begin, at);
    begin = at + length;
  };
  for (std::size_t at = find(head, "第", begin); at != std::string_view::npos;
       at = find(head, "第", at + 3)) {
    const std::string_view rest = head.substr(at);
    const std::size_t length = page_number_length(rest);
    const bool whole = length == span.end - span.begin;
    const bool counted = rest.substr(0, length).find("共") != std::string_view::npos;
    if (length > 0 && (whole || counted)) cut(at, length);
  }
  if (const std::size_t at = head.find("Page ", begin); at != std::string_view::npos)
    if (const std::size_t length = english_page_number_length(head.substr(at))) cut(at, length);
  // What stands before or behind a page number in a short line is the page's head or foot; what stands on
  // both sides of it is a sentence that goes on over the page.
  const bool at_edge = lines.size() > known
                           ? begin == span.end
                           : trimmed(text.substr(span.begin, begin - span.begin)).size() < line.size();
  if (begin > span.begin && at_edge && is_head_or_foot(line)) {
    lines.resize(known);
    return;
  }
  add(begin, span.end);
}

/// A line without any mark or closing that comes again and again is printed on every page.
std::unordered_map<std::string_view, std::size_t> running_heads(std::string_view text,
                                                                const std::vector<LinePart>& lines) {
  std::unordered_map<std::string_view, std::size_t> counts;
  for (const LinePart& part : lines) {
    const std::string_view line = text.substr(part.span.begin, part.span.end - part.span.begin);
    constexpr std::size_t kShortest = 18;  // bytes: six Chinese characters
    constexpr std::size_t kLongest = 150;
    if (line.size() < kShortest || line.size() > kLongest) continue;
    const char32_t last = last_character(line);
    if (ends_sentence(last) || last == ':' || last == ';' || last == ',') continue;
    std::string_view bare = line;
    while (const std::size_t length = markup_length(bare)) bare.remove_prefix(length);
    if (number_mark(bare) || label(bare) || section_mark(bare) || bullet_length(bare) > 0) continue;
    const bool option = line[0] >= 'A' && line[0] <= 'H';
    if (!option && line[0] != '#' && line[0] != '|') ++counts[line];
  }
  return counts;
}

bool holds_two_shop_words(std::string_view line) {
  static const WordFinder<1> shop(WordFinder<1>::Lists{kShopWords});
  return shop.count_in(line)[0] >= 2;
}

/// Above the first heading: the shop's conditions, mostly as a numbered list.
bool is_shop_notice(std::string_view line) {
  constexpr std::size_t kLongestNotice = 200;  // code points
  return length_in_code_points(line.substr(0, 4 * kLongestNotice + 4)) <= kLongestNotice &&
         !contains_any(line, {"?", "？"}) && holds_two_shop_words(line);
}

/// The number of lines at the top that end with the shop's notices; 0 for none.
std::size_t lines_of_notices(std::string_view text, const std::vector<LinePart>& lines) {
  constexpr std::size_t kFar = 40;
  std::size_t notices = 0;
  std::size_t end = 0;
  for (std::size_t i = 0; i < lines.size() && i < kFar; ++i) {
    const std::string_view line = text.substr(lines[i].span.begin, lines[i].span.end - lines[i].span.begin);
    if (section_mark(line) || contains_any(line, {"?", "？"})) break;
    std::string_view bare = line.substr(bullet_length(line));
    const auto number = number_mark(bare);
    if (!number || !is_shop_notice(line)) continue;
    ++notices;
    end = i + 1;
  }
  return notices >= 3 ? end : 0;
}

/// 原创文库, the uploader's or the site's name alone on the line above what a site shows below a preview.
bool is_site_name(std::string_view line) {
  constexpr std::size_t kLongest = 10;  // code points
  return length_in_code_points(line) <= kLongest && !ends_sentence(last_character(line)) &&
         contains_any(
             line, {"文库", "文馆", "资料网", "力库", "文档", "文库", "题库网", "学堂", "图书馆", "资料库"});
}

/// Nothing but furniture stands between the line and what a site shows below a preview.
bool is_above_tail(const std::vector<LinePart>& lines, std::size_t at, std::string_view text) {
  for (std::size_t i = at + 1; i < lines.size(); ++i) {
    if (is_tail(lines, i, text)) return true;
    if (!is_furniture(text.substr(lines[i].span.begin, lines[i].span.end - lines[i].span.begin)))
      return false;
  }
  return false;
}

}  // namespace

std::vector<LinePart> content_lines(std::string_view text) {
  constexpr char kLineEnds[] = {'\n', kUnfoldedLineEnd, '\0'};
  std::vector<LinePart> lines;
  bool behind_gap = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of(kLineEnds, begin), text.size());
    const std::size_t known = lines.size();
    add_without_page_numbers(text, {begin, end}, lines);
    if (lines.size() > known) lines[known].behind_gap = behind_gap;
    behind_gap = lines.size() == known;
    begin = end + 1;
  }
  constexpr std::size_t kEveryPage = 4;
  const auto heads = running_heads(text, lines);
  std::vector<LinePart> content;
  bool behind_rule = false;
  const auto line_at = [&](std::size_t i) {
    return text.substr(lines[i].span.begin, lines[i].span.end - lines[i].span.begin);
  };
  const std::size_t notices = lines_of_notices(text, lines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (is_tail(lines, i, text)) break;
    const std::string_view line = line_at(i);
    const auto head = heads.find(line);
    // The one at the top is the title.
    const bool beside_counter = (i > 0 && is_bare_counter(line_at(i - 1))) ||
                                (i + 1 < lines.size() && is_bare_counter(line_at(i + 1)));
    const bool running_head = head != heads.end() && !content.empty() &&
                              (head->second >= kEveryPage || (head->second > 1 && beside_counter));
    const bool notice =
        i < notices && (number_mark(line.substr(bullet_length(line))) || is_shop_notice(line));
    const bool site_name = is_site_name(line) && is_above_tail(lines, i, text);
    if (is_rule(line)) behind_rule = true;
    if (running_head || notice || site_name || is_furniture(line)) continue;
    content.push_back(lines[i]);
    content.back().behind_rule = behind_rule;
    behind_rule = false;
  }
  return content;
}

}  // namespace rehearse
