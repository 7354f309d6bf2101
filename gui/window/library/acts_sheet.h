// What to do with the selection: a menu worked by digits, and what some of its entries want to know.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "gui/window/library/bulk_work.h"
#include "gui/window/library/day_field.h"
#include "gui/window/ui/focus.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

struct StudyThese {};
using ChosenAct = std::variant<StudyThese, BulkAct>;

class ActsSheet {
 public:
  /// `tags`: all that there are.
  ActsSheet(std::size_t count, std::vector<std::string> tags, StudyDay today);

  /// Every key belongs to it while it is there, but those with Ctrl that it has no use for.
  bool take(const Event& event);
  void draw(Ui& ui);

  bool is_left() const { return is_left_; }
  /// Once.
  std::optional<ChosenAct> take_chosen() { return std::exchange(chosen_, std::nullopt); }
  std::optional<std::string> take_copied();

 private:
  enum class Stage { kMenu, kFlag, kTag, kUntag, kDue, kReschedule };

  bool has_field() const { return stage_ != Stage::kMenu && stage_ != Stage::kFlag; }
  bool is_about_tags() const { return stage_ == Stage::kTag || stage_ == Stage::kUntag; }
  bool take_key(const KeyPressed& press);
  void go_to(Stage stage);
  void back();
  void choose(std::size_t entry);
  void choose_flag(int flag);
  void choose_tag(const std::string& name);
  void apply_field();
  std::vector<std::string> fitting_tags() const;

  float draw_menu(Ui& ui, const Rect& area, float y);
  float draw_flags(Ui& ui, const Rect& area, float y);
  float draw_tags(Ui& ui, const Rect& area, float y);
  float draw_day(Ui& ui, const Rect& area, float y);

  std::size_t count_;
  std::vector<std::string> tags_;
  Stage stage_ = Stage::kMenu;
  TextEditor tag_{TextLines::kOne};
  DayField day_;
  std::optional<Words> fault_;    // of the tag
  std::optional<char32_t> echo_;  // the character that comes with the digit that opened a field
  Focus focus_;
  bool is_left_ = false;
  std::optional<ChosenAct> chosen_;
};

}  // namespace rehearse
