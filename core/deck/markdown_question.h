// One question of a Markdown deck, line after line.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/deck/document.h"
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

  /// An open listing takes every line as it stands.
  bool is_in_listing() const { return listing_.has_value(); }
  void read_listing(const Line& line);
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
  };

  /// The fence that opens it: a listing ends with one as long of the same signs.
  struct Listing {
    const Line* begin;
    char mark;
    std::size_t fence;
    bool has_line;
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
  void begin_listing(const Line& line);

  const Line& line_;
  std::vector<Problem>& problems_;
  Question question_;
  QuestionSource source_;
  Place place_ = Place::kStem;
  Growing growing_;
  std::optional<Listing> listing_;
  std::size_t item_indent_ = 0;
  bool after_blank_ = false;
  Note note_;
  bool key_is_written_ = false;
  std::vector<std::string> boxes_;  // letters of the options that are ticked
};

}  // namespace rehearse::markdown
