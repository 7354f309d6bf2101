#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/base/text.h"
#include "core/deck/deck_json.h"

namespace rehearse {
namespace {

using Json = nlohmann::json;

constexpr int kVersion = 1;
constexpr std::size_t kDeepest = 64;
// A value costs some 100 bytes of memory and as few as 2 of text: a deck has one for every 20 bytes or so.
constexpr std::size_t kValuesAllowed = 200'000;
constexpr std::size_t kBytesPerValue = 16;
constexpr std::size_t kMostProblems = 100;
constexpr double kLongestTime = 1e9;  // seconds

/// Walks through the text without keeping anything, so that what is built afterwards is known to be small.
class Survey : public Json::json_sax_t {
 public:
  explicit Survey(std::size_t most_values) : values_left_(most_values) {}

  bool null() override { return value(); }
  bool boolean(bool) override { return value(); }
  bool number_integer(number_integer_t) override { return value(); }
  bool number_unsigned(number_unsigned_t) override { return value(); }
  bool number_float(number_float_t, const string_t&) override { return value(); }
  bool string(string_t&) override { return value(); }
  bool binary(binary_t&) override { return value(); }
  bool key(string_t&) override { return value(); }
  bool start_object(std::size_t) override { return enter(); }
  bool end_object() override { return leave(); }
  bool start_array(std::size_t) override { return enter(); }
  bool end_array() override { return leave(); }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& error) override {
    error_at_ = position;
    fault_ = error.what();
    return false;
  }

  bool is_too_deep() const { return depth_ > kDeepest; }
  bool has_too_many_values() const { return values_left_ == 0; }
  std::size_t error_at() const { return error_at_; }   // bytes read when the text stopped being JSON
  const std::string& fault() const { return fault_; }  // what the parser says of it

 private:
  bool value() { return values_left_ > 0 && --values_left_ > 0; }
  bool enter() { return ++depth_ <= kDeepest && value(); }
  bool leave() {
    --depth_;
    return true;
  }

  std::size_t values_left_;
  std::size_t depth_ = 0;
  std::size_t error_at_ = 0;
  std::string fault_;
};

/// What would have to stand where the text stops being JSON, out of the parser's own sentence. It has no
/// other way to say it; a sentence it has not had so far leaves the reason out.
Words expected_instead(std::string_view fault) {
  struct Expectation {
    std::string_view sign;
    Words words;
  };
  static const std::array kExpectations{
      Expectation{"; expected string literal", {"a name in quotes", "加引号的名称"}},
      Expectation{"; expected ':'", {"a colon", "冒号"}},
      Expectation{"; expected '}'", {"a comma or }", "逗号或 }"}},
      Expectation{"; expected ']'", {"a comma or ]", "逗号或 ]"}},
      Expectation{"; expected end of input", {"the end of the text", "文件结尾"}},
      Expectation{"; expected '[', '{', or a literal", {"a value", "值"}},
      Expectation{"invalid literal", {"a value", "值"}},
      Expectation{"missing closing quote", {"a closing quote", "右引号"}},
      Expectation{"must be escaped", {"a closing quote or an escape such as \\n", "右引号或 \\n 之类的转义"}},
  };
  for (const Expectation& expectation : kExpectations)
    if (fault.find(expectation.sign) != std::string_view::npos) return expectation.words;
  return {};
}

Words no_json(std::string_view fault) {
  const bool ends = fault.find("unexpected end of input") != std::string_view::npos ||
                    fault.find("missing closing quote") != std::string_view::npos;
  Words words = ends ? Words{"the JSON ends here too early", "JSON 在这里中断"}
                     : Words{"the text is no JSON from here on", "从这里起不是有效的 JSON"};
  const Words wanted = expected_instead(fault);
  if (wanted.empty()) return words;
  return {words.english + ": " + wanted.english + " is expected",
          words.chinese + "：此处应为" + wanted.chinese};
}

Problem problem_at(std::string_view text, std::size_t offset, std::string code, Words message) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t newline = before.rfind('\n');
  const std::size_t line_start = newline == std::string_view::npos ? 0 : newline + 1;
  const auto lines = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  return {lines + 1, length_in_code_points(before.substr(line_start)) + 1, std::move(code),
          std::move(message)};
}

/// A part of a JSON pointer: / and ~ have a meaning in it.
std::string pointer_part(std::string_view name) {
  std::string part = "/";
  for (const char c : name) {
    if (c == '~') part += "~0";
    if (c == '/') part += "~1";
    if (c != '~' && c != '/') part += c;
  }
  return shortened(part, 60);
}

class Reader {
 public:
  explicit Reader(const Json& root) { read_document(root); }
  Document take() { return std::move(document_); }

 private:
  /// A value and where it stands.
  struct Value {
    const Json& json;
    std::string pointer;

    std::optional<Value> member(const char* name) const {
      if (!json.is_object()) return std::nullopt;
      const auto found = json.find(name);
      if (found == json.end() || found->is_null()) return std::nullopt;
      return Value{*found, pointer + pointer_part(name)};
    }
    Value item(std::size_t index) const { return {json[index], pointer + "/" + std::to_string(index)}; }
  };

  void report(const std::string& pointer, const char* code, const Words& message) {
    if (document_.problems.size() >= kMostProblems) return;
    const std::string place = pointer.empty() ? "/" : pointer;
    document_.problems.push_back(
        {0, 0, code, {place + ": " + message.english, place + "：" + message.chinese}});
  }

  void report_type(const Value& value, const Words& wanted) {
    const std::string found = value.json.type_name();
    report(
        value.pointer, "wrong-type",
        {wanted.english + " is wanted here, not " + found, "这里应是" + wanted.chinese + "，实为 " + found});
  }

  std::string text(const Value& value) {
    if (value.json.is_string()) return value.json.get<std::string>();
    // A number is written without quotes by many programs; it says the same.
    if (value.json.is_number()) return value.json.dump();
    report_type(value, {"a text", "文字"});
    return {};
  }

  std::string text(const Value& object, const char* name) {
    const auto value = object.member(name);
    return value ? text(*value) : std::string();
  }

  /// Calls `take` for every item of a list; a single value counts as a list of one.
  template <class Take>
  void each(const Value& object, const char* name, Take take) {
    const auto value = object.member(name);
    if (!value) return;
    if (!value->json.is_array()) return take(*value);
    for (std::size_t i = 0; i < value->json.size(); ++i) take(value->item(i));
  }

  std::vector<std::string> texts(const Value& object, const char* name) {
    std::vector<std::string> list;
    each(object, name, [&](const Value& item) {
      if (item.json.is_string() || item.json.is_number())
        list.push_back(text(item));
      else
        report_type(item, {"a text", "文字"});
    });
    return list;
  }

  std::vector<Option> options(const Value& question) {
    std::vector<Option> list;
    const auto value = question.member("options");
    if (value && value->json.is_object()) {  // as `parse --json` prints them: letters as keys
      for (const auto& [letter, said] : value->json.items())
        list.push_back({letter, text({said, value->pointer + pointer_part(letter)})});
      return list;
    }
    each(question, "options", [&](const Value& item) {
      const std::string next(1, static_cast<char>('A' + std::min<std::size_t>(list.size(), 25)));
      if (item.json.is_object())
        list.push_back({item.member("letter") ? text(item, "letter") : next, text(item, "text")});
      else
        list.push_back({next, text(item)});
    });
    return list;
  }

  /// {"cue","detail"}, or as `parse --json` prints it: cue：detail in one text.
  KeyPoint point(const Value& value) {
    if (value.json.is_object()) return {text(value, "cue"), text(value, "detail")};
    constexpr std::string_view kColon = "：";
    const std::string said = text(value);
    const std::size_t colon = said.find(kColon);
    if (colon == std::string::npos || colon == 0) return {said, ""};
    return {said.substr(0, colon), said.substr(colon + kColon.size())};
  }

  /// `parse --json` prints the listing behind the stem, too.
  static void part_listing(Question& question) {
    const std::string behind = "\n" + question.code;
    std::string& stem = question.stem;
    if (question.code.empty() || stem.size() < behind.size()) return;
    if (stem.compare(stem.size() - behind.size(), behind.size(), behind) == 0)
      stem.resize(stem.size() - behind.size());
  }

  void read_quantities(const Value& value, Question& question) {
    if (const auto marks = value.member("marks")) {
      if (marks->json.is_number())
        question.marks = marks->json.get<double>();
      else
        report_type(*marks, {"a number", "数字"});
    }
    if (const auto seconds = value.member("seconds")) {
      const double count = seconds->json.is_number_integer() ? seconds->json.get<double>() : -1;
      if (count >= 0 && count <= kLongestTime)
        question.time_limit = std::chrono::seconds{seconds->json.get<std::int64_t>()};
      else
        report_type(*seconds, {"a whole number from 0 to 10^9", "0 到 10^9 的整数"});
    }
  }

  void read_question(const Value& value) {
    if (!value.json.is_object()) return report_type(value, {"a question (an object)", "题目（对象）"});
    Question question;
    if (!value.member("stem")) report(value.pointer, "no_stem", {"the question has no stem", "题目没有题干"});
    question.stem = text(value, "stem");
    question.section = text(value, "section");
    question.code = text(value, "code");
    if (!is_deck_) part_listing(question);
    question.options = options(value);
    question.answer_key = texts(value, "answer_key");
    each(value, "points", [&](const Value& item) { question.points.push_back(point(item)); });
    question.answer = text(value, "answer");
    question.analysis = text(value, "analysis");
    question.criteria = texts(value, "criteria");
    read_quantities(value, question);
    const std::string type = text(value, "type");
    const auto kind = question_kind_from_word(type);
    if (!kind && !type.empty())
      report(value.pointer + "/type", "wrong-type",
             {"no such type of question: " + shortened(type, 30), "没有这种题型：" + shortened(type, 30)});
    question.kind = kind.value_or(question.options.empty()         ? QuestionKind::kOpen
                                  : question.answer_key.size() > 1 ? QuestionKind::kMultiple
                                                                   : QuestionKind::kSingle);
    document_.questions.push_back(std::move(question));
  }

  void read_section(const Value& value) {
    if (value.json.is_object())
      document_.sections.push_back({text(value, "title"), text(value, "description")});
    else
      document_.sections.push_back({text(value), ""});
  }

  void read_document(const Json& json) {
    const Value root{json, ""};
    if (!json.is_object()) return report_type(root, {"a deck (an object)", "题库（对象）"});
    if (const auto version = root.member("rehearse")) {
      is_deck_ = true;
      if (!version->json.is_number())
        report_type(*version, {"a number", "数字"});
      else if (version->json.get<double>() > kVersion)
        report(version->pointer, "newer_version",
               {"the deck was written by a newer Rehearse; what is new in it is left out",
                "题库由更新版本的熟答写成，新增的内容会略去"});
    }
    document_.title = text(root, "title");
    each(root, "sections", [&](const Value& item) { read_section(item); });
    each(root, "questions", [&](const Value& item) { read_question(item); });
  }

  bool is_deck_ = false;  // else it was printed by `parse --json`
  Document document_;
};

Document without_questions(Problem problem) {
  Document document;
  document.problems.push_back(std::move(problem));
  return document;
}

}  // namespace

Document read_deck_json(std::string_view text) {
  Survey survey(kValuesAllowed + text.size() / kBytesPerValue);
  if (!Json::sax_parse(text.begin(), text.end(), &survey)) {
    if (survey.is_too_deep())
      return without_questions(
          {0, 0, "too-deep", {"the JSON is nested deeper than any deck", "JSON 嵌套过深，不是题库"}});
    if (survey.has_too_many_values())
      return without_questions(
          {0,
           0,
           "too-many-values",
           {"the JSON holds more values than a deck of its length would", "JSON 的值过多，不是题库"}});
    const std::size_t offset = survey.error_at() == 0 ? 0 : survey.error_at() - 1;
    return without_questions(problem_at(text, offset, "no-json", no_json(survey.fault())));
  }
  return Reader(Json::parse(text.begin(), text.end())).take();
}

}  // namespace rehearse
