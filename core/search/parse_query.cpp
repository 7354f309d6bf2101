#include "core/search/parse_query.h"

#include <utility>

#include "core/search/lexer.h"
#include "core/search/read_term.h"

namespace rehearse {
namespace {

constexpr const char* kQuoteHint = "to look for these signs put the text in quotes";
constexpr const char* kQuoteHintChinese = "要查找这些符号本身，请加引号";

class Parser {
 public:
  explicit Parser(std::vector<Lexeme> lexemes) : lexemes_(std::move(lexemes)) {}

  SearchQuery parse() {
    if (here().kind == LexemeKind::kEnd) return {};
    SearchQuery query = any();
    if (here().kind == LexemeKind::kClose)
      fail({{"this parenthesis closes nothing", "这个右括号没有对应的左括号"}, quote_hint()});
    return query;
  }

  /// The first thing that was wrong.
  const std::optional<QueryFault>& fault() const { return fault_; }

 private:
  static Words quote_hint() { return {kQuoteHint, kQuoteHintChinese}; }

  const Lexeme& here() const { return lexemes_[at_]; }
  void step() { ++at_; }

  /// Sets the fault at the lexeme that is read now, and moves to the end: nothing more is read.
  void fail(QueryFault fault) {
    if (fault_) return;
    if (fault.begin == fault.end) {
      fault.begin = here().begin;
      fault.end = here().end;
    }
    fault_ = std::move(fault);
    at_ = lexemes_.size() - 1;
  }

  bool ends_group() const { return here().kind == LexemeKind::kEnd || here().kind == LexemeKind::kClose; }

  /// all { or all }
  SearchQuery any() {
    std::vector<SearchQuery> choices;
    choices.push_back(all());
    while (here().kind == LexemeKind::kOr) {
      step();
      choices.push_back(all());
    }
    return joined(Join::kAny, std::move(choices));
  }

  /// factor { [and] factor }
  SearchQuery all() {
    std::vector<SearchQuery> parts;
    do {
      const bool is_joint = here().kind == LexemeKind::kAnd || here().kind == LexemeKind::kOr;
      if (is_joint || (ends_group() && !fault_)) {
        fail_for_want_of_a_term();
        break;
      }
      parts.push_back(factor());
      if (here().kind == LexemeKind::kAnd) {
        step();
        if (ends_group()) fail_for_want_of_a_term();
      }
    } while (!ends_group() && here().kind != LexemeKind::kOr);
    return joined(Join::kAll, std::move(parts));
  }

  void fail_for_want_of_a_term() {
    const LexemeKind before = at_ > 0 ? lexemes_[at_ - 1].kind : LexemeKind::kEnd;
    if (before == LexemeKind::kOpen && here().kind == LexemeKind::kClose)
      return fail({{"there is nothing between the parentheses", "括号里没有内容"},
                   quote_hint(),
                   lexemes_[at_ - 1].begin,
                   here().end});
    const bool is_behind = before == LexemeKind::kAnd || before == LexemeKind::kOr;
    const Lexeme& joint = is_behind ? lexemes_[at_ - 1] : here();
    if (joint.kind != LexemeKind::kAnd && joint.kind != LexemeKind::kOr)
      return fail({{"this parenthesis closes nothing", "这个右括号没有对应的左括号"}, quote_hint()});
    const char* word = joint.kind == LexemeKind::kAnd ? "and" : "or";
    const Words side = is_behind ? Words{"after", "后面"} : Words{"before", "前面"};
    fail({{"there is nothing " + side.english + " " + word,
           std::string(word) + " " + side.chinese + "没有内容"},
          {std::string("to look for the word put it in quotes: \"") + word + "\"",
           std::string("要查找这个词，请加引号：\"") + word + "\""},
          joint.begin,
          joint.end});
  }

  /// { - } ( group | term )
  SearchQuery factor() {
    bool is_negated = false;
    for (; here().kind == LexemeKind::kMinus; step()) {
      is_negated = !is_negated;
      if (lexemes_[at_ + 1].begin != here().end || lexemes_[at_ + 1].kind == LexemeKind::kEnd ||
          lexemes_[at_ + 1].kind == LexemeKind::kClose)
        fail({{"this minus sign stands before nothing: -word leaves out what has the word",
               "减号后面没有内容：-词 表示不含这个词"},
              {"for the sign itself write \\-", "要查找减号本身请写 \\-"}});
      if (fault_) return {};
    }
    SearchQuery query = here().kind == LexemeKind::kOpen ? group() : term();
    query.is_negated = query.is_negated != is_negated;
    return query;
  }

  SearchQuery group() {
    const Lexeme open = here();
    if (depth_ == kDeepestQuery) {
      fail({{"more than " + std::to_string(kDeepestQuery) + " parentheses stand within each other",
             "括号嵌套超过 " + std::to_string(kDeepestQuery) + " 层"},
            quote_hint()});
      return {};
    }
    ++depth_;
    step();
    SearchQuery query = any();
    --depth_;
    if (here().kind == LexemeKind::kClose) {
      step();
    } else {
      fail({{"this parenthesis is not closed", "这个左括号没有闭合"}, quote_hint(), open.begin, open.end});
    }
    return query;
  }

  SearchQuery term() {
    auto read = read_term(here());
    if (auto* fault = std::get_if<QueryFault>(&read)) {
      fail(std::move(*fault));
      return {};
    }
    step();
    return std::move(std::get<SearchQuery>(read));
  }

  /// A group of one is that one; all of (all of a and b) and c is all of a, b and c.
  static SearchQuery joined(Join join, std::vector<SearchQuery> parts) {
    if (parts.size() == 1) return std::move(parts.front());
    Group group{join, {}};
    for (SearchQuery& part : parts) {
      auto* inner = std::get_if<Group>(&part.what);
      if (inner && inner->join == join && !part.is_negated) {
        for (SearchQuery& below : inner->parts) group.parts.push_back(std::move(below));
      } else {
        group.parts.push_back(std::move(part));
      }
    }
    SearchQuery query;
    query.what = std::move(group);
    return query;
  }

  std::vector<Lexeme> lexemes_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::optional<QueryFault> fault_;
};

}  // namespace

std::variant<SearchQuery, QueryFault> parse_query(std::string_view text) {
  if (text.size() > kLongestQuery) {
    const std::string most = std::to_string(kLongestQuery);
    return QueryFault{{"the search is longer than " + most + " bytes", "搜索内容超过 " + most + " 字节"},
                      {"look for a shorter piece of the text", "请改用较短的一段文字"},
                      kLongestQuery,
                      kLongestQuery};
  }
  Parser parser(lexemes_of(text));
  SearchQuery query = parser.parse();
  if (parser.fault()) return *parser.fault();
  return query;
}

}  // namespace rehearse
