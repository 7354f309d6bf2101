#include "sync/server/store/postgres/postgres_query.h"

#include <libpq-fe.h>

#include <charconv>
#include <utility>

#include "sync/server/store/postgres/postgres_connection.h"

namespace rehearse::sync {

void ClearResult::operator()(pg_result* result) const { PQclear(result); }

bool PostgresQuery::step() {
  if (!result_) result_ = connection_.run(sql_, std::move(values_));
  return ++row_ < PQntuples(result_.get());
}

std::int64_t PostgresQuery::run() {
  step();
  const std::string_view count = PQcmdTuples(result_.get());
  std::int64_t changed = 0;
  std::from_chars(count.data(), count.data() + count.size(), changed);
  return changed;
}

void PostgresQuery::hold() { connection_.hold(sql_, std::move(values_)); }

std::string_view PostgresQuery::bytes(int column) const {
  return {PQgetvalue(result_.get(), row_, column),
          static_cast<std::size_t>(PQgetlength(result_.get(), row_, column))};
}

}  // namespace rehearse::sync
