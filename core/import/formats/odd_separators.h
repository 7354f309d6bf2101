// Separators that somebody made up for his file: @@, ##, $$, =>, ~.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rehearse {

/// The runs of signs that stand in most of the first lines of `text`, in the order in which they stand there:
/// what parts the fields comes before what parts the options in one of them. Usual separators and signs of
/// prose and Markdown are none. Looks at a few dozen lines only.
std::vector<std::string> odd_separators(std::string_view text);

}  // namespace rehearse
