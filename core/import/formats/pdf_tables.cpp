#include "core/import/formats/pdf_tables.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/formats/columns.h"
#include "core/import/formats/pdf_words.h"
#include "core/import/formats/question_table.h"
#include "core/import/marks.h"

namespace rehearse {
namespace {

struct Head {
  std::size_t begin = 0, end = 0;  // words
  std::vector<std::string> names;
  std::vector<PdfWord> places;  // of the names
};

/// The line that begins at a word, its cells parted by more than a blank.
Head head_at(const std::vector<PdfWord>& words, std::size_t begin) {
  constexpr double kWidestBlank = 0.7;  // of the height of a word
  Head head{begin, begin, {}, {}};
  for (std::size_t i = begin; i < words.size() && (i == begin || is_beside(words[i - 1], words[i])); ++i) {
    const bool is_same_cell =
        i > begin && words[i].left - words[i - 1].right < kWidestBlank * words[i].height();
    if (is_same_cell) {
      head.names.back() += ' ' + words[i].text;
      head.places.back().right = words[i].right;
    } else {
      head.names.push_back(words[i].text);
      head.places.push_back(words[i]);
    }
    head.end = i + 1;
  }
  return head;
}

/// A name in a narrow column is set on several lines, before the others: 序 and 号.
void add_narrow_name(const std::vector<PdfWord>& words, Head& head) {
  std::string name;
  std::size_t begin = head.begin;
  while (begin > 0) {
    const PdfWord& word = words[begin - 1];
    const PdfWord& first = head.places.front();
    const bool is_left = word.page == first.page && word.right < first.left &&
                         word.bottom > first.top - first.height() && word.top < first.bottom + first.height();
    if (!is_left) break;
    name = word.text + name;
    --begin;
  }
  if (name.empty()) return;
  head.names.insert(head.names.begin(), name);
  head.places.insert(head.places.begin(), words[begin]);
  head.begin = begin;
}

bool names_questions(const Head& head) {
  if (head.names.size() < 2) return false;
  const auto columns = columns_by_name(head.names);
  return columns && has_role(*columns, ColumnRole::kStem) &&
         (has_role(*columns, ColumnRole::kAnswer) || has_role(*columns, ColumnRole::kKey));
}

constexpr double kFarthest = 4;  // heights below the last row: no part of the table

/// In the middle of the widest strip between two names that no word of the page below reaches into. Names are
/// often centred: where they begin says nothing.
std::optional<double> column_border(const std::vector<PdfWord>& words, const Head& head,
                                    std::size_t left_name) {
  const double from = head.places[left_name].middle(), to = head.places[left_name + 1].middle();
  std::vector<std::pair<double, double>> taken{{from, from}};
  double bottom = head.places.front().bottom;
  for (std::size_t i = head.end; i < words.size() && words[i].page == words[head.begin].page; ++i) {
    const PdfWord& word = words[i];
    if (word.is_furniture) continue;
    if (word.top > bottom + kFarthest * word.height()) break;
    if (word.left < from && word.right > to) break;
    bottom = std::max(bottom, word.bottom);
    if (word.right > from && word.left < to) taken.emplace_back(word.left, word.right);
  }
  std::sort(taken.begin(), taken.end());
  std::optional<double> border;
  double widest = 0, reached = from;
  for (const auto& [left, right] : taken) {
    if (left - reached > widest) {
      widest = left - reached;
      border = (left + reached) / 2;
    }
    reached = std::max(reached, right);
  }
  if (!border && reached < to) border = (reached + to) / 2;
  return border;
}

bool begins_item(std::string_view line) { return bullet_length(line) > 0 || number_mark(line).has_value(); }

/// Adds a word to the text of its cell.
void add_word(std::string& cell, const PdfWord* before, const PdfWord& word) {
  if (cell.empty() || before == nullptr) {
    cell += word.text;
    return;
  }
  const bool same_line = is_beside(*before, word);
  const bool latin = last_character(cell) < 0x80 && static_cast<unsigned char>(word.text.front()) < 0x80;
  if (!same_line && begins_item(word.text))
    cell += '\n';
  else if (same_line ? word.left - before->right > word.height() / 10 : latin)
    cell += ' ';
  cell += word.text;
}

/// Cell after cell; a row ends where a column further left begins below all of it.
class RowReader {
 public:
  RowReader(const std::vector<PdfWord>& words, const Head& head, std::vector<double> borders)
      : words_(words), head_(head), borders_(std::move(borders)) {
    rows_.push_back(head.names);
  }

  /// The word behind the table.
  std::size_t read() {
    std::size_t at = head_.end;
    for (; at < words_.size() && (words_[at].is_furniture || belongs(words_[at])); ++at) {
      if (words_[at].is_furniture) continue;
      if (const auto repeated = head_again(at)) {
        at = *repeated - 1;
        continue;
      }
      take(words_[at]);
    }
    return at;
  }
  const std::vector<TableRow>& rows() const { return rows_; }

 private:
  std::size_t column_of(const PdfWord& word) const {
    return static_cast<std::size_t>(std::lower_bound(borders_.begin(), borders_.end(), word.middle()) -
                                    borders_.begin());
  }

  bool belongs(const PdfWord& word) const {
    const bool crosses = std::any_of(borders_.begin(), borders_.end(), [&](double border) {
      return word.left < border - 1 && word.right > border + 1;
    });
    const bool is_far =
        last_ != nullptr && word.page == last_->page && word.top > bottom_ + kFarthest * word.height();
    return !crosses && !is_far;
  }

  /// Behind the same names on another page.
  std::optional<std::size_t> head_again(std::size_t at) const {
    std::size_t i = at;
    for (std::size_t j = head_.begin; j < head_.end; ++j, ++i)
      if (i >= words_.size() || words_[i].page == words_[head_.begin].page ||
          words_[i].text != words_[j].text)
        return std::nullopt;
    return i;
  }

  void take(const PdfWord& word) {
    const std::size_t column = column_of(word);
    const bool is_new_page = last_ != nullptr && word.page != last_->page;
    const bool is_below = is_new_page || word.top > bottom_ - word.height() / 3;
    if (last_ == nullptr || (column < column_ && is_below)) {
      rows_.emplace_back(head_.names.size());
      bottom_ = word.bottom;
      last_ = nullptr;
    }
    bottom_ = is_new_page ? word.bottom : std::max(bottom_, word.bottom);
    add_word(rows_.back()[column], column == column_ ? last_ : nullptr, word);
    column_ = column;
    last_ = &word;
  }

  const std::vector<PdfWord>& words_;
  const Head& head_;
  std::vector<double> borders_;
  std::vector<TableRow> rows_;
  const PdfWord* last_ = nullptr;
  std::size_t column_ = 0;
  double bottom_ = 0;  // of the row that is open
};

}  // namespace

bool may_hold_question_table(std::string_view raw_text) {
  constexpr std::size_t kLongestHead = 120;  // bytes
  const std::vector<std::string_view> lines = split_lines(raw_text);
  return std::any_of(lines.begin(), lines.end(), [](std::string_view line) {
    if (line.size() > kLongestHead || line.find(' ') == std::string_view::npos) return false;
    const std::string folded = case_folded(line);
    return contains_any(folded, {"题", "问", "question"}) && contains_any(folded, {"答", "answer"});
  });
}

std::vector<PdfTable> question_tables(std::string_view raw_text, std::string_view boxes) {
  const std::vector<PdfWord> words = words_of_pdf(raw_text, boxes);
  std::vector<PdfTable> tables;
  constexpr std::size_t kMostTables = 1000;
  for (std::size_t i = 0; i < words.size() && tables.size() < kMostTables;) {
    const bool begins_line = i == 0 || !is_beside(words[i - 1], words[i]);
    Head head = begins_line ? head_at(words, i) : Head();
    if (!begins_line || !names_questions(head)) {
      ++i;
      continue;
    }
    add_narrow_name(words, head);
    std::vector<double> borders;
    for (std::size_t name = 0; name + 1 < head.places.size(); ++name)
      if (const auto border = column_border(words, head, name)) borders.push_back(*border);
    i = head.end;
    if (borders.size() + 1 != head.places.size()) continue;
    RowReader reader(words, head, std::move(borders));
    const std::size_t behind = reader.read();
    const auto lines = lines_of_question_table(reader.rows());
    if (!lines || behind == head.end) continue;
    tables.push_back({words[head.begin].begin, words[behind - 1].end, *lines});
    i = behind;
  }
  return tables;
}

}  // namespace rehearse
