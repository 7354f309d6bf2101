#include <nlohmann/json.hpp>

#include "core/base/store_error.h"
#include "sync/server/commands/command.h"
#include "sync/server/commands/folder_lock.h"
#include "sync/server/commands/store_place.h"
#include "sync/server/store/migration.h"

namespace rehearse::sync {
namespace {

/// One end of the way, and the lock of its folder where it is one.
struct End {
  DataPlace place;
  std::optional<FolderLock> lock;
  std::string shown;
};

End end_at(const Environment& environment, const std::string& typed) {
  Environment there = environment;
  there.store = typed.starts_with("postgres") && typed.find("://") != std::string::npos ? typed : "";
  if (there.store.empty()) there.folder = typed;
  End end{data_place(there), std::nullopt, {}};
  if (end.place.database) {
    end.shown = end.place.database->shown();
    return end;
  }
  end.shown = typed;
  end.lock = FolderLock::take(there.folder);
  if (!end.lock)
    throw StoreError({typed + ": a rehearse-sync serves this folder: stop it first",
                      typed + "：rehearse-sync 正在使用这个文件夹，请先停止它"});
  return end;
}

}  // namespace

int migrate_command(const Environment& environment, const MigrateArguments& arguments, Output output) {
  if (!std::filesystem::exists(arguments.from) && arguments.from.find("://") == std::string::npos)
    return report(environment,
                  Error{{"there is no data of a server here", "这里没有服务器数据"}, arguments.from, {}});
  const End from = end_at(environment, arguments.from), to = end_at(environment, arguments.to);
  const ServerCheck moved = migrate_data(from.place, to.place);
  const std::string accounts = std::to_string(moved.accounts), ops = std::to_string(moved.ops);
  if (!moved.faults.empty()) return report(environment, Error{moved.faults.front(), to.shown, {}});
  if (output == Output::kJson)
    print(environment,
          {{"from", from.shown}, {"to", to.shown}, {"accounts", moved.accounts}, {"ops", moved.ops}});
  else
    say(environment, {"moved and checked: " + to.shown + " (accounts: " + accounts + ", ops: " + ops + ")",
                      "已迁移并检查：" + to.shown + "（账户 " + accounts + " 个，记录 " + ops + " 条）"});
  return kExitSuccess;
}

}  // namespace rehearse::sync
