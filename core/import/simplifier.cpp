#include "core/import/simplifier.h"

#include <opencc/Config.hpp>
#include <opencc/Conversion.hpp>
#include <opencc/ConversionChain.hpp>
#include <opencc/Converter.hpp>
#include <opencc/DictEntry.hpp>
#include <opencc/DictGroup.hpp>
#include <opencc/Lexicon.hpp>

#include <algorithm>
#include <memory>

#include "core/base/text.h"

namespace rehearse {
namespace {

constexpr char32_t kLastQuick = 0xFFFF;  // CharacterSet's

/// The tables of a conversion; of two that know a word, the first one is asked.
std::vector<opencc::DictPtr> tables_of(const opencc::DictPtr& table) {
  const auto group = std::dynamic_pointer_cast<opencc::DictGroup>(table);
  if (!group) return {table};
  std::vector<opencc::DictPtr> tables;
  for (const opencc::DictPtr& part : group->GetDicts())
    for (opencc::DictPtr& found : tables_of(part)) tables.push_back(std::move(found));
  return tables;
}

}  // namespace

Simplifier::Simplifier() {
  const opencc::ConverterPtr converter = opencc::Config().NewFromFile("t2s.json");
  // The chain of t2s has one conversion.
  const opencc::ConversionPtr conversion = converter->GetConversionChain()->GetConversions().front();
  for (const opencc::DictPtr& table : tables_of(conversion->GetDict()))
    for (const auto& entry : *table->GetLexicon()) {
      const std::u32string traditional = to_utf32(entry->Key());
      std::vector<Entry>& same_first = entries_[traditional.front()];
      const bool is_known = std::any_of(same_first.begin(), same_first.end(),
                                        [&](const Entry& known) { return known.traditional == traditional; });
      if (!is_known) same_first.push_back({traditional, to_utf32(entry->GetDefault())});
      first_.add(traditional.front());
    }
  for (auto& [first, same_first] : entries_)
    std::stable_sort(same_first.begin(), same_first.end(), [](const Entry& a, const Entry& b) {
      return a.traditional.size() > b.traditional.size();
    });
}

const Simplifier::Entry* Simplifier::entry_for(std::u32string_view text) const {
  if (text.front() <= kLastQuick && !first_.has(text.front())) return nullptr;
  const auto found = entries_.find(text.front());
  if (found == entries_.end()) return nullptr;
  for (const Entry& entry : found->second)
    if (text.substr(0, entry.traditional.size()) == entry.traditional) return &entry;
  return nullptr;
}

std::u32string Simplifier::simplified(std::u32string_view text) const {
  std::u32string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const Entry* entry = entry_for(text);
    if (entry)
      result += entry->simplified;
    else
      result += text.front();
    text.remove_prefix(entry ? entry->traditional.size() : 1);
  }
  return result;
}

}  // namespace rehearse
