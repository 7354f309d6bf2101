// Everything the server answers. sync/README.md and sync/openapi.json say what is sent and what comes back.
#pragma once

#include "sync/server/front/messages.h"
#include "sync/server/routes/services.h"

namespace rehearse::sync {

/// `services` outlives the routes.
Routes make_routes(Services& services);

// Its parts.
void add_sync_routes(Routes& routes, Services& services);     // /v1/sync, /v1/scopes
void add_account_routes(Routes& routes, Services& services);  // /v1/accounts, /v1/password, /v1/account
void add_device_routes(Routes& routes, Services& services);   // /v1/sessions, /v1/devices
void add_group_routes(Routes& routes, Services& services);    // /v1/groups
/// /v1/groups/{group}/invites, /v1/invites
void add_group_invite_routes(Routes& routes, Services& services);
void add_export_route(Routes& routes, Services& services);  // /v1/account/export
void add_watch_routes(Routes& routes, Services& services);  // /v1/hello, /healthz, /readyz, /metrics

}  // namespace rehearse::sync
