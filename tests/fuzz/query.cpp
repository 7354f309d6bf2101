// What a learner may type into the search field, over a library with a little of everything.
#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "core/base/text.h"
#include "core/search/parse_query.h"
#include "core/search/text_match.h"
#include "core/store/search_index.h"
#include "tests/fuzz/reading.h"
#include "tests/library_fixture.h"

namespace rehearse::fuzz {
namespace {

Document sample_document() {
  const char* stems[] = {"如何安抚投诉的客户？",     "C++ 的 cache 与 Cache-Control 有何不同？",
                         "库存盘点少了 100% 怎么查", "先进 先出（FIFO）是什么",
                         "ﬁle_name 与 ＡＢＣ",       "→ 👍 é"};
  std::vector<Question> questions;
  for (const char* stem : stems) {
    Question question = test::open_question(stem, questions.size() % 3);
    question.section = questions.size() % 2 == 0 ? "应对" : "";
    question.answer = questions.size() % 2 == 0 ? "先核对，后处理；a-b or (c)" : "";
    questions.push_back(question);
  }
  Question choice = test::checked_question(QuestionKind::kSingle, "仓库禁止什么", {"吸烟", "caching"}, {"A"});
  choice.section = "日常";
  questions.push_back(choice);
  return test::document_of("仓储 主管", questions);
}

/// Questions with and without marks and answers.
struct Searched : test::LibraryFixture {
  Searched() {
    const DeckId deck = library.import_document(sample_document(), now).decks.front().id;
    const std::vector<ListedQuestion> questions = library.questions(deck);
    (void)library.mark_question(questions[0].id, AddTags{{"a", "a::b", "压力面"}}, now);
    (void)library.mark_question(questions[1].id, SetFlag{2}, now);
    (void)library.mark_question(questions[2].id, SetExample{"我的经历 \"quoted\""}, now);
    for (std::size_t i = 0; i < 3; ++i)
      library.grade({question_card_id(questions[i].id), Quality::kGood, std::nullopt, {}, {}}, now);
    pass_days(1);
    for (const ListedQuestion& listed : library.questions(deck)) {
      std::string& texts = texts_.emplace_back();
      const auto add = [&](const std::string& text) { texts += text + '\0'; };
      add(listed.question.stem);
      add(listed.question.answer);
      for (const Option& option : listed.question.options) add(option.text);
      for (const std::string& key : listed.question.answer_key) add(key);
      for (const KeyPoint& point : listed.question.points) add(point.cue), add(point.detail);
      add(listed.marks.example);
    }
    (void)library.search("", now);
  }

  std::vector<CardId> found(std::string_view query) {
    const auto result = library.search(query, now);
    const auto* cards = std::get_if<std::vector<CardId>>(&result);
    require(cards != nullptr, "a query that was read is evaluated");
    return *cards;
  }

  /// The index finds exactly the questions with a text in which the matcher finds the term.
  void check_term(const TextTerm& term) {
    const TextMatcher matcher(term);
    const std::vector<std::int64_t> indexed = SearchIndex(store_.database).find(term);
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      bool matches = false;
      for (std::string_view rest = texts_[i]; !rest.empty();) {
        const std::size_t end = rest.find('\0');
        matches = matches || matcher.matches(rest.substr(0, end));
        rest.remove_prefix(end + 1);
      }
      const auto position = static_cast<std::int64_t>(i + 1);
      require(std::binary_search(indexed.begin(), indexed.end(), position) == matches,
              "the index finds what reading finds");
    }
  }
  void check_terms(const SearchQuery& query) {
    if (const auto* term = std::get_if<TextTerm>(&query.what)) check_term(*term);
    if (const auto* group = std::get_if<Group>(&query.what))
      for (const SearchQuery& part : group->parts) check_terms(part);
  }

 private:
  std::vector<std::string> texts_;  // of each question, each ended by a zero
  test::OpenStore store_{file()};
};

void check_fault(std::string_view text, const QueryFault& fault) {
  require(fault.begin <= fault.end && fault.end <= text.size(), "a fault lies in the query");
  require(!fault.what.english.empty() && !fault.what.chinese.empty(), "a fault is said in both languages");
  require(is_valid_utf8(pointed_out(text, fault)), "what is printed is UTF-8");
}

void check(Searched& searched, std::string_view text) {
  const auto read = parse_query(text);
  if (const auto* fault = std::get_if<QueryFault>(&read)) return check_fault(text, *fault);
  const auto& query = std::get<SearchQuery>(read);
  const std::vector<CardId> cards = searched.found(text);
  const std::string usual = to_text(query);
  if (usual.size() <= kLongestQuery) require(searched.found(usual) == cards, "the usual form finds the same");
  const std::string opposite = "-(" + usual + ")";
  if (!usual.empty() && std::holds_alternative<SearchQuery>(parse_query(opposite)))
    require(searched.found(opposite).size() + cards.size() == searched.found("").size(),
            "a query and its opposite find every card once");
  searched.check_terms(query);
}

}  // namespace
}  // namespace rehearse::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static rehearse::fuzz::Searched searched;
  rehearse::fuzz::check(searched, rehearse::fuzz::as_bytes(data, size));
  return 0;
}
