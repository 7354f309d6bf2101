#include "sync/protocol/problem.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace rehearse::sync {
namespace {

using Json = nlohmann::ordered_json;

struct Row {
  ProblemKind kind;
  std::string_view slug;
  int status;
  const char* title;
};

constexpr std::array kRows = {
    Row{ProblemKind::kBadRequest, "bad-request", 400, "The request is none of this protocol"},
    Row{ProblemKind::kUnauthenticated, "unauthenticated", 401, "Sign in again"},
    Row{ProblemKind::kForbidden, "forbidden", 403, "Not allowed"},
    Row{ProblemKind::kNotFound, "not-found", 404, "There is no such thing here"},
    Row{ProblemKind::kMethodNotAllowed, "method-not-allowed", 405, "This path knows other methods"},
    Row{ProblemKind::kTimeout, "timeout", 408, "The request took too long to arrive"},
    Row{ProblemKind::kConflict, "conflict", 409, "It is taken already"},
    Row{ProblemKind::kCursorGone, "cursor-gone", 410,
        "The server does not know this cursor: send and read all"},
    Row{ProblemKind::kTooLarge, "too-large", 413, "Too large"},
    Row{ProblemKind::kTooManyOps, "too-many-ops", 413, "Too many ops in one request"},
    Row{ProblemKind::kUpgradeRequired, "upgrade-required", 426, "This version of the protocol is not served"},
    Row{ProblemKind::kRateLimited, "rate-limited", 429, "Too often"},
    Row{ProblemKind::kQuota, "quota", 507, "The account's share of the disk is used up"},
    Row{ProblemKind::kBusy, "busy", 503, "The server is busy"},
    Row{ProblemKind::kInternal, "internal", 500, "A fault of the server"},
};

constexpr std::string_view kTypePrefix = "urn:rehearse:problem:";

const Row& row_of(ProblemKind kind) {
  return *std::find_if(kRows.begin(), kRows.end(), [&](const Row& row) { return row.kind == kind; });
}

}  // namespace

std::string_view slug_of(ProblemKind kind) { return row_of(kind).slug; }
int status_of(const Problem& problem) {
  return problem.status != 0 ? problem.status : row_of(problem.kind).status;
}

std::optional<ProblemKind> kind_of_slug(std::string_view slug) {
  for (const Row& row : kRows)
    if (row.slug == slug) return row.kind;
  return std::nullopt;
}

std::string write_problem(const Problem& problem, std::string_view instance) {
  const Row& row = row_of(problem.kind);
  Json json;
  json["type"] = std::string(kTypePrefix) + std::string(row.slug);
  json["title"] = row.title;
  json["status"] = status_of(problem);
  if (!problem.detail.empty()) json["detail"] = problem.detail;
  json["instance"] = instance;
  if (problem.retry_after) json["retry_after"] = problem.retry_after->count();
  return json.dump() + '\n';
}

Problem read_problem(int status, std::string_view body) {
  Problem problem;
  for (const Row& row : kRows)
    if (row.status == status) {
      problem.kind = row.kind;
      break;
    }
  const Json json = Json::parse(body, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) return problem;
  const std::string type = json.value("type", Json("")).is_string() ? json.value("type", "") : "";
  if (std::string_view(type).starts_with(kTypePrefix))
    if (const auto kind = kind_of_slug(std::string_view(type).substr(kTypePrefix.size())))
      problem.kind = *kind;
  if (status != row_of(problem.kind).status) problem.status = status;
  if (const auto detail = json.find("detail"); detail != json.end() && detail->is_string())
    problem.detail = detail->get<std::string>();
  constexpr int kLongestWait = 86'400;
  if (const auto wait = json.find("retry_after"); wait != json.end() && wait->is_number_unsigned())
    problem.retry_after =
        std::chrono::seconds{std::min<std::uint64_t>(wait->get<std::uint64_t>(), kLongestWait)};
  return problem;
}

}  // namespace rehearse::sync
