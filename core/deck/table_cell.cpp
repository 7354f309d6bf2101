#include "core/deck/table_cell.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/deck/markdown_items.h"
#include "core/deck/markdown_text.h"

namespace rehearse {
namespace {

using markdown::escaped;
using markdown::escaped_lines;
using markdown::unescaped;

constexpr std::string_view kBullet = "•";

bool begins_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

void add_item(std::string& cell, std::string_view head, const std::vector<std::string>& lines) {
  if (!cell.empty()) cell += '\n';
  cell += kBullet;
  cell += ' ';
  cell += head;
  for (std::size_t i = 0; i < lines.size(); ++i) cell += (i == 0 ? "" : "\n  ") + lines[i];
}

/// The escaped lines of each item, without marks and indents; none when the cell is no list.
std::vector<std::vector<std::string_view>> items_in(std::string_view cell) {
  std::vector<std::vector<std::string_view>> items;
  for (std::string_view line : split_lines(cell)) {
    if (begins_with(line, kBullet)) {
      items.push_back({markdown::without_blanks(line.substr(kBullet.size()))});
    } else if (items.empty()) {
      return {};
    } else {
      items.back().push_back(markdown::without_blanks(line));
    }
  }
  return items;
}

std::string joined(std::string_view first, const std::vector<std::string_view>& item) {
  std::string text = unescaped(first);
  for (std::size_t i = 1; i < item.size(); ++i) text += "\n" + unescaped(item[i]);
  return text;
}

/// The apostrophes at the front, and whether a sign that a spreadsheet computes from stands behind them.
bool may_be_formula(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
  for (std::string_view sign : {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"})
    if (begins_with(text, sign)) return true;
  return false;
}

}  // namespace

std::string list_cell(const std::vector<std::string>& items) {
  std::string cell;
  for (const std::string& item : items) add_item(cell, "", escaped_lines(item));
  return cell;
}

std::optional<std::vector<std::string>> list_in_cell(std::string_view cell) {
  const auto items = items_in(cell);
  if (items.empty()) return std::nullopt;
  std::vector<std::string> texts;
  for (const auto& item : items) texts.push_back(joined(item.front(), item));
  return texts;
}

std::string points_cell(const std::vector<KeyPoint>& points) {
  std::string cell;
  for (const KeyPoint& point : points) {
    const bool plain = point.cue.find(':') == std::string::npos && point.cue.find("：") == std::string::npos;
    const std::string cue = escaped(point.cue);
    add_item(cell, (plain ? cue : "**" + cue + "**") + (plain && point.detail.empty() ? "" : "："),
             escaped_lines(point.detail));
  }
  return cell;
}

std::optional<std::vector<KeyPoint>> points_in_cell(std::string_view cell) {
  const auto items = items_in(cell);
  if (items.empty()) return std::nullopt;
  std::vector<KeyPoint> points;
  for (const auto& item : items) {
    const markdown::PointLine line = markdown::point_in(item.front());
    points.push_back({line.cue, joined(line.detail, item)});
  }
  return points;
}

std::string with_formula_guard(std::string_view text) {
  return may_be_formula(text) ? "'" + std::string(text) : std::string(text);
}

std::string_view without_formula_guard(std::string_view cell) {
  return !cell.empty() && cell.front() == '\'' && may_be_formula(cell) ? cell.substr(1) : cell;
}

}  // namespace rehearse
