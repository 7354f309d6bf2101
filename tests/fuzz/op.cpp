// What stands in a request or a reply as ops: each line as the server looks at it, and all of them as a
// client takes them in.
#include <algorithm>
#include <string>
#include <vector>

#include "core/store/check.h"
#include "core/store/merge.h"
#include "core/store/op.h"
#include "tests/fuzz/reading.h"
#include "tests/library_fixture.h"

namespace rehearse::fuzz {
namespace {

constexpr std::size_t kMostLines = 20;

/// The envelope has been read; what it takes is what every version takes.
void check_line(std::string_view line) {
  const auto envelope = read_envelope(line);
  const auto op = read_op(line);
  const auto slowly = read_any_op(line);
  require(static_cast<bool>(op) == static_cast<bool>(slowly), "the short way reads what the long one reads");
  if (!op) {
    require(!op.error().what.english.empty(), "what is no op is said in words");
    return;
  }
  require(static_cast<bool>(envelope), "a server takes what a client reads");
  require(line.size() <= kLongestOpLine, "a line is within its limit");
  if (std::holds_alternative<UnknownOp>(op->body)) return;
  const std::string written = write_op(*op);
  require(written == write_op(*slowly), "both ways read the same");
  const auto again = read_op(written);
  require(again && write_op(*again) == written, "what is written is read as it was meant");
}

std::vector<ArrivedOp> arrived_in(std::string_view text) {
  std::vector<ArrivedOp> arrived;
  while (!text.empty() && arrived.size() < kMostLines) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string line(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    check_line(line);
    if (line.empty()) continue;  // to a client: one that it has
    const auto count = static_cast<std::int64_t>(arrived.size());
    arrived.push_back({line, op_id(line), Instant{std::chrono::milliseconds{1'796'000'000'000 + count}}});
  }
  return arrived;
}

/// A client's library that takes ops in and then forgets them.
class Client {
 public:
  void take_in(const std::vector<ArrivedOp>& arrived) {
    const Transaction transaction(store_.database);
    const MergeReport first = merge_all(arrived);
    require(first.added + first.not_ops <= arrived.size(), "nothing comes of nothing");
    std::size_t not_ops = 0;
    for (const ArrivedOp& op : arrived) not_ops += read_op(op.line) ? 0 : 1;
    require(first.not_ops == not_ops, "what is no op is counted as none");
    require(check_library(store_.database, store_.log, store_.content, store_.memory).empty(),
            "what is remembered is what the log says");
    require(merge_all(arrived).added == 0, "what is here is not taken in again");
  }

 private:
  MergeReport merge_all(const std::vector<ArrivedOp>& arrived) {
    return merge(arrived, kOwnOps, store_.log, store_.content, store_.memory);
  }

  test::Scratch scratch_;
  test::OpenStore store_{scratch_ / "library.sqlite"};
};

}  // namespace
}  // namespace rehearse::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static rehearse::fuzz::Client client;
  client.take_in(rehearse::fuzz::arrived_in(rehearse::fuzz::as_bytes(data, size)));
  return 0;
}
