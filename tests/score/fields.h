// Whether one field of a question was read as a person reads it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/deck/question.h"
#include "tests/score/expected.h"

namespace rehearse::scoring {

/// How alike the stems are at best, over every stem that is right; 0 below `least`. The number before the
/// stem and pinyin in it do not count.
double stem_similarity(const ExpectedQuestion& expected, const Question& read, double least);

/// The same set of letters; right and wrong under any of their names; for fill each blank or an alternative
/// of it. Without an expected key none may be read.
bool key_is_right(const ExpectedQuestion& expected, const Question& read);

/// The same letters, each text at 0.95 or more.
bool options_are_right(const ExpectedQuestion& expected, const Question& read);

/// Begins and ends where one of `expected` does (at 0.9 or more) and is as long, within 5 %.
bool text_is_right(const std::vector<ExpectedText>& expected, std::string_view read);

/// What became of a list of short texts that the document holds.
struct ListScore {
  std::size_t found = 0;
  std::size_t invented = 0;
  std::size_t missed = 0;

  ListScore& operator+=(const ListScore& other);
  /// 2·found / (2·found + invented + missed); 1 where there was nothing to find and nothing was found.
  double f1() const;
};

/// One to one, the most alike first. A text is found by one of 0.8 and more, by one that begins with it, and
/// by one that is most of it.
ListScore compare_lists(const std::vector<std::string>& expected, const std::vector<std::string>& read);

/// The same for key points: the reading of the expected points that fits better. What meets an optional point
/// is neither found nor invented.
ListScore compare_points(const ExpectedQuestion& expected, const std::vector<std::string>& cues);

}  // namespace rehearse::scoring
