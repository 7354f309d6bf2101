#include "sync/server/accounts/password_rules.h"

#include <zxcvbn.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "core/base/text.h"

namespace rehearse::sync {
namespace {

// log2 of 10^10 guesses, where zxcvbn's highest mark begins (Wheeler 2016, "zxcvbn: low-budget password
// strength estimation"). Its lists of leaked passwords, of words and of names all lie far below.
constexpr double kFewestBits = 33.2;

// What its lists do not have and many would choose here.
constexpr std::array kAlsoCommon = {"rehearse",   "interview",  "woaini",     "woaiwojia", "5201314",
                                    "1314520",    "wodemima",   "mima",       "passwort",  "willkommen",
                                    "motdepasse", "contrasena", "qwertzuiop", "azertyuiop"};

// It reads bytes: a character beyond ASCII that stands there again and again is many of them.
constexpr std::size_t kFewestCharacters = 5;

bool is_soon_guessed(const std::string& password, const std::string& name) {
  std::array<const char*, kAlsoCommon.size() + 2> words{};
  std::copy(kAlsoCommon.begin(), kAlsoCommon.end(), words.begin());
  words[kAlsoCommon.size()] = name.c_str();  // and a null at the end
  return ZxcvbnMatch(password.c_str(), words.data(), nullptr) < kFewestBits;
}

}  // namespace

PasswordFault fault_of_password(std::string_view password, std::string_view name) {
  constexpr std::size_t kBytesOfCharacter = 4;
  if (password.size() > kBytesOfCharacter * kLongestPassword) return PasswordFault::kTooLong;
  if (!is_valid_utf8(password) || password.find('\0') != std::string_view::npos)
    return PasswordFault::kNoText;
  const std::size_t length = length_in_code_points(password);
  if (length < kShortestPassword) return PasswordFault::kTooShort;
  if (length > kLongestPassword) return PasswordFault::kTooLong;
  const std::u32string characters = to_utf32(password);
  const bool is_common =
      std::set<char32_t>(characters.begin(), characters.end()).size() < kFewestCharacters ||
      is_soon_guessed(std::string(password), std::string(name));
  return is_common ? PasswordFault::kTooCommon : PasswordFault::kNone;
}

const char* words_for(PasswordFault fault) {
  switch (fault) {
    case PasswordFault::kTooShort: return "the password needs 12 characters at least";
    case PasswordFault::kTooLong: return "the password may have 256 characters at most";
    case PasswordFault::kTooCommon: return "the password is one of the first to be guessed";
    case PasswordFault::kNoText: return "the password is no text";
    case PasswordFault::kNone: break;
  }
  return "";
}

}  // namespace rehearse::sync
