#include "sync/client/trouble.h"

namespace rehearse::sync {
namespace {

/// Of a certificate that this computer does not believe: what to do depends on whose server it is.
Words untrusted(const HttpFailure& failure, const std::string& server) {
  Words words{"the certificate of " + server + " is not believed: " + failure.detail,
              server + " 的证书不受信任（" + failure.detail + "）"};
  if (failure.shown) {
    const std::string shown = to_text(*failure.shown);
    words.english +=
        "; its fingerprint is " + shown + ": sign in with it if the server's own screen shows the same";
    words.chinese += "；指纹为 " + shown + "，如与服务器上显示的一致，可用它登录";
  }
  return words;
}

Words in_words(const HttpFailure& failure, const std::string& server) {
  switch (failure.why) {
    case NoReply::kNoConnection: return {server + " cannot be reached", "连不上 " + server};
    case NoReply::kTooSlow: return {server + " does not answer", server + " 没有回应"};
    case NoReply::kUntrusted: return untrusted(failure, server);
    case NoReply::kNoTls:
      return {"no safe connection to " + server + ": it does not speak TLS",
              server + " 不支持加密连接（TLS）"};
    case NoReply::kCutShort:
      return {"the connection to " + server + " was cut", "与 " + server + " 的连接中断了"};
    case NoReply::kTooLarge: return {server + " sends more than it may", server + " 发来的内容过大"};
    case NoReply::kStopped: return {"stopped", "已停止"};
  }
  return {};
}

TroubleKind kind_of(NoReply why) {
  switch (why) {
    case NoReply::kStopped: return TroubleKind::kStopped;
    case NoReply::kUntrusted:
    case NoReply::kNoTls: return TroubleKind::kUntrusted;
    case NoReply::kTooLarge: return TroubleKind::kServerFault;
    default: return TroubleKind::kNoReply;
  }
}

/// With what the server adds, which is in English.
Words with_detail(Words words, const std::string& detail) {
  if (detail.empty()) return words;
  return {words.english + ": " + detail, words.chinese + "：" + detail};
}

}  // namespace

Trouble trouble_of(const HttpFailure& failure, const ServerAddress& server) {
  Trouble trouble{kind_of(failure.why), in_words(failure, to_text(server)), {}};
  trouble.shown = failure.shown;
  return trouble;
}

Trouble trouble_of(const Problem& problem) {
  switch (problem.kind) {
    case ProblemKind::kUnauthenticated:
      return {TroubleKind::kSignedOut, {"this device is signed out", "本设备已退出登录"}, {}};
    case ProblemKind::kForbidden:
      return {TroubleKind::kRefused, {"the account may not do this", "该账号无权这样做"}, {}};
    case ProblemKind::kQuota:
      return {TroubleKind::kRefused,
              {"the account's share of the server's disk is used up", "账号在服务器上的空间已用完"},
              {}};
    case ProblemKind::kConflict:
      return {TroubleKind::kRefused, with_detail({"it is taken already", "已被占用"}, problem.detail), {}};
    case ProblemKind::kUpgradeRequired:
      return {TroubleKind::kTooOld,
              {"the server wants a newer version of Rehearse: please update",
               "服务器需要更新版本的熟答，请更新程序"},
              {}};
    case ProblemKind::kRateLimited:
      return {TroubleKind::kWait, {"the server was asked too often", "请求过于频繁"}, problem.retry_after};
    case ProblemKind::kBusy:
      return {TroubleKind::kWait, {"the server is busy", "服务器正忙"}, problem.retry_after};
    case ProblemKind::kTimeout:
      return {TroubleKind::kNoReply,
              {"the server did not get the request in time", "服务器未能及时收到请求"},
              problem.retry_after};
    case ProblemKind::kInternal:
      return {TroubleKind::kServerFault, {"the server has a fault", "服务器出错"}, problem.retry_after};
    case ProblemKind::kBadRequest:
    case ProblemKind::kNotFound:
    case ProblemKind::kMethodNotAllowed:
    case ProblemKind::kTooLarge:
    case ProblemKind::kTooManyOps:
    case ProblemKind::kCursorGone: break;
  }
  return {TroubleKind::kRefused, with_detail({"the server refuses", "服务器拒绝"}, problem.detail), {}};
}

Problem problem_in(const HttpReply& reply) {
  constexpr int kServerFaults = 500;
  Problem problem = read_problem(reply.status, reply.body);
  const bool is_ours = reply.content_type.starts_with(kProblemType);
  // Of a proxy in between: what is no fault of the request may be over soon.
  if (!is_ours && reply.status > kServerFaults) problem.kind = ProblemKind::kBusy;
  if (!problem.retry_after) problem.retry_after = reply.retry_after;
  return problem;
}

Trouble no_sense() {
  return {TroubleKind::kServerFault,
          {"what answers there is no server of Rehearse, or a damaged one", "对方不是熟答的服务器，或已损坏"},
          {}};
}

}  // namespace rehearse::sync
