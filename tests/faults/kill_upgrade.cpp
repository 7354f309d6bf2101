#include "tests/faults/kill_upgrade.h"

#include <stdexcept>

#include "core/library_backup.h"
#include "tests/faults/kill_deeds.h"
#include "tests/library_fixture.h"
#include "tests/older_library.h"

namespace rehearse::test {
namespace {

constexpr const char* kFile = "library.sqlite";
constexpr std::size_t kActs = 25;

std::size_t count_lines(const std::filesystem::path& file) {
  SQLite::Database copy(file.string(), SQLite::OPEN_READONLY);
  return static_cast<std::size_t>(copy.execAndGet("SELECT count(*) FROM op").getInt64());
}

int version_of(const std::filesystem::path& file) {
  SQLite::Database copy(file.string(), SQLite::OPEN_READONLY);
  return copy.execAndGet("PRAGMA user_version").getInt();
}

}  // namespace

OlderLibraries::OlderLibraries(std::filesystem::path folder, const std::filesystem::path& library)
    : folder_(std::move(folder)) {
  std::filesystem::create_directories(folder_);
  const std::filesystem::path source = folder_ / "source";
  std::filesystem::copy(library, source);
  const Ending ending = work_in_child([&](const Voice& voice) {
    LocalInstant now = morning();
    now.at += std::chrono::days{60};
    Learner learner(source, 5, now, voice);
    for (std::uint64_t i = 0; i < kActs; ++i) {
      learner.edit({i, i, i * i});
      learner.study({i, i * 7, i * i});
      if (i < 3) learner.import({2, i + 1, i});
    }
  });
  if (ending.exit_code != 0) throw std::runtime_error("no work: " + ending.said.back());
  ledger_.take(ending.said);
  if (const auto faults = ledger_.compare(source); !faults.empty()) throw std::runtime_error(faults.front());
  ops_ = count_lines(source / kFile);
  for (int version = 1; version < schema_version(); ++version) {
    const std::filesystem::path older = folder_ / std::to_string(version);
    std::filesystem::create_directory(older);
    write_as_version(version, source / kFile, older / kFile);
  }
}

int OlderLibraries::put(std::uint64_t number, const std::filesystem::path& folder) const {
  const int version = 1 + static_cast<int>(number % static_cast<std::uint64_t>(schema_version() - 1));
  std::filesystem::copy(folder_ / std::to_string(version), folder);
  return version;
}

std::vector<std::string> OlderLibraries::compare(int version, const std::filesystem::path& folder,
                                                 std::size_t& looked_for) const {
  std::vector<std::string> faults;
  const std::filesystem::path copy = folder / (std::string(kFile) + ".version-" + std::to_string(version));
  const auto look_at_copy = [&] {
    if (!is_sound(copy) || version_of(copy) != version || count_lines(copy) != ops_)
      faults.push_back("the copy beside it is not whole");
  };
  if (std::filesystem::exists(copy)) look_at_copy();
  Ledger ledger = ledger_;
  for (const std::string& fault : ledger.compare(folder)) faults.push_back(fault);
  looked_for += ledger.acts();
  if (!std::filesystem::exists(copy))
    faults.push_back("there is no copy beside it");
  else
    look_at_copy();
  if (std::filesystem::exists(copy.string() + ".part")) faults.push_back("a copy was left unfinished");
  return faults;
}

}  // namespace rehearse::test
