#include "sync/server/store/server_data.h"

namespace rehearse::sync {

ServerData::ServerData(const DataPlace& place) {
  if (place.database)
    use_postgres(*place.database);
  else
    use_file(place.file);
}

void ServerData::use_file(const std::filesystem::path& file) {
  auto& holder = holder_.emplace<std::unique_ptr<OnFile>>(std::make_unique<OnFile>(file));
  source_ = file;
  commits_ = &holder->writer;
  streams_ = &holder->streams;
}

void ServerData::use_postgres(const PostgresAddress& address) {
  auto& holder = holder_.emplace<std::unique_ptr<OnPostgres>>(std::make_unique<OnPostgres>(address));
  source_ = &holder->pool;
  commits_ = &holder->writer;
  streams_ = &holder->streams;
}

}  // namespace rehearse::sync
