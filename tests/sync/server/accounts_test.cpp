#include "sync/server/accounts/accounts.h"

#include <doctest/doctest.h>

#include <cctype>
#include <fstream>
#include <set>
#include <thread>

#include "core/base/text.h"
#include "sync/server/accounts/account_name.h"
#include "sync/server/accounts/administration.h"
#include "sync/server/accounts/invites.h"
#include "sync/server/accounts/password_rules.h"
#include "sync/server/accounts/secrets.h"
#include "tests/scratch.h"
#include "tests/sync/server/running_server.h"

namespace rehearse::sync {
namespace {

constexpr const char* kPassword = test::kGoodPassword;

struct Office {
  std::string invite(std::int64_t uses = 1) {
    return make_invite(writer, {uses, kInviteDays, Role::kMember}, now);
  }
  SignedIn sign_up(const std::string& name) {
    const auto result = accounts.sign_up(invite(), {name, kPassword, "laptop"}, now);
    REQUIRE(std::holds_alternative<SignedIn>(result));
    return std::get<SignedIn>(result);
  }
  std::optional<ProblemKind> sign_in(const std::string& name, const std::string& password) {
    const auto result = accounts.sign_in({name, password, "phone"}, now);
    const auto* problem = std::get_if<Problem>(&result);
    return problem ? std::optional(problem->kind) : std::nullopt;
  }

  test::Scratch scratch;
  ServerData data{test::new_place(scratch / "server.sqlite")};
  Commits& writer = data.commits();
  PasswordHasher hasher{test::cheap_hash()};
  Accounts accounts{data.source(), writer, hasher};
  Instant now{std::chrono::milliseconds{1'800'000'000'000}};
};

}  // namespace

TEST_SUITE("sync/server/accounts") {
  TEST_CASE("names are compared by what they say and what could be shown wrongly is none") {
    CHECK(account_name("Anna") == "anna");
    CHECK(account_name(" Ａｎｎａ ") == "anna");
    CHECK(account_name("李雷") == "李雷");
    for (const char* typed : {"", " ", "a b", "a\nb", "a\x1b[2Jb", "a\xC2\x85z", "\xFF\xFE", "a\u2028b"})
      CHECK_FALSE(account_name(typed));
    CHECK_FALSE(account_name(std::string(65, 'a')));
    std::string marks = "e";
    for (int i = 0; i < 100'000; ++i) marks += "\u0301";
    CHECK_FALSE(account_name(marks));
    CHECK(device_name("Anna's laptop 笔记本") == "Anna's laptop 笔记本");
    for (const char* typed : {"", "a\nb", "a\x1b[2Jb", "\u202Eevil"}) CHECK_FALSE(device_name(typed));
  }

  TEST_CASE("a password needs twelve characters that are not the first to be guessed") {
    const auto fault = [](std::string_view password) { return fault_of_password(password, "anna"); };
    for (const char* good : {kPassword, "tisch-lampe-77-wolke", "面试前一天我会早点睡觉好吗", "zu?4Kd92!xPq"})
      CHECK(fault(good) == PasswordFault::kNone);
    CHECK(fault("short8chars") == PasswordFault::kTooShort);
    CHECK(fault(std::string(257, 'x')) == PasswordFault::kTooLong);
    CHECK(fault(std::string(1'000'000, 'x')) == PasswordFault::kTooLong);
    CHECK(fault(std::string_view("correct\0horse battery", 21)) == PasswordFault::kNoText);
    CHECK(fault("\xFF\xFE\xFD abcdefghijkl") == PasswordFault::kNoText);
    // The commonest of leaked lists that are long enough, and what people make of them.
    for (const char* common : {"1q2w3e4r5t6y",
                               "1qaz2wsx3edc",
                               "1qaz2wsx3edc4rfv",
                               "qwerty123456789",
                               "unbelievable123",
                               "passwordpassword",
                               "michaeljordan",
                               "thequickbrownfox",
                               "woaini1314520",
                               "P@ssw0rd12345!",
                               "rehearse-interview",
                               "面试面试面试面试面试面试",
                               "我我我我我我我我我我我我",
                               "password1234",
                               "Password12345!",
                               "123456789012",
                               "aaaaaaaaaaaa",
                               "qwertyuiop123",
                               "abcdefghijkl",
                               "abcabcabcabc",
                               "121212121212",
                               "letmeinletmein",
                               "annaannaanna1",
                               "iloveyou12345",
                               "000000000000"}) {
      CAPTURE(common);
      CHECK(fault(common) == PasswordFault::kTooCommon);
    }
  }

  TEST_CASE_FIXTURE(Office, "a password is taken as it was typed to its last byte") {
    const std::string typed =
        "  Zwölf Wolken, 12 Lampen & ein sehr langer Satz, der " + std::string(190, '-') + " Ende ";
    REQUIRE(std::holds_alternative<SignedIn>(accounts.sign_up(invite(), {"anna", typed, "laptop"}, now)));
    CHECK_FALSE(sign_in("anna", typed));
    for (const std::string& other :
         {typed.substr(1), typed.substr(0, typed.size() - 1), typed + " ", case_folded(typed)})
      CHECK(sign_in("anna", other) == ProblemKind::kUnauthenticated);
  }

  TEST_CASE("tokens and invites are long and never the same and read only as they were written") {
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
      const Secret token = make_token(), code = make_invite_code();
      CHECK(seen.insert(token.text).second);
      CHECK(seen.insert(code.text).second);
      CHECK(hash_of_token(token.text) == token.hash);
      CHECK(hash_of_invite_code(code.text) == code.hash);
    }
    CHECK(make_token().text.size() == 47);
    CHECK(make_invite_code().text.size() == 34);
    const Secret code = make_invite_code();
    std::string typed;
    for (const char c : code.text)
      if (c != '-') typed += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    CHECK(hash_of_invite_code(typed) == code.hash);
    CHECK_FALSE(hash_of_invite_code(code.text + "a"));
    CHECK_FALSE(hash_of_invite_code(code.text.substr(1)));
    CHECK_FALSE(hash_of_token(""));
    CHECK_FALSE(hash_of_token("rh2_" + make_token().text.substr(4)));
  }

  TEST_CASE_FIXTURE(Office, "who has an invite gets an account and the invite is used up") {
    const std::string code = invite();
    const auto first = accounts.sign_up(code, {"anna", kPassword, "laptop"}, now);
    REQUIRE(std::holds_alternative<SignedIn>(first));
    CHECK(accounts.sender_of(std::get<SignedIn>(first).token, now));
    const auto second = accounts.sign_up(code, {"bert", kPassword, "laptop"}, now);
    REQUIRE(std::holds_alternative<Problem>(second));
    CHECK(std::get<Problem>(second).kind == ProblemKind::kForbidden);
    CHECK_FALSE(sign_in("anna", kPassword));
    CHECK(sign_in("bert", kPassword) == ProblemKind::kUnauthenticated);
  }

  TEST_CASE_FIXTURE(Office,
                    "an invite that is guessed or over or revoked costs no hash and makes no account") {
    const std::string over = invite(), revoked = invite();
    writer.run([](ServerDatabase& database) { delete_invite(database, list_invites(database).front().id); });
    const std::uint64_t before = hasher.runs();
    for (const std::string& code : {make_invite_code().text, std::string("no code"), std::string(), revoked})
      CHECK(std::holds_alternative<Problem>(accounts.sign_up(code, {"anna", kPassword, "laptop"}, now)));
    CHECK(std::holds_alternative<Problem>(
        accounts.sign_up(over, {"anna", kPassword, "laptop"}, now + kInviteDays)));
    CHECK(hasher.runs() == before);
    CHECK(std::holds_alternative<SignedIn>(
        accounts.sign_up(over, {"anna", kPassword, "laptop"}, now + kInviteDays - std::chrono::seconds{1})));
  }

  TEST_CASE_FIXTURE(Office, "a refused name or password or a taken name takes no use of the invite") {
    sign_up("anna");
    const std::string code = invite();
    const auto kind = [&](const char* name, const char* password) {
      return std::get<Problem>(accounts.sign_up(code, {name, password, "laptop"}, now)).kind;
    };
    CHECK(kind("a b", kPassword) == ProblemKind::kBadRequest);
    CHECK(kind("bert", "short") == ProblemKind::kBadRequest);
    CHECK(kind("ANNA", kPassword) == ProblemKind::kConflict);
    CHECK(std::holds_alternative<SignedIn>(accounts.sign_up(code, {"bert", kPassword, "laptop"}, now)));
  }

  TEST_CASE_FIXTURE(Office, "hostile 36: the last use of an invite is given once however many ask at once") {
    const std::string code = invite(3);
    std::atomic<int> made{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 12; ++i)
      threads.emplace_back([&, i] {
        const auto result = accounts.sign_up(code, {"user" + std::to_string(i), kPassword, "laptop"}, now);
        if (std::holds_alternative<SignedIn>(result)) ++made;
      });
    for (std::thread& thread : threads) thread.join();
    CHECK(made == 3);
  }

  TEST_CASE_FIXTURE(Office, "hostile 37: a name that nobody has costs as many hashes as a wrong password") {
    sign_up("anna");
    const auto cost = [&](const std::string& name, const std::string& password) {
      const std::uint64_t before = hasher.runs();
      CHECK(sign_in(name, password) == ProblemKind::kUnauthenticated);
      return hasher.runs() - before;
    };
    CHECK(cost("anna", "a wrong password") == 1);
    CHECK(cost("nobody", "a wrong password") == 1);
    CHECK(cost("no name at all", "a wrong password") == 1);
    CHECK(cost("anna", std::string(1'000'000, 'x')) == 1);
    CHECK(cost("anna", std::string("correct\0horse", 13)) == 1);
    const auto words = [&](const std::string& name) {
      return std::get<Problem>(accounts.sign_in({name, "a wrong password", "phone"}, now));
    };
    CHECK(words("anna") == words("nobody"));
  }

  TEST_CASE(
      "hostile 37: one password is looked at at a time and who comes behind sixteen is told to come again") {
    // A hash that lasts long enough for the others to arrive.
    PasswordHasher hasher({1, std::size_t{16} << 20});
    std::atomic<int> busy{0}, done{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 64; ++i)
      threads.emplace_back([&] {
        try {
          hasher.verify_nobody("x");
          ++done;
        } catch (const HasherBusy&) {
          ++busy;
        }
      });
    for (std::thread& thread : threads) thread.join();
    CHECK(busy + done == 64);
    CHECK(done >= 17);
    CHECK(hasher.runs() == static_cast<std::uint64_t>(done) + 1);
  }

  TEST_CASE_FIXTURE(Office, "a password that was hashed at another cost is hashed again when it is used") {
    sign_up("anna");
    const std::string before = accounts.account(1)->password;
    PasswordHasher stronger({2, std::size_t{1} << 20});
    Accounts later(data.source(), writer, stronger);
    CHECK(std::holds_alternative<SignedIn>(later.sign_in({"anna", kPassword, "phone"}, now)));
    const std::string after = accounts.account(1)->password;
    CHECK(after != before);
    CHECK_FALSE(stronger.is_outdated(after));
    CHECK(std::holds_alternative<SignedIn>(later.sign_in({"anna", kPassword, "phone"}, now)));
    CHECK(accounts.account(1)->password == after);
  }

  TEST_CASE_FIXTURE(Office,
                    "a token lives for 400 days behind its last use and the day of use is written once") {
    const SignedIn anna = sign_up("anna");
    const auto day = [&] { return accounts.devices(1).front().used_day; };
    const std::int64_t first = day();
    CHECK(accounts.sender_of(anna.token, now + std::chrono::hours{1}));
    CHECK(day() == first);
    now += std::chrono::days{400};
    CHECK(accounts.sender_of(anna.token, now));
    CHECK(day() == first + 400);
    CHECK_FALSE(accounts.sender_of(anna.token, now + std::chrono::days{401}));
    CHECK(accounts.sender_of(anna.token, now + std::chrono::days{400}));
  }

  TEST_CASE_FIXTURE(Office, "a server's clock that was years ahead for a while signs nobody out for good") {
    const SignedIn anna = sign_up("anna");
    CHECK_FALSE(accounts.sender_of(anna.token, now + std::chrono::days{800}));
    CHECK(accounts.sender_of(anna.token, now));
    CHECK(accounts.sender_of(anna.token, now + std::chrono::days{365}));
    CHECK(accounts.sender_of(anna.token, now - std::chrono::days{365}));
    CHECK(accounts.sender_of(anna.token, now));
  }

  TEST_CASE_FIXTURE(Office, "a new password signs out every other device and asks for the old one") {
    const SignedIn anna = sign_up("anna"), bert = sign_up("bert");
    const auto phone = std::get<SignedIn>(accounts.sign_in({"anna", kPassword, "phone"}, now));
    CHECK(accounts.change_password(anna.sender, "a wrong password", "another good passphrase"));
    CHECK(accounts.change_password(anna.sender, kPassword, "short")->kind == ProblemKind::kBadRequest);
    CHECK(accounts.sender_of(phone.token, now));
    CHECK_FALSE(accounts.change_password(anna.sender, kPassword, "another good passphrase"));
    CHECK(accounts.sender_of(anna.token, now));
    CHECK_FALSE(accounts.sender_of(phone.token, now));
    CHECK(accounts.sender_of(bert.token, now));
    CHECK(sign_in("anna", kPassword) == ProblemKind::kUnauthenticated);
    CHECK_FALSE(sign_in("anna", "another good passphrase"));
  }

  TEST_CASE_FIXTURE(Office, "an account has at most a hundred devices and the one idle longest makes room") {
    const SignedIn first = sign_up("anna");
    for (int i = 0; i < 100; ++i) {
      now += std::chrono::days{1};
      REQUIRE_FALSE(sign_in("anna", kPassword));
    }
    CHECK(accounts.devices(1).size() == kMostDevices);
    CHECK_FALSE(accounts.sender_of(first.token, now));
  }

  TEST_CASE_FIXTURE(
      Office, "a deletion that was cut short is ended at the next start and the number is not given again") {
    const SignedIn anna = sign_up("anna");
    writer.run([&](ServerDatabase& database) { begin_deletion(database, anna.sender.account); });
    CHECK_FALSE(accounts.sender_of(anna.token, now));
    CHECK(sign_in("anna", kPassword) == ProblemKind::kUnauthenticated);
    accounts.finish_deletions();
    const SignedIn again = sign_up("anna");
    CHECK(again.sender.account > anna.sender.account);
    CHECK(again.sender.session > anna.sender.session);
  }

  TEST_CASE_FIXTURE(Office, "who runs the server makes accounts and sets passwords and deletes") {
    CHECK_FALSE(create_account(writer, hasher, "Anna", kPassword, Role::kAdmin, now));
    CHECK(create_account(writer, hasher, "ANNA", kPassword, Role::kMember, now)->kind ==
          ProblemKind::kConflict);
    CHECK(create_account(writer, hasher, "bert", "short", Role::kMember, now));
    const auto signed_in = std::get<SignedIn>(accounts.sign_in({"anna", kPassword, "phone"}, now));
    CHECK_FALSE(set_password(writer, hasher, *accounts.account(1), "another good passphrase"));
    CHECK_FALSE(accounts.sender_of(signed_in.token, now));
    CHECK_FALSE(sign_in("anna", "another good passphrase"));
    remove_account(writer, 1);
    CHECK_FALSE(accounts.account(1));
  }
}

TEST_SUITE("sync/server/accounts on files") {
  TEST_CASE_FIXTURE(Office, "nothing in the data file is a token or an invite or a password") {
    const std::string code = invite();
    const SignedIn anna = sign_up("anna");
    std::string digits;
    for (const char c : code)
      if (c != '-') digits += c;
    std::string bytes;
    for (const auto& entry : std::filesystem::directory_iterator(scratch.folder())) {
      std::ifstream in(entry.path(), std::ios::binary);
      bytes.append(std::istreambuf_iterator<char>(in), {});
    }
    CHECK(bytes.find("anna") != std::string::npos);
    for (const std::string& secret : {anna.token, anna.token.substr(4), code, digits, std::string(kPassword)})
      CHECK(bytes.find(secret) == std::string::npos);
  }
}

}  // namespace rehearse::sync
