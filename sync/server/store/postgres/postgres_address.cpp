#include "sync/server/store/postgres/postgres_address.h"

#include <libpq-fe.h>

#include <memory>

namespace rehearse::sync {
namespace {

using Options = std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)>;

/// What stands in the address; null when it is none.
Options read(const std::string& text) {
  char* why = nullptr;
  Options options(PQconninfoParse(text.c_str(), &why), PQconninfoFree);
  PQfreemem(why);
  return options;
}

std::string value_of(const PQconninfoOption* options, std::string_view keyword) {
  for (; options->keyword != nullptr; ++options)
    if (options->keyword == keyword && options->val != nullptr) return options->val;
  return {};
}

}  // namespace

std::optional<PostgresAddress> PostgresAddress::parse(std::string_view text) {
  if (!text.starts_with("postgresql://") && !text.starts_with("postgres://")) return std::nullopt;
  PostgresAddress address{std::string(text)};
  if (!read(address.text_)) return std::nullopt;
  return address;
}

std::string PostgresAddress::shown() const {
  const Options options = read(text_);
  const std::string database = value_of(options.get(), "dbname"), host = value_of(options.get(), "host");
  return "PostgreSQL" + (database.empty() ? "" : ' ' + database) + (host.empty() ? "" : " @ " + host);
}

}  // namespace rehearse::sync
