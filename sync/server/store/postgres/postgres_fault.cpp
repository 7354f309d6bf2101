#include "sync/server/store/postgres/postgres_fault.h"

namespace rehearse::sync {
namespace {

PostgresFault::Kind kind_of(std::string_view state) {
  if (state == "40001" || state == "40P01") return PostgresFault::Kind::kConflict;
  if (state.starts_with("08") || state.starts_with("57P")) return PostgresFault::Kind::kBroken;
  return PostgresFault::Kind::kOther;
}

Words words_for(std::string_view state, const std::string& message) {
  if (state == "53100") return {"its disk is full: free some space there", "它的磁盘已满，请腾出空间"};
  if (state == "53300")
    return {"it takes no more connections: raise max_connections", "连接数已满，请调大 max_connections"};
  if (state == "25006")
    return {"it may only be read: name the primary server", "它只能读取，请改用主服务器的地址"};
  if (state == "40001" || state == "40P01")
    return {"others changed the same rows again and again", "其他请求一直在修改相同的数据"};
  if (state == "42501")
    return {message + ": give the database to this user: ALTER DATABASE … OWNER TO",
            message + "：请把数据库交给这个用户：ALTER DATABASE … OWNER TO"};
  return {message + " (" + std::string(state) + ")"};
}

}  // namespace

PostgresFault::PostgresFault(Kind kind, const Words& why)
    : StoreError({"PostgreSQL: " + why.english, "PostgreSQL：" + why.in(Language::kChinese)}), kind_(kind) {}

PostgresFault::PostgresFault(std::string_view state, const std::string& message)
    : PostgresFault(kind_of(state), words_for(state, message)) {}

}  // namespace rehearse::sync
