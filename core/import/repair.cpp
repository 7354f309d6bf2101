#include "core/import/repair.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/text.h"
#include "core/import/byte_damage.h"
#include "core/import/characters.h"
#include "core/import/converter_slips.h"
#include "core/import/simplifier.h"

namespace rehearse {
namespace {

/// Characters with the place each one had in the decoded text, in code points.
struct TracedText {
  std::u32string characters;
  std::vector<std::uint32_t> origins;

  explicit TracedText(std::size_t expected) {
    characters.reserve(expected);
    origins.reserve(expected);
  }
  void add(char32_t c, std::size_t origin) {
    characters += c;
    origins.push_back(static_cast<std::uint32_t>(origin));
  }
};

bool is_invisible(char32_t c) {
  return c == 0xFEFF || c == 0x200B || c == 0x200C || c == 0x200D || c == 0x2060 || c == 0xAD || c == 0;
}

bool is_look_alike(char32_t c) {
  return (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F);
}

bool is_odd_blank(char32_t c) { return c == 0x2028 || c == 0x2029 || c == '\f' || c == '\v'; }

bool holds_only_plain_characters(std::string_view text) {
  // What the others begin with in UTF-8: no letter and hardly any Chinese character does.
  static const ByteSet first(std::string_view("\0\f\v\xC2\xE2\xEF\xF0", 7));
  for (std::size_t i = first.find_in(text); i < text.size(); i = first.find_in(text, i)) {
    const char32_t c = next_code_point(text, i);
    if (is_invisible(c) || is_look_alike(c) || is_odd_blank(c)) return false;
  }
  return true;
}

/// Radicals of the supplement, which NFKC leaves alone, as their characters (Unicode's
/// EquivalentUnifiedIdeograph.txt).
char32_t unified_radical(char32_t c) {
  constexpr std::u32string_view kRadicals =
      U"⺁⺎⺟⺠⻁⻄⻅⻆⻉⻊⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳⻰⻄⻒⻑⻐";
  constexpr std::u32string_view kCharacters =
      U"厂兀母民虎西见角贝足车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟龙西长長钅";
  static_assert(kRadicals.size() == kCharacters.size());
  const std::size_t at = kRadicals.find(c);
  return at == std::u32string_view::npos ? c : kCharacters[at];
}

TracedText with_plain_characters(std::string_view decoded) {
  TracedText result(length_in_code_points(decoded));
  std::size_t origin = 0;
  for (std::size_t i = 0; i < decoded.size(); ++origin) {
    const char32_t c = next_code_point(decoded, i);
    if (is_invisible(c)) continue;
    if (is_look_alike(c)) {
      for (char32_t plain : to_utf32(nfkc(to_utf8(std::u32string(1, unified_radical(c))))))
        result.add(plain, origin);
    } else if (is_odd_blank(c)) {
      result.add(' ', origin);  // a line more would move every place behind it
    } else {
      result.add(c, origin);
    }
  }
  return result;
}

/// Read once: a folder of documents mostly has many from the same site.
const Simplifier& t2s() {
  static const Simplifier simplifier;
  return simplifier;
}

std::size_t count_pinyin(std::u32string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 1; i < text.size(); ++i)
    if (folded(text[i]) == '(' && is_han(text[i - 1]) && pinyin_length(text.substr(i)) > 0) ++count;
  return count;
}

/// What damage would have shown itself in.
constexpr std::size_t kSample = 20000;  // code points
std::u32string sample_of(std::string_view text) {
  std::u32string sample;
  for (std::size_t i = 0; i < text.size() && sample.size() < kSample;) sample += next_code_point(text, i);
  return sample;
}

bool shows_a_site_at_work(std::u32string_view sample) {
  constexpr std::size_t kEnoughPinyin = 5;
  return count_pinyin(sample) >= kEnoughPinyin || is_written_by_a_converter(sample);
}

/// True when conversion changes so much that the text must have been Simplified once.
bool is_traditional(std::u32string_view sample, const Simplifier& simplifier) {
  const std::u32string simplified = simplifier.simplified(sample);
  std::size_t changed = 0;
  for (std::size_t i = 0; i < std::min(sample.size(), simplified.size()); ++i)
    if (sample[i] != simplified[i]) ++changed;
  return changed * 50 > sample.size();  // 2 %: a Simplified text quotes fewer
}

struct DamagePlace {
  std::size_t index;  // in the characters
  Words message;
};

constexpr char32_t kLostCharacter = 0xFFFD;

/// "I(yè)": the last half of a split character, an ASCII letter, with the pinyin of the whole one. Its length
/// when `rest` is such a group behind a lost character, else 0.
std::size_t behind_lost_half(std::u32string_view before, std::u32string_view rest) {
  if (before.empty() || before.back() != kLostCharacter || rest.size() < 2 || rest[0] < 0x40 ||
      rest[0] > 0x7E)
    return 0;
  const std::size_t length = pinyin_length(rest.substr(1));
  return length == 0 ? 0 : length + 1;
}

// A text with more of them is beyond help, and each costs a conversion.
constexpr std::size_t kMostRuns = 5000;

/// Drops the pinyin groups and puts shifted bytes right; what stays wrong is noted.
TracedText without_insertions(const TracedText& text, std::vector<DamagePlace>& damages) {
  TracedText result(text.characters.size());
  const std::u32string_view all = text.characters;
  std::size_t tries_left = kMostRuns;
  for (std::size_t i = 0; i < all.size();) {
    const std::u32string_view rest = all.substr(i);
    const bool behind_han = !result.characters.empty() && is_han(result.characters.back());
    if (const std::size_t length = behind_han ? pinyin_length(rest) : 0) {
      i += length;
    } else if (const std::size_t half = half_pinyin_length(rest)) {
      damages.push_back({result.characters.size(),
                         {"bytes were lost here, a character or two are missing or wrong",
                          "这里丢失了字节，缺一两个字或有错字"}});
      result.add(kLostCharacter, text.origins[i]);
      i += half;
    } else if (const std::size_t group = behind_lost_half(result.characters, rest)) {
      i += group;
    } else if (rest.size() > 1 && rest[0] == '?' && rest[1] == U'。' && behind_han) {
      result.add(kLostCharacter, text.origins[i]);  // nobody closes a sentence twice
      ++i;
    } else if (const auto run = tries_left > 0 ? realign_after_full_stop(rest) : std::nullopt) {
      --tries_left;
      // Even a whole run may lack a character that left no trace: someone should look.
      damages.push_back(
          {result.characters.size(),
           run->is_whole ? Words("bytes were shifted here and have been put right, please check the words",
                                 "这里字节错位，已还原，请核对文字")
                         : Words("bytes were shifted here, the words up to the next sign are wrong",
                                 "这里字节错位，到下一个标点为止的文字有误")});
      for (char32_t c : run->text) result.add(c, text.origins[i]);
      i += run->length;
      if (!run->is_whole) ++i;  // the sign was half of the full stop
    } else {
      result.add(all[i], text.origins[i]);
      ++i;
    }
  }
  return result;
}

/// 著 is left by the conversion where 着 is meant; it is right in a few words.
void restore_particle(std::u32string& text) {
  constexpr std::u32string_view kBefore = U"显名论专编原土昭卓拙巨遗译合";
  constexpr std::u32string_view kBehind = U"作名者书述称录";
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != U'著') continue;
    const bool word_before = i > 0 && kBefore.find(text[i - 1]) != std::u32string_view::npos;
    const bool word_behind = i + 1 < text.size() && kBehind.find(text[i + 1]) != std::u32string_view::npos;
    if (!word_before && !word_behind) text[i] = U'着';
  }
}

/// Piece by piece: a phrase that changes its length then moves little behind it.
TracedText simplified(const TracedText& text, const Simplifier& simplifier) {
  constexpr std::size_t kLongestPiece = 300;
  TracedText result(text.characters.size());
  std::size_t begin = 0;
  while (begin < text.characters.size()) {
    const std::u32string_view window = std::u32string_view(text.characters).substr(begin, kLongestPiece);
    const std::size_t closing = window.find_last_of(U"\n。,，;；:：、");  // no phrase reaches over one
    const std::size_t end = begin + (closing == std::u32string_view::npos ? window.size() : closing + 1);
    std::u32string line =
        simplifier.simplified(std::u32string_view(text.characters).substr(begin, end - begin));
    restore_particle(line);
    for (std::size_t i = 0; i < line.size(); ++i)
      result.add(line[i], text.origins[std::min(begin + i, end - 1)]);
    begin = end;
  }
  return result;
}

/// Told once for the whole text.
Problem repairs_made(std::size_t insertions) {
  Words message("the text had been turned into Traditional characters and was turned back",
                "原文被转成了繁体，已转回简体");
  if (insertions > 0) {
    const std::string count = std::to_string(insertions);
    message.english += "; " + count + " insertions of pinyin were removed";
    message.chinese += "；去掉了 " + count + " 处插入的拼音";
  }
  return {0, 0, "repaired", std::move(message)};
}

}  // namespace

RepairedText repair_text(std::string decoded) {
  const std::u32string sample = sample_of(decoded);
  const bool was_simplified = shows_a_site_at_work(sample) && is_traditional(sample, t2s());
  if (!was_simplified && holds_only_plain_characters(decoded)) {
    RepairedText sound;
    sound.text = std::move(decoded);
    sound.find_lines();
    sound.count_code_points();
    return sound;
  }
  TracedText traced = with_plain_characters(decoded);
  std::string().swap(decoded);
  std::vector<DamagePlace> damages;
  RepairedText result;
  if (was_simplified) {
    const std::size_t insertions = count_pinyin(traced.characters);
    traced = without_insertions(traced, damages);
    traced = simplified(traced, t2s());
    result.problems.push_back(repairs_made(insertions));
  }
  std::size_t next_damage = 0;
  std::vector<std::size_t> damage_offsets;
  std::ptrdiff_t removed = 0;
  for (std::size_t i = 0; i < traced.characters.size(); ++i) {
    const std::ptrdiff_t now =
        static_cast<std::ptrdiff_t>(traced.origins[i]) - static_cast<std::ptrdiff_t>(i);
    if (now != removed) result.shifts_.push_back({result.text.size(), now});
    removed = now;
    for (; next_damage < damages.size() && damages[next_damage].index <= i; ++next_damage)
      damage_offsets.push_back(result.text.size());
    append_utf8(result.text, traced.characters[i]);
  }
  result.find_lines();
  result.count_code_points();
  for (std::size_t i = 0; i < damage_offsets.size(); ++i) {
    const TextPlace place = result.place_in_decoded_text(damage_offsets[i]);
    result.problems.push_back({place.line, place.column, "damaged", damages[i].message});
  }
  return result;
}

std::ptrdiff_t RepairedText::removed_before(std::size_t offset) const {
  const auto behind = std::upper_bound(shifts_.begin(), shifts_.end(), offset,
                                       [](std::size_t at, const Shift& shift) { return at < shift.at; });
  return behind == shifts_.begin() ? 0 : std::prev(behind)->removed;
}

TextPlace RepairedText::place_in_decoded_text(std::size_t offset) const {
  offset = std::min(offset, text.size());
  const auto behind = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const std::size_t start = *std::prev(behind);
  const auto here = static_cast<std::ptrdiff_t>(code_points_before(offset) - code_points_before(start));
  const std::ptrdiff_t removed = removed_before(offset) - removed_before(start);
  return {static_cast<std::size_t>(behind - line_starts_.begin()),
          static_cast<std::size_t>(here + removed + 1)};
}

void RepairedText::find_lines() {
  line_starts_.push_back(0);
  for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', end + 1))
    line_starts_.push_back(end + 1);
}

void RepairedText::count_code_points() {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); i += kStride) {
    counted_.push_back(count);
    count += length_in_code_points(std::string_view(text).substr(i, kStride));
  }
}

std::size_t RepairedText::code_points_before(std::size_t offset) const {
  if (offset / kStride >= counted_.size()) return counted_.empty() ? 0 : counted_.back();
  const std::size_t from = offset / kStride * kStride;
  return counted_[offset / kStride] +
         length_in_code_points(std::string_view(text).substr(from, offset - from));
}

}  // namespace rehearse
