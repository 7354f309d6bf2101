// A field of a question while it is being read: stretches of the text in document order.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/deck/document.h"

namespace rehearse {

/// How the lines of a text are meant.
enum class LineEnds {
  kMeant,    // a line is a paragraph or an item
  kWrapped,  // lines end where the page ended: a sentence goes on in the next one
};

enum class Listings { kKept, kLeftOut };

enum class Markup { kKept, kLeftOut };

class Passage {
 public:
  struct Piece {
    std::string_view text;  // a piece of the repaired text
    bool starts_line = true;
    bool is_code = false;
  };

  void add(Piece piece) {
    if (!piece.text.empty()) pieces_.push_back(piece);
  }
  bool empty() const { return pieces_.empty(); }
  const std::vector<Piece>& pieces() const { return pieces_; }

  /// Paragraphs as lines.
  std::string text(LineEnds ends, Listings listings = Listings::kKept,
                   Markup markup = Markup::kLeftOut) const;
  /// The listings in it, lines kept.
  std::string code() const;
  /// The first `count` pieces, and the others.
  Passage first(std::size_t count) const;
  Passage without_first(std::size_t count) const;

  /// From its first to its last byte; `whole` is the text it was read from.
  SourceSpan span_in(std::string_view whole) const;

 private:
  std::vector<Piece> pieces_;
};

/// Joins the lines of `text` where a sentence goes on in the next one, as LineEnds::kWrapped says.
std::string unwrapped(std::string_view text);
/// All lines of `text` as one: Latin words parted by a blank, Chinese ones by nothing.
std::string as_one_line(std::string_view text);

}  // namespace rehearse
