// What was written to the projections since somebody last asked: for those who keep in memory what they say.
#pragma once

#include <cstdint>
#include <set>
#include <string_view>

#include "core/store/database.h"

namespace rehearse {

struct ChangedRows {
  /// Anything may be another: what follows is not filled in.
  bool is_everything = false;
  bool are_decks = false;             // any row of `deck`
  std::set<std::int64_t> questions;   // positions of those whose row in `question` was written
  std::set<std::int64_t> remembered;  // of those whose row in `memory` was
};

/// Hears from SQLite of every row that this program writes, whoever writes it; of another program it knows
/// only that it wrote. It must not outlive the database, which tells one listener at a time.
class ProjectionChanges {
 public:
  explicit ProjectionChanges(Database& database);
  ~ProjectionChanges();
  ProjectionChanges(const ProjectionChanges&) = delete;
  ProjectionChanges& operator=(const ProjectionChanges&) = delete;

  /// Since seen() was called; everything before the first time.
  const ChangedRows& unseen();
  /// To be called when all of it was read. What is read inside a transaction may be taken back: it counts as
  /// not seen.
  void seen();
  /// To be called when tables were emptied, of which SQLite does not tell row by row.
  void forget();

 private:
  void hear(std::string_view table, std::int64_t row);

  Database& database_;
  std::int64_t version_ = 0;  // of the file, as other programs change it
  ChangedRows changed_;
};

}  // namespace rehearse
