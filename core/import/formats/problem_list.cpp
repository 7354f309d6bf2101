#include "core/import/formats/problem_list.h"

#include <utility>

namespace rehearse {

void ProblemList::go_to(std::size_t offset) {
  if (offset < offset_) {
    offset_ = 0;
    line_ = column_ = 1;
  }
  for (; offset_ < offset && offset_ < text_.size(); ++offset_) {
    const auto byte = static_cast<unsigned char>(text_[offset_]);
    if (byte == '\n') {
      ++line_;
      column_ = 1;
    } else if ((byte & 0xC0) != 0x80) {  // the first byte of a character
      ++column_;
    }
  }
}

void ProblemList::add(std::size_t offset, const std::string& code, Words message) {
  if (++counts_[code] > kMostOfAKind) return;
  go_to(offset);
  problems_.push_back({line_, column_, code, std::move(message)});
}

std::vector<Problem> ProblemList::take() {
  for (const auto& [code, count] : counts_) {
    if (count <= kMostOfAKind) continue;
    const std::string more = std::to_string(count - kMostOfAKind);
    problems_.push_back({0, 0, code, {more + " more places like these", "还有 " + more + " 处同样的问题"}});
  }
  counts_.clear();
  return std::move(problems_);
}

}  // namespace rehearse
