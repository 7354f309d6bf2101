// A question bank of any size in our own words, laid out in many ways: what the reader's speed is measured
// on.
#pragma once

#include <cstddef>
#include <string>

namespace rehearse::bench {

/// At least `bytes` bytes of Simplified text, the same for the same arguments. Every section is laid out in
/// another way than the one before: labelled answers, prose, bullets, choices, keys in brackets, fill-in,
/// English. `variant` changes title and words: a document of another name.
std::string varied_bank(std::size_t bytes, std::size_t variant = 0);

/// `bank` as a site gives it out that turned it into Traditional characters and put pinyin behind some.
std::string mirrored(const std::string& bank);

}  // namespace rehearse::bench
