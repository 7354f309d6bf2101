// Packing loses nothing, whatever the bytes, and unpacking damaged bytes does no harm.
#include "core/store/packed_line.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iomanip>
#include <sstream>

#include "core/store/json_text.h"
#include "core/store/line_phrases.h"
#include "core/store/op.h"
#include "tests/library_fixture.h"
#include "tests/random_op.h"

namespace rehearse {
namespace {

struct Packing {
  test::Scratch scratch;
  Database database{scratch / "library.sqlite"};
  Transaction transaction{database};
  Names names{database};

  void check_round_trip(const std::string& line) {
    const std::string packed = pack_line(line, names);
    const Result<std::string> again = unpack_line(packed, names);
    CAPTURE(line);
    REQUIRE(again);
    REQUIRE(*again == line);
  }

  std::size_t names_made() { return std::stoul(test::rows(database, "SELECT count(*) FROM name").front()); }
};

std::string random_bytes(std::mt19937_64& random, std::size_t most) {
  std::string bytes(random() % (most + 1), '\0');
  for (char& byte : bytes) byte = static_cast<char>(random());
  return bytes;
}

/// Bytes that the codec has something to say about, in an order that nobody would write.
std::string strange_text(std::mt19937_64& random) {
  constexpr std::string_view kAlphabet = "0123456789abcdefABq\"{},:\x01\x05\xc0\xff ";
  std::string text;
  for (std::uint64_t pieces = random() % 12; pieces > 0; --pieces) switch (random() % 6) {
      case 0: text += phrase(random() % 130); break;
      case 1: text += test::random_id<OpId>(random).hex(); break;
      case 2: text += hex_text(random()); break;
      case 3: text += std::to_string(random() >> random() % 64); break;
      case 4: text += R"("k":"review")"; break;
      default:
        for (std::uint64_t i = random() % 40; i > 0; --i) text += kAlphabet[random() % kAlphabet.size()];
    }
  return text;
}

}  // namespace

TEST_SUITE("core/store/packed_line") {
  TEST_CASE_FIXTURE(Packing, "any op comes back byte for byte") {
    std::mt19937_64 random(61);
    for (int round = 0; round < 10'000; ++round) check_round_trip(write_op(test::random_op(random)));
  }

  TEST_CASE_FIXTURE(Packing, "any bytes come back") {
    std::mt19937_64 random(62);
    for (int round = 0; round < 10'000; ++round) {
      check_round_trip(random_bytes(random, 60));
      check_round_trip(strange_text(random));
      check_round_trip(test::damaged(write_op(test::random_op(random)), random));
    }
    check_round_trip(random_bytes(random, kLongestOpLine));
    for (const char c : {'\0', '\n', '0', 'a', '"', '{', '\xff', ' '})
      check_round_trip(std::string(kLongestOpLine, c));
  }

  TEST_CASE_FIXTURE(Packing, "the fields of an import are read from its packed line") {
    std::mt19937_64 random(66);
    std::size_t read = 0;
    for (int round = 0; round < 10'000; ++round) {
      const Op op = test::random_op(random);
      const auto* set = std::get_if<SetOp>(&op.body);
      const auto fields = unpack_import_fields(pack_line(write_op(op), names));
      CAPTURE(write_op(op));
      const bool is_plain = set != nullptr && set->origin == Origin::kImport && set->base.empty();
      REQUIRE((!fields || is_plain));
      if (fields) REQUIRE(*fields == json_object(set->fields));
      read += fields.has_value();
      const std::string json = json_object({{"stem", json_text(strange_text(random))}, {"at", "\"1\""}});
      const std::string line = write_import_op(op.envelope, OpId{}, "question:0", json);
      REQUIRE(unpack_import_fields(pack_line(line, names)) == json);
    }
    CHECK(read > 100);
  }

  TEST_CASE_FIXTURE(Packing, "the lines of the format's page come back") {
    std::size_t fixtures = 0;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::string(REHEARSE_TESTS_DIR) + "/data/ops")) {
      std::stringstream text;
      text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
      check_round_trip(text.str());
      ++fixtures;
    }
    CHECK(fixtures > 10);
  }

  TEST_CASE_FIXTURE(Packing, "a text without names is always the same bytes") {
    std::mt19937_64 random(63);
    for (int round = 0; round < 2000; ++round) {
      const std::string text = strange_text(random);
      const std::string packed = pack_text(text);
      pack_line(text, names);
      REQUIRE(pack_text(text) == packed);
      REQUIRE(*unpack_line(packed, names) == text);
    }
    const std::string id = "48d70523e67d59deb316f98edfbcc210";
    CHECK(pack_text("question:" + id).size() == 9 + 1 + 16);
    CHECK(pack_text(R"({"by":"sm2","card":")") == R"({"by":"sm2","card":")");
  }

  TEST_CASE_FIXTURE(Packing, "what was packed once is written in these bytes for ever") {
    const std::string line =
        R"({"by":"sm2","card":"a7ce1a80463e5814ab0a08d76eca735e","d":"4f1d2c3b4a596877","ivl":1,"k":"review",)"
        R"("ms":42500,"p":{"48d70523e67d59deb316f98edfbcc210":2,"f10738c9573058db8445ea412a5cae2b":0},)"
        R"("r":4,"s":5,"sr":2,"t":1796000180000,"tz":480,"x":"00ff00ff00ff00ff"})";
    std::stringstream hex;
    hex << std::hex << std::setfill('0');
    for (const char byte : pack_line(line, names))
      hex << std::setw(2) << static_cast<int>(static_cast<unsigned char>(byte));
    CHECK(hex.str() ==
          "07020a020b310c0584cc020d01030e021334153516321705a0cecfcfa234180400ff00ff00ff00ff227d");
  }

  TEST_CASE_FIXTURE(Packing, "only reviews give names to ids") {
    std::mt19937_64 random(64);
    Op set = test::random_op(random);
    set.envelope.device = 7;
    set.body = SetOp{"question:" + test::random_id<QuestionId>(random).hex(),
                     {{"point:" + test::random_id<PointId>(random).hex(), "null"}},
                     {test::random_id<OpId>(random)},
                     Origin::kImport};
    pack_line(write_op(set), names);
    CHECK(names_made() == 1);  // the device
    Op review = test::random_review(random);
    review.envelope.device = 7;
    auto& body = std::get<ReviewOp>(review.body);
    body.points = {{test::random_id<PointId>(random), PointResult::kHint}};
    const std::string line = write_op(review);
    const std::string first = pack_line(line, names);
    CHECK(names_made() == 3);
    CHECK(pack_line(line, names) == first);
    CHECK(names_made() == 3);
  }

  TEST_CASE_FIXTURE(Packing,
                    "damaged bytes are refused or give some line and never more than a line may have") {
    std::mt19937_64 random(65);
    std::vector<std::string> packed;
    for (int i = 0; i < 200; ++i) packed.push_back(pack_line(write_op(test::random_op(random)), names));
    std::size_t refused = 0;
    for (int round = 0; round < 60'000; ++round) {
      const std::string bytes = random() % 2 == 0 ? random_bytes(random, 80)
                                                  : test::damaged(packed[random() % packed.size()], random);
      // A buffer of its own, so that a sanitizer sees a read behind its end.
      const std::vector<char> exact(bytes.begin(), bytes.end());
      const Result<std::string> line = unpack_line(std::string_view(exact.data(), exact.size()), names);
      if (!line) {
        ++refused;
        REQUIRE(line.error().where == "op");
      } else {
        REQUIRE(line->size() <= kLongestOpLine);
      }
    }
    CHECK(refused > 10'000);
    CHECK_FALSE(unpack_line(std::string(kLongestOpLine, '\x07'), names));
  }

  TEST_CASE("a phrase has one number and no longer one hides it") {
    std::size_t number = 0;
    for (; !phrase(number).empty(); ++number) {
      CAPTURE(phrase(number));
      CHECK(phrase_at(phrase(number)) == number);
    }
    CHECK(number > 100);
    CHECK(number <= 38 + 256);
    CHECK_FALSE(phrase_at("{\"b"));
    CHECK_FALSE(phrase_at("\"nothing of the kind"));
  }
}

}  // namespace rehearse
