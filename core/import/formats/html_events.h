// HTML as a stream of elements and text, by libxml2's parser: it repairs what pages get wrong and keeps no
// tree, so that neither depth nor size of a page costs more memory than its text. (Gumbo needs 20 to 50 times
// the page, and frees its tree by recursion.)
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace rehearse {

class HtmlAttributes {
 public:
  void add(std::string_view name, std::string_view value) { values_.emplace_back(name, value); }
  bool has(std::string_view name) const;
  /// Empty when absent.
  std::string_view operator[](std::string_view name) const;

 private:
  std::vector<std::pair<std::string_view, std::string_view>> values_;
};

/// Attributes and text are valid during the call, names as long as the page is read. Names are in lower case.
class HtmlReader {
 public:
  virtual ~HtmlReader() = default;
  virtual void open(std::string_view element, const HtmlAttributes& attributes) = 0;
  /// Of an open element; what was opened inside it is closed by it.
  virtual void close(std::string_view element) = 0;
  /// Character references are resolved. One text may come in several pieces, cut anywhere between characters.
  virtual void text(std::string_view text) = 0;
};

/// `html` is valid UTF-8 without NULs (libxml2 would end there), whatever encoding it declares. The error:
/// markup that no page has, made to take hours, of which the reader may have been given a part.
Result<std::monostate> read_html(std::string html, HtmlReader& reader);

}  // namespace rehearse
