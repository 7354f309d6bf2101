// Lines of Markdown out of what word processors and pages are made of: runs, items, listings, tables. What
// comes out is what read_text() reads; see ExtractedText.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/import/formats/question_table.h"

namespace rehearse {

class MarkdownWriter {
 public:
  /// A stretch of one line, valid UTF-8 without line ends, its blanks kept.
  void text(std::string_view text);
  /// The next text begins a line.
  void end_line();

  /// Text between them is bold. Pairs may nest. A line that is bold as a whole and longer than a heading is
  /// only typeset so: it stays plain.
  void open_bold() { ++bold_; }
  void close_bold();

  /// What the next line with text begins with, such as "## " or "- ". An earlier one that met no text is
  /// forgotten.
  void begin_line(std::string prefix);

  /// What the line that is being written begins with, known only now.
  void put_first(std::string prefix) { prefix_ = std::move(prefix); }

  /// A box to tick, with what is ticked behind it: an item, in the list or of its own.
  enum class Box { kEmpty, kTicked };
  void box(Box box);

  /// Lines of the listing as they are.
  void listing(std::string_view text);

  /// Rows of cells; a table of questions comes out as their lines (question_table.h). A table that only lays
  /// a page out comes out as the lines of its cells: one with a single column or with another table or a
  /// listing inside, and one of two columns with several lines in a cell.
  void open_table();
  void open_row();
  void open_cell();
  void close_table();

  bool at_line_start() const { return line_.empty() && blanks_.empty(); }
  /// 0 at the start of a line.
  char32_t last_character() const;

  /// Ends the line, and any open table as lines. Where the text now ends, in bytes.
  std::size_t settle();
  /// Lines written so far; those of open tables are not, unless these only lay out.
  std::size_t lines();
  /// Everything written, each line with its end.
  std::string take();

 private:
  using Cell = std::vector<std::string>;  // its lines
  struct Table {
    std::vector<std::vector<Cell>> rows;
    bool only_lays_out = false;  // and has been written as far as it was read
  };

  void put_line(std::string line);
  void put_rows(const std::vector<TableRow>& rows);
  void lay_out_tables();

  std::string text_;
  std::size_t lines_ = 0;      // in text_ up to counted_
  std::size_t counted_ = 0;    // bytes
  std::vector<Table> tables_;  // open ones, the innermost last: the only one that may still hold rows
  std::string prefix_;
  std::string line_;
  std::string blanks_;  // behind the line's text: dropped when nothing follows
  std::size_t bold_ = 0;
  bool in_bold_ = false;  // the line has an open **
};

}  // namespace rehearse
