// Text broken into lines the Chinese way: any two ideographs may part, but no line starts with a comma.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gui/window/text/fonts.h"

namespace rehearse {

/// Bytes [begin, end) of the paragraph's text, its blanks and line end included; `width` in pixels is
/// that of what is seen, without them.
struct TextLine {
  std::size_t begin = 0;
  std::size_t end = 0;
  float width = 0;
};

/// The lines cover `text` without a gap. None is wider than `width`, except a single character that is.
/// UAX #14 by ICU; a word longer than a line is cut anywhere.
std::vector<TextLine> break_lines(Fonts& fonts, Font font, std::string_view text, float width);

/// `text` of a line without its line end.
std::string_view seen_part(std::string_view text, const TextLine& line);

/// Remembers broken paragraphs: the same ones are drawn in every frame. Of those not drawn lately no more
/// than `most_bytes` stay.
class ParagraphCache {
 public:
  explicit ParagraphCache(Fonts& fonts, std::size_t most_bytes = std::size_t{1} << 20)
      : fonts_(fonts), most_bytes_(most_bytes) {}

  /// Stays where it is while paragraphs of most_bytes are asked for.
  const std::vector<TextLine>& lines(Font font, std::string_view text, float width);
  /// After the scale changed.
  void clear();
  /// What the paragraphs take, about.
  std::size_t bytes() const { return recent_bytes_ + older_bytes_; }

 private:
  struct Key {
    Font font;
    float width;
    std::string text;
  };
  struct KeyView {
    Font font;
    float width;
    std::string_view text;
    KeyView(Font f, float w, std::string_view t) : font(f), width(w), text(t) {}
    KeyView(const Key& key) : font(key.font), width(key.width), text(key.text) {}
    bool operator==(const KeyView&) const = default;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(const KeyView& key) const;
  };
  struct Equal {
    using is_transparent = void;
    bool operator()(const KeyView& a, const KeyView& b) const { return a == b; }
  };

  using Paragraphs = std::unordered_map<Key, std::vector<TextLine>, Hash, Equal>;

  Paragraphs::iterator remember(Paragraphs::node_type paragraph);

  Fonts& fonts_;
  std::size_t most_bytes_;
  // What was asked for since the last turn, and before it. At a turn the older ones go.
  Paragraphs recent_, older_;
  std::size_t recent_bytes_ = 0, older_bytes_ = 0;
};

}  // namespace rehearse
