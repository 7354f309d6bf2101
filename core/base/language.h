// The two languages the program speaks.
#pragma once

namespace rehearse {

enum class Language { kChinese, kEnglish };

}  // namespace rehearse
