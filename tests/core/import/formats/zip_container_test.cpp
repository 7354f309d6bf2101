#include "core/import/formats/zip_container.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "tests/zip_writer.h"

using namespace rehearse;

namespace {

constexpr std::size_t kMegabyte = 1024 * 1024;

std::string what(const Error& error) { return error.what.english; }

}  // namespace

TEST_SUITE("core/import/formats/zip_container") {
  TEST_CASE("what was put into a container comes out of it") {
    const std::string bytes = zip_of({{"word/document.xml", "正文"}, {"empty", ""}, {"a\\b", "inside"}});
    const auto container = ZipContainer::open(bytes);
    REQUIRE(container);
    CHECK(container->names() == std::vector<std::string>{"a/b", "empty", "word/document.xml"});
    CHECK(*container->read("word/document.xml", 6) == "正文");
    CHECK(*container->read("empty", 0) == "");
    CHECK(*container->read("a/b", 100) == "inside");
    CHECK_FALSE(container->has("b"));
    CHECK_FALSE(container->read("b", 100));
  }

  TEST_CASE("a file larger than asked for is an error and is not unpacked") {
    const std::string bytes = zip_of({{"text", std::string(3 * kMegabyte, 'x')}});
    const auto container = ZipContainer::open(bytes);
    REQUIRE(container);
    const auto read = container->read("text", 2 * kMegabyte);
    REQUIRE_FALSE(read);
    CHECK(what(read.error()) == "a file in the container is larger than 2 MB");
    CHECK(container->read("text", 3 * kMegabyte));
  }

  TEST_CASE("a container that claims gigabytes out of nothing is refused before anything is unpacked") {
    const std::string zeros(64 * kMegabyte, '\0');
    const auto honest = ZipContainer::open(zip_of({{"zeros", zeros}}));
    REQUIRE_FALSE(honest);
    CHECK(what(honest.error()) == "it would unpack to far more than a document can be");
    CHECK_FALSE(ZipContainer::open(lying_zip_of("text", "small", 4'000'000'000)));

    // Each part stays below what is always allowed, all of them together do not.
    ZipParts parts;
    const std::string fifteen(15 * kMegabyte, '\0');
    for (int i = 0; i < 4; ++i) parts.emplace_back("part" + std::to_string(i), fifteen);
    CHECK_FALSE(ZipContainer::open(zip_of(parts)));
  }

  TEST_CASE("a file that unpacks to more than its directory admits is an error") {
    const std::string bytes = lying_zip_of("zeros", std::string(64 * kMegabyte, '\0'), 1000);
    const auto container = ZipContainer::open(bytes);
    REQUIRE(container);
    CHECK_FALSE(container->read("zeros", 100 * kMegabyte));
  }

  TEST_CASE("a file that unpacks to less than its directory claims is an error") {
    const std::string bytes = lying_zip_of("text", "small", 1000);
    const auto container = ZipContainer::open(bytes);
    REQUIRE(container);
    CHECK_FALSE(container->read("text", 2000));
  }

  TEST_CASE("names that climb out of the container are only names") {
    const std::string bytes = zip_of({{"../../etc/passwd", "a"}, {"/absolute", "b"}});
    const auto container = ZipContainer::open(bytes);
    REQUIRE(container);
    CHECK(container->names() == std::vector<std::string>{"../../etc/passwd", "absolute"});
    CHECK(*container->read("../../etc/passwd", 10) == "a");
  }

  TEST_CASE("an encrypted file is an error that says so in both languages") {
    const std::string bytes = encrypted_zip_of({{"word/document.xml", "正文"}}, "secret");
    const auto container = ZipContainer::open(bytes);
    REQUIRE(container);
    const auto read = container->read("word/document.xml", 100);
    REQUIRE_FALSE(read);
    CHECK(read.error().line() ==
          "word/document.xml: it is protected by a password (save it without a password)");
    CHECK(read.error().line(Language::kChinese).find("密码") != std::string::npos);
  }

  TEST_CASE("more files than any document has are refused by their number") {
    std::string bytes;
    for (int i = 0; i <= 100'000; ++i) bytes += "PK\x01\x02";
    bytes += zip_of({{"a", ""}});
    const auto container = ZipContainer::open(bytes);
    REQUIRE_FALSE(container);
    CHECK(what(container.error()) == "the container holds more than 100000 files");
  }

  TEST_CASE("a container cut off or damaged anywhere is an error or gives what it held") {
    const ZipParts parts{{"one", std::string(3000, '1')}, {"two", "短"}};
    const std::string whole = zip_of(parts);
    const auto try_reading = [&](const std::string& bytes) {
      const auto container = ZipContainer::open(bytes);
      if (!container) return;
      for (const auto& [name, content] : parts)
        if (const auto read = container->read(name, kMegabyte)) CHECK(*read == content);
    };
    for (std::size_t length = 0; length < whole.size(); ++length) try_reading(whole.substr(0, length));
    std::mt19937 random(20261122);
    for (int round = 0; round < 2000; ++round) {
      std::string bytes = whole;
      for (int i = 0; i < 3; ++i) bytes[random() % bytes.size()] = static_cast<char>(random());
      try_reading(bytes);
    }
  }
}
