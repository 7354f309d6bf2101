#include "core/base/bounded_queue.h"

#include <doctest/doctest.h>

#include <future>

namespace rehearse {

TEST_SUITE("core/base/bounded_queue") {
  TEST_CASE("everything comes out in the order in which it went in") {
    for (const std::size_t room : {1, 2, 7}) {
      BoundedQueue<int> queue(room);
      constexpr int kItems = 10'000;
      auto maker = std::async(std::launch::async, [&] {
        const Closing closing(queue);
        for (int i = 0; i < kItems; ++i)
          if (!queue.push(i)) return false;
        return true;
      });
      int next = 0;
      bool in_order = true;
      while (const auto item = queue.pop()) in_order = in_order && *item == next++;
      CHECK(in_order);
      CHECK(next == kItems);
      CHECK(maker.get());
    }
  }

  TEST_CASE("a maker does not wait for room when nobody takes any more") {
    BoundedQueue<int> queue(1);
    auto maker = std::async(std::launch::async, [&] {
      int made = 0;
      while (queue.push(made)) ++made;
      return made;
    });
    CHECK(queue.pop() == 0);
    queue.close();
    CHECK(maker.get() >= 1);
    CHECK_FALSE(queue.push(5));
  }
}

}  // namespace rehearse
