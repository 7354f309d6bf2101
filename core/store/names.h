// Ids that the log mentions often, and therefore by a number. The table belongs to the log: a name is added,
// never changed, and without it the lines that mention it cannot be read.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/store/database.h"

namespace rehearse {

/// What is named: 16 bytes of an id, or the 8 of a device.
struct Name {
  std::array<std::uint8_t, 16> bytes{};  // the rest are 0
  std::size_t size = 0;

  friend bool operator==(const Name&, const Name&) = default;
};

struct NumberedName {
  Name name;
  std::int64_t number = 0;
};

/// A transaction that is rolled back takes the names with it that were made in it, and the next name gets the
/// same number: what is remembered of them is forgotten then.
class Names {
 public:
  explicit Names(Database& database) : database_(database) {}

  /// Its number, which it is given when it has none yet. Inside a transaction.
  std::int64_t number_of(const Name& name);
  /// The name of a number; nothing when there is none.
  std::optional<Name> at(std::int64_t number) const;

  /// Makes at() fast from now on, for one walk over many lines: it must not outlive a transaction in which
  /// it was called.
  void read_all();

 private:
  std::int64_t find_or_add(const Name& name);
  NumberedName& place_of(const Name& name);
  void make_room();

  Database& database_;
  std::vector<Name> first_;  // the names of the numbers 1, 2, … as far as they were read
  // What was asked for lately, each in the place that its bytes give it: a device and a few thousand cards
  // come again in every page of a sync. A number of 0 is none. It grows, for most logs that are written to
  // get a few lines and are closed.
  std::vector<NumberedName> lately_;
  std::size_t taken_ = 0;  // places of lately_
  std::int64_t rollbacks_ = 0;
};

}  // namespace rehearse
