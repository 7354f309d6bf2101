#include "core/import/formats/page.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "core/base/text.h"
#include "core/import/decode.h"
#include "core/import/formats/html_markdown.h"
#include "core/import/formats/media.h"
#include "core/import/marks.h"

namespace rehearse {
namespace {

/// What follows charset= at the start of the page (HTML Living Standard, 13.2.3.2); empty for nothing.
std::string declared_encoding(std::string_view bytes) {
  constexpr std::size_t kHead = 4096;
  constexpr std::string_view kNameCharacters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_:.";
  std::string_view head = bytes.substr(0, kHead);
  for (std::string_view word : {"charset=", "encoding="}) {
    const std::size_t at = head.find(word);
    if (at == std::string_view::npos) continue;
    std::string_view name = head.substr(at + word.size());
    name.remove_prefix(std::min(name.find_first_not_of("\"' "), name.size()));
    return std::string(name.substr(0, name.find_first_not_of(kNameCharacters)));
  }
  return {};
}

std::string_view text_of(const std::string& text, SourceSpan span) {
  return std::string_view(text).substr(span.begin, span.end - span.begin);
}

/// An answer, an analysis, criteria: what only a question has.
bool holds_labelled_part(std::string_view text) {
  const auto lines = split_lines(text);
  return std::any_of(lines.begin(), lines.end(), [](std::string_view line) {
    line = trimmed(line);
    line.remove_prefix(bullet_length(line));
    line.remove_prefix(std::min(line.find_first_not_of("#*> "), line.size()));
    const auto found = label(line);
    return found && found->part != Part::kIgnored && found->part != Part::kStem;
  });
}

bool holds_questions(std::string_view text) {
  const auto lines = split_lines(text);
  const bool is_numbered = std::any_of(lines.begin(), lines.end(),
                                       [](std::string_view line) { return number_mark(line).has_value(); });
  return is_numbered || holds_labelled_part(text) || text.find("？") != std::string_view::npos ||
         text.find('?') != std::string_view::npos;
}

/// From where the page's main parts begin to where the last one ends, when that is most of the page and
/// leaves no question out; else all of it.
SourceSpan main_span(const HtmlText& page) {
  constexpr double kMost = 0.6;
  const SourceSpan all{0, page.text.size()};
  if (page.main.empty()) return all;
  SourceSpan main = page.main.front();
  for (const SourceSpan& span : page.main)
    main = {std::min(main.begin, span.begin), std::max(main.end, span.end)};
  if (static_cast<double>(main.end - main.begin) < kMost * static_cast<double>(page.text.size())) return all;
  if (!holds_questions(text_of(page.text, main))) return all;
  const bool loses_a_part = holds_labelled_part(text_of(page.text, {0, main.begin})) ||
                            holds_labelled_part(text_of(page.text, {main.end, all.end}));
  return loses_a_part ? all : main;
}

/// What is shown, and of the rest the answers that open at a click.
std::string chosen_text(HtmlText& page) {
  const SourceSpan main = main_span(page);
  if (page.hidden.empty() && main == SourceSpan{0, page.text.size()}) return std::exchange(page.text, {});
  std::sort(page.hidden.begin(), page.hidden.end(),
            [](SourceSpan a, SourceSpan b) { return std::pair(a.begin, b.end) < std::pair(b.begin, a.end); });
  std::string chosen;
  std::size_t at = main.begin;
  for (const SourceSpan& span : page.hidden) {
    // Inside one that was decided on already.
    if (span.begin < at || span.end > main.end) continue;
    chosen += text_of(page.text, {at, span.begin});
    if (holds_labelled_part(text_of(page.text, span))) chosen += text_of(page.text, span);
    at = span.end;
  }
  return chosen += text_of(page.text, {std::min(at, main.end), main.end});
}

/// "Title - Site" and "title_site" without the site: what follows the last sign and is shorter than the rest.
std::string_view without_site(std::string_view title) {
  constexpr std::array<std::string_view, 6> signs{" - ", " | ", " – ", " — ", "_", "|"};
  for (;;) {
    std::size_t cut = std::string_view::npos;
    std::size_t length = 0;
    for (std::string_view sign : signs) {
      const std::size_t at = title.rfind(sign);
      if (at == std::string_view::npos || (cut != std::string_view::npos && at <= cut)) continue;
      cut = at;
      length = sign.size();
    }
    if (cut == std::string_view::npos || title.size() - cut - length >= cut) return trimmed(title);
    title = title.substr(0, cut);
  }
}

std::string title_of(const HtmlText& page) {
  const std::string title = normalised(page.title);
  std::string heading = normalised(page.heading);
  if (title.empty() || (!heading.empty() && title.substr(0, heading.size()) == heading)) return heading;
  return std::string(without_site(title));
}

/// A text file that a browser showed and saved is one listing: its lines are text.
bool take_out_of_listing(std::string& text) {
  constexpr std::string_view kFence = "```\n";
  const bool is_listing = text.size() > 2 * kFence.size() && text.substr(0, kFence.size()) == kFence &&
                          text.find(kFence, kFence.size()) == text.size() - kFence.size();
  if (is_listing) text = text.substr(kFence.size(), text.size() - 2 * kFence.size());
  return is_listing;
}

void put_title_first(const std::string& title, std::string& text) {
  if (title.empty()) return;
  const std::string line = "# " + title + '\n';
  const std::size_t again = text.find(line);
  if (again == 0 || (again != std::string::npos && text[again - 1] == '\n')) text.erase(again, line.size());
  text.insert(0, line);
}

}  // namespace

Result<ExtractedText> read_page(std::string_view bytes) {
  auto decoded = decode_text(bytes, declared_encoding(bytes));
  if (!decoded) return decoded.error();
  auto page = markdown_of_html(std::exchange(decoded->text, {}));
  if (!page) return page.error();
  ExtractedText extracted;
  extracted.text = chosen_text(*page);
  if (!take_out_of_listing(extracted.text)) put_title_first(title_of(*page), extracted.text);
  extracted.problems = decoding_problems(*decoded);
  put_media_into_language(extracted.text);
  report_media(extracted.text, extracted.problems);
  return extracted;
}

}  // namespace rehearse
