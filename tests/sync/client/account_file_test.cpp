#include "sync/client/account_file.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <fstream>

#include "tests/scratch.h"

namespace rehearse::sync {
namespace {

using rehearse::test::Scratch;
namespace fs = std::filesystem;

Account some_account() {
  return {*parse_server_address("https://sync.example.org"),
          SystemAuthorities{},
          "a_19",
          "小王",
          "7",
          "笔记本",
          "rh1_secret"};
}

void write(const fs::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
}

}  // namespace

TEST_SUITE("sync/client/account_file") {
  TEST_CASE("an account comes back as it was written and only its owner may read the file") {
    const Scratch scratch;
    CHECK_FALSE(read_account(scratch.folder())->has_value());
    Account account = some_account();
    account.trust = *parse_fingerprint(std::string(64, '7'));
    REQUIRE(write_account(scratch.folder(), account));
    account.name = "小李";
    REQUIRE(write_account(scratch.folder(), account));
    const auto read = read_account(scratch.folder());
    REQUIRE(read);
    REQUIRE(read->has_value());
    CHECK((*read)->server == account.server);
    CHECK((*read)->id == "a_19");
    CHECK((*read)->name == "小李");
    CHECK((*read)->device_name == "笔记本");
    CHECK((*read)->token == "rh1_secret");
    CHECK(std::get<Fingerprint>((*read)->trust) == std::get<Fingerprint>(account.trust));
    struct stat state {};
    REQUIRE(::stat(account_file(scratch.folder()).c_str(), &state) == 0);
    CHECK((state.st_mode & 0777) == 0600);
  }

  TEST_CASE("a file that others may read is refused with what to do") {
    const Scratch scratch;
    REQUIRE(write_account(scratch.folder(), some_account()));
    fs::permissions(account_file(scratch.folder()), fs::perms::group_read, fs::perm_options::add);
    const auto read = read_account(scratch.folder());
    REQUIRE_FALSE(read);
    CHECK(read.error().what.english.find("others may read it") != std::string::npos);
    CHECK(read.error().hint.english.find("chmod 600") != std::string::npos);
  }

  TEST_CASE("a link in the place of the file is neither read nor written through") {
    const Scratch scratch;
    write(scratch / "other", "theirs");
    fs::create_symlink(scratch / "other", account_file(scratch.folder()));
    CHECK_FALSE(read_account(scratch.folder()));
    fs::path part = account_file(scratch.folder());
    part += ".part";
    fs::create_symlink(scratch / "other", part);
    REQUIRE(write_account(scratch.folder(), some_account()));
    CHECK(fs::file_size(scratch / "other") == 6);
    CHECK_FALSE(fs::is_symlink(account_file(scratch.folder())));
    CHECK(read_account(scratch.folder()));
  }

  TEST_CASE("what is no account is an error and a folder in its place too") {
    const Scratch scratch;
    for (const char* bytes : {"", "{}", "[1]", "{\"server\":\"ftp://x\",\"account\":\"a\",\"name\":\"b\"}",
                              "{\"server\":7}", "not json"}) {
      write(account_file(scratch.folder()), bytes);
      CHECK_MESSAGE(!read_account(scratch.folder()), bytes);
    }
    write(account_file(scratch.folder()), std::string(100'000, ' '));
    CHECK_FALSE(read_account(scratch.folder()));
    fs::remove(account_file(scratch.folder()));
    fs::create_directory(account_file(scratch.folder()));
    CHECK_FALSE(read_account(scratch.folder()));
  }
}

}  // namespace rehearse::sync
