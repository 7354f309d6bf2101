// Where the scrolled part of a screen should move because of a key.
#pragma once

namespace rehearse {

/// Once; nothing leaves it where the reader put it.
struct ScrollWish {
  enum class To { kNowhere, kTop, kNewest, kPage };
  To to = To::kNowhere;
  int pages = 0;  // for kPage: down when positive
};

}  // namespace rehearse
