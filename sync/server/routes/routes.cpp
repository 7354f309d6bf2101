#include "sync/server/routes/routes.h"

namespace rehearse::sync {

Routes make_routes(Services& services) {
  Routes routes;
  add_sync_routes(routes, services);
  add_account_routes(routes, services);
  add_device_routes(routes, services);
  add_group_routes(routes, services);
  add_group_invite_routes(routes, services);
  add_export_route(routes, services);
  add_watch_routes(routes, services);
  return routes;
}

}  // namespace rehearse::sync
