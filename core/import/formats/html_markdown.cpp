#include "core/import/formats/html_markdown.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/formats/html_elements.h"
#include "core/import/formats/html_events.h"
#include "core/import/formats/html_words.h"
#include "core/import/formats/list_numbers.h"
#include "core/import/formats/markdown_writer.h"
#include "core/import/formats/media.h"
#include "core/import/formats/plain_characters.h"

namespace rehearse {
namespace {

/// What the answer to is folded away, and a term that asks, are written as Markdown writes a fold.
enum class Folds { kMarked, kPlain };

class MarkdownOfHtml : public HtmlReader {
 public:
  explicit MarkdownOfHtml(Folds folds) : folds_(folds) {}

  void open(std::string_view element, const HtmlAttributes& attributes) override;
  void close(std::string_view element) override;
  void text(std::string_view text) override;

  HtmlText take();

 private:
  /// An open element. Small, because hostile pages open a million.
  struct Frame {
    std::string_view name;
    HtmlRole role = HtmlRole::kInline;
    bool has_region = false;  // the last of regions_
    bool is_hidden = false;   // what region it is
  };
  struct List {
    std::optional<NumberFormat> format;  // none: bullets
    int next = 1;
  };

  Frame frame_of(std::string_view element, const HtmlAttributes& attributes);
  void begin(HtmlRole role, std::string_view element, const HtmlAttributes& attributes);
  void close_last();
  void end(const Frame& frame);
  void begin_item(const HtmlAttributes& attributes);
  void tick_box(const HtmlAttributes& attributes);
  void put_picture(const HtmlAttributes& attributes);

  Folds folds_;
  MarkdownWriter writer_;
  HtmlWords words_{writer_};
  HtmlText result_;
  std::vector<Frame> frames_;
  std::vector<std::size_t> regions_;  // where each open one of main or hidden text begins
  std::vector<List> lists_;
  std::size_t left_out_ = 0;  // open elements of which nothing is read
  std::size_t listings_ = 0;  // open ones: blanks and line ends count
  std::string listing_;       // its text so far
};

constexpr const char* kFold = "<summary>";

bool is_question_mark(char32_t c) { return c == '?' || c == U'？'; }

bool is_block(HtmlRole role) {
  switch (role) {
    case HtmlRole::kBlock:
    case HtmlRole::kMain:
    case HtmlRole::kHeading:
    case HtmlRole::kOrderedList:
    case HtmlRole::kList:
    case HtmlRole::kItem:
    case HtmlRole::kChoice:
    case HtmlRole::kListing:
    case HtmlRole::kTable:
    case HtmlRole::kRow:
    case HtmlRole::kCell:
    case HtmlRole::kSummary:
    case HtmlRole::kTerm: return true;
    default: return false;
  }
}

NumberFormat format_of_type(std::string_view type) {
  if (type == "A") return NumberFormat::kUpperLetter;
  if (type == "a") return NumberFormat::kLowerLetter;
  if (type == "I") return NumberFormat::kUpperRoman;
  if (type == "i") return NumberFormat::kLowerRoman;
  return NumberFormat::kDecimal;
}

std::optional<int> whole_number(std::string_view text) {
  constexpr std::size_t kMostDigits = 6;
  text = trimmed(text);
  if (text.empty() || text.size() > kMostDigits) return std::nullopt;
  int number = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

MarkdownOfHtml::Frame MarkdownOfHtml::frame_of(std::string_view element, const HtmlAttributes& attributes) {
  Frame frame;
  frame.name = element;
  frame.role = role_of(element);
  if (names_main_text(attributes)) frame.role = HtmlRole::kMain;
  if (attributes["role"] == "navigation") frame.role = HtmlRole::kLeftOut;
  const Visibility visibility = visibility_of(attributes);
  if (visibility == Visibility::kAside) frame.role = HtmlRole::kLeftOut;
  if (visibility == Visibility::kHidden) {
    // An answer that opens at a click is a block of its own; hidden words in a line are there against
    // copying.
    if (is_block(frame.role))
      frame.is_hidden = true;
    else
      frame.role = HtmlRole::kLeftOut;
  }
  return frame;
}

void MarkdownOfHtml::open(std::string_view element, const HtmlAttributes& attributes) {
  Frame frame = frame_of(element, attributes);
  if (frame.role == HtmlRole::kLeftOut) ++left_out_;
  if (left_out_ == 0) {
    frame.has_region = frame.is_hidden || frame.role == HtmlRole::kMain;
    if (frame.has_region) regions_.push_back(writer_.settle());
    begin(frame.role, element, attributes);
  }
  frames_.push_back(frame);
}

void MarkdownOfHtml::begin(HtmlRole role, std::string_view element, const HtmlAttributes& attributes) {
  if (listings_ > 0 && role != HtmlRole::kListing) {
    if (role == HtmlRole::kLineBreak || (is_block(role) && !listing_.empty() && listing_.back() != '\n'))
      listing_ += '\n';
    return;
  }
  if (is_block(role)) {
    words_.close_underline();
    writer_.end_line();
    words_.drop_blank();
  }
  switch (role) {
    case HtmlRole::kHeading:
      if (element == "h1" && result_.heading.empty()) words_.copy_to(&result_.heading);
      writer_.begin_line(std::string(static_cast<std::size_t>(element[1] - '0'), '#') + ' ');
      break;
    case HtmlRole::kBold: writer_.open_bold(); break;
    case HtmlRole::kUnderlined: words_.open_underline(); break;
    case HtmlRole::kCode: words_.word("`"); break;
    case HtmlRole::kRaised:
      if (words_.touches_last_word()) words_.word("^");
      break;
    case HtmlRole::kLineBreak:
      writer_.end_line();
      words_.drop_blank();
      break;
    case HtmlRole::kOrderedList:
      lists_.push_back({format_of_type(attributes["type"]), whole_number(attributes["start"]).value_or(1)});
      break;
    case HtmlRole::kList: lists_.push_back({std::nullopt, 1}); break;
    case HtmlRole::kItem: begin_item(attributes); break;
    case HtmlRole::kChoice: writer_.begin_line("- "); break;
    case HtmlRole::kSummary:
      if (folds_ == Folds::kMarked) writer_.begin_line(kFold);
      break;
    case HtmlRole::kListing: ++listings_; break;
    case HtmlRole::kTable: writer_.open_table(); break;
    case HtmlRole::kRow: writer_.open_row(); break;
    case HtmlRole::kCell: writer_.open_cell(); break;
    case HtmlRole::kPicture: put_picture(attributes); break;
    case HtmlRole::kSound: words_.word(placeholder(Medium::kSound, attributes["src"])); break;
    case HtmlRole::kFilm: words_.word(placeholder(Medium::kFilm, attributes["src"])); break;
    case HtmlRole::kBox: tick_box(attributes); break;
    case HtmlRole::kTitle: words_.divert_to(&result_.title); break;
    default: break;
  }
}

void MarkdownOfHtml::close(std::string_view element) {
  while (!frames_.empty()) {
    const bool is_it = frames_.back().name == element;
    close_last();
    if (is_it) break;
  }
}

void MarkdownOfHtml::close_last() {
  const Frame frame = frames_.back();
  frames_.pop_back();
  if (left_out_ == 0) end(frame);
  if (frame.role == HtmlRole::kLeftOut) --left_out_;
}

void MarkdownOfHtml::end(const Frame& frame) {
  if (listings_ > 0 && frame.role != HtmlRole::kListing) {
    if (is_block(frame.role) && !listing_.empty() && listing_.back() != '\n') listing_ += '\n';
    return;
  }
  if (is_block(frame.role)) {
    words_.close_underline();
    if (frame.role == HtmlRole::kTerm && folds_ == Folds::kMarked &&
        is_question_mark(writer_.last_character()))
      writer_.put_first(kFold);
    if (frame.role == HtmlRole::kItem || frame.role == HtmlRole::kHeading ||
        frame.role == HtmlRole::kChoice || frame.role == HtmlRole::kSummary)
      writer_.begin_line({});
    else
      writer_.end_line();
    words_.drop_blank();
  }
  switch (frame.role) {
    case HtmlRole::kHeading: words_.copy_to(nullptr); break;
    case HtmlRole::kTitle: words_.divert_to(nullptr); break;
    case HtmlRole::kBold: writer_.close_bold(); break;
    case HtmlRole::kUnderlined: words_.close_underline(); break;
    case HtmlRole::kCode: writer_.text("`"); break;
    case HtmlRole::kOrderedList:
    case HtmlRole::kList:
      if (!lists_.empty()) lists_.pop_back();
      break;
    case HtmlRole::kListing:
      if (--listings_ == 0) {
        const std::size_t first = std::min(listing_.find_first_not_of('\n'), listing_.size());
        const std::size_t last = listing_.find_last_not_of(" \n") + 1;
        if (last > first) writer_.listing(std::string_view(listing_).substr(first, last - first));
        listing_.clear();
      }
      break;
    case HtmlRole::kTable: writer_.close_table(); break;
    default: break;
  }
  if (!frame.has_region) return;
  auto& regions = frame.is_hidden ? result_.hidden : result_.main;
  regions.push_back({regions_.back(), writer_.settle()});
  regions_.pop_back();
}

void MarkdownOfHtml::begin_item(const HtmlAttributes& attributes) {
  constexpr std::size_t kDeepestIndent = 8;
  const std::size_t depth = std::min(lists_.empty() ? 0 : lists_.size() - 1, kDeepestIndent);
  std::string prefix(2 * depth, ' ');
  if (lists_.empty() || !lists_.back().format) {
    prefix += "- ";
  } else {
    List& list = lists_.back();
    if (const auto value = whole_number(attributes["value"])) list.next = *value;
    prefix += number_in(*list.format, list.next++) + ". ";
  }
  writer_.begin_line(std::move(prefix));
}

/// A box that can be ticked stands before an option.
void MarkdownOfHtml::tick_box(const HtmlAttributes& attributes) {
  if (attributes["type"] != "checkbox" && attributes["type"] != "radio") return;
  writer_.box(attributes.has("checked") ? MarkdownWriter::Box::kTicked : MarkdownWriter::Box::kEmpty);
  words_.drop_blank();
}

void MarkdownOfHtml::put_picture(const HtmlAttributes& attributes) {
  // A picture of one pixel counts readers.
  if (attributes["width"] == "1" || attributes["height"] == "1") return;
  std::string_view name = attributes["alt"];
  for (std::string_view source : {"data-src", "data-original", "src"})
    if (trimmed(name).empty()) name = attributes[source];
  words_.word(placeholder(Medium::kPicture, name));
}

void MarkdownOfHtml::text(std::string_view text) {
  if (left_out_ > 0) return;
  if (listings_ > 0) {
    listing_ += text;
    return;
  }
  words_.text(text);
}

HtmlText MarkdownOfHtml::take() {
  while (!frames_.empty()) close_last();
  if (listings_ == 0) words_.close_underline();
  result_.text = writer_.take();
  return std::move(result_);
}

/// Anki writes a sound as [sound:name.mp3].
std::string with_anki_sounds(std::string_view text) {
  constexpr std::string_view kStart = "[sound:";
  std::string result;
  for (std::size_t at = text.find(kStart); at != std::string_view::npos; at = text.find(kStart)) {
    const std::size_t end = text.find(']', at);
    if (end == std::string_view::npos) break;
    result += text.substr(0, at);
    result += placeholder(Medium::kSound, text.substr(at + kStart.size(), end - at - kStart.size()));
    text.remove_prefix(end + 1);
  }
  result += text;
  return result;
}

}  // namespace

Result<HtmlText> markdown_of_html(std::string html) {
  MarkdownOfHtml reader(Folds::kMarked);
  html = plain_characters(html);
  const auto read = read_html(std::move(html), reader);
  if (!read) return read.error();
  return reader.take();
}

std::string markdown_of_html_fragment(std::string_view html, std::vector<Problem>& problems) {
  MarkdownOfHtml reader(Folds::kPlain);
  // libxml2 puts text that stands in no element into a paragraph of its own.
  if (const auto read = read_html("<div>" + plain_characters(html), reader); !read)
    problems.push_back({0, 0, "damaged", read.error().what});
  std::string text = with_anki_sounds(reader.take().text);
  while (!text.empty() && text.back() == '\n') text.pop_back();
  report_media(text, problems);
  return text;
}

}  // namespace rehearse
