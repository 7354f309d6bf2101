// The list of what an answer is marked by.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rehearse {

/// The items of "评分标准": in one sentence, parted by 、 or ；, or one on a line.
std::vector<std::string> split_criteria(std::string_view text);

}  // namespace rehearse
