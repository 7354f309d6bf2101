// The words by which a site's own text is told from the document it shows.
#pragma once

#include <cstddef>
#include <string_view>

namespace rehearse {

/// Different words in a line, by kind.
struct SiteVoice {
  std::size_t furniture = 0;  // one in a short line, and it is nothing but the site's
  std::size_t site = 0;       // one may occur in a question; two are the site
  std::size_t english = 0;    // the same in English
};
SiteVoice site_voice_in(std::string_view line);

/// Different words of any shop for documents. They tell only above the first heading and below the last
/// answer.
std::size_t count_shop_words(std::string_view line);

/// A button or a caption, alone.
bool is_furniture_word(std::string_view line);

/// What a site shows below a preview begins so.
bool begins_as_tail(std::string_view line);

/// The last lines of a page or a repository begin so.
bool begins_as_last_words(std::string_view line);

}  // namespace rehearse
