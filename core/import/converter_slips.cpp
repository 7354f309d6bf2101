#include "core/import/converter_slips.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/import/characters.h"

namespace rehearse {
namespace {

constexpr std::size_t kEnough = 4;

/// One of several Traditional characters for a Simplified one, and where it is the wrong one.
struct Slip {
  char32_t character;
  std::u32string_view wrong_behind;  // the character before it
  std::u32string_view wrong_before;  // the character behind it
  std::u32string_view right_behind;  // whatever comes next
};

constexpr std::array<Slip, 11> kSlips{{
    {U'麵', U"方裡裏外後全見當書表負層片畫頁界", U"試對臨談前", U""},                      // 面
    {U'隻', U"不", U"是有要會能想好說發提得", U"一二三四五六七八九十兩幾這那每百數半船"},  // 只
    {U'傢', U"大國專人住廠回公顧", U"長庭屬裡裏人鄉", U""},                                // 家
    {U'瞭', U"為到除過完成做說給看好來去出得有起", U"", U"明"},                            // 了
    {U'髮', U"開出爆啟激觸研突引", U"展現生揮給放出佈言明", U""},                          // 发
    {U'係', U"體", U"統列", U""},                                                          // 系
    {U'錶', U"代發報圖", U"示達現明揚格態演", U""},                                        // 表
    {U'迴', U"", U"答來去到覆復報應顧收", U""},                                            // 回
    {U'彆', U"特分個區級類識", U"人的", U""},                                              // 别
    {U'製', U"機體限控強抑", U"度定訂止約裁", U""},                                        // 制
    {U'纔', U"人", U"能華", U""},                                                          // 才
}};

bool has(std::u32string_view characters, char32_t c) {
  return characters.find(c) != std::u32string_view::npos;
}

/// 瞭解 and 瞭望 are words; nothing else is written with it.
bool is_slip(const Slip& slip, char32_t before, char32_t behind) {
  if (has(slip.right_behind, before)) return false;
  if (slip.character == U'瞭' && has(U"解望若然如亮", behind)) return false;
  return has(slip.wrong_behind, before) || has(slip.wrong_before, behind);
}

std::size_t count_slips(std::u32string_view text) {
  static const CharacterSet suspects = [] {
    CharacterSet characters;
    for (const Slip& slip : kSlips) characters.add(slip.character);
    return characters;
  }();
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size() && count < kEnough; ++i) {
    if (!suspects.has(text[i])) continue;
    const char32_t before = i > 0 ? text[i - 1] : 0;
    const char32_t behind = i + 1 < text.size() ? text[i + 1] : 0;
    for (const Slip& slip : kSlips)
      if (slip.character == text[i] && is_slip(slip, before, behind)) ++count;
  }
  return count;
}

}  // namespace

bool is_written_by_a_converter(std::u32string_view text) {
  const auto count = [&](char32_t c) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), c));
  };
  // 并 and 么 are what a person writes as 並 and 麼.
  if (count(U'并') + count(U'么') >= kEnough && count(U'並') + count(U'麼') == 0) return true;
  return count_slips(text) >= kEnough;
}

}  // namespace rehearse
