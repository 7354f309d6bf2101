// The body of a Word document as Markdown, in the order one reads it.
#pragma once

#include <array>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/import/formats/markdown_writer.h"
#include "core/import/formats/word_fields.h"
#include "core/import/formats/word_numbering.h"
#include "core/import/formats/word_styles.h"
#include "core/import/formats/xml_part.h"
#include "core/import/visible_places.h"

namespace rehearse {

/// Changes are taken as accepted: what was deleted is left out. So are headers, footers, notes and hidden
/// text. A text box follows the paragraph it is anchored in. Pictures leave a placeholder.
class WordText {
 public:
  /// `targets`: of the main part's relationships, by id. All must outlive this.
  WordText(const WordStyles& styles, WordNumbering numbering,
           const std::map<std::string, std::string>& targets)
      : styles_(styles), numbering_(std::move(numbering)), targets_(targets) {}

  /// Walks without recursion: depth costs no stack. Each line has its end.
  std::string read(pugi::xml_node body);
  /// After that: the paragraphs with text outside tables, and the tables, as they are counted on the page.
  std::vector<VisiblePlace> take_places() { return std::move(places_); }

 private:
  enum class Step { kInside, kOver };
  struct Run {
    bool is_bold = false;
    bool is_underlined = false;
    std::string_view font;
  };

  void walk(pugi::xml_node root);
  Step enter(pugi::xml_node node);
  void leave(pugi::xml_node node);
  void read_boxes();
  void end_place(VisiblePlace::Kind kind);
  Step enter_paragraph(pugi::xml_node paragraph);
  Step enter_run(pugi::xml_node run);
  Step enter_control(pugi::xml_node control);
  void read_field_mark(pugi::xml_node mark);
  void put_text(std::string_view text);
  void put_plain(std::string_view text);
  void put_gap();
  void put_picture(std::string_view relationship, std::string_view title);

  const WordStyles& styles_;
  WordNumbering numbering_;
  const std::map<std::string, std::string>& targets_;
  MarkdownWriter writer_;
  WordFields fields_;
  std::vector<Run> runs_;             // the open ones: what stands above a character is a run in a run
  std::deque<pugi::xml_node> boxes_;  // text boxes met, not yet read
  bool reads_boxes_ = false;
  std::string object_name_;  // of the drawing around a picture
  std::size_t tables_ = 0;   // open ones
  std::vector<VisiblePlace> places_;
  std::size_t lines_before_ = 0;         // the paragraph or the table that is open
  std::array<std::size_t, 2> counts_{};  // of paragraphs and tables that were closed
  bool gap_is_open_ = false;             // the last text was a gap: one more underlined blank belongs to it
};

}  // namespace rehearse
