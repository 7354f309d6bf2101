#include "core/import/sentences.h"

#include <string>

#include "core/base/text.h"
#include "core/import/characters.h"

namespace rehearse {
namespace {

/// How far a quotation may reach before its opening mark is taken for a slip. Code points.
constexpr std::size_t kLongestQuotation = 300;

char32_t closing_of(char32_t c) {
  switch (c) {
    case U'“': return U'”';
    case U'‘': return U'’';
    case U'「': return U'」';
    case U'(': return ')';
    case U'[': return ']';
    case U'《': return U'》';
    default: return 0;
  }
}

/// Behind the partner of the bracket or quotation mark at the scanner; stays when there is none near.
void skip_enclosed(Scanner& scanner) {
  const char32_t open = scanner.take();
  const char32_t close = closing_of(open);
  const std::size_t inside = scanner.offset();
  std::size_t depth = 1;
  for (std::size_t i = 0; i < kLongestQuotation && !scanner.at_end(); ++i) {
    const char32_t c = scanner.take();
    if (c == open) ++depth;
    if (c == close && --depth == 0) return;
  }
  scanner.rewind(inside);
}

bool begins_numbered_clause(std::string_view text) {
  if (ordinal_of(text) != Ordinal::kNone) return true;
  Scanner scanner(text);
  const char32_t c = scanner.peek();
  if (c >= U'①' && c <= U'⑳') return true;
  scanner.take_one_of(U"(");
  return scanner.take_digits() && scanner.take_one_of(U").、");
}

/// 首先…,其次…,最后…: one sentence that enumerates. `begun` is what was read of it, `rest` stands behind a
/// comma.
bool goes_on_enumerating(std::string_view begun, std::string_view rest) {
  constexpr std::size_t kFar = 300;  // bytes
  if (ordinal_of(trimmed(begun.substr(0, kFar))) == Ordinal::kNone) return false;
  if (ordinal_of(trimmed(rest.substr(0, kFar))) != Ordinal::kLater) return false;
  // A mere "then" joins two halves of one step; where 其次 or 最后 come too, each is a step.
  const std::string_view near = rest.substr(0, kFar);
  const std::string_view sentence = near.substr(0, near.find("。"));
  return contains_any(sentence, {"其次", "再次", "最后", "第二", "第三", "二是", "三是"});
}

}  // namespace

std::vector<std::string_view> split_sentences(std::string_view paragraph) {
  std::vector<std::string_view> sentences;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    const std::string_view sentence = trimmed(paragraph.substr(begin, end - begin));
    if (!sentence.empty()) sentences.push_back(sentence);
    begin = end;
  };
  for (Scanner scanner(paragraph); !scanner.at_end();) {
    const char32_t c = scanner.peek();
    if (closing_of(c) != 0) {
      const std::size_t at = scanner.offset();
      skip_enclosed(scanner);
      // A quotation that ends with a full stop ends the sentence around it, as in 说:“……。”
      const std::string_view inside = scanner.taken_since(at);
      const bool quotation = c == U'“' && inside.size() > 9 &&
                             ends_sentence(last_character(inside.substr(0, inside.size() - 3)));
      if (quotation && !ends_sentence(scanner.peek()) && scanner.peek() != ',' && scanner.peek() != U'“')
        add(scanner.offset());
      continue;
    }
    scanner.take();
    const std::string_view so_far = paragraph.substr(begin, scanner.offset() - begin);
    const bool ends = ends_sentence(c);
    if (ends)
      while (ends_sentence(scanner.peek()) || scanner.peek() == U'”') scanner.take();
    const bool ends_here =
        ends || (c == ';' && begins_numbered_clause(trimmed(scanner.rest().substr(0, 40)))) ||
        (c == ',' && goes_on_enumerating(so_far, scanner.rest())) || (c == ':' && is_announcement(so_far));
    if (ends_here) add(scanner.offset());
  }
  add(paragraph.size());
  return sentences;
}

std::string_view without_closing(std::string_view sentence) {
  while (!sentence.empty()) {
    const char32_t last = last_character(sentence);
    if (!ends_sentence(last) && last != ';' && last != ':' && last != ',') break;
    std::size_t size = sentence.size() - 1;
    while (size > 0 && (static_cast<unsigned char>(sentence[size]) & 0xC0) == 0x80) --size;
    sentence = trimmed(sentence.substr(0, size));
  }
  return sentence;
}

bool is_announcement(std::string_view sentence) {
  constexpr std::size_t kLongest = 330;  // bytes, about 110 characters
  if (sentence.size() > kLongest) return false;
  if (contains_any(sentence, {"以下", "如下", "几点考虑", "这几点", "几个方面", "几方面", "多方面", "下列"}))
    return true;
  const std::string_view bare = without_closing(sentence);
  if (bare.size() <= 90)  // 我会分三步走, 我认为要看四点
    for (std::string_view count : {"两", "三", "四", "五", "六", "几"})
      for (std::string_view unit : {"步走", "点", "个方面", "方面", "步", "个步骤", "个角度", "件事"})
        if (const std::string word = std::string(count) + std::string(unit);
            bare.size() >= word.size() && bare.substr(bare.size() - word.size()) == word)
          return true;
  const bool colon = last_character(sentence) == ':';
  return colon && contains_any(bare, {"步骤", "措施是", "规划是", "原则是", "做法是", "包括", "方面", "需",
                                      "主要有", "例如", "比如", "我会说"});
}

bool is_closing(std::string_view sentence) {
  return starts_with_any(sentence,
                         {"总之",     "综上",     "总的来说", "总而言之", "总体而言", "通过这样", "通过这种",
                          "通过以上", "通过上述", "这样处理", "这样既",   "这样做",   "这种处理", "只有这样",
                          "我相信",   "相信通过", "最终目标", "以上",     "希望",     "谢谢",     "感谢"});
}

bool is_elaboration(std::string_view sentence) {
  // 这项工作 names the subject anew; 如果 sets a condition.
  if (starts_with_any(sentence, {"这项", "这份", "如果", "如何", "其次", "其一", "其二", "其三"}))
    return false;
  return starts_with_any(
      sentence, {"这",   "那",   "例如", "比如", "譬如", "其中",   "因此",   "所以",   "因为", "由于",
                 "即使", "虽然", "尽管", "它们", "此举", "但",     "而",     "并",     "也",   "还",
                 "从而", "每",   "他",   "她",   "其",   "有一次", "有时",   "当时",   "事后", "如",
                 "具体", "同样", "毕竟", "否则", "只有", "避免",   "目标是", "目的是", "预期"});
}

Ordinal ordinal_of(std::string_view sentence) {
  if (starts_with_any(sentence,
                      {"首先", "一是", "其一", "第一,", "第一，", "第一、", "第一步", "第一是", "一方面"}))
    return Ordinal::kFirst;
  if (starts_with_any(sentence,
                      {"其次", "再次", "再者", "最后", "然后", "随后", "接着", "接下来", "另一方面"}))
    return Ordinal::kLater;
  Scanner scanner(sentence);
  const bool ordinal = scanner.take("第") || scanner.take("其");
  const auto number = scanner.take_chinese_number();
  if (!number || *number < 2) return Ordinal::kNone;
  const bool named = ordinal ? scanner.take_one_of(U",、:,") || scanner.take("步") || scanner.take("是")
                             : scanner.take("是");
  return named ? Ordinal::kLater : Ordinal::kNone;
}

std::size_t connective_length(std::string_view sentence) {
  Scanner scanner(sentence);
  for (std::string_view word : {"同时", "此外", "另外", "因此", "于是", "除此之外", "并且", "与此同时",
                                "当然", "最终", "最后", "随后", "接着", "然后"})
    if (scanner.take(word)) {
      if (scanner.take_one_of(U",")) return scanner.offset();
      return 0;
    }
  return 0;
}

}  // namespace rehearse
