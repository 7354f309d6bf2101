// What is wrong with a query, and where.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/language.h"
#include "core/base/result.h"
#include "core/base/words.h"

namespace rehearse {

struct QueryFault {
  Words what;
  Words hint;             // what to do about it; may be empty
  std::size_t begin = 0;  // bytes [begin, end) of the query; empty at its end, where something lacks
  std::size_t end = 0;

  friend bool operator==(const QueryFault& a, const QueryFault& b) {
    return a.what.english == b.what.english && a.begin == b.begin && a.end == b.end;
  }
};

/// The text with a blank for each control character: nothing in it that a terminal obeys.
std::string in_one_line(std::string_view text);

/// Two lines for a terminal of `columns` columns: the query, cut where it is longer, and carets under the
/// place. Control characters stand as blanks.
std::string pointed_out(std::string_view query, const QueryFault& fault, std::size_t columns = 80);

/// One line; the place as a column, counted in characters from 1.
Error to_error(std::string_view query, const QueryFault& fault);

}  // namespace rehearse
