// A law: what holds for all values of a kind. It is asked of many, and one that breaks it is made small.
#pragma once

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <rapidcheck/detail/TestListenerAdapter.h>

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <utility>

namespace rehearse::test {

inline constexpr int kLawCases = 10'000;

inline int most_law_cases() {
  const char* most = std::getenv("REHEARSE_LAW_CASES");
  return most != nullptr ? std::atoi(most) : kLawCases;
}

/// Asks `law`, a function of values to draw that says RC_ASSERT of them, of so many. They are the same in
/// every run. In the environment REHEARSE_LAW_CASES asks for no more than that, as under sanitizers, where
/// each takes several times as long, and RC_PARAMS="seed=7 max_success=1000000" for others.
template <class Law>
void check_law(Law&& law, int cases = kLawCases) {
  rc::detail::TestParams params;
  params.seed = 1;
  // Reading them prints a line, so only when they were given.
  if (std::getenv("RC_PARAMS") != nullptr) params = rc::detail::configuration().testParams;
  params.maxSuccess = std::max(params.maxSuccess, std::min(cases, most_law_cases()));
  rc::detail::TestListenerAdapter silent;
  const rc::detail::TestResult result = rc::detail::checkProperty(
      rc::detail::toProperty(std::forward<Law>(law)), rc::detail::TestMetadata{}, params, silent, {});
  std::ostringstream words;
  rc::detail::printResultMessage(result, words);
  INFO(words.str());
  CHECK(result.is<rc::detail::SuccessResult>());
}

}  // namespace rehearse::test
