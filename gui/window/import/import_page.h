// Files on their way into the library: read in the background, looked at, then kept or left.
#pragma once

#include "gui/window/import/file_import.h"
#include "gui/window/import/import_screen.h"
#include "gui/window/shell/desk.h"
#include "gui/window/shell/page.h"

namespace rehearse {

class ImportPage : public Page {
 public:
  ImportPage(Desk& desk, const std::vector<std::string>& paths);

  void refresh() override {}
  void press(const KeyPressed& press) override;
  void draw(Ui& ui) override;
  std::vector<KeyLine> keys(Language language) const override;
  Extent extent() const override { return Extent::kWholeWindow; }
  bool drop(const std::vector<std::string>& paths) override;
  bool is_busy() const override { return import_.is_keeping(); }
  std::optional<std::chrono::milliseconds> next_tick() const override;
  bool tick() override;

 private:
  void apply(const ImportIntent& intent);
  /// What became of the files is told over the page they were dropped on.
  void end();

  Desk& desk_;
  FileImport import_;
  ScrollWish scroll_;
};

}  // namespace rehearse
