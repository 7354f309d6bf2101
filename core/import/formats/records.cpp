#include "core/import/formats/records.h"

#include <algorithm>

#include "core/base/text.h"

namespace rehearse {

std::string field_text(std::string_view text, const Field& field) {
  const std::string_view raw = text.substr(field.span.begin, field.span.end - field.span.begin);
  if (!field.is_quoted) return std::string(trimmed(raw));
  std::string said;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    said += raw[i];
    if (raw[i] == '"' && i + 1 < raw.size() && raw[i + 1] == '"') ++i;
  }
  return said;
}

bool Record::is_blank() const {
  return std::all_of(fields.begin(), fields.end(),
                     [](const Field& field) { return field.span.begin == field.span.end; });
}

Words words_of_open_quote() {
  return {"this quote is never closed; the row is read as if it were a plain character",
          "引号没有配对，按普通字符读取"};
}

RecordReader::RecordReader(std::string_view text, std::size_t begin, Dialect dialect)
    : text_(text), offset_(begin), dialect_(std::move(dialect)) {
  separator_is_blank_ = dialect_.separator == "\t" || dialect_.separator == " ";
}

std::size_t RecordReader::behind_blanks(std::size_t at) const {
  while (at < text_.size() && is_blank(text_[at])) ++at;
  return at;
}

bool RecordReader::is_field_end(std::size_t at) const {
  at = behind_blanks(at);
  return at == text_.size() || text_[at] == '\n' ||
         text_.compare(at, dialect_.separator.size(), dialect_.separator) == 0;
}

bool RecordReader::is_field_begin(std::size_t at) const {
  while (at > 0 && is_blank(text_[at - 1])) --at;
  if (at == 0 || text_[at - 1] == '\n') return true;
  const std::size_t size = dialect_.separator.size();
  return at >= size && text_.compare(at - size, size, dialect_.separator) == 0;
}

/// npos when no quote closes the field that begins at `from`.
std::size_t RecordReader::closing_quote(std::size_t from) {
  if (from <= no_quote_closes_before_) return std::string_view::npos;
  for (std::size_t at = text_.find('"', from); at != std::string_view::npos; at = text_.find('"', at + 1)) {
    if (at + 1 < text_.size() && text_[at + 1] == '"') {
      ++at;
      continue;
    }
    if (is_field_end(at + 1)) return at;
    if (at > from && is_field_begin(at)) {  // the next field begins: this one was never closed
      no_quote_closes_before_ = at;
      return std::string_view::npos;
    }
  }
  no_quote_closes_before_ = text_.size();
  return std::string_view::npos;
}

std::size_t RecordReader::field_end(std::size_t at) const {
  const char first = dialect_.separator.front();
  for (; at < text_.size(); ++at) {
    if (text_[at] == '\n') return at;
    if (text_[at] == first && text_.compare(at, dialect_.separator.size(), dialect_.separator) == 0)
      return at;
  }
  return at;
}

Field RecordReader::take_field(Record& record) {
  const std::size_t begin = behind_blanks(offset_);
  if (dialect_.quotes == Quotes::kAround && begin < text_.size() && text_[begin] == '"') {
    const std::size_t end = closing_quote(begin + 1);
    if (end != std::string_view::npos) {
      offset_ = behind_blanks(end + 1);
      return {{begin + 1, end}, true};
    }
    if (!record.open_quote) record.open_quote = begin;
  }
  offset_ = field_end(begin);
  std::size_t end = offset_;
  while (end > begin && is_blank(text_[end - 1])) --end;
  return {{begin, end}, false};
}

bool RecordReader::next(Record& record) {
  record.fields.clear();
  record.left_out = 0;
  record.open_quote.reset();
  record.begin = offset_;
  if (offset_ >= text_.size()) return false;
  while (true) {
    const Field field = take_field(record);
    if (record.fields.size() < kMostFields)
      record.fields.push_back(field);
    else
      ++record.left_out;
    if (offset_ >= text_.size()) return true;
    if (text_[offset_] == '\n') {
      ++offset_;
      return true;
    }
    offset_ += dialect_.separator.size();
    // A separator at the very end is followed by an empty field.
    if (offset_ >= text_.size()) {
      if (record.fields.size() < kMostFields) record.fields.push_back({{text_.size(), text_.size()}, false});
      return true;
    }
  }
}

}  // namespace rehearse
