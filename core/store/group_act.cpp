#include "core/store/group_act.h"

namespace rehearse {
namespace {

struct KindOf {
  std::string_view operator()(const DeckVersion&) const { return "version"; }
  std::string_view operator()(const ChangeSuggestion&) const { return "suggest"; }
  std::string_view operator()(const SuggestionVerdict&) const { return "verdict"; }
  std::string_view operator()(const SuggestionWithdrawal&) const { return "withdraw"; }
  std::string_view operator()(const WeekFigures&) const { return "week"; }
};

}  // namespace

std::string_view kind_of(const GroupAct& act) { return std::visit(KindOf{}, act); }

}  // namespace rehearse
