#include "core/base/result.h"

#include <doctest/doctest.h>

#include <memory>

namespace rehearse {

TEST_SUITE("core/base/result") {
  TEST_CASE("a result is either its value or why there is none") {
    const Result<int> seven = 7;
    REQUIRE(seven);
    CHECK(*seven == 7);
    const Result<int> none = Error{"no number", "line 3", "write one"};
    REQUIRE_FALSE(none);
    CHECK(none.error().what.english == "no number");
  }

  TEST_CASE("an error is one line of what and where and what to do") {
    CHECK(Error{"is empty", "", ""}.line() == "is empty");
    CHECK(Error{"is empty", "a.md", ""}.line() == "a.md: is empty");
    CHECK(Error{"is empty", "a.md", "write a question"}.line() == "a.md: is empty (write a question)");
    CHECK(Error{"is empty", "", "write a question"}.line() == "is empty (write a question)");
  }

  TEST_CASE("a value that cannot be copied is handed on and changed in place") {
    Result<std::unique_ptr<std::string>> made = std::make_unique<std::string>("a");
    REQUIRE(made);
    (*made)->append("b");
    const std::unique_ptr<std::string> taken = std::move(*made);
    CHECK(*taken == "ab");
    Result<std::string> text = std::string("x");
    text->push_back('y');
    CHECK(*text == "xy");
  }
}

}  // namespace rehearse
