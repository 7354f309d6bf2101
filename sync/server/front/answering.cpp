#include "sync/server/front/answering.h"

#include <exception>
#include <utility>

namespace rehearse::sync {
namespace {

Done internal_problem(const Job& job, std::string pattern) {
  const Problem problem{ProblemKind::kInternal, "the server's log says more about this id", std::nullopt};
  Reply reply = problem_reply(problem, job.request.id);
  return {job.connection, reply.status, std::move(pattern),
          reply_bytes(std::move(reply), job.request.id, job.request.method, job.after)};
}

}  // namespace

Done answer_job(Job job, HttplibAdapter& router, const FrontLimits& limits,
                const std::function<void(const std::string&)>& on_fault) {
  std::string fault;
  std::string pattern;
  try {
    HttplibAdapter::Routed routed = router.answer(job.request, job.target);
    pattern = routed.pattern;
    const std::size_t size = routed.reply.body.size();
    const int status = routed.reply.status;
    if (size <= limits.reply_bytes)
      return {job.connection, status, pattern,
              reply_bytes(std::move(routed.reply), job.request.id, job.request.method, job.after)};
    fault = "a reply of " + std::to_string(size) + " bytes is above the limit";
  } catch (const std::exception& exception) {
    fault = exception.what();
  } catch (...) {
    fault = "an exception that is none of the standard's";
  }
  if (on_fault) on_fault("request " + job.request.id + ": " + fault);
  return internal_problem(job, std::move(pattern));
}

}  // namespace rehearse::sync
