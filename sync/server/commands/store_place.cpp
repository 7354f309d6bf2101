#include "sync/server/commands/store_place.h"

#include "core/base/store_error.h"
#include "sync/server/commands/command.h"

namespace rehearse::sync {

std::optional<PostgresAddress> database_of(const Environment& environment) {
  if (environment.store.empty()) return std::nullopt;
  auto address = PostgresAddress::parse(environment.store);
  // It is not repeated: there may be a password in it.
  if (!address)
    throw StoreError({"the store is no address of a PostgreSQL database: postgresql://USER@HOST/DATABASE",
                      "数据库地址无效，应为 postgresql://用户@主机/数据库"});
  return address;
}

DataPlace data_place(const Environment& environment) {
  if (auto database = database_of(environment)) return {{}, std::move(database)};
  return {open_folder(environment), std::nullopt};
}

std::optional<Error> fault_without_file(const Environment& environment, const Words& instead) {
  const auto database = database_of(environment);
  if (!database) return std::nullopt;
  return Error{{"the data is in a database, and has its backups there", "数据在数据库中，由数据库负责备份"},
               database->shown(),
               instead};
}

std::optional<Error> fault_without_data(const Environment& environment, const std::filesystem::path& file) {
  if (std::filesystem::exists(file)) return std::nullopt;
  return Error{{"there is no data of a server here", "这里没有服务器数据"},
               environment.folder.string(),
               {"name its folder with --data", "请用 --data 指定文件夹"}};
}

}  // namespace rehearse::sync
