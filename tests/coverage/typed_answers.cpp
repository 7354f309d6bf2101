#include "tests/coverage/typed_answers.h"

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>

#include "core/base/file.h"
#include "core/base/text.h"

namespace rehearse::coverage {
namespace {

constexpr std::array kKinds{AnswerKind::kGood, AnswerKind::kParaphrased, AnswerKind::kPartial,
                            AnswerKind::kOffTopic};

std::optional<PointVerdict> verdict_of(char mark) {
  switch (mark) {
    case '+': return PointVerdict::kRecalled;
    case '~': return PointVerdict::kPartly;
    case '-': return PointVerdict::kMissed;
    default: return std::nullopt;
  }
}

class DeckReader {
 public:
  explicit DeckReader(const std::filesystem::path& file) : file_(file) { deck_.name = file.stem().string(); }

  MarkedDeck read() {
    const auto text = read_file(file_);
    if (!text) throw std::runtime_error(text.error().line());
    for (const std::string_view line : split_lines(*text)) {
      ++line_;
      take(line);
    }
    return std::move(deck_);
  }

 private:
  void take(std::string_view line) {
    if (line.empty()) return;
    const bool marked = line.size() > 2 && line[1] == ' ';
    const std::string_view text = marked ? line.substr(2) : line;
    if (marked && line[0] == '@') return add_question(text);
    if (deck_.questions.empty()) fail("the file begins with a question: @ tuning or @ held");
    MarkedQuestion& asked = deck_.questions.back();
    if (marked && line[0] == '-') return add_point(asked, text);
    if (marked && line[0] == '=') return add_answer(asked, text);
    if (asked.answers.empty() || !asked.answers.back().text.empty()) fail("a text that belongs to no answer");
    asked.answers.back().text = text;
  }

  void add_question(std::string_view text) {
    MarkedQuestion& added = deck_.questions.emplace_back();
    const std::string_view half = text.substr(0, text.find(' '));
    if (half != to_word(Half::kTuning) && half != to_word(Half::kHeld)) fail("neither tuning nor held");
    added.half = half == to_word(Half::kHeld) ? Half::kHeld : Half::kTuning;
    added.question.stem = trimmed(text.substr(half.size()));
  }

  void add_point(MarkedQuestion& asked, std::string_view text) {
    for (const std::string_view colon : {"：", ": "}) {
      const std::size_t at = text.find(colon);
      if (at == std::string_view::npos) continue;
      asked.question.points.push_back(
          {std::string(text.substr(0, at)), std::string(text.substr(at + colon.size()))});
      return;
    }
    fail("a point without a colon");
  }

  void add_answer(MarkedQuestion& asked, std::string_view text) {
    TypedAnswer& added = asked.answers.emplace_back();
    const std::string_view word = text.substr(0, text.find(' '));
    const auto kind =
        std::find_if(kKinds.begin(), kKinds.end(), [&](AnswerKind known) { return to_word(known) == word; });
    if (kind == kKinds.end()) fail("no kind of answer");
    added.kind = *kind;
    for (const char mark : trimmed(text.substr(word.size()))) {
      const auto verdict = verdict_of(mark);
      if (!verdict) fail("a mark is one of + ~ -");
      added.expected.push_back(*verdict);
    }
    if (added.expected.size() != asked.question.points.size()) fail("one mark for each point");
  }

  [[noreturn]] void fail(const char* what) const {
    throw std::runtime_error(file_.filename().string() + ":" + std::to_string(line_) + ": " + what);
  }

  std::filesystem::path file_;
  MarkedDeck deck_;
  std::size_t line_ = 0;
};

}  // namespace

std::string_view to_word(Half half) { return half == Half::kHeld ? "held" : "tuning"; }

std::string_view to_word(AnswerKind kind) {
  switch (kind) {
    case AnswerKind::kGood: return "good";
    case AnswerKind::kParaphrased: return "paraphrased";
    case AnswerKind::kPartial: return "partial";
    case AnswerKind::kOffTopic: return "off_topic";
  }
  return "";
}

std::vector<MarkedDeck> marked_decks(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<MarkedDeck> decks;
  for (const std::filesystem::path& file : files) decks.push_back(DeckReader(file).read());
  return decks;
}

}  // namespace rehearse::coverage
