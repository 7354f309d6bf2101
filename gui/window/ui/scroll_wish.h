// Where the scrolled part of a screen should move because of a key.
#pragma once

#include <variant>

namespace rehearse {

/// Asked for by PgUp and PgDn.
struct ScrollPage {
  int pages;  // down when positive
};

/// Once; nothing leaves it where the reader put it.
struct ScrollWish {
  enum class To { kNowhere, kTop, kNewest, kPage };
  To to = To::kNowhere;
  int pages = 0;  // for kPage: down when positive
};

/// An intent of any screen that asks for nothing.
template <class... Others>
bool is_nothing(const std::variant<std::monostate, Others...>& intent) {
  return intent.index() == 0;
}

}  // namespace rehearse
