// Lines that a site, a printer or a phone put around the document, each told by itself.
#pragma once

#include <cstddef>
#include <string_view>

namespace rehearse {

/// "第3页共9页", "第 3 页", "第PAGE页共NUMPAGES页" at the start of `text`: bytes, 0 for none.
std::size_t page_number_length(std::string_view text);

/// "共9页 " at the end of `text`, which a page number may follow: bytes, 0 for none.
std::size_t page_count_length_before(std::string_view text);

/// "Page 2 of 4", "Page 2/4", and "Page 2" when that is all: bytes, 0 for none.
std::size_t english_page_number_length(std::string_view text);

/// "- 3 -", "— 3 —", "3 / 12", "- 0", "共 3 页"
bool is_bare_counter(std::string_view line);

/// "---", "* * *", "=====", ———— advertisement ————: a line drawn across the page.
bool is_rule(std::string_view line);

/// A short line without a sentence or a mark: what is printed beside a page number.
bool is_head_or_foot(std::string_view line);

/// Nothing of the document: rules, counters, buttons, forms to fill in, what a site says about itself.
bool is_furniture(std::string_view line);

}  // namespace rehearse
