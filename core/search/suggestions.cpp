#include "core/search/suggestions.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/search/lexer.h"
#include "core/search/query.h"
#include "core/search/query_words.h"

namespace rehearse {
namespace {

using Role = TermCharacter::Role;

bool begins_with(std::string_view word, std::string_view typed) {
  return word.substr(0, typed.size()) == typed;
}

class Completer {
 public:
  Completer(const SearchNames& names, std::size_t cursor, std::size_t most)
      : names_(names), most_(most), begin_(cursor), end_(cursor) {}

  std::vector<Suggestion> complete(const std::vector<Lexeme>& lexemes) {
    // The last is kEnd; a term that reaches the cursor stands before it.
    const Lexeme* term = lexemes.size() > 1 ? &lexemes[lexemes.size() - 2] : nullptr;
    const bool is_word =
        term && term->end == end_ &&
        (term->kind == LexemeKind::kTerm || term->kind == LexemeKind::kAnd || term->kind == LexemeKind::kOr);
    if (!is_word) {
      add_words(kSearchKeys, "", "", ":");
      return std::move(found_);
    }
    begin_ = term->begin;
    const std::vector<TermCharacter>& typed = term->characters;
    const auto colon = std::find_if(typed.begin(), typed.end(), [](const TermCharacter& character) {
      return character.role == Role::kColon || character.role == Role::kWideColon;
    });
    const auto length = static_cast<std::size_t>(colon - typed.begin());
    const std::string key = folded(std::span(typed).first(length));
    if (colon == typed.end()) {
      if (!term->is_quoted) add_words(kSearchKeys, "", key, ":");
    } else if (const auto known = value_of(kSearchKeys, key)) {
      add_values(*known, key + ":", folded(std::span(typed).subspan(length + 1)));
    }
    return std::move(found_);
  }

 private:
  static std::string folded(std::span<const TermCharacter> characters) {
    std::string text;
    for (const TermCharacter& character : characters) append_utf8(text, character.c);
    return nfkc_case_folded(text);
  }

  void add(std::string text, Words about) {
    if (found_.size() < most_) found_.push_back({begin_, end_, std::move(text), std::move(about)});
  }

  template <class Value, std::size_t kCount>
  void add_words(const std::array<SearchWord<Value>, kCount>& words, const std::string& before,
                 std::string_view typed, const std::string& behind = "") {
    for (const SearchWord<Value>& entry : words)
      if (begins_with(entry.word, typed))
        add(before + std::string(entry.word) + behind,
            {std::string(entry.english), std::string(entry.chinese)});
  }

  void add_names(NameField field, std::span<const std::string> names, std::string_view typed) {
    for (const std::string& name : names) {
      if (name.empty() || nfkc_case_folded(name).find(typed) == std::string::npos) continue;
      SearchQuery query;
      query.what = NameTerm{field, {{name}}};
      add(to_text(query), {});
    }
  }

  void add_values(SearchKey key, const std::string& before, const std::string& typed) {
    switch (key) {
      case SearchKey::kDeck: return add_names(NameField::kDeck, names_.deck_titles, typed);
      case SearchKey::kSection: return add_names(NameField::kSection, names_.section_titles, typed);
      case SearchKey::kTag:
        if (begins_with(kNone, typed)) add(before + std::string(kNone), {"no tag at all", "没有标签"});
        return add_names(NameField::kTag, names_.tag_names, typed);
      case SearchKey::kIs: return add_words(kConditionWords, before, typed);
      case SearchKey::kKind: return add_words(kKindWords, before, typed);
      case SearchKey::kProperty: return add_properties(before, typed);
      case SearchKey::kRated:
        for (const char* days : {"1", "7", "30"})
          if (begins_with(days, typed))
            add(before + days, {std::string("the last days: ") + days, std::string("最近天数：") + days});
        return;
      case SearchKey::kFlag: break;
    }
  }

  void add_properties(const std::string& before, const std::string& typed) {
    const std::size_t name_end = std::min(typed.find_first_of("<>=!"), typed.size());
    const std::string name = typed.substr(0, name_end);
    if (name_end == typed.size()) add_words(kPropertyWords, before, typed);
    if (value_of(kPropertyWords, std::string_view(name)))
      add_words(kComparisonWords, before + name, std::string_view(typed).substr(name_end));
  }

  const SearchNames& names_;
  std::size_t most_;
  std::size_t begin_, end_;
  std::vector<Suggestion> found_;
};

}  // namespace

std::vector<Suggestion> suggestions(std::string_view query, std::size_t cursor, const SearchNames& names,
                                    std::size_t most) {
  cursor = std::min(cursor, query.size());
  return Completer(names, cursor, most).complete(lexemes_of(query.substr(0, cursor)));
}

}  // namespace rehearse
