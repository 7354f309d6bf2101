#include "sync/server/accounts/password_rules.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "core/base/text.h"

namespace rehearse::sync {
namespace {

// What published lists of leaked passwords are made of once digits and punctuation are gone: few of the
// commonest are twelve characters long without being one of these and a tail.
constexpr std::array<std::string_view, 60> kCommon = {
    "password",  "passwort",   "passw0rd",      "p@ssword", "p@ssw0rd",   "contrasena", "motdepasse",
    "mima",      "qwertyuiop", "qwerty",        "qwertz",   "azerty",     "asdfghjkl",  "asdfgh",
    "zxcvbnm",   "qazwsxedc",  "1qaz2wsx",      "qazwsx",   "1q2w3e4r5t", "1q2w3e4r",   "q1w2e3r4",
    "147258369", "741852963",  "159753",        "iloveyou", "woaini",     "aini",       "letmein",
    "welcome",   "willkommen", "administrator", "admin",    "changeme",   "changeit",   "default",
    "secret",    "master",     "monkey",        "dragon",   "sunshine",   "princess",   "football",
    "baseball",  "superman",   "batman",        "pokemon",  "starwars",   "trustno1",   "whatever",
    "computer",  "internet",   "michael",       "jordan",   "charlie",    "shadow",     "access",
    "rehearse",  "interview",  "login",         "user"};

// So many characters that the ones before them do not give away.
constexpr std::size_t kFewestSurprises = 5;

void take_out(std::string& text, std::string_view word) {
  if (word.size() < 3) return;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word))
    text.erase(at, word.size());
}

/// Repetitions and runs such as aaa, 1234 and fedcba count as their first character.
std::size_t surprises_in(const std::u32string& text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool follows =
        i > 0 && (text[i] == text[i - 1] || text[i] == text[i - 1] + 1 || text[i] + 1 == text[i - 1]);
    if (!follows) ++count;
  }
  return std::min(count, std::set<char32_t>(text.begin(), text.end()).size());
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
  std::string rest = case_folded(password);
  for (const std::string_view word : kCommon) take_out(rest, word);
  take_out(rest, name);
  return surprises_in(to_utf32(rest)) < kFewestSurprises ? PasswordFault::kTooCommon : PasswordFault::kNone;
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
