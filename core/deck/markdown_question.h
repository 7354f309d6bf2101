// One question of a Markdown deck, line after line.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/deck/document.h"
#include "core/deck/markdown_fence.h"
#include "core/deck/markdown_items.h"
#include "core/deck/markdown_lines.h"
#include "core/deck/markdown_words.h"

namespace rehearse::markdown {

class QuestionReader {
 public:
  /// `line`: its heading, which must outlive this, as `problems` must. What is not understood goes there.
  QuestionReader(const Line& line, std::string_view stem, std::string section,
                 std::vector<Problem>& problems);
  QuestionReader(const QuestionReader&) = delete;
  QuestionReader& operator=(const QuestionReader&) = delete;

  /// True when an open listing took the line, as it stands: the question's, or one inside an item or the
  /// analysis.
  bool take_into_listing(const Line& line);
  /// A blank line outside listings: it only parts.
  void skip_blank() { after_blank_ = true; }
  /// True for a line that stands further in than the list item above it: no heading and no rule, whatever its
  /// look.
  bool is_in_item(const Line& line) const;
  /// Any other line that is no heading and no comment.
  void read(const Line& line);

  /// Settles kind and key, and says what the question lacks.
  void finish();
  Question& question() { return question_; }
  QuestionSource& source() { return source_; }

 private:
  /// What the line before belongs to.
  enum class Place { kStem, kItems, kAnswer, kKey, kCriteria, kAnalysis };

  /// A text that grows line by line. An item without lines stays empty.
  struct Growing {
    std::string* text = nullptr;
    bool has_line = false;

    void add(std::string_view line);
    /// Without undoing escapes.
    void add_as_it_stands(std::string_view line);
  };

  struct Listing {
    const Line* begin;
    Fence fence;
    Growing code;               // of the question; nothing: it belongs to the text that grows, fences and all
    std::size_t indent = 0;     // columns that are none of the listing's
    bool ends_outside = false;  // with a line that is not indented so far
  };

  void report(const Line& line, std::string code, Words message);
  void check();
  void read_in_question(const Line& line);
  void read_plain(const Line& line);
  void read_more(const Line& line);
  void read_item(const Line& line, std::string_view item);
  void read_option(const OptionLine& line);
  void read_point(const PointLine& line);
  void read_answer(const Line& line);
  void read_label(const Line& line, DeckLabel label, std::string_view rest);
  void read_letters(std::string_view text);
  bool read_note(const Line& line);

  // markdown_listing.cpp
  void begin_listing(const Line& line, Fence fence);
  void begin_listing_in_item(const Line& line, Fence fence);
  void read_listing(const Line& line);
  void report_open_listing();

  const Line& line_;
  std::vector<Problem>& problems_;
  Question question_;
  QuestionSource source_;
  Place place_ = Place::kStem;
  Growing growing_;
  std::optional<Listing> listing_;
  std::optional<Fence> quoted_fence_;  // of an open listing inside a quoted answer
  bool is_left_out_ = false;           // the paragraph that is read
  std::size_t item_indent_ = 0;
  bool after_blank_ = false;
  Note note_;
  bool key_is_written_ = false;
  std::vector<std::string> boxes_;  // letters of the options that are ticked
};

}  // namespace rehearse::markdown
