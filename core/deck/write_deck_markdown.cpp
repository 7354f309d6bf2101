#include <algorithm>
#include <vector>

#include "core/base/text.h"
#include "core/deck/deck_language.h"
#include "core/deck/deck_markdown.h"
#include "core/deck/markdown_text.h"
#include "core/deck/markdown_words.h"

namespace rehearse {
namespace {

using markdown::DeckLabel;
using markdown::escaped;
using markdown::escaped_lines;

class Writer {
 public:
  explicit Writer(Language language)
      : language_(language), colon_(language == Language::kChinese ? "：" : ": ") {}

  std::string take() { return std::move(out_); }

  void announce(std::string_view title) {
    out_ += "---\nrehearse: 1\n---\n";
    heading("#", escaped(title));
  }

  void section(const Section& section) {
    heading("##", escaped(section.title));
    paragraphs(escaped_lines(section.description), "");
  }

  void description(const Section& section) { paragraphs(escaped_lines(section.description), ""); }

  void question(const Question& question) {
    std::vector<std::string> stem = escaped_lines(question.stem);
    heading("###", stem.empty() ? "" : stem.front());
    if (!stem.empty()) stem.erase(stem.begin());
    paragraphs(stem, "");
    note(question);
    code(question.code);
    options(question);
    points(question.points);
    answer(question.answer);
    key(question);
    if (!question.criteria.empty()) list(DeckLabel::kCriteria, question.criteria);
    analysis(question.analysis);
  }

 private:
  void line(std::string_view text) {
    out_ += text;
    out_ += '\n';
  }

  void heading(std::string_view marks, std::string_view text) {
    line("");
    line(text.empty() ? std::string(marks) : std::string(marks) + " " + std::string(text));
  }

  /// Each line a paragraph of its own: Markdown would join neighbouring lines into one.
  void paragraphs(const std::vector<std::string>& lines, std::string_view indent) {
    for (const std::string& text : lines) {
      line("");
      line(std::string(indent) + text);
    }
  }

  /// A list item; `lines` after the first are indented below it.
  void item(std::string marker, const std::vector<std::string>& lines) {
    if (!lines.empty()) marker += lines.front();
    line(marker.substr(0, marker.find_last_not_of(' ') + 1));
    if (!lines.empty()) paragraphs({lines.begin() + 1, lines.end()}, "  ");
  }

  void note(const Question& question) {
    markdown::Note note{{}, question.marks, question.time_limit};
    if (question.kind != markdown::inferred_kind(question)) note.kind = question.kind;
    const std::string text = markdown::note_line(note, language_);
    if (text.empty()) return;
    line("");
    line("*" + text + "*");
  }

  void code(std::string_view listing) {
    if (listing.empty()) return;
    // The fence must be longer than any run of backticks in the listing.
    std::size_t longest = 2;
    for (std::size_t i = 0, run = 0; i < listing.size(); ++i) {
      run = listing[i] == '`' ? run + 1 : 0;
      longest = std::max(longest, run);
    }
    const std::string fence(longest + 1, '`');
    line("");
    line(fence);
    line(listing);
    line(fence);
  }

  void options(const Question& question) {
    const auto& keys = question.answer_key;
    if (!question.options.empty()) line("");
    for (const Option& option : question.options) {
      const bool right = std::find(keys.begin(), keys.end(), option.letter) != keys.end();
      const std::string& letter = option.letter;
      const bool plain = letter.size() == 1 && letter[0] >= 'A' && letter[0] <= 'Z';
      const std::string name = plain ? letter : "**" + escaped(letter) + "**";
      item((right ? "- [x] " : "- [ ] ") + name + ". ", escaped_lines(option.text));
    }
  }

  void points(const std::vector<KeyPoint>& points) {
    if (!points.empty()) line("");
    for (const KeyPoint& point : points) {
      std::string marker = "- **" + escaped(point.cue) + "**";
      std::string_view cue = point.cue;
      // A cue's own last colon would be taken for the one behind it.
      if (!point.detail.empty() || markdown::take_last_colon(cue)) marker += colon_;
      item(marker, escaped_lines(point.detail));
    }
  }

  void answer(std::string_view text) {
    const std::vector<std::string> lines = escaped_lines(text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      line(i == 0 ? "" : ">");
      line("> " + lines[i]);
    }
  }

  void key(const Question& question) {
    const auto& keys = question.answer_key;
    std::vector<std::string> boxes;
    for (const Option& option : question.options)
      if (std::find(keys.begin(), keys.end(), option.letter) != keys.end()) boxes.push_back(option.letter);
    if (keys == boxes) return;
    if (keys.size() == 1 && !keys[0].empty() && keys[0].find('\n') == std::string::npos &&
        question.options.empty()) {
      const bool truth = question.kind == QuestionKind::kTrueFalse;
      line("");
      line(label_with_blank(DeckLabel::kKey) +
           escaped(truth ? markdown::truth_word(keys[0], language_) : keys[0]));
      return;
    }
    list(DeckLabel::kKey, keys);
  }

  void list(DeckLabel label, const std::vector<std::string>& items) {
    line("");
    line(markdown::label_line(label, language_));
    for (const std::string& text : items) item("- ", escaped_lines(text));
  }

  void analysis(std::string_view text) {
    const std::vector<std::string> lines = escaped_lines(text);
    if (lines.empty()) return;
    line("");
    line(label_with_blank(DeckLabel::kAnalysis) + lines.front());
    paragraphs({lines.begin() + 1, lines.end()}, "");
  }

  std::string label_with_blank(DeckLabel label) const {
    return markdown::label_line(label, language_) + (language_ == Language::kEnglish ? " " : "");
  }

  Language language_;
  std::string_view colon_;
  std::string out_;
};

/// The sections by title, those that only questions name behind the listed ones.
std::vector<Section> sections_to_write(const Document& document) {
  std::vector<Section> sections;
  const auto find = [&sections](std::string_view title) {
    return std::find_if(sections.begin(), sections.end(),
                        [title](const Section& section) { return section.title == title; });
  };
  for (const Section& section : document.sections) {
    const auto known = find(section.title);
    if (known == sections.end()) {
      if (!section.title.empty() || !section.description.empty()) sections.push_back(section);
    } else if (!section.description.empty()) {
      if (!known->description.empty()) known->description += '\n';
      known->description += section.description;
    }
  }
  for (const Question& question : document.questions)
    if (!question.section.empty() && find(question.section) == sections.end())
      sections.push_back({question.section, ""});
  return sections;
}

}  // namespace

std::string write_deck_markdown(const Document& document) {
  const std::vector<Section> sections = sections_to_write(document);
  Writer writer(language_of(document));
  writer.announce(document.title);
  std::size_t written = 0;
  std::string current;
  // Text under the title, before any heading, is the untitled section's.
  if (!sections.empty() && sections.front().title.empty()) {
    writer.description(sections.front());
    written = 1;
  }
  for (const Question& question : document.questions) {
    if (question.section != current) {
      const auto at = std::find_if(sections.begin(), sections.end(), [&question](const Section& section) {
        return section.title == question.section;
      });
      const auto index = static_cast<std::size_t>(at - sections.begin());
      // Sections are listed in the order of their first headings.
      const bool fresh = at != sections.end() && index >= written;
      if (fresh)
        while (written <= index) writer.section(sections[written++]);
      else
        writer.section({question.section, ""});
      current = question.section;
    }
    writer.question(question);
  }
  while (written < sections.size()) writer.section(sections[written++]);
  return writer.take();
}

}  // namespace rehearse
