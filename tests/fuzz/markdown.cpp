// Our own decks in Markdown: what was read is read again from what is written of it.
#include <string>

#include "core/base/text.h"
#include "core/deck/deck_markdown.h"
#include "tests/fuzz/reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rehearse;
  constexpr int kNotForThisReader = -1;  // libFuzzer: do not keep it
  const std::string_view text = fuzz::as_bytes(data, size);
  if (!is_valid_utf8(text)) return kNotForThisReader;
  const Document document = read_deck_markdown(text);
  fuzz::check_document(document, text);
  const std::string written = write_deck_markdown(document);
  const Document again = read_deck_markdown(written);
  fuzz::require(again.title == document.title && again.questions == document.questions,
                "a deck that was written reads as it was");
  fuzz::require(write_deck_markdown(again) == written, "writing it again changes nothing");
  return 0;
}
