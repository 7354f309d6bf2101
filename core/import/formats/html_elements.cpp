#include "core/import/formats/html_elements.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace rehearse {
namespace {

using Entry = std::pair<std::string_view, HtmlRole>;

constexpr std::array kElements{
    Entry{"address", HtmlRole::kBlock},    Entry{"annotation", HtmlRole::kLeftOut},
    Entry{"article", HtmlRole::kMain},     Entry{"aside", HtmlRole::kLeftOut},
    Entry{"audio", HtmlRole::kSound},      Entry{"b", HtmlRole::kBold},
    Entry{"blockquote", HtmlRole::kBlock}, Entry{"body", HtmlRole::kBlock},
    Entry{"br", HtmlRole::kLineBreak},     Entry{"button", HtmlRole::kLeftOut},
    Entry{"canvas", HtmlRole::kLeftOut},   Entry{"caption", HtmlRole::kBlock},
    Entry{"center", HtmlRole::kBlock},     Entry{"code", HtmlRole::kCode},
    Entry{"datalist", HtmlRole::kLeftOut}, Entry{"dd", HtmlRole::kBlock},
    Entry{"del", HtmlRole::kLeftOut},      Entry{"details", HtmlRole::kBlock},
    Entry{"dir", HtmlRole::kList},         Entry{"div", HtmlRole::kBlock},
    Entry{"dl", HtmlRole::kBlock},         Entry{"dt", HtmlRole::kTerm},
    Entry{"embed", HtmlRole::kLeftOut},    Entry{"fieldset", HtmlRole::kBlock},
    Entry{"figcaption", HtmlRole::kBlock}, Entry{"figure", HtmlRole::kBlock},
    Entry{"footer", HtmlRole::kLeftOut},   Entry{"form", HtmlRole::kBlock},
    Entry{"h1", HtmlRole::kHeading},       Entry{"h2", HtmlRole::kHeading},
    Entry{"h3", HtmlRole::kHeading},       Entry{"h4", HtmlRole::kHeading},
    Entry{"h5", HtmlRole::kHeading},       Entry{"h6", HtmlRole::kHeading},
    Entry{"header", HtmlRole::kBlock},     Entry{"hgroup", HtmlRole::kBlock},
    Entry{"hr", HtmlRole::kLineBreak},     Entry{"html", HtmlRole::kBlock},
    Entry{"iframe", HtmlRole::kLeftOut},   Entry{"img", HtmlRole::kPicture},
    Entry{"input", HtmlRole::kBox},        Entry{"legend", HtmlRole::kBlock},
    Entry{"li", HtmlRole::kItem},          Entry{"listing", HtmlRole::kListing},
    Entry{"main", HtmlRole::kMain},        Entry{"menu", HtmlRole::kList},
    Entry{"nav", HtmlRole::kLeftOut},      Entry{"noscript", HtmlRole::kLeftOut},
    Entry{"object", HtmlRole::kLeftOut},   Entry{"ol", HtmlRole::kOrderedList},
    Entry{"option", HtmlRole::kChoice},    Entry{"p", HtmlRole::kBlock},
    Entry{"pre", HtmlRole::kListing},      Entry{"rp", HtmlRole::kLeftOut},
    Entry{"rt", HtmlRole::kLeftOut},       Entry{"script", HtmlRole::kLeftOut},
    Entry{"section", HtmlRole::kBlock},    Entry{"select", HtmlRole::kBlock},
    Entry{"strong", HtmlRole::kBold},      Entry{"style", HtmlRole::kLeftOut},
    Entry{"summary", HtmlRole::kSummary},  Entry{"sup", HtmlRole::kRaised},
    Entry{"svg", HtmlRole::kLeftOut},      Entry{"table", HtmlRole::kTable},
    Entry{"td", HtmlRole::kCell},          Entry{"template", HtmlRole::kLeftOut},
    Entry{"textarea", HtmlRole::kLeftOut}, Entry{"th", HtmlRole::kCell},
    Entry{"title", HtmlRole::kTitle},      Entry{"tr", HtmlRole::kRow},
    Entry{"u", HtmlRole::kUnderlined},     Entry{"ul", HtmlRole::kList},
    Entry{"video", HtmlRole::kFilm},
};

/// A style or a class attribute without blanks and in lower case; classes stay parted by one blank.
bool has_class(std::string_view classes, std::string_view wanted) {
  for (std::size_t at = classes.find(wanted); at != std::string_view::npos;
       at = classes.find(wanted, at + 1)) {
    const std::size_t end = at + wanted.size();
    if ((at == 0 || classes[at - 1] == ' ') && (end == classes.size() || classes[end] == ' ')) return true;
  }
  return false;
}

std::string without_blanks(std::string_view text) {
  std::string plain;
  for (char c : text)
    if (c != ' ' && c != '\n' && c != '\t')
      plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 'a' - 'A') : c;
  return plain;
}

}  // namespace

HtmlRole role_of(std::string_view element) {
  static_assert(std::is_sorted(kElements.begin(), kElements.end(),
                               [](const Entry& a, const Entry& b) { return a.first < b.first; }));
  const auto found =
      std::lower_bound(kElements.begin(), kElements.end(), element,
                       [](const Entry& entry, std::string_view name) { return entry.first < name; });
  return found != kElements.end() && found->first == element ? found->second : HtmlRole::kInline;
}

bool names_main_text(const HtmlAttributes& attributes) {
  if (attributes["role"] == "main") return true;
  // GitHub and GitBook, CSDN, WordPress, WeChat, Hexo.
  for (std::string_view name : {"markdown-body", "article_content", "article-content", "entry-content",
                                "post-content", "rich_media_content", "post-body"})
    if (attributes["id"] == name || has_class(attributes["class"], name)) return true;
  return false;
}

Visibility visibility_of(const HtmlAttributes& attributes) {
  const std::string_view classes = attributes["class"];
  // The gutters of the usual highlighters: SyntaxHighlighter, CSDN, Prism, highlightjs-line-numbers,
  // Pygments.
  for (std::string_view gutter :
       {"gutter", "pre-numbering", "line-numbers-rows", "hljs-ln-numbers", "linenos", "lineno"})
    if (has_class(classes, gutter)) return Visibility::kAside;
  if (attributes["aria-hidden"] == "true") return Visibility::kAside;
  if (attributes.has("hidden")) return Visibility::kHidden;
  const std::string style = without_blanks(attributes["style"]);
  const bool hidden =
      style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
  return hidden ? Visibility::kHidden : Visibility::kShown;
}

}  // namespace rehearse
