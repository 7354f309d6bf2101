#include "gui/window/study/formatted_text.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

// Logical units.
constexpr float kBetweenBlocks = 8;
constexpr float kCodePadding = 12;
constexpr float kCellPaddingX = 10;
constexpr float kCellPaddingY = 5;
constexpr float kCodeLine = 1.5f;         // em
constexpr float kDeepestIndent = 0.5f;    // of the width: what is indented further would have no room
constexpr float kNarrowestColumn = 2.0f;  // em

enum class Pass { kMeasure, kDraw };

/// Puts blocks below each other; both passes go the same way, so that what was measured is what is drawn.
class Layout {
 public:
  Layout(Ui& ui, const TextStyle& style, float width, Pass pass)
      : ui_(ui), style_(style), width_(width), pass_(pass) {}

  float place(float x, float y, const FormattedText& text) {
    const float top = y;
    for (const TextBlock& block : text.blocks()) {
      if (y > top) y += std::round(ui_.px(kBetweenBlocks));
      switch (block.kind) {
        case TextBlock::Kind::kText:
          y += paragraph(style_.font, x, y, width_, style_.colour, block.text, style_.line_height);
          break;
        case TextBlock::Kind::kCode: y += listing(x, y, block.code); break;
        case TextBlock::Kind::kTable: y += table(x, y, block.rows); break;
      }
    }
    return y - top;
  }

 private:
  float paragraph(Font font, float x, float y, float width, ImU32 colour, std::string_view text,
                  float line_height) {
    return pass_ == Pass::kDraw ? draw_paragraph(ui_, font, x, y, width, colour, text, line_height)
                                : paragraph_height(ui_, font, width, text, line_height);
  }

  /// A line that is wrapped keeps its indentation.
  float code(float x, float y, float width, const std::vector<CodeLine>& lines) {
    const float column = ui_.fonts.width(Font::kCode, " ");
    const float empty_line = std::round(kCodeLine * ui_.fonts.em(Font::kCode));
    const float top = y;
    for (const CodeLine& line : lines) {
      const float indent = std::min(column * static_cast<float>(line.indent), width * kDeepestIndent);
      y += line.text.empty()
               ? empty_line
               : paragraph(Font::kCode, x + indent, y, width - indent, ui_.theme.text, line.text, kCodeLine);
    }
    return y - top;
  }

  float listing(float x, float y, const std::vector<CodeLine>& lines) {
    const float padding = std::round(ui_.px(kCodePadding));
    const float inner = width_ - 2 * padding;
    const float height = Layout(ui_, style_, width_, Pass::kMeasure).code(0, 0, inner, lines) + 2 * padding;
    if (pass_ == Pass::kMeasure) return height;
    fill(ui_, {x, y, width_, height}, ui_.theme.background, kRowRadius);
    code(x + padding, y + padding, inner, lines);
    return height;
  }

  /// Pixels for the text of each column: as wide as it is where all fit, else the wide ones share what is
  /// left.
  std::vector<float> column_widths(const std::vector<std::vector<std::string>>& rows) {
    std::vector<float> widths(rows.front().size(), 0);
    for (const auto& row : rows)
      for (std::size_t i = 0; i < row.size(); ++i)
        widths[i] = std::max(widths[i], std::ceil(ui_.fonts.width(Font::kCode, row[i])));
    const auto count = static_cast<float>(widths.size());
    float room = width_ - count * 2 * ui_.px(kCellPaddingX);
    const float narrowest = kNarrowestColumn * ui_.fonts.em(Font::kCode);
    for (float& width : widths) width = std::max(width, narrowest);
    // From the narrowest: what a column does not need of its even share is the others'.
    std::vector<float*> by_width;
    for (float& width : widths) by_width.push_back(&width);
    std::sort(by_width.begin(), by_width.end(), [](const float* a, const float* b) { return *a < *b; });
    for (std::size_t i = 0; i < by_width.size(); ++i) {
      const float share = std::max(1.0f, std::floor(room / static_cast<float>(by_width.size() - i)));
      *by_width[i] = std::min(*by_width[i], share);
      room -= *by_width[i];
    }
    return widths;
  }

  float table(float x, float y, const std::vector<std::vector<std::string>>& rows) {
    const std::vector<float> widths = column_widths(rows);
    const float padding_x = ui_.px(kCellPaddingX), padding_y = std::round(ui_.px(kCellPaddingY));
    std::vector<float> heights;
    float width = 0, height = 0;
    for (const float column : widths) width += column + 2 * padding_x;
    for (const auto& row : rows) {
      float highest = std::round(kCodeLine * ui_.fonts.em(Font::kCode));
      for (std::size_t i = 0; i < row.size(); ++i)
        highest = std::max(highest, paragraph_height(ui_, Font::kCode, widths[i], row[i], kCodeLine));
      heights.push_back(highest + 2 * padding_y);
      height += heights.back();
    }
    if (pass_ == Pass::kMeasure) return height;
    fill(ui_, {x, y, width, height}, ui_.theme.background, kRowRadius);
    float row_y = y;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      if (r > 0) horizontal_line(ui_, x, row_y, width);
      float cell_x = x;
      for (std::size_t i = 0; i < widths.size(); ++i) {
        draw_paragraph(ui_, Font::kCode, cell_x + padding_x, row_y + padding_y, widths[i],
                       r == 0 ? ui_.theme.muted : ui_.theme.text, rows[r][i], kCodeLine);
        cell_x += widths[i] + 2 * padding_x;
      }
      row_y += heights[r];
    }
    outline(ui_, {x, y, width, height}, ui_.theme.border, kRowRadius);
    return height;
  }

  Ui& ui_;
  const TextStyle& style_;
  float width_;
  Pass pass_;
};

}  // namespace

FormattedText FormattedText::listing(std::string_view code) {
  FormattedText text;
  TextBlock block{TextBlock::Kind::kCode, {}, code_lines(code), {}};
  if (!block.code.empty()) text.blocks_.push_back(std::move(block));
  return text;
}

float draw_formatted(Ui& ui, const TextStyle& style, float x, float y, float width,
                     const FormattedText& text) {
  return Layout(ui, style, width, Pass::kDraw).place(x, y, text);
}

float formatted_height(Ui& ui, const TextStyle& style, float width, const FormattedText& text) {
  return Layout(ui, style, width, Pass::kMeasure).place(0, 0, text);
}

}  // namespace rehearse
