// What each element of HTML means for a text (HTML Living Standard, section 4).
#pragma once

#include <string_view>

#include "core/import/formats/html_events.h"

namespace rehearse {

enum class HtmlRole {
  kInline,   // its text goes on with the text around it: <span>, and all that are unknown
  kBlock,    // stands on lines of its own
  kMain,     // a block that holds what the page is about
  kHeading,  // <h1> to <h6>
  kBold,
  kUnderlined,
  kCode,    // in a line
  kRaised,  // <sup>
  kLineBreak,
  kOrderedList,
  kList,
  kItem,     // of either
  kChoice,   // an <option>
  kSummary,  // what is shown of a fold
  kTerm,     // <dt>
  kListing,  // <pre>
  kTable,
  kRow,
  kCell,
  kPicture,
  kSound,
  kFilm,
  kBox,  // <input>
  kTitle,
  kLeftOut,  // with all inside: scripts, navigation, controls
};

/// By name alone, in lower case.
HtmlRole role_of(std::string_view element);

/// A role, id or class that the usual sites and generators give to what a page is about.
bool names_main_text(const HtmlAttributes& attributes);

enum class Visibility { kShown, kHidden, kAside };

/// kHidden: not shown as long as nothing is clicked. kAside: never a part of the text, such as line numbers
/// beside a listing or what only a screen reader must skip.
Visibility visibility_of(const HtmlAttributes& attributes);

}  // namespace rehearse
