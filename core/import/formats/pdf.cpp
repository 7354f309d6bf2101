#include "core/import/formats/pdf.h"

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "core/base/file.h"
#include "core/base/process.h"
#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/formats/pdf_tables.h"
#include "core/import/marks.h"

namespace rehearse {
namespace {

constexpr ProcessLimits kLimits{std::chrono::minutes{1}, kLargestDocument, 2'000'000'000};

constexpr std::size_t kNarrowestPage = 40;  // columns; narrower ones are lists, not paragraphs

/// A line of a page.
struct PageLine {
  std::string_view text;
  std::size_t page = 1;
  bool ends_page = false;
};

std::vector<PageLine> lines_of_pages(std::string_view text, std::size_t page) {
  std::vector<PageLine> lines;
  for (std::string_view line : split_lines(text)) {
    while (!line.empty() && line.front() == '\f') {
      line.remove_prefix(1);
      ++page;
      if (!lines.empty()) lines.back().ends_page = true;
    }
    line = trimmed(line);
    if (!line.empty()) lines.push_back({line, page, false});
  }
  if (!lines.empty()) lines.back().ends_page = true;
  return lines;
}

/// How wide lines are that fill the page: a width that 3 in 100 lines reach, and at least two.
std::size_t width_of_full_lines(const std::vector<PageLine>& lines) {
  std::vector<std::size_t> widths;
  for (const PageLine& line : lines) widths.push_back(display_width(line.text));
  if (widths.size() < 2) return 0;
  const auto at = static_cast<std::ptrdiff_t>(std::max<std::size_t>(1, widths.size() * 3 / 100));
  std::nth_element(widths.begin(), widths.begin() + at, widths.end(), std::greater<>());
  return widths[static_cast<std::size_t>(at)];
}

bool begins_with_a_mark(std::string_view line) {
  if (bullet_length(line) > 0 || number_mark(line) || label(line) || section_mark(line)) return true;
  Scanner scanner(line);
  scanner.take_one_of(U"(");
  return scanner.take_one_of(U"ABCDEFGH") && scanner.take_one_of(U".、:)");
}

/// Bytes up to where the line might have been broken.
std::size_t first_word_length(std::string_view line) {
  const std::size_t blank = std::min(line.find(' '), line.size());
  std::size_t first = 0;
  next_code_point(line, first);
  return first > 1 ? first : blank;
}

/// No line of its own begins so: the program that set the page let it hang over.
bool begins_with_closing_sign(std::string_view line) {
  Scanner scanner(line);
  return scanner.take_one_of(U"。，、；：！？”’》】,;!?)");
}

/// The next line goes on where this one reached the margin.
bool goes_on(const PageLine& line, const PageLine& next, std::size_t full_width) {
  constexpr std::size_t kShortestFull = 85;   // percent: letters are of different widths
  constexpr std::size_t kLongestFooter = 16;  // columns
  if (full_width < kNarrowestPage || line.ends_page) return false;
  if (begins_with_closing_sign(next.text)) return true;
  const char32_t last = last_character(line.text);
  if (ends_sentence(last) || last == ':' || last == ';' || begins_with_a_mark(next.text)) return false;
  if (next.ends_page && display_width(next.text) <= kLongestFooter) return false;
  const std::size_t width =
      display_width(line.text) + display_width(next.text.substr(0, first_word_length(next.text))) + 1;
  return width * 100 >= full_width * kShortestFull;
}

/// Adds a piece of the text that begins on a page, its lines joined.
void add_lines(std::string_view text, std::size_t first_page, std::size_t full_width,
               ExtractedText& extracted) {
  const std::vector<PageLine> lines = lines_of_pages(text, first_page);
  std::string& joined = extracted.text;
  auto line = static_cast<std::size_t>(std::count(joined.begin(), joined.end(), '\n')) + 1;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i == 0 || lines[i].page != lines[i - 1].page)
      extracted.places.push_back({line, VisiblePlace::kPage, lines[i].page});
    joined += lines[i].text;
    if (i + 1 == lines.size() || !goes_on(lines[i], lines[i + 1], full_width)) {
      joined += '\n';
      ++line;
      continue;
    }
    // Latin words are parted by blanks, Chinese ones by nothing.
    const bool latin =
        last_character(lines[i].text) < 0x80 && static_cast<unsigned char>(lines[i + 1].text.front()) < 0x80;
    if (latin && lines[i].text.back() != '-') joined += ' ';
  }
}

ExtractedText text_of_pages(std::string_view raw, const std::vector<PdfTable>& tables) {
  const std::size_t full_width = width_of_full_lines(lines_of_pages(raw, 1));
  ExtractedText extracted;
  std::size_t at = 0;
  const auto page_at = [&](std::size_t offset) {
    return static_cast<std::size_t>(
               std::count(raw.begin(), raw.begin() + static_cast<std::ptrdiff_t>(offset), '\f')) +
           1;
  };
  for (const PdfTable& table : tables) {
    add_lines(raw.substr(at, table.begin - at), page_at(at), full_width, extracted);
    const auto lines =
        static_cast<std::size_t>(std::count(extracted.text.begin(), extracted.text.end(), '\n'));
    extracted.places.push_back({lines + 1, VisiblePlace::kPage, page_at(table.begin)});
    for (const std::string& line : table.lines) extracted.text += line + '\n';
    at = table.end;
  }
  add_lines(raw.substr(at), page_at(at), full_width, extracted);
  return extracted;
}

Error not_installed() {
  return {{"reading a PDF needs pdftotext, which is not installed",
           "读取 PDF 需要 pdftotext，这台机器上没有安装"},
          "",
          {"install it: apt install poppler-utils", "请安装：apt install poppler-utils"}};
}

Error error_of(const ProcessOutcome& outcome) {
  using End = ProcessOutcome::End;
  if (outcome.end == End::kNotInstalled) return not_installed();
  if (outcome.end == End::kTimeLimit || outcome.end == End::kOutputLimit)
    return {{"the PDF is too large or takes too long to read", "PDF 过大，或读取时间过长"},
            "",
            {"save the pages with the questions as a PDF of their own", "请把有题目的几页另存为一个 PDF"}};
  if (outcome.errors.find("assword") != std::string::npos)
    return {{"the PDF is locked with a password", "PDF 设有密码"},
            "",
            {"save a copy without the password", "请另存一份没有密码的副本"}};
  constexpr int kForbidden = 3;  // pdftotext(1), EXIT CODES
  if (outcome.end == End::kExited && outcome.exit_code == kForbidden)
    return {{"the PDF forbids copying its text", "PDF 禁止复制文字"}, "", {}};
  return {{"the PDF is damaged and could not be read", "PDF 已损坏，无法读取"},
          "",
          {"open it in a PDF viewer and print it to a new PDF", "请用 PDF 阅读器打开，再打印成新的 PDF"}};
}

ProcessOutcome run_pdftotext(std::vector<std::string> options, std::string_view bytes) {
  std::vector<std::string> command{"pdftotext", "-raw", "-enc", "UTF-8", "-eol", "unix"};
  command.insert(command.end(), options.begin(), options.end());
  command.insert(command.end(), {"-", "-"});
  return run_process(command, bytes, kLimits);
}

std::vector<PdfTable> tables_in(std::string_view raw, std::string_view bytes) {
  if (!may_hold_question_table(raw)) return {};
  const ProcessOutcome boxes = run_pdftotext({"-bbox"}, bytes);
  const bool is_read = boxes.end == ProcessOutcome::End::kExited && boxes.exit_code == 0;
  return is_read ? question_tables(raw, boxes.output) : std::vector<PdfTable>();
}

}  // namespace

Result<ExtractedText> text_of_pdf(std::string_view bytes) {
  // -raw keeps the order in which the file was written. Measured on pages of one and of two columns, Chinese
  // and English: -layout puts the lines of two columns side by side (2 of 5 questions left), and the default
  // reads a table of options by columns. A table of questions and answers, printed by Chromium and by
  // LibreOffice, gave 2 of 21 questions in any of these orders and all 21 by the places of its words
  // (pdf_tables.h).
  const ProcessOutcome outcome = run_pdftotext({}, bytes);
  if (outcome.end != ProcessOutcome::End::kExited || outcome.exit_code != 0) return error_of(outcome);
  if (!is_valid_utf8(outcome.output)) return error_of({});
  ExtractedText extracted = text_of_pages(outcome.output, tables_in(outcome.output, bytes));
  if (trimmed(extracted.text).empty())
    return Error{{"the PDF holds pictures of pages and no text", "PDF 里只有页面图片，没有文字"},
                 "",
                 {"let a program recognise the text (OCR) first", "请先用文字识别（OCR）软件处理"}};
  return extracted;
}

}  // namespace rehearse
