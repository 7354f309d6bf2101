#include "sync/server/front/reply_bytes.h"

#include <array>
#include <ctime>
#include <stdexcept>

namespace rehearse::sync {
namespace {

constexpr int kNoContent = 204;
constexpr int kNotModified = 304;

struct Phrase {
  int status;
  const char* words;
};
// RFC 9110, 15, and 429 and 431 of RFC 6585. A status that is not here has no words, which is allowed.
constexpr std::array<Phrase, 29> kPhrases = {{
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {411, "Length Required"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {422, "Unprocessable Content"},
    {426, "Upgrade Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
    {505, "HTTP Version Not Supported"},
    {507, "Insufficient Storage"},
}};

const char* phrase_of(int status) {
  for (const Phrase& phrase : kPhrases)
    if (phrase.status == status) return phrase.words;
  return "";
}

// RFC 9110, 5.6.7. Not strftime: its names of days and months follow the locale.
std::string date_now() {
  constexpr const char* kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  const auto two = [](int number) {
    return std::string{static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
  };
  return std::string(kDays[utc.tm_wday]) + ", " + two(utc.tm_mday) + " " + kMonths[utc.tm_mon] + " " +
         std::to_string(utc.tm_year + 1900) + " " + two(utc.tm_hour) + ":" + two(utc.tm_min) + ":" +
         two(utc.tm_sec) + " GMT";
}

void append_header(std::string& head, std::string_view name, std::string_view value) {
  constexpr std::string_view kBreaks("\r\n\0", 3);
  if (name.find_first_of(kBreaks) != std::string_view::npos ||
      value.find_first_of(kBreaks) != std::string_view::npos)
    throw std::invalid_argument("a reply's header is not one line: " + std::string(name.substr(0, 40)));
  head.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

ReplyBytes reply_bytes(Reply reply, std::string_view request_id, std::string_view request_method,
                       Connected after) {
  ReplyBytes bytes;
  bytes.closes = after == Connected::kClosed;
  bytes.head = "HTTP/1.1 " + std::to_string(reply.status) + " " + phrase_of(reply.status) + "\r\n";
  append_header(bytes.head, "Date", date_now());
  append_header(bytes.head, "X-Request-Id", request_id);
  append_header(bytes.head, "Cache-Control", "no-store");
  append_header(bytes.head, "X-Content-Type-Options", "nosniff");
  for (const auto& [name, value] : reply.headers) append_header(bytes.head, name, value);
  // RFC 9110, 15.3.5 and 15.4.5: these two end with their head.
  if (reply.status != kNoContent && reply.status != kNotModified) {
    if (!reply.content_type.empty()) append_header(bytes.head, "Content-Type", reply.content_type);
    append_header(bytes.head, "Content-Length", std::to_string(reply.body.size()));
    if (request_method != "HEAD") bytes.body = std::move(reply.body);
  }
  if (bytes.closes) append_header(bytes.head, "Connection", "close");
  bytes.head += "\r\n";
  return bytes;
}

ReplyBytes refusal_bytes(Refusal refusal, std::string_view request_id, std::string_view request_method,
                         Connected after) {
  return reply_bytes(problem_reply(problem_of(refusal), request_id), request_id, request_method, after);
}

}  // namespace rehearse::sync
