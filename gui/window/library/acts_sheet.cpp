#include "gui/window/library/acts_sheet.h"

#include <algorithm>
#include <utility>

#include "core/base/text.h"
#include "gui/window/strings/library_words.h"

namespace rehearse {
namespace {

constexpr std::size_t kMostTags = 6;

}  // namespace

ActsSheet::ActsSheet(std::size_t count, std::vector<std::string> tags, StudyDay today)
    : count_(count), tags_(std::move(tags)), day_(today, today + std::chrono::days{1}) {}

std::optional<std::string> ActsSheet::take_copied() {
  return is_about_tags() ? tag_.take_copied() : day_.take_copied();
}

bool ActsSheet::take(const Event& event) {
  const auto* press = std::get_if<KeyPressed>(&event);
  const std::optional<char32_t> echo = std::exchange(echo_, std::nullopt);
  if (const auto* typed = std::get_if<CharacterTyped>(&event); typed && echo == typed->character) return true;
  if (press && take_key(*press)) return true;
  if (has_field() && !focus_.is_anywhere()) focus_.set("field");
  if (has_field() && focus_.is_on("field")) {
    fault_.reset();
    if (is_about_tags() ? tag_.take(event) : day_.take(event)) return true;
  }
  if (press && focus_.take(*press)) return true;
  return !press || press->modifier == Modifier::kNone;
}

bool ActsSheet::take_key(const KeyPressed& press) {
  if (press == KeyPressed{Key::kEscape}) return back(), true;
  const int digit = press.modifier == Modifier::kNone ? digit_of(press.key) : -1;
  if (stage_ == Stage::kMenu && digit >= 0) {
    echo_ = U'0' + static_cast<char32_t>(digit);
    return choose(static_cast<std::size_t>((digit + 9) % 10)), true;
  }
  if (stage_ == Stage::kFlag && digit >= 0 && digit <= kHighestFlag) return choose_flag(digit), true;
  if (has_field() && press == KeyPressed{Key::kEnter} && focus_.is_on("field")) return apply_field(), true;
  // The arrows go through what can be chosen.
  if (press == KeyPressed{Key::kDown} && !has_field()) return focus_.take({Key::kTab});
  if (press == KeyPressed{Key::kUp} && !has_field()) return focus_.take({Key::kTab, Modifier::kShift});
  return false;
}

void ActsSheet::go_to(Stage stage) {
  stage_ = stage;
  if (has_field())
    focus_.set("field");
  else
    focus_.clear();
}

void ActsSheet::back() {
  if (stage_ == Stage::kMenu)
    is_left_ = true;
  else
    go_to(Stage::kMenu);
}

void ActsSheet::choose(std::size_t entry) {
  const auto act = [&](CardActKind kind) { chosen_ = BulkAct(ActOnCards{kind, std::nullopt}); };
  switch (entry) {
    case 0: chosen_ = StudyThese{}; return;
    case 1: return act(CardActKind::kSuspend);
    case 2: return act(CardActKind::kRelease);
    case 3: return act(CardActKind::kBury);
    case 4: return go_to(Stage::kFlag);
    case 5: return go_to(Stage::kTag);
    case 6: return go_to(Stage::kUntag);
    case 7: return go_to(Stage::kDue);
    case 8: return go_to(Stage::kReschedule);
    case 9: return act(CardActKind::kReset);
    default: return;
  }
}

void ActsSheet::choose_flag(int flag) { chosen_ = BulkAct(MarkChange(SetFlag{flag})); }

void ActsSheet::choose_tag(const std::string& name) {
  const Result<std::string> tag = tag_name(name);
  if (!tag) {
    fault_ = tag.error().what;
    return;
  }
  if (stage_ == Stage::kTag)
    chosen_ = BulkAct(MarkChange(AddTags{{*tag}}));
  else
    chosen_ = BulkAct(MarkChange(RemoveTags{{*tag}}));
}

void ActsSheet::apply_field() {
  if (is_about_tags()) return choose_tag(tag_.text());
  const std::optional<StudyDay> day = day_.day();
  if (!day) return;
  const CardActKind kind = stage_ == Stage::kDue ? CardActKind::kSetDue : CardActKind::kReschedule;
  chosen_ = BulkAct(ActOnCards{kind, day});
}

std::vector<std::string> ActsSheet::fitting_tags() const {
  const std::string typed = nfkc_case_folded(tag_.text());
  std::vector<std::string> fitting;
  for (const std::string& tag : tags_)
    if (fitting.size() < kMostTags && nfkc_case_folded(tag).find(typed) != std::string::npos)
      fitting.push_back(tag);
  return fitting;
}

}  // namespace rehearse
