#include "core/import/characters.h"

#include <algorithm>

#include "core/import/formats/media.h"

namespace rehearse {
namespace {

constexpr std::size_t kMostDigits = 5;
constexpr std::size_t kLongestQuotedCode = 200;  // bytes

/// 1 to 9 for 一 to 九, 10 for 十, 0 for anything else.
std::size_t chinese_digit(char32_t c) {
  constexpr std::u32string_view digits = U"一二三四五六七八九十";
  const std::size_t at = digits.find(c);
  return at == std::u32string_view::npos ? 0 : at + 1;
}

/// The length of an HTML tag at the start of `text`; 0 for none.
std::size_t tag_length(std::string_view text) {
  if (text.size() < 3 || text[0] != '<') return 0;
  const char first = text[1] == '/' ? text[2] : text[1];
  if (!((first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || first == '!')) return 0;
  constexpr std::size_t kLongestTag = 200;
  const std::size_t end = text.substr(0, kLongestTag).find('>');
  return end == std::string_view::npos ? 0 : end + 1;
}

/// What emphasis, tags, links and quoted code begin with.
const ByteSet& markup_signs() {
  static const ByteSet signs("`*_<![");
  return signs;
}

struct Link {
  std::string_view words;  // of a picture without any: its file's name
  std::size_t length = 0;
  bool is_picture = false;
};

/// [words](address) or ![words](address) at the start of `text`.
std::optional<Link> link_at(std::string_view text) {
  constexpr std::size_t kLongest = 600;  // bytes
  Link link;
  link.is_picture = starts_with(text, "![");
  const std::size_t begin = link.is_picture ? 2 : 1;
  if (text.empty() || (text[0] != '[' && !link.is_picture)) return std::nullopt;
  const std::string_view near = text.substr(0, kLongest);
  const std::size_t middle = near.find("](", begin);
  if (middle == std::string_view::npos ||
      near.substr(begin, middle - begin).find('\n') != std::string_view::npos)
    return std::nullopt;
  const std::size_t end = near.find(')', middle);
  if (end == std::string_view::npos) return std::nullopt;
  link.words = near.substr(begin, middle - begin);
  if (link.is_picture && link.words.empty()) {
    const std::string_view address = near.substr(middle + 2, end - middle - 2);
    link.words = address.substr(std::min(address.rfind('/') + 1, address.size()));
  }
  link.length = end + 1;
  return link;
}

}  // namespace

char32_t last_character(std::string_view text) {
  if (text.empty()) return 0;
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return folded(next_code_point(text, at));
}

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.size() >= word.size() && text.substr(text.size() - word.size()) == word;
  });
}

std::size_t find(std::string_view text, std::string_view word, std::size_t from) {
  // As in starts_with: the first byte would be found at nearly every Chinese character.
  constexpr std::size_t kTelling = 2;
  if (word.size() <= kTelling) return text.find(word, from);
  for (std::size_t begin = from; begin + word.size() <= text.size();) {
    const std::size_t at = text.find(word[kTelling], begin + kTelling);
    if (at == std::string_view::npos) break;
    begin = at - kTelling;
    if (text.compare(begin, word.size(), word) == 0) return begin;
    ++begin;
  }
  return std::string_view::npos;
}

bool contains_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return contains(text, word); });
}

std::vector<std::string_view> words_of_list(std::string_view list) {
  std::vector<std::string_view> words;
  while (true) {
    const std::size_t end = list.find('|');
    words.push_back(list.substr(0, end));
    if (end == std::string_view::npos) return words;
    list.remove_prefix(end + 1);
  }
}

std::size_t markup_length(std::string_view text) {
  if (starts_with_any(text, {"**", "__"})) return std::min(text.find_first_not_of(text[0]), text.size());
  return tag_length(text);
}

bool may_have_markup(std::string_view text) { return markup_signs().find_in(text) < text.size(); }

std::string without_markup(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t mark = markup_signs().find_in(text, i);
    plain += text.substr(i, mark - i);
    i = mark;
    if (i == text.size()) break;
    const std::string_view rest = text.substr(i);
    const std::size_t quoted =
        rest[0] == '`' ? rest.substr(0, kLongestQuotedCode).find('`', 1) : std::string_view::npos;
    if (quoted != std::string_view::npos) {
      plain += rest.substr(1, quoted - 1);  // `<head>` is a word, not a tag
      i += quoted + 1;
    } else if (const auto link = link_at(rest)) {
      plain += link->is_picture ? placeholder(Medium::kPicture, link->words) : std::string(link->words);
      i += link->length;
    } else if (const std::size_t length = markup_length(rest)) {
      // A run of underscores is the gap of a fill-in question.
      if (rest[0] == '_' && length > 2) plain += rest.substr(0, length);
      i += length;
    } else {
      if (rest[0] != '`') plain += rest[0];
      ++i;
    }
  }
  return plain;
}

std::optional<std::size_t> Scanner::take_digits() {
  const std::size_t start = offset_;
  std::size_t value = 0;
  std::size_t digits = 0;
  for (; peek() >= '0' && peek() <= '9'; ++digits) {
    if (digits == kMostDigits) break;
    value = value * 10 + (take() - '0');
  }
  if (digits == 0 || value == 0 || (peek() >= '0' && peek() <= '9')) {
    offset_ = start;
    return std::nullopt;
  }
  return value;
}

std::optional<std::size_t> Scanner::take_chinese_number() {
  const std::size_t first = chinese_digit(peek());
  if (first == 0) return std::nullopt;
  take();
  if (first == 10) {  // 十, 十一
    const std::size_t ones = chinese_digit(peek());
    if (ones == 0 || ones == 10) return first;
    take();
    return first + ones;
  }
  if (chinese_digit(peek()) != 10) return first;
  take();  // 二十, 二十一
  const std::size_t ones = chinese_digit(peek());
  if (ones == 0 || ones == 10) return first * 10;
  take();
  return first * 10 + ones;
}

}  // namespace rehearse
