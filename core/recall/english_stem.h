// English words without their endings, so that visits, visited and visiting are one word.
#pragma once

#include <string>
#include <string_view>

namespace rehearse {

/// What is left of a lower-case word without plural, -ed, -ing, -ly, -ion and a silent e. No word of a
/// dictionary, and two words of different meaning may share it (university, universe do not; rate, rating
/// do): it is for comparing alone. A word that is short, or not of a to z alone, stays as it is.
std::string english_stem(std::string_view word);

}  // namespace rehearse
