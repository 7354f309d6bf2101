// What a worker does with a request.
#pragma once

#include <functional>
#include <string>

#include "sync/server/front/httplib_adapter.h"
#include "sync/server/front/limits.h"
#include "sync/server/front/worker_pool.h"

namespace rehearse::sync {

/// Finds the handler, calls it and writes its reply down. Whatever is thrown becomes a problem for the client
/// and words for `on_fault`, and so does a reply above the limit. Throws nothing.
Done answer_job(Job job, HttplibAdapter& router, const FrontLimits& limits,
                const std::function<void(const std::string&)>& on_fault);

}  // namespace rehearse::sync
