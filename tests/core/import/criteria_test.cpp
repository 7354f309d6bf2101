#include "core/import/criteria.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace rehearse;

namespace {

using Texts = std::vector<std::string>;

}  // namespace

TEST_SUITE("core/import/criteria") {
  TEST_CASE("criteria in one sentence are parted by its signs") {
    CHECK(split_criteria("条理、耐心、守时。") == Texts{"条理", "耐心", "守时"});
    CHECK(split_criteria("讲出步骤；说明理由；举例") == Texts{"讲出步骤", "说明理由", "举例"});
    CHECK(split_criteria("表达(语速、音量)、仪态") == Texts{"表达(语速、音量)", "仪态"});
  }

  TEST_CASE("criteria on lines may hold the signs themselves") {
    CHECK(split_criteria("- 条理、重点\n- 耐心") == Texts{"条理、重点", "耐心"});
    CHECK(split_criteria("1. 条理\n2. 耐心(3分)") == Texts{"条理", "耐心(3分)"});
  }

  TEST_CASE("criteria with marks each may hold the signs themselves") {
    CHECK(split_criteria("条理、重点清楚（6分）；举例（4分）") ==
          Texts{"条理、重点清楚（6分）", "举例（4分）"});
    CHECK(split_criteria("条理、重点（6分）、举例（4分）") == Texts{"条理", "重点（6分）", "举例（4分）"});
  }

  TEST_CASE("criteria behind dashes keep their marks") {
    CHECK(split_criteria("-说清原因(4分)-给出办法(3分)") == Texts{"说清原因(4分)", "给出办法(3分)"});
    CHECK(split_criteria("说清原因(4分) -给出办法（3分） - 复盘（2分）") ==
          Texts{"说清原因(4分)", "给出办法（3分）", "复盘（2分）"});
    CHECK(split_criteria("会用 A-B 对比、会画图") == Texts{"会用 A-B 对比", "会画图"});
  }
}
