// What is set for one deck, and its export to a file.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/export/export_format.h"
#include "core/library.h"
#include "gui/window/library/day_field.h"
#include "gui/window/ui/focus.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

/// What holds for a deck.
struct DeckOptions {
  std::optional<StudyDay> interview;
  std::size_t fresh_per_day = 0;
  std::optional<std::size_t> reviews_per_day;
  std::chrono::minutes minutes_per_day{0};
  AfterInterview after_interview = AfterInterview::kMaintenance;

  friend bool operator==(const DeckOptions&, const DeckOptions&) = default;
};

/// The deck's own, else the library's, else the defaults.
DeckOptions read_deck_options(const Library& library, const DeckSummary& deck);
/// Sets what differs.
void write_deck_options(Library& library, DeckId deck, const DeckOptions& before, const DeckOptions& after,
                        LocalInstant now);

class DeckSheet {
 public:
  /// `folder`: where an export is proposed.
  DeckSheet(DeckId deck, std::string title, const DeckOptions& options, StudyDay today,
            std::filesystem::path folder);

  bool take(const Event& event);
  void draw(Ui& ui);

  DeckId deck() const { return deck_; }
  const DeckOptions& before() const { return before_; }
  bool is_left() const { return is_left_; }
  std::optional<std::string> take_copied();

  /// What was asked for, once each.
  std::optional<DeckOptions> take_saved() { return std::exchange(saved_, std::nullopt); }
  struct Export {
    ExportFormat format = ExportFormat::kMarkdown;
    std::filesystem::path file;
  };
  std::optional<Export> take_export() { return std::exchange(export_, std::nullopt); }

 private:
  void save();
  void export_file();
  void choose_format(std::size_t index);
  float draw_settings(Ui& ui, const Rect& area, float y);
  float draw_export(Ui& ui, const Rect& area, float y);

  DeckId deck_;
  std::string title_;
  DeckOptions before_, options_;
  DayField interview_;
  std::filesystem::path folder_;
  std::size_t format_ = 0;
  TextEditor file_;
  std::optional<Words> file_fault_;
  Focus focus_;
  bool is_left_ = false;
  std::optional<DeckOptions> saved_;
  std::optional<Export> export_;
};

}  // namespace rehearse
