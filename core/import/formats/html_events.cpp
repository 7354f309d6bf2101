#include "core/import/formats/html_events.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <stdexcept>

namespace rehearse {
namespace {

// libxml2 looks for the element that a stray end tag belongs to among all open ones, and compares each
// attribute of a tag with those before it: the squares of numbers a page does not have.
constexpr std::uint64_t kMostSearched = 500'000'000;  // open elements looked at, in all
constexpr std::size_t kMostAttributes = 1000;         // of one tag
constexpr int kMostOpen = 1'000'000;                  // elements, of which each takes memory

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

struct Parse {
  HtmlReader& reader;
  htmlParserCtxtPtr context;
  std::uint64_t searched = 0;
  bool was_stopped = false;
  std::exception_ptr thrown;

  void stop() {
    was_stopped = true;
    xmlStopParser(context);
  }
};

/// No exception may pass through the C library.
template <class Act>
void guarded(void* user, Act act) {
  auto& parse = *static_cast<Parse*>(user);
  if (parse.thrown) return;
  try {
    act(parse);
  } catch (...) {
    parse.thrown = std::current_exception();
    parse.stop();
  }
}

void on_open(void* user, const xmlChar* name, const xmlChar** attributes) {
  guarded(user, [&](Parse& parse) {
    if (parse.context->nameNr > kMostOpen) return parse.stop();
    HtmlAttributes read;
    for (; attributes != nullptr && *attributes != nullptr; attributes += 2)
      read.add(view(attributes[0]), view(attributes[1]));
    parse.reader.open(view(name), read);
  });
}

void on_close(void* user, const xmlChar* name) {
  guarded(user, [&](Parse& parse) { parse.reader.close(view(name)); });
}

void on_text(void* user, const xmlChar* text, int length) {
  guarded(user, [&](Parse& parse) {
    parse.reader.text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
  });
}

void on_error(void* user, xmlErrorPtr error) {
  guarded(user, [&](Parse& parse) {
    if (error->code != XML_ERR_TAG_NAME_MISMATCH) return;  // no stray end tag
    parse.searched += static_cast<std::uint64_t>(parse.context->nameNr);
    if (parse.searched > kMostSearched) parse.stop();
  });
}

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '/'; }

/// Behind the tag that begins at `at`, or nothing when it has more words than any tag has attributes.
std::optional<std::size_t> end_of_tag(std::string_view html, std::size_t at) {
  std::size_t words = 0;
  char quote = 0;
  for (++at; at < html.size() && (quote != 0 || html[at] != '>'); ++at) {
    const char c = html[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
      continue;
    }
    if ((c == '"' || c == '\'') && html[at - 1] == '=') quote = c;
    if ((c == '=' || (is_blank(c) && !is_blank(html[at - 1]))) && ++words > 2 * kMostAttributes)
      return std::nullopt;
  }
  return at;
}

bool has_endless_tag(std::string_view html) {
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at)) {
    const std::string_view rest = html.substr(at);
    if (rest.substr(0, 4) == "<!--") {
      at = html.find("-->", at);
    } else if (rest.substr(0, 7) == "<script") {
      at = html.find("</script", at + 1);
    } else {
      const auto end = end_of_tag(html, at);
      if (!end) return true;
      at = *end;
    }
  }
  return false;
}

Error malicious() {
  return {{"the page is nested deeper, or has longer tags, than any page a browser shows",
           "网页的嵌套层数或标签长度超出正常范围"},
          "",
          {"open it in a browser and save its text", "请在浏览器中打开并另存为文本"}};
}

}  // namespace

bool HtmlAttributes::has(std::string_view name) const {
  return std::any_of(values_.begin(), values_.end(), [&](const auto& value) { return value.first == name; });
}

std::string_view HtmlAttributes::operator[](std::string_view name) const {
  const auto found =
      std::find_if(values_.begin(), values_.end(), [&](const auto& value) { return value.first == name; });
  return found == values_.end() ? std::string_view() : found->second;
}

Result<std::monostate> read_html(std::string html, HtmlReader& reader) {
  if (html.empty()) return std::monostate();
  if (has_endless_tag(html)) return malicious();
  const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> context(
      htmlCreateMemoryParserCtxt(html.data(), static_cast<int>(html.size())), htmlFreeParserCtxt);
  if (!context) throw std::runtime_error("libxml2: no memory for a page");
  Parse parse{reader, context.get(), 0, false, nullptr};
  htmlCtxtUseOptions(context.get(), HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NODEFDTD |
                                        HTML_PARSE_NOIMPLIED | HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding(context.get(), XML_CHAR_ENCODING_UTF8);
  htmlSAXHandler handler{};
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElement = on_open;
  handler.endElement = on_close;
  handler.characters = on_text;
  handler.ignorableWhitespace = on_text;
  handler.cdataBlock = on_text;
  handler.serror = on_error;
  *context->sax = handler;
  context->userData = &parse;
  htmlParseDocument(context.get());
  if (parse.thrown) std::rethrow_exception(parse.thrown);
  if (parse.was_stopped) return malicious();
  return std::monostate();
}

}  // namespace rehearse
