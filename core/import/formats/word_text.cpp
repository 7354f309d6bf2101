#include "core/import/formats/word_text.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "core/base/text.h"
#include "core/import/formats/media.h"
#include "core/import/formats/plain_characters.h"
#include "core/import/formats/word_elements.h"
#include "core/import/formats/word_symbols.h"

namespace rehearse {
namespace {

/// A font of pictures: its letters are no letters.
bool is_symbol_font(std::string_view font) {
  return font.substr(0, 9) == "Wingdings" || font.substr(0, 8) == "Webdings" || font == "Symbol";
}

std::string_view font_of(pugi::xml_node properties) {
  const std::string_view font = attribute_of(child_of(properties, "rFonts"), "ascii");
  return is_symbol_font(font) ? font : std::string_view();
}

/// Characters of a symbol font as what they show; line ends of the XML as blanks.
std::string shown_text(std::string_view text, std::string_view font) {
  std::string shown;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    const bool is_symbol = (c >= 0xF020 && c <= 0xF0FF) || (!font.empty() && c > 0x20 && c < 0x100);
    if (is_symbol)
      shown += symbol_text(font.empty() ? "Wingdings" : font, static_cast<unsigned>(c));
    else
      append_utf8(shown, c == '\n' || c == '\r' ? U' ' : c);
  }
  return shown;
}

bool is_inside(pugi::xml_node parent, std::string_view name) {
  return static_cast<bool>(child_of(parent, name));
}

}  // namespace

std::string WordText::read(pugi::xml_node body) {
  walk(body);
  read_boxes();  // of drawings that stand in no paragraph
  return writer_.take();
}

void WordText::walk(pugi::xml_node root) {
  pugi::xml_node node = root.first_child();
  while (node) {
    if (enter(node) == Step::kInside) {
      if (node.first_child()) {
        node = node.first_child();
        continue;
      }
      leave(node);
    }
    while (node != root && !node.next_sibling()) {
      node = node.parent();
      if (node != root) leave(node);
    }
    if (node == root) break;
    node = node.next_sibling();
  }
}

WordText::Step WordText::enter(pugi::xml_node node) {
  if (node.type() != pugi::node_element) return Step::kOver;
  switch (word_element(local_name(node))) {
    case WordElement::kOther: return Step::kInside;
    case WordElement::kParagraph: return enter_paragraph(node);
    case WordElement::kRun: return enter_run(node);
    case WordElement::kText: put_text(node.child_value()); break;
    case WordElement::kTab: put_text("\t"); break;
    case WordElement::kBreak: writer_.end_line(); break;
    case WordElement::kHyphen: put_plain("-"); break;
    case WordElement::kSymbol: {
      const std::string_view code = attribute_of(node, "char");
      unsigned value = 0;
      std::from_chars(code.data(), code.data() + code.size(), value, 16);
      put_plain(symbol_text(attribute_of(node, "font"), value));
      break;
    }
    case WordElement::kFieldMark: read_field_mark(node); break;
    case WordElement::kFieldInstruction: fields_.add_instruction(node.child_value()); break;
    case WordElement::kSimpleField:
      if (!is_page_number(attribute_of(node, "instr"))) return Step::kInside;
      break;
    case WordElement::kTable:
      ++tables_;
      writer_.open_table();
      return Step::kInside;
    case WordElement::kRow:
      if (is_inside(child_of(node, "trPr"), "del")) break;
      writer_.open_row();
      return Step::kInside;
    case WordElement::kCell: writer_.open_cell(); return Step::kInside;
    case WordElement::kControl: return enter_control(node);
    case WordElement::kChoice:
      if (child_of(node.parent(), "Choice") == node) return Step::kInside;
      break;
    case WordElement::kFallback:
      if (!is_inside(node.parent(), "Choice")) return Step::kInside;
      break;
    case WordElement::kTextBox: boxes_.push_back(node); break;
    case WordElement::kObjectName: object_name_ = std::string(attribute_of(node, "descr")); break;
    case WordElement::kPicture: put_picture(attribute_of(node, "embed"), object_name_); break;
    case WordElement::kOldPicture: put_picture(attribute_of(node, "id"), attribute_of(node, "title")); break;
    case WordElement::kLeftOut: break;
  }
  return Step::kOver;
}

void WordText::leave(pugi::xml_node node) {
  switch (word_element(local_name(node))) {
    case WordElement::kParagraph:
      writer_.begin_line({});
      if (tables_ == 0) end_place(VisiblePlace::kParagraph);
      fields_.clear();
      read_boxes();
      break;
    case WordElement::kRun:
      if (runs_.back().is_bold) writer_.close_bold();
      runs_.pop_back();
      break;
    case WordElement::kTable:
      writer_.close_table();
      if (--tables_ == 0) end_place(VisiblePlace::kTable);
      break;
    default: break;
  }
}

/// What wrote no line is not seen.
void WordText::end_place(VisiblePlace::Kind kind) {
  const std::size_t lines = writer_.lines();
  if (lines > lines_before_) places_.push_back({lines_before_ + 1, kind, ++counts_[kind]});
  lines_before_ = lines;
}

/// A box inside a box joins those that wait: depth costs no stack.
void WordText::read_boxes() {
  if (std::exchange(reads_boxes_, true)) return;
  while (!boxes_.empty()) {
    const pugi::xml_node box = boxes_.front();
    boxes_.pop_front();
    walk(box);
  }
  reads_boxes_ = false;
}

WordText::Step WordText::enter_paragraph(pugi::xml_node paragraph) {
  const pugi::xml_node properties = child_of(paragraph, "pPr");
  std::string style(attribute_of(child_of(properties, "pStyle"), "val"));
  if (style.empty()) style = styles_.default_style();
  if (styles_.is_contents(style)) return Step::kOver;
  ListReference list = list_reference_in(properties);
  const ListReference of_style = styles_.list(style);
  if (!list.list) list.list = of_style.list;
  if (!list.level) list.level = of_style.level;
  const std::size_t heading = heading_level_in(properties).value_or(styles_.heading_level(style));
  std::string prefix;
  if (heading > 0 && tables_ == 0) prefix = std::string(heading, '#') + ' ';
  if (list.list) prefix += numbering_.next(list, style);
  writer_.begin_line(std::move(prefix));
  gap_is_open_ = false;
  return Step::kInside;
}

WordText::Step WordText::enter_run(pugi::xml_node run) {
  const pugi::xml_node properties = child_of(run, "rPr");
  if (is_on(child_of(properties, "vanish"))) return Step::kOver;
  Run entered;
  entered.is_bold = is_on(child_of(properties, "b"));
  entered.is_underlined = is_on(child_of(properties, "u"));
  entered.font = font_of(properties);
  if (entered.is_bold) writer_.open_bold();
  runs_.push_back(entered);
  return Step::kInside;
}

WordText::Step WordText::enter_control(pugi::xml_node control) {
  const pugi::xml_node properties = child_of(control, "sdtPr");
  if (is_on(child_of(properties, "showingPlcHdr"))) return Step::kOver;  // "click here to enter text"
  const pugi::xml_node box = child_of(properties, "checkbox");
  if (!box) return Step::kInside;
  const bool is_ticked = attribute_of(child_of(box, "checked"), "val") == "1";
  writer_.box(is_ticked ? MarkdownWriter::Box::kTicked : MarkdownWriter::Box::kEmpty);
  return Step::kOver;
}

void WordText::read_field_mark(pugi::xml_node mark) {
  const std::string_view type = attribute_of(mark, "fldCharType");
  if (type == "begin") {
    fields_.begin();
    if (const pugi::xml_node box = child_of(child_of(mark, "ffData"), "checkBox")) {
      const pugi::xml_node checked = child_of(box, "checked");
      const bool is_ticked = is_on(checked ? checked : child_of(box, "default"));
      writer_.box(is_ticked ? MarkdownWriter::Box::kTicked : MarkdownWriter::Box::kEmpty);
    }
  } else if (type == "separate") {
    fields_.separate();
  } else if (type == "end") {
    put_plain(fields_.end());
  }
}

void WordText::put_text(std::string_view text) {
  if (fields_.hides_text()) return;
  const Run run = runs_.empty() ? Run() : runs_.back();
  const std::string plain = plain_characters(text);
  // A line to write on is underlined blanks.
  const bool is_gap = run.is_underlined && trimmed(plain).empty() && (plain != " " || gap_is_open_);
  if (is_gap)
    put_gap();
  else
    put_plain(shown_text(plain, run.font));
}

void WordText::put_plain(std::string_view text) {
  if (text.empty()) return;
  gap_is_open_ = false;
  writer_.text(text);
}

void WordText::put_gap() {
  if (!gap_is_open_) writer_.text("____");
  gap_is_open_ = true;
}

void WordText::put_picture(std::string_view relationship, std::string_view title) {
  std::string name = plain_characters(title);
  const auto target = targets_.find(std::string(relationship));
  if (name.empty() && target != targets_.end()) name = plain_characters(target->second);
  put_plain(placeholder(Medium::kPicture, name));
  object_name_.clear();
}

}  // namespace rehearse
