// How a test says that it could not run here, and why: the count at the end of ./dev test shows it as
// skipped.
#pragma once

#include <doctest/doctest.h>

#include <iostream>

/// Leaves the test case after one line about what is missing. To stand before the first check of a test:
/// whatever fails still counts as failed.
#define SKIP_IN_WORDS(reason)                                                                        \
  do {                                                                                               \
    std::cout << "skipped: " << doctest::getContextOptions()->currentTest->m_test_suite << " / "     \
              << doctest::getContextOptions()->currentTest->m_name << ": " << (reason) << std::endl; \
    return;                                                                                          \
  } while (false)
