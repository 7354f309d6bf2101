// Records and fields of a table written as text (RFC 4180, and with any other separator).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/deck/document.h"

namespace rehearse {

enum class Quotes {
  kAround,  // a field in "quotes" may hold separators and line ends; a quote in it is doubled
  kPlain,   // a quote is a character like any other
};

struct Dialect {
  std::string separator = ",";
  Quotes quotes = Quotes::kAround;
};

struct Field {
  SourceSpan span;         // without the quotes
  bool is_quoted = false;  // a doubled quote in it is one
};

/// What the field says: a quoted one as it is, any other without white space at its ends.
std::string field_text(std::string_view text, const Field& field);

struct Record {
  std::size_t begin = 0;  // offset in the text
  std::vector<Field> fields;
  std::size_t left_out = 0;               // fields behind the first kMostFields
  std::optional<std::size_t> open_quote;  // offset of a first quote that is never closed

  bool is_blank() const;  // nothing but empty fields
};

/// What is said where `open_quote` stands.
Words words_of_open_quote();

class RecordReader {
 public:
  static constexpr std::size_t kMostFields = 256;

  /// Reads `text` from offset `begin` on. `text` must outlive the reader.
  RecordReader(std::string_view text, std::size_t begin, Dialect dialect);

  /// False at the end. A quote that no other closes, before the next field that begins with one, is a plain
  /// character: its field ends with the line. All records together take time linear in the text.
  bool next(Record& record);

 private:
  bool is_field_end(std::size_t at) const;  // blanks, then a separator, a line end or the end
  bool is_field_begin(std::size_t at) const;
  std::size_t behind_blanks(std::size_t at) const;
  bool is_blank(char c) const { return c == ' ' || (c == '\t' && !separator_is_blank_); }
  std::size_t closing_quote(std::size_t from);
  std::size_t field_end(std::size_t at) const;
  Field take_field(Record& record);

  std::string_view text_;
  std::size_t offset_;
  Dialect dialect_;
  bool separator_is_blank_;
  std::size_t no_quote_closes_before_ = 0;
};

}  // namespace rehearse
