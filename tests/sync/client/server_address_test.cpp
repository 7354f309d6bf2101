#include "sync/client/server_address.h"

#include <doctest/doctest.h>

#include "sync/client/trust.h"

namespace rehearse::sync {

TEST_SUITE("sync/client/server_address") {
  TEST_CASE("an address is read as people type it and written in one form") {
    const auto form = [](const char* typed) {
      const auto address = parse_server_address(typed);
      return address ? to_text(*address) : "";
    };
    CHECK(form("https://Sync.Example.org") == "https://sync.example.org");
    CHECK(form(" sync.example.org/ ") == "https://sync.example.org");
    CHECK(form("https://sync.example.org:443/rehearse/") == "https://sync.example.org/rehearse");
    CHECK(form("sync.example.org:8443") == "https://sync.example.org:8443");
    CHECK(form("127.0.0.1:8420") == "http://127.0.0.1:8420");
    CHECK(form("http://localhost:80") == "http://localhost");
    CHECK(form("https://[2001:db8::1]:8420") == "https://[2001:db8::1]:8420");
    CHECK(form("http://[::1]:8420/a") == "http://[::1]:8420/a");
  }

  TEST_CASE("what is no address is said to be none") {
    for (const char* typed : {"", "https://", "ftp://host", "https://user@host", "https://host:0",
                              "https://host:99999", "https://host:x", "https://[::1", "https://a b",
                              "https://host/?q=1", "https://host/a#b", "https://主机"})
      CHECK_MESSAGE(!parse_server_address(typed), typed);
  }

  TEST_CASE("a password does not go over a network that anybody can read") {
    const auto address = parse_server_address("http://sync.example.org");
    REQUIRE_FALSE(address);
    CHECK(address.error().hint.english == "use https://");
  }

  TEST_CASE("a fingerprint is read with colons or without in capitals or not") {
    std::string plain(64, 'a');
    const auto read = parse_fingerprint(plain);
    REQUIRE(read);
    CHECK(parse_fingerprint(to_text(*read)) == read);
    CHECK(to_text(*read).substr(0, 6) == "AA:AA:");
    CHECK_FALSE(parse_fingerprint(plain + "a"));
    CHECK_FALSE(parse_fingerprint("zz" + plain.substr(2)));
    CHECK_FALSE(parse_fingerprint(""));
  }
}

}  // namespace rehearse::sync
