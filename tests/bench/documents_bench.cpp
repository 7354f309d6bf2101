
#include "core/deck/deck_markdown.h"
#include "core/import/read_document.h"
#include "tests/bench/bench.h"
#include "tests/bench/sample.h"

namespace rehearse::bench {

std::vector<Figure> measure_documents() {
  std::vector<Figure> figures;
  const std::string small = sample_text(50'000), large = sample_text(10'000'000);
  figures.push_back({"read a 50 kB text", median_ms(9, [&] { (void)read_document(small, "small.txt"); }), 100,
                     "felt as at once"});
  figures.push_back({"read a 10 MB text", median_ms(3, [&] { (void)read_document(large, "large.txt"); }),
                     10'000, "1 s a megabyte"});
  const std::string deck = write_deck_markdown(sample_deck(1000));
  figures.push_back({"read a deck of 1,000 questions", median_ms(5, [&] { (void)read_deck_markdown(deck); }),
                     500, "felt as short"});
  return figures;
}

}  // namespace rehearse::bench
