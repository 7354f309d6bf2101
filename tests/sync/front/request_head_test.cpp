#include "sync/server/front/request_head.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <variant>

#include "tests/laws.h"

namespace rehearse::sync {
namespace {

using Read = std::variant<std::monostate, Refusal, RequestHead>;

struct Outcome {
  Read read;
  std::size_t size = 0;
  bool operator==(const Outcome&) const = default;
};

/// Gives the bytes in pieces; each call of `next_piece` says how long the next one is.
template <class NextPiece>
Outcome read_in_pieces(std::string_view bytes, const FrontLimits& limits, NextPiece&& next_piece) {
  RequestHeadReader reader(limits);
  while (!bytes.empty() && reader.state() == RequestHeadReader::State::kNeedsMore) {
    const std::string_view piece = bytes.substr(0, next_piece());
    const std::size_t taken = reader.read(piece);
    if (reader.state() == RequestHeadReader::State::kNeedsMore) CHECK(taken == piece.size());
    bytes.remove_prefix(taken);
  }
  Outcome outcome;
  outcome.size = reader.size();
  if (reader.state() == RequestHeadReader::State::kRefused) outcome.read = reader.refusal();
  if (reader.state() == RequestHeadReader::State::kComplete) outcome.read = reader.take();
  return outcome;
}

Outcome read_whole(std::string_view bytes, const FrontLimits& limits = {}) {
  return read_in_pieces(bytes, limits, [&] { return bytes.size(); });
}

std::optional<Refusal> refusal_of(std::string_view bytes, const FrontLimits& limits = {}) {
  const Outcome outcome = read_whole(bytes, limits);
  const auto* refusal = std::get_if<Refusal>(&outcome.read);
  return refusal == nullptr ? std::nullopt : std::optional(*refusal);
}

std::string with_header(const std::string& header) {
  return "GET / HTTP/1.1\r\nHost: a\r\n" + header + "\r\n\r\n";
}

const std::string kPost =
    "POST /v1/sync?full=1&a=%20b HTTP/1.1\r\nHost: example.org\r\nContent-Type:application/x-ops\r\n"
    "Content-Length: 12\r\nAuthorization: \t Bearer x \r\nEmpty:\r\n\r\n";

}  // namespace

TEST_SUITE("sync/server/front/request_head") {
  TEST_CASE("a head is read with names in lower case and values without blanks around them") {
    const Outcome outcome = read_whole(kPost + "body");
    const auto* head = std::get_if<RequestHead>(&outcome.read);
    REQUIRE(head != nullptr);
    CHECK(outcome.size == kPost.size());
    CHECK(head->method == "POST");
    CHECK(head->target == "/v1/sync?full=1&a=%20b");
    CHECK(head->content_length == 12);
    CHECK(head->keeps_connection);
    CHECK_FALSE(head->expects_continue);
    const std::vector<Header> headers = {{"host", "example.org"},
                                         {"content-type", "application/x-ops"},
                                         {"content-length", "12"},
                                         {"authorization", "Bearer x"},
                                         {"empty", ""}};
    CHECK(head->headers == headers);
  }

  TEST_CASE("what follows a connection header's close is seen among other words") {
    const Outcome outcome = read_whole(with_header("Connection: upgrade , CLOSE"));
    REQUIRE(std::holds_alternative<RequestHead>(outcome.read));
    CHECK_FALSE(std::get<RequestHead>(outcome.read).keeps_connection);
  }

  TEST_CASE("first lines that are not of HTTP 1.1 are refused") {
    for (const char* line :
         {"GET /", "PRI * HTTP/2.0", "GET / HTTP/1.0", "GET / HTTP/1.10", "GET / HTTP/3"}) {
      CAPTURE(line);
      CHECK(refusal_of(std::string(line) + "\r\n") == Refusal::kVersion);
    }
    for (const char* line : {"", " / HTTP/1.1", "get / HTTP/1.1", "GET / http/1.1", "G\tT / HTTP/1.1", "GET",
                             "AVERYLONGMETHODNAME / HTTP/1.1", "GET / HTTP/1.1 "}) {
      CAPTURE(line);
      CHECK(refusal_of(std::string(line) + "\r\n") == Refusal::kRequestLine);
    }
    CHECK(refusal_of("\x16\x03\x01") == Refusal::kTlsOnPlainPort);
  }

  TEST_CASE("a target is a path of printable ASCII with whole percent signs") {
    for (const char* target : {"", "*", "http://a/", "a:443", "/a b", "/%", "/%1", "/%zz", "/%00", "/a#b",
                               "/\x7f", "/\xc3\xa9", "/\t"}) {
      CAPTURE(target);
      CHECK(refusal_of("GET " + std::string(target) + " HTTP/1.1\r\n") == Refusal::kTarget);
    }
    CHECK(refusal_of("GET /" + std::string(10'000, 'a') + " HTTP/1.1\r\n") == Refusal::kTargetTooLong);
  }

  TEST_CASE("a line feed without its carriage return is refused where it stands") {
    CHECK(refusal_of("GET / HTTP/1.1\n") == Refusal::kRequestLine);
    CHECK(refusal_of("GET / HTTP/1.1\r\nHost: a\n") == Refusal::kHeaderLine);
    CHECK(refusal_of("GET / HTTP/1.1\r\nHost: a\r\n\n") == Refusal::kHeaderLine);
  }

  TEST_CASE("headers that readers could read differently are refused") {
    const std::string nul("A: b\0c", 6);
    for (const std::string& header : {std::string("A"), std::string(": b"), std::string("A : b"),
                                      std::string(" A: b"), std::string("A: b\r\n c"), std::string("A: b\rc"),
                                      std::string("\xc3\xa9: b"), std::string("A(: b"), nul}) {
      CAPTURE(header);
      CHECK(refusal_of(with_header(header)) == Refusal::kHeaderLine);
    }
    CHECK(refusal_of(with_header("Host: b")) == Refusal::kRepeatedHeader);
    CHECK(refusal_of(with_header("Authorization: a\r\nAuthorization: a")) == Refusal::kRepeatedHeader);
    CHECK(refusal_of("GET / HTTP/1.1\r\n\r\n") == Refusal::kHost);
  }

  TEST_CASE("a body has one length in digits and no coding") {
    for (const char* value : {"", "-1", "+1", "abc", "1 2", "0x10", "1,1", "1.0", "१"}) {
      CAPTURE(value);
      CHECK(refusal_of(with_header("Content-Length: " + std::string(value))) == Refusal::kContentLength);
    }
    CHECK(refusal_of(with_header("Content-Length: 1\r\nContent-Length: 1")) == Refusal::kContentLength);
    for (const char* value : {"1048577", "1000000000", "18446744073709551616", "99999999999999999999999"}) {
      CAPTURE(value);
      CHECK(refusal_of(with_header("Content-Length: " + std::string(value))) == Refusal::kBodyTooLarge);
    }
    CHECK_FALSE(refusal_of(with_header("Content-Length: 1048576")));
    CHECK(refusal_of("POST / HTTP/1.1\r\nHost: a\r\n\r\n") == Refusal::kLengthMissing);
    CHECK(refusal_of(with_header("Transfer-Encoding: chunked")) == Refusal::kTransferEncoding);
    CHECK(refusal_of(with_header("Content-Length: 1\r\ntransfer-encoding: gzip")) ==
          Refusal::kTransferEncoding);
    CHECK(refusal_of(with_header("Content-Encoding: gzip")) == Refusal::kContentEncoding);
    CHECK(refusal_of(with_header("Range: bytes=0-1")) == Refusal::kRange);
    CHECK(refusal_of(with_header("Expect: a miracle")) == Refusal::kExpectation);
  }

  TEST_CASE("a head has at most 16 KiB and 100 headers") {
    std::string headers = "A: b";
    for (int i = 2; i < 100; ++i) headers += "\r\nA: b";
    CHECK_FALSE(refusal_of(with_header(headers)));
    CHECK(refusal_of(with_header(headers + "\r\nA: b")) == Refusal::kHeadTooLarge);

    const std::string frame = with_header("A: ");
    const std::size_t room = FrontLimits().head_bytes - frame.size();
    CHECK_FALSE(refusal_of(with_header("A: " + std::string(room, 'b'))));
    CHECK(refusal_of(with_header("A: " + std::string(room + 1, 'b'))) == Refusal::kHeadTooLarge);
    CHECK(refusal_of(std::string(20'000, 'G')) == Refusal::kHeadTooLarge);
    CHECK_FALSE(refusal_of(std::string(16'383, 'G')));
  }

  TEST_CASE("how the bytes are cut changes nothing") {
    FrontLimits limits;
    limits.head_bytes = 200;
    limits.headers = 5;
    test::check_law([&] {
      const std::string seeds[] = {kPost, with_header("A: b"), "GET /\r\n",
                                   "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"};
      std::string bytes = *rc::gen::elementOf(std::vector<std::string>(std::begin(seeds), std::end(seeds)));
      // A few bytes are other ones, most often such that mean something.
      const auto changes = *rc::gen::inRange(0, 4);
      for (int i = 0; i < changes; ++i) {
        const auto place = *rc::gen::inRange<std::size_t>(0, bytes.size());
        const char letter = *rc::gen::element('\r', '\n', ' ', ':', '\0', '%', 'A', '/', '\t', '\x80');
        if (*rc::gen::arbitrary<bool>())
          bytes[place] = letter;
        else
          bytes.insert(place, std::string(*rc::gen::inRange<std::size_t>(1, 60), letter));
      }
      const Outcome whole = read_whole(bytes, limits);
      RC_ASSERT(read_in_pieces(bytes, limits, [] { return *rc::gen::inRange<std::size_t>(1, 20); }) == whole);
      RC_ASSERT(whole.size <= limits.head_bytes);
    });
  }
}

}  // namespace rehearse::sync
