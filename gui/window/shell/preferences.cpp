#include "gui/window/shell/preferences.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

namespace rehearse {
namespace {

constexpr const char* kThemeNames[] = {"light", "dark", "system"};

}  // namespace

Preferences read_preferences(const std::filesystem::path& file) {
  Preferences preferences;
  std::ifstream in(file, std::ios::binary);
  const auto json = nlohmann::json::parse(in, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) return preferences;
  const auto text = [&](const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  if (const std::string language = text("language"); language == "zh")
    preferences.language = Language::kChinese;
  else if (language == "en")
    preferences.language = Language::kEnglish;
  const auto theme = std::find(std::begin(kThemeNames), std::end(kThemeNames), text("theme"));
  if (theme != std::end(kThemeNames))
    preferences.theme = static_cast<ThemeChoice>(theme - std::begin(kThemeNames));
  if (const auto size = json.find("text_size"); size != json.end() && size->is_number_integer()) {
    const auto known = std::find(std::begin(kTextSizes), std::end(kTextSizes), size->get<long long>());
    if (known != std::end(kTextSizes)) preferences.text_size = *known;
  }
  preferences.font = text("font");
  const auto welcomed = json.find("was_welcomed");
  preferences.was_welcomed = welcomed != json.end() && *welcomed == true;
  return preferences;
}

bool write_preferences(const std::filesystem::path& file, const Preferences& preferences) {
  nlohmann::json json{{"theme", kThemeNames[static_cast<std::size_t>(preferences.theme)]},
                      {"text_size", preferences.text_size},
                      {"was_welcomed", preferences.was_welcomed}};
  if (preferences.language) json["language"] = *preferences.language == Language::kChinese ? "zh" : "en";
  if (!preferences.font.empty()) json["font"] = preferences.font;
  std::filesystem::path beside = file;
  beside += ".new";
  {
    std::ofstream out(beside, std::ios::binary | std::ios::trunc);
    out << json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    if (!out.flush()) return false;
  }
  std::error_code error;
  std::filesystem::rename(beside, file, error);
  return !error;
}

int stepped_text_size(int size, int steps) {
  if (steps == 0) return 100;
  const auto found = std::find(std::begin(kTextSizes), std::end(kTextSizes), size);
  const auto last = static_cast<std::ptrdiff_t>(std::size(kTextSizes)) - 1;
  const std::ptrdiff_t at = found == std::end(kTextSizes) ? 2 : found - std::begin(kTextSizes);
  return kTextSizes[std::clamp<std::ptrdiff_t>(at + steps, 0, last)];
}

}  // namespace rehearse
