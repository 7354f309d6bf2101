#include "core/import/english_sentences.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/import/characters.h"

namespace rehearse {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The last word of `text`, its inner dots included: e.g, U.S, Mr
std::string_view last_word(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && (is_letter(text[begin - 1]) || is_digit(text[begin - 1]) || text[begin - 1] == '.'))
    --begin;
  return text.substr(begin);
}

/// three things, several steps: a number of what follows.
bool counts_what_follows(std::string_view sentence) {
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    if (i > 0 && sentence[i - 1] != ' ') continue;
    if (!begins_with_word(sentence.substr(i), {"the following", "these", "two", "three", "four", "five",
                                               "six", "several", "a few"}))
      continue;
    std::string_view behind = sentence.substr(i);
    for (std::size_t word = 0; word < 3 && !behind.empty(); ++word) {  // three (main) reasons
      behind.remove_prefix(std::min(behind.find(' '), behind.size() - 1) + 1);
      if (begins_with_word(behind, {"things", "steps", "points", "reasons", "ways", "parts", "aspects",
                                    "areas", "stages", "phases", "factors", "levels", "questions"}))
        return true;
    }
  }
  return false;
}

}  // namespace

bool is_english(std::string_view text) {
  // The first bytes of U+3000 to U+9FFF.
  return std::none_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xE3 && byte <= 0xE9;
  });
}

bool begins_sentence(std::string_view rest) {
  const std::size_t first = std::min(rest.find_first_not_of(' '), rest.size());
  return first > 0 && (first == rest.size() || rest[first] < 'a' || rest[first] > 'z');
}

bool is_full_stop(std::string_view text, std::size_t at) {
  std::size_t next = at + 1;
  if (next < text.size() && (text[next] == '"' || text[next] == ')')) ++next;
  if (next == text.size()) return true;
  if (!begins_sentence(text.substr(next))) return false;
  const std::string_view word = last_word(text.substr(0, at));
  const bool is_initial = word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z' && word[0] != 'I';
  const bool is_item_number =
      word.size() == at && std::all_of(word.begin(), word.end(), [](char c) { return is_digit(c); });
  return !is_initial && !is_item_number &&
         !(begins_with_word(word,
                            {"e.g", "i.e", "mr", "mrs", "ms", "dr", "prof", "vs", "st", "no", "approx"}) &&
           word.size() <= 6);
}

std::size_t count_words(std::string_view text) {
  text = trimmed(text);
  return text.empty() ? 0 : static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

bool begins_with_word(std::string_view text, std::initializer_list<std::string_view> words) {
  if (text.empty()) return false;
  const char first = text[0] >= 'A' && text[0] <= 'Z' ? static_cast<char>(text[0] - 'A' + 'a') : text[0];
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return word[0] == first && starts_with_english(text, word) &&
           (text.size() == word.size() || !is_letter(text[word.size()]));
  });
}

bool is_english_announcement(std::string_view sentence) {
  constexpr std::size_t kMostWords = 16;
  constexpr std::size_t kMostWordsWithCount = 8;
  if (!is_english(sentence)) return false;
  const std::size_t words = count_words(sentence);
  if (words > kMostWords) return false;
  const std::string_view bare = sentence.substr(0, sentence.find_last_not_of(".: ") + 1);
  const std::string_view last = bare.substr(bare.rfind(' ') + 1);
  const bool leads_on =
      sentence.back() == ':' &&
      begins_with_word(last, {"is", "are", "be", "include", "includes", "this", "steps", "below"});
  return leads_on || begins_with_word(last, {"following", "follows"}) ||
         ((words <= kMostWordsWithCount || sentence.back() == ':') && counts_what_follows(sentence));
}

bool is_english_closing(std::string_view sentence) {
  return begins_with_word(sentence, {"in short", "in summary", "in conclusion", "to sum up", "to conclude",
                                     "overall", "all in all", "thank you"});
}

bool is_english_elaboration(std::string_view sentence) {
  if (begins_with_word(sentence, {"it also", "it then"})) return false;
  return begins_with_word(sentence,
                          {"this",        "that",         "these",    "those", "it",  "they",
                           "their",       "its",          "he",       "she",   "his", "her",
                           "for example", "for instance", "because",  "which", "so",  "in other words",
                           "otherwise",   "such",         "by doing", "e.g"});
}

Ordinal english_ordinal(std::string_view sentence) {
  if (begins_with_word(sentence, {"first", "firstly"})) return Ordinal::kFirst;
  if (begins_with_word(sentence, {"second", "secondly", "third", "thirdly", "fourth", "fifth"}))
    return Ordinal::kLater;
  if (begins_with_word(sentence, {"then", "next", "finally", "lastly", "after that", "last"}))
    return Ordinal::kThen;
  return Ordinal::kNone;
}

}  // namespace rehearse
