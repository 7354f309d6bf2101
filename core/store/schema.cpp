#include "core/store/schema.h"

#include <string>

#include "core/base/store_error.h"
#include "core/store/database.h"

namespace rehearse {
namespace {

constexpr const char* kReadVersion = "PRAGMA user_version";
constexpr const char* kCountTables = "SELECT count(*) FROM sqlite_schema";

int number(Database& database, const char* sql) {
  Query query = database.query(sql);
  query.step();
  return static_cast<int>(query.integer(0));
}

int version_of(Database& database) { return number(database, kReadVersion); }

void back_up_before(Database& database, int version) {
  const std::filesystem::path copy = database.file().string() + ".version-" + std::to_string(version);
  if (std::filesystem::exists(copy)) return;
  // Under another name until it is whole: a copy that was cut short must not pass for a backup.
  const std::filesystem::path part = copy.string() + ".part";
  std::error_code error;
  std::filesystem::remove(part, error);
  constexpr const char* kCopy = "VACUUM INTO ?1";
  database.query(kCopy).bind(part.string()).run();
  std::filesystem::rename(part, copy, error);
  if (error)
    throw StoreError({"backup " + copy.string() + ": cannot be written: " + error.message(),
                      "备份 " + copy.string() + "：无法写入：" + error.message()});
}

}  // namespace

int schema_version() { return static_cast<int>(schema_steps().size()); }

const FileFormat& library_format() {
  static const FileFormat format{{"library", "题库"}, schema_steps()};
  return format;
}

void refuse_foreign(Database& database) {
  const std::string file = database.file().string();
  const Words& name = database.format().name;
  // Tables first: between the two reads another program may finish making this file.
  const bool has_tables = number(database, kCountTables) > 0;
  const int version = version_of(database);
  if (version > static_cast<int>(database.format().steps.size()))
    throw StoreError({name.english + " " + file + ": it was written by a newer Rehearse: update this one",
                      name.in(Language::kChinese) + " " + file + "：由更新版本的熟答写成，请先升级本程序"},
                     StoreFault::kNewer);
  if (has_tables && version == 0)
    throw StoreError({name.english + " " + file + ": another program's data is in it: choose another folder",
                      name.in(Language::kChinese) + " " + file + "：里面是别的程序的数据，请选择别的文件夹"});
}

void migrate(Database& database) { migrate(database, database.format().steps); }

void migrate(Database& database, std::span<const SchemaStep> steps) {
  const int version = version_of(database);
  const int wanted = static_cast<int>(steps.size());
  if (version >= wanted) return;
  if (version > 0) back_up_before(database, version);
  Transaction transaction(database);
  // Another program may have done the work while this one waited for its turn.
  const int taken = version_of(database);
  if (taken >= wanted) return;
  for (const SchemaStep& step : steps.subspan(static_cast<std::size_t>(taken))) {
    database.execute(step.sql);
    if (step.upgrade != nullptr) step.upgrade(database);
  }
  database.execute(("PRAGMA user_version = " + std::to_string(wanted)).c_str());
  transaction.commit();
}

}  // namespace rehearse
