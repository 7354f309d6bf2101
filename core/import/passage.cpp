#include "core/import/passage.h"

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/marks.h"

namespace rehearse {
namespace {

bool begins_an_item(std::string_view line) {
  if (bullet_length(line) > 0 || number_mark(line) || label(line) || section_mark(line)) return true;
  Scanner scanner(line);
  return scanner.take_one_of(U"ABCDEFGH") && scanner.take_one_of(U".、:)");
}

/// Latin words are parted by blanks, Chinese ones by nothing.
std::string_view gap(std::string_view before, std::string_view line) {
  return last_character(before) < 0x80 && static_cast<unsigned char>(line.front()) < 0x80 ? " " : "";
}

/// What stands between two lines of one field.
std::string_view joint(std::string_view before, std::string_view line, LineEnds ends) {
  const char32_t last = last_character(before);
  const bool closed = ends_sentence(last) || last == ':' || last == ';';
  if (ends == LineEnds::kMeant || closed || begins_an_item(line)) return "\n";
  return gap(before, line);
}

}  // namespace

std::string Passage::text(LineEnds ends, Listings listings, Markup markup) const {
  std::string result;
  for (const Piece& piece : pieces_) {
    if (piece.is_code) {
      if (listings == Listings::kLeftOut) continue;
      if (!result.empty()) result += '\n';
      result += piece.text;
      continue;
    }
    const bool has_markup = markup == Markup::kLeftOut && may_have_markup(piece.text);
    const std::string plain = has_markup ? without_markup(piece.text) : std::string();
    const std::string_view line = trimmed(has_markup ? std::string_view(plain) : piece.text);
    if (line.empty()) continue;
    if (piece.starts_line && !result.empty()) result += joint(result, line, ends);
    result += line;
  }
  return result;
}

std::string unwrapped(std::string_view text) {
  std::string result;
  for (std::string_view line : split_lines(text)) {
    line = trimmed(line);
    if (line.empty()) continue;
    if (!result.empty()) result += joint(result, line, LineEnds::kWrapped);
    result += line;
  }
  return result;
}

std::string as_one_line(std::string_view text) {
  std::string result;
  for (std::string_view line : split_lines(text)) {
    line = trimmed(line);
    if (line.empty()) continue;
    if (!result.empty()) result += gap(result, line);
    result += line;
  }
  return result;
}

std::string Passage::code() const {
  std::string result;
  for (const Piece& piece : pieces_) {
    if (!piece.is_code) continue;
    if (!result.empty()) result += '\n';
    result += piece.text;
  }
  return result;
}

Passage Passage::first(std::size_t count) const {
  Passage part;
  for (std::size_t i = 0; i < count && i < pieces_.size(); ++i) part.add(pieces_[i]);
  return part;
}

Passage Passage::without_first(std::size_t count) const {
  Passage part;
  for (std::size_t i = count; i < pieces_.size(); ++i) part.add(pieces_[i]);
  return part;
}

SourceSpan Passage::span_in(std::string_view whole) const {
  if (empty()) return {};
  const std::string_view last = pieces_.back().text;
  return {static_cast<std::size_t>(pieces_.front().text.data() - whole.data()),
          static_cast<std::size_t>(last.data() - whole.data()) + last.size()};
}

}  // namespace rehearse
