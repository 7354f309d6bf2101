// What a sentence looks like, without its surroundings.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/import/sentence_roles.h"

namespace rehearse {

struct SentenceLook {
  std::size_t length = 0;       // code points without the closing signs
  bool heading = false;         // 展示客观性。: short, without a subject
  bool statement = false;       // 孩子的变化看得见。: as short, with one
  bool thesis = false;          // 我认为…
  bool aside = false;           // 对带头的人,… 当…时,…
  bool intention = false;       // 我会记录问题。
  bool condition = false;       // 如果…,我会… 在…环节,我会…
  bool parallel = false;        // 与主管沟通时,…
  bool labelled = false;        // X:…
  bool clause = false;          // no comma in it
  bool addition = false;        // 此外,… 另外,…
  bool quotes = false;          // “…
  bool goes_on = false;         // 同时,…
  bool deed = false;            // what I did
  bool outcome = false;         // what came of it, what it taught me
  bool scene = false;           // 在…时,…: where a story begins
  bool elaboration = false;     // 这…, 例如…
  bool sets_condition = false;  // 如果…
  bool open = false;            // the document breaks off in it
  Ordinal ordinal = Ordinal::kNone;
};

SentenceLook look_at(std::string_view sentence);

}  // namespace rehearse
