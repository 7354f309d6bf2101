// Which PostgreSQL database: postgresql://USER@HOST/DATABASE and whatever else libpq reads in one.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rehearse::sync {

class PostgresAddress {
 public:
  /// Nothing for what is no address. Why is not said: libpq's words for it may hold the password.
  static std::optional<PostgresAddress> parse(std::string_view text);

  /// May hold a password: for libpq alone.
  const std::string& secret_text() const { return text_; }
  /// For people and logs: PostgreSQL, database and host.
  std::string shown() const;

 private:
  explicit PostgresAddress(std::string text) : text_(std::move(text)) {}

  std::string text_;
};

}  // namespace rehearse::sync
