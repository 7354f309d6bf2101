#include "core/import/anki/anki_note.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/text.h"
#include "core/import/criteria.h"
#include "core/import/formats/columns.h"
#include "core/import/formats/html_markdown.h"
#include "core/import/passage.h"
#include "core/import/points.h"
#include "core/import/question_kind.h"

namespace rehearse {
namespace {

enum class Use { kStem, kOptions, kAnswer, kAnalysis, kCriteria, kData, kUnnamed };

constexpr std::array<std::pair<std::string_view, Use>, 40> kUses{{
    {"front", Use::kStem},        {"question", Use::kStem},     {"stem", Use::kStem},
    {"text", Use::kStem},         {"title", Use::kStem},        {"正面", Use::kStem},
    {"题目", Use::kStem},         {"问题", Use::kStem},         {"题干", Use::kStem},
    {"文字", Use::kStem},         {"标题", Use::kStem},         {"options", Use::kOptions},
    {"choices", Use::kOptions},   {"选项", Use::kOptions},      {"back", Use::kAnswer},
    {"answer", Use::kAnswer},     {"背面", Use::kAnswer},       {"反面", Use::kAnswer},
    {"答案", Use::kAnswer},       {"回答", Use::kAnswer},       {"参考答案", Use::kAnswer},
    {"正确答案", Use::kAnswer},   {"extra", Use::kAnalysis},    {"back extra", Use::kAnalysis},
    {"analysis", Use::kAnalysis}, {"notes", Use::kAnalysis},    {"explanation", Use::kAnalysis},
    {"remarks", Use::kAnalysis},  {"解析", Use::kAnalysis},     {"分析", Use::kAnalysis},
    {"备注", Use::kAnalysis},     {"背面额外", Use::kAnalysis}, {"额外", Use::kAnalysis},
    {"criteria", Use::kCriteria}, {"评分标准", Use::kCriteria}, {"评分要点", Use::kCriteria},
    {"得分点", Use::kCriteria},   {"rehearse", Use::kData},     {"answers", Use::kAnswer},
    {"add reverse", Use::kData},
}};

Use use_of(std::string_view name) {
  const std::string folded = case_folded(normalised(name));
  const auto found = std::find_if(kUses.begin(), kUses.end(),
                                  [&](const auto& candidate) { return candidate.first == folded; });
  return found == kUses.end() ? Use::kUnnamed : found->second;
}

bool is_image_occlusion(const AnkiNoteType& type) {
  const std::string name = case_folded(type.name);
  return name.find("image occlusion") != std::string::npos ||
         type.name.find("图片遮盖") != std::string::npos || type.name.find("图像遮罩") != std::string::npos;
}

/// What the fields of a note say, each as Markdown.
struct Texts {
  std::string stem, options, answer, analysis, criteria;
};

void add_line(std::string& text, const std::string& more) {
  if (!text.empty()) text += '\n';
  text += more;
}

/// 选项A, Option 1: the letter of each field that holds one option, else 0.
std::vector<char> option_letters(const AnkiNoteType& type) {
  std::vector<char> letters(type.fields.size(), '\0');
  if (const auto columns = columns_by_name(type.fields))
    for (std::size_t i = 0; i < columns->size(); ++i)
      if ((*columns)[i].role == ColumnRole::kOption) letters[i] = (*columns)[i].letter;
  return letters;
}

/// Templates for choice questions part the options of one field by ||.
std::string with_options_on_lines(std::string_view text) {
  constexpr std::string_view kBetween = "||";
  std::string lines;
  for (std::size_t at = text.find(kBetween); at != std::string_view::npos; at = text.find(kBetween)) {
    lines += std::string(text.substr(0, at)) + '\n';
    text.remove_prefix(at + kBetween.size());
  }
  return lines += text;
}

/// And name the right ones by their numbers: 1,3 is AC. Any other text as it is.
std::string with_letters_for_numbers(const std::string& key) {
  std::string letters;
  for (const char c : key) {
    if (c >= '1' && c <= '8')
      letters += static_cast<char>('A' + (c - '1'));
    else if (c != ',' && c != ' ' && c != '|')
      return key;
  }
  return letters.empty() ? key : letters;
}

/// The use of each field; one of the first two asks and the other answers where no name says so.
std::vector<Use> uses_of(const AnkiNoteType& type, const AnkiNote& note, const std::vector<char>& letters) {
  std::vector<Use> uses(note.fields.size(), Use::kUnnamed);
  for (std::size_t i = 0; i < uses.size() && i < type.fields.size(); ++i)
    uses[i] = letters[i] != 0 ? Use::kOptions : use_of(type.fields[i]);
  const auto has = [&](Use use) { return std::find(uses.begin(), uses.end(), use) != uses.end(); };
  const auto give_first_unnamed = [&](Use use) {
    const auto first = std::find(uses.begin(), uses.end(), Use::kUnnamed);
    if (first != uses.end()) *first = use;
  };
  if (!has(Use::kStem)) give_first_unnamed(Use::kStem);
  if (!has(Use::kAnswer) && !type.is_cloze) give_first_unnamed(Use::kAnswer);
  return uses;
}

Texts texts_of(const AnkiNote& note, const AnkiNoteType& type, std::vector<Problem>& problems) {
  Texts texts;
  const std::vector<char> letters = option_letters(type);
  const std::vector<Use> uses = uses_of(type, note, letters);
  for (std::size_t i = 0; i < uses.size(); ++i) {
    if (uses[i] == Use::kData) continue;
    const std::string text = markdown_of_html_fragment(note.fields[i], problems);
    if (trimmed(text).empty()) continue;
    switch (uses[i]) {
      case Use::kStem: add_line(texts.stem, text); break;
      case Use::kOptions: {
        const std::string letter =
            i < letters.size() && letters[i] != 0 ? std::string(1, letters[i]) + ". " : "";
        add_line(texts.options, letter + with_options_on_lines(text));
        break;
      }
      case Use::kAnswer: add_line(texts.answer, text); break;
      case Use::kAnalysis: add_line(texts.analysis, text); break;
      case Use::kCriteria: add_line(texts.criteria, text); break;
      default: add_line(texts.analysis, (i < type.fields.size() ? type.fields[i] + "：" : "") + text);
    }
  }
  if (!texts.options.empty()) texts.answer = with_letters_for_numbers(texts.answer);
  return texts;
}

/// Pieces of `text`, which must outlive the passage.
Passage passage_of(std::string_view text) {
  Passage passage;
  bool is_code = false;
  for (const std::string_view line : split_lines(text)) {
    if (trimmed(line).substr(0, 3) == "```")
      is_code = !is_code;
    else
      passage.add({line, true, is_code});
  }
  return passage;
}

/// Reading a note's field has no lines to point at; its beginning says which note is meant.
void name_note(std::vector<Problem>& problems, std::size_t from, const std::string& stem) {
  const std::string name = shortened_line(stem, kQuotedColumns);
  for (std::size_t i = from; i < problems.size(); ++i) {
    problems[i].line = problems[i].column = 0;
    problems[i].message = {"note \"" + name + "\": " + problems[i].message.english,
                           "笔记“" + name + "”：" + problems[i].message.chinese};
  }
}

Question make_question(const Texts& texts, std::vector<Problem>& problems) {
  const std::string written = texts.options.empty() ? texts.stem : texts.stem + "\n" + texts.options;
  const Passage stem = passage_of(written);
  Question question;
  question.code = stem.code();
  question.answer = passage_of(texts.answer).text(LineEnds::kMeant);
  question.analysis = passage_of(texts.analysis).text(LineEnds::kMeant);
  question.criteria = split_criteria(passage_of(texts.criteria).text(LineEnds::kMeant));
  const std::string asked = stem.text(LineEnds::kMeant, Listings::kLeftOut, Markup::kKept);
  for (Doubt& doubt : read_stem(question, std::nullopt, asked))
    problems.push_back({0, 0, std::move(doubt.code), std::move(doubt.message)});
  return question;
}

}  // namespace

ClozeText part_cloze(std::string_view text) {
  constexpr std::string_view kStart = "{{c";
  constexpr std::string_view kParts = "::";
  constexpr std::string_view kEnd = "}}";
  constexpr std::string_view kBlank = "____";
  struct Open {
    std::size_t begin;  // of the answer, in what was written so far
    std::size_t answer;
  };
  ClozeText result;
  std::vector<Open> open;  // one inside another is a blank inside a blank: the outer one takes both
  while (!text.empty()) {
    const std::size_t digits = text.substr(0, kStart.size()) == kStart
                                   ? text.find_first_not_of("0123456789", kStart.size())
                                   : std::string_view::npos;
    if (digits != std::string_view::npos && digits > kStart.size() &&
        text.substr(digits, kParts.size()) == kParts) {
      open.push_back({result.text.size(), result.answers.size()});
      text.remove_prefix(digits + kParts.size());
    } else if (!open.empty() && text.substr(0, kEnd.size()) == kEnd) {
      const Open cloze = open.back();
      open.pop_back();
      std::string inside = result.text.substr(cloze.begin);
      std::string hint;
      if (const std::size_t parts = inside.find(kParts); parts != std::string::npos) {
        hint = inside.substr(parts + kParts.size());
        inside.resize(parts);
      }
      text.remove_prefix(kEnd.size());
      if (!open.empty()) {
        result.text.replace(cloze.begin, std::string::npos, inside);
        continue;
      }
      result.answers.resize(cloze.answer);
      result.answers.emplace_back(trimmed(inside));
      result.text.replace(cloze.begin, std::string::npos, kBlank);
      if (!hint.empty()) result.text += "（" + hint + "）";
    } else {
      result.text += text.front();
      text.remove_prefix(1);
    }
  }
  return result;
}

std::optional<Question> question_from_note(const AnkiNote& note, const AnkiNoteType& type,
                                           std::vector<Problem>& problems) {
  const std::size_t first_problem = problems.size();
  Texts texts = texts_of(note, type, problems);
  std::vector<std::string> blanks;
  if (type.is_cloze) {
    ClozeText cloze = part_cloze(texts.stem);
    texts.stem = std::move(cloze.text);
    blanks = std::move(cloze.answers);
  }
  std::optional<Question> question;
  if (is_image_occlusion(type))
    problems.push_back({0,
                        0,
                        "image-occlusion",
                        {"an image occlusion cannot be asked in words and is left out",
                         "图片遮盖题无法用文字提问，未导入"}});
  else if (trimmed(texts.stem).empty())
    problems.push_back({0, 0, "no-stem", {"the note asks nothing and is left out", "笔记没有题干，未导入"}});
  else
    question = make_question(texts, problems);
  if (question && !blanks.empty()) {
    question->kind = QuestionKind::kFill;
    question->answer_key = std::move(blanks);
  } else if (question && is_recalled_aloud(question->kind)) {
    question->points = key_points(question->answer);
    if (question->answer.empty())
      problems.push_back({0, 0, "no-answer", {"no answer was found to it", "没有找到答案"}});
  }
  name_note(problems, first_problem, question ? question->stem : texts.stem);
  return question;
}

}  // namespace rehearse
