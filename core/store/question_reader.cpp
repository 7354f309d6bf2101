#include "core/store/question_reader.h"

#include <charconv>
#include <cstdint>

#include "core/store/json_text.h"

namespace rehearse {
namespace {

constexpr std::string_view kPointKey = "point:";

/// Walks over the text. After the first thing that is not as expected nothing matches any more.
class Scanner {
 public:
  explicit Scanner(std::string_view json) : json_(json) {}

  bool ok() const { return ok_; }
  bool at_end() const { return at_ == json_.size(); }

  /// Goes behind `text` when it stands here.
  bool take(std::string_view text) {
    if (!ok_ || !json_.substr(at_).starts_with(text)) return false;
    at_ += text.size();
    return true;
  }
  void expect(std::string_view text) { ok_ = take(text); }
  void fail() { ok_ = false; }

  /// A key without escapes, and the colon behind it.
  std::string_view key() {
    expect("\"");
    if (!ok_) return {};
    const std::size_t end = json_.find('"', at_);
    const std::string_view key = json_.substr(at_, end == std::string_view::npos ? 0 : end - at_);
    at_ += key.size();
    expect("\":");
    return key;
  }

  std::string text() {
    std::string text;
    expect("\"");
    while (ok_) {
      const std::size_t end = plain_json_end(json_, at_);
      text.append(json_, at_, end - at_);
      at_ = end;
      if (take("\"")) break;
      expect("\\");
      if (ok_) text += escaped();
    }
    return text;
  }

  template <class AnyId>
  AnyId id() {
    expect("\"");
    const std::string_view digits = ok_ ? json_.substr(at_, 2 * AnyId::kBytes) : std::string_view();
    const auto id = AnyId::from_hex(digits);
    at_ += digits.size();
    expect("\"");
    ok_ = ok_ && id;
    return id.value_or(AnyId());
  }

  /// A list that is not empty; `take_item` goes over one of its items.
  template <class TakeItem>
  void list(TakeItem take_item) {
    expect("[");
    do take_item();
    while (take(","));
    expect("]");
  }

  std::vector<std::string> texts() {
    std::vector<std::string> texts;
    list([&] { texts.push_back(text()); });
    return texts;
  }

  /// Digits, and a fraction: not every number that JSON has.
  std::string_view number() {
    const std::size_t begin = at_;
    const auto take_digits = [&] {
      const std::size_t first = at_;
      while (at_ < json_.size() && json_[at_] >= '0' && json_[at_] <= '9') ++at_;
      ok_ = ok_ && at_ > first;
    };
    take_digits();
    const bool is_padded = at_ - begin > 1 && json_[begin] == '0';
    if (take(".")) take_digits();
    const bool goes_on = at_ < json_.size() && json_[at_] != ',' && json_[at_] != '}';
    ok_ = ok_ && !is_padded && !goes_on;
    return json_.substr(begin, at_ - begin);
  }

 private:
  char escaped() {
    constexpr std::string_view kEscapes = "btnfr\"\\", kMeant = "\b\t\n\f\r\"\\";
    const std::size_t which = at_ < json_.size() ? kEscapes.find(json_[at_]) : std::string_view::npos;
    ok_ = which != std::string_view::npos;
    if (!ok_) return 0;
    ++at_;
    return kMeant[which];
  }

  std::string_view json_;
  std::size_t at_ = 0;
  bool ok_ = true;
};

PlacedPoint read_point(PointId id, Scanner& scanner) {
  PlacedPoint point;
  point.id = id;
  scanner.expect(R"({"at":)");
  point.at = scanner.text();
  scanner.expect(R"(,"cue":)");
  point.point.cue = scanner.text();
  if (scanner.take(R"(,"detail":)")) point.point.detail = scanner.text();
  if (scanner.take(R"(,"of":)")) scanner.list([&] { point.ancestors.push_back(scanner.id<PointId>()); });
  scanner.expect("}");
  return point;
}

Option read_option(Scanner& scanner) {
  Option option;
  scanner.expect("[");
  option.letter = scanner.text();
  scanner.expect(",");
  option.text = scanner.text();
  scanner.expect("]");
  return option;
}

std::optional<double> read_marks(Scanner& scanner) {
  const std::string_view number = scanner.number();
  double value = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (error != std::errc{} || end != number.data() + number.size()) scanner.fail();
  return value;
}

std::optional<std::chrono::seconds> read_seconds(Scanner& scanner) {
  const std::string_view number = scanner.number();
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (error != std::errc{} || end != number.data() + number.size()) scanner.fail();
  return std::chrono::seconds{value};
}

void read_field(std::string_view name, Scanner& scanner, PlacedQuestion& placed) {
  Question& question = placed.question;
  if (name.starts_with(kPointKey)) {
    const auto id = PointId::from_hex(name.substr(kPointKey.size()));
    id ? placed.points.push_back(read_point(*id, scanner)) : scanner.fail();
  } else if (name == "analysis") {
    question.analysis = scanner.text();
  } else if (name == "answer") {
    question.answer = scanner.text();
  } else if (name == kOrderField) {
    placed.at = scanner.text();
  } else if (name == "code") {
    question.code = scanner.text();
  } else if (name == "criteria") {
    question.criteria = scanner.texts();
  } else if (name == kDeckField) {
    placed.deck = scanner.id<DeckId>();
  } else if (name == "key") {
    question.answer_key = scanner.texts();
  } else if (name == "kind") {
    question.kind = question_kind_from_word(scanner.text()).value_or(QuestionKind::kOpen);
  } else if (name == "marks") {
    question.marks = read_marks(scanner);
  } else if (name == "options") {
    scanner.list([&] { question.options.push_back(read_option(scanner)); });
  } else if (name == "seconds") {
    question.time_limit = read_seconds(scanner);
  } else if (name == "section") {
    question.section = scanner.text();
  } else if (name == kStemField) {
    question.stem = scanner.text();
  } else {
    scanner.fail();
  }
}

}  // namespace

std::optional<PlacedQuestion> read_question_json(QuestionId id, std::string_view fields_json) {
  PlacedQuestion placed;
  placed.id = id;
  Scanner scanner(fields_json);
  bool has_deck = false;
  scanner.expect("{");
  std::string_view before;
  do {
    const std::string_view name = scanner.key();
    // In their order no name comes twice.
    if (name <= before) return std::nullopt;
    has_deck = has_deck || name == kDeckField;
    read_field(name, scanner, placed);
    before = name;
  } while (scanner.take(","));
  scanner.expect("}");
  if (!scanner.ok() || !scanner.at_end() || !has_deck) return std::nullopt;
  put_in_order(placed.points);
  return placed;
}

}  // namespace rehearse
