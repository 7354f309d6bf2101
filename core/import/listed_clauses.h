// An answer of one sentence that only lists: 登记→核对→归档, 营业执照、合同、身份证,
// 拍照取证，核对封印，通知换表。
#pragma once

#include <string_view>
#include <vector>

namespace rehearse {

/// The items of such a sentence, three or more; empty where the sentence says something as a whole.
std::vector<std::string_view> listed_clauses(std::string_view sentence);

}  // namespace rehearse
