// English prose: where its sentences end, and what a sentence is there for.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string_view>

#include "core/import/sentence_roles.h"

namespace rehearse {

/// Nothing in `text` is Chinese.
bool is_english(std::string_view text);

/// The full stop at `at` ends a sentence: a blank or the end stands behind it, no small letter follows, and
/// the word before is neither an abbreviation (e.g. Mr.) nor a single letter or the number of an item.
bool is_full_stop(std::string_view text, std::size_t at);

/// What stands behind a full stop: a blank, then no small letter.
bool begins_sentence(std::string_view rest);

/// Words parted by blanks.
std::size_t count_words(std::string_view text);

/// Starts with one of the lower-case `words` whatever its own case, and the word ends there.
bool begins_with_word(std::string_view text, std::initializer_list<std::string_view> words);

/// There are three reasons. My steps would be: — says that points follow.
bool is_english_announcement(std::string_view sentence);
/// In short, … Overall, …
bool is_english_closing(std::string_view sentence);
/// This …, For example …, Because …: goes on with the sentence before.
bool is_english_elaboration(std::string_view sentence);
/// First, Second, Then, Finally.
Ordinal english_ordinal(std::string_view sentence);

}  // namespace rehearse
